-- How many rows of a derived table are missing or too many.
select count(*)
from (
    (from query_table($table) except all from query_table($table || '_now'))
    union all
    (from query_table($table || '_now') except all from query_table($table))
)
