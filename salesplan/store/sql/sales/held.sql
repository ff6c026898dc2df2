-- The amount that a batch holds in a month.
select sum(amount) from imported.sale where batch_id = $batch and month = $month
