-- The kind and status of a batch.
select kind, status from imported.batch where id = $batch
