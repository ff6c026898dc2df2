-- The sum of a batch's targets of a source that cover a month.
select sum(value)
from imported.target
where batch_id = $batch
    and concat_ws('/', metric, level, grain) = $source
    and starts_on < ($month::date + interval 1 month)
    and ends_on > $month
