-- All tables of this database, in order of name.
select concat(schema_name, '.', table_name)
from duckdb_tables()
where database_name = current_database() and not temporary
order by 1
