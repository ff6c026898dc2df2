-- The customers of a batch.
delete from imported.customer where batch_id = $batch
