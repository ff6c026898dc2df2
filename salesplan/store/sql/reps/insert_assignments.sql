-- The assignments that come with a parcel of reps.
insert into imported.rep_assignment by name
select $batch as batch_id, * from assignments order by source_row
