-- The rows of a parcel as sales, in order of day: filters by day then skip most of the table.
insert into imported.sale by name
select $batch as batch_id, *, date_trunc('month', sold_on)::date as month
from parcel
order by sold_on, source_row
