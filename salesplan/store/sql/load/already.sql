-- The loaded batch of the same table of the same sheet of the same file, as the same kind.
select *
from imported.batch
where sha256 = $sha256 and sheet = $sheet and table_no = $table_no and kind = $kind
    and status = 'loaded'
