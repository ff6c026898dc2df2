-- The reps of a batch, and their assignments.
delete from imported.rep where batch_id = $batch;
delete from imported.rep_assignment where batch_id = $batch
