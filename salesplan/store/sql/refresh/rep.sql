-- All reps anew.
delete from derived.rep;
insert into derived.rep select * from derived.rep_now order by id
