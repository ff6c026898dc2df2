-- The cube's cells of a range of months anew, in order of month.
delete from derived.month where month between $first and $last;
insert into derived.month
select *
from derived.month_now
where month between $first and $last
order by month, region, team, rep, product, channel
