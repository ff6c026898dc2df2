-- One row per batch with targets, and how many.
select batch_id, count(*) as facts from imported.target group by batch_id
