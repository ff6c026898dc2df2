-- The sum of a batch's targets that cover a month.
select sum(value)
from imported.target
where batch_id = $batch and starts_on < ($month::date + interval 1 month) and ends_on > $month
