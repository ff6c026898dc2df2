-- A new file beside the database, in the format that DuckDB 1.5 can open too.
attach $file as backup (storage_version 'v1.5.0')
