-- One row per batch with answers, and how many.
select batch_id, count(*) as facts from imported.survey group by batch_id
