-- The rows of a parcel as customers.
insert into imported.customer by name
select $batch as batch_id, * from parcel order by source_row
