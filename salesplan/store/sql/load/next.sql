-- The number of the next batch; numbers are never used twice.
select coalesce(max(id), 0) + 1 from imported.batch
