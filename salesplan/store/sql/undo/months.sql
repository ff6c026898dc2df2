-- The sources and months in which a batch has facts, in order of month.
select source, month from imported.batch_month where batch_id = $batch order by month, source
