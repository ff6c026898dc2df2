-- The rows of a parcel as answers.
insert into imported.survey by name
select $batch as batch_id, *, date_trunc('month', answered_on)::date as month
from parcel
order by answered_on, source_row
