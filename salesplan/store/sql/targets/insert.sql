-- The rows of a parcel as targets.
insert into imported.target by name
select $batch as batch_id, *, date_trunc('month', starts_on)::date as month
from parcel
order by starts_on, source_row
