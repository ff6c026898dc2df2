-- The files whose bytes no longer have their sha256, and those that a batch has lost.
select name from imported.file where sha256(content) <> sha256
union all
select file_name from imported.batch where sha256 not in (select sha256 from imported.file)
order by 1
