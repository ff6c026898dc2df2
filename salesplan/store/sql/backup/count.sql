-- How many rows a table has.
select count(*) from query_table($table)
