-- One row per row of a batch that was not loaded, in order of row.
select sheet, source_row, column_name, found, reason_key, reason_values, cells
from imported.rejected_row
where batch_id = $batch
order by source_row, column_name
