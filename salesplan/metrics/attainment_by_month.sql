-- One row per member and month: actual against target, by member, in order of month. The month of
-- the as-of day is held against the target of its days so far; a later month has no actual yet.
-- By company, region, team, rep, product, channel.
select
    key,
    member,
    month,
    case when month <= $as_of then sum(actual) end as actual,
    case when month <= $as_of then sum(target_to_date) else sum(target) end as target,
    case when month <= $as_of then ratio(sum(actual), sum(target_to_date)) end as attainment
from results
group by key, member, month
order by member nulls last, key, month
