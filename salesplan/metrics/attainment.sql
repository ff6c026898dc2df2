-- One row per member: actual against target, the furthest ahead first; months in their order.
select
    key,
    member,
    sum(actual) as actual,
    sum(target) as target,
    ratio(sum(actual), sum(target)) as attainment,
    sum(target) - sum(actual) as gap,
    sum(target_to_date) as target_to_date,
    ratio(sum(actual), sum(target_to_date)) as pace,
    sum(target_to_date) - sum(actual) as gap_to_date
from results
group by key, member
order by in_time($by, key) nulls last, attainment desc nulls last, member nulls last, key
