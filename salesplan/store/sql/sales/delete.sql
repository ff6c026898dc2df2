-- The sales of a batch, found by its months.
delete from imported.sale where batch_id = $batch and month between $first and $last
