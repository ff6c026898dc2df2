-- The days of a range of months anew, in order of day.
delete from derived.day where month between $first and $last;
insert into derived.day
select *
from derived.day_now
where month between $first and $last
order by day, region, team, rep, product, channel
