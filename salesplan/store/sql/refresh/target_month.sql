-- All targets by month anew.
delete from derived.target_month;
insert into derived.target_month
select *
from derived.target_month_now
order by month, metric, level, region, team, rep, product, channel
