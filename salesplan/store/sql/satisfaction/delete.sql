-- The answers of a batch.
delete from imported.survey where batch_id = $batch
