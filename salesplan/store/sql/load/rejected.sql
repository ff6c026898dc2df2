-- The rows of a parcel that were not loaded.
insert into imported.rejected_row by name select $batch as batch_id, * from rejected
