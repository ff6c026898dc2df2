-- A row where the database has been migrated at all.
select 1 from duckdb_tables() where database_name = current_database() and table_name = 'schema_version'
