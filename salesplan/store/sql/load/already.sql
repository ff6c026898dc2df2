-- The loaded batch of the same table of the same sheet of the same file, as the same kind.
-- A text has one sheet, named after the file: under another name it is the same sheet.
select *
from imported.batch
where sha256 = $sha256 and (sheet = $sheet or sheet = file_name) and table_no = $table_no
    and kind = $kind and status = 'loaded'
