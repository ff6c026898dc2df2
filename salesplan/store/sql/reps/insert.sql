-- The rows of a parcel as reps.
insert into imported.rep by name
select $batch as batch_id, * from parcel order by source_row
