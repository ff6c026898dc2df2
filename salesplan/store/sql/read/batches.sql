-- One row per batch, the newest first.
select * from imported.batch order by id desc
