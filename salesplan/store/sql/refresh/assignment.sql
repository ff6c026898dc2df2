-- All assignments anew.
delete from derived.assignment;
insert into derived.assignment select * from derived.assignment_now order by alias, valid_from
