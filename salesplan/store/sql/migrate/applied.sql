-- Remember a migration.
insert into schema_version values ($version, $now)
