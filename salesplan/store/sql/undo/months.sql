-- The months in which a batch has facts, in order.
select month from imported.batch_month where batch_id = $batch order by month
