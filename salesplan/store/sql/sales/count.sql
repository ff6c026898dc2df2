-- One row per batch with sales, and how many.
select batch_id, count(*) as facts from imported.sale group by batch_id
