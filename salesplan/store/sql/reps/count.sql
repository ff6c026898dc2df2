-- One row per batch with reps, and how many.
select batch_id, count(*) as facts from imported.rep group by batch_id
