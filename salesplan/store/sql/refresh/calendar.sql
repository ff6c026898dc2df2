-- The calendar anew.
delete from derived.calendar;
insert into derived.calendar select * from calendar order by day
