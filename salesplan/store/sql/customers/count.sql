-- One row per batch with customers, and how many.
select batch_id, count(*) as facts from imported.customer group by batch_id
