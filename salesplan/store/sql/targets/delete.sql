-- The targets of a batch.
delete from imported.target where batch_id = $batch
