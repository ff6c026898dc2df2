-- The number of the last migration.
select max(version) from schema_version
