-- The kind, source and status of a batch.
select kind, source, status from imported.batch where id = $batch
