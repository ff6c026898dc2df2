-- Remember the digest of the views and functions.
delete from definitions;
insert into definitions values ($digest)
