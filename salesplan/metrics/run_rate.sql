-- One row per member: where the period ends if it goes on as so far (naive), the most first.
-- By company, region, team, rep, product, channel.
select
    key,
    member,
    sum(actual) as actual,
    workdays_elapsed,
    workdays,
    share(sum(actual), workdays, workdays_elapsed) as run_rate
from results
cross join workday
group by key, member, workdays_elapsed, workdays
order by run_rate desc nulls last, member nulls last, key
