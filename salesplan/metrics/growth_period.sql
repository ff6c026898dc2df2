-- One row per member: sales against the same days of the period before, the fastest first.
-- By company, region, team, rep, product, channel.
-- Base: the period before.
select
    key,
    member,
    sum(actual) as actual,
    sum(base) as prior,
    case when sum(base) > 0 then ratio(sum(actual) - sum(base), sum(base)) end as growth
from compared
group by key, member
order by growth desc nulls last, member nulls last, key
