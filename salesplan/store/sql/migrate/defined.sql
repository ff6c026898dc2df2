-- The digest of the views and functions that the database has.
select digest from definitions
