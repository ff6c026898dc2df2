-- One row per member: sales against the same days a year before, the fastest first.
-- Base: a year before.
select
    key,
    member,
    sum(actual) as actual,
    sum(base) as base,
    case when sum(base) > 0 then ratio(sum(actual) - sum(base), sum(base)) end as growth
from compared
group by key, member
order by in_time($by, key) nulls last, growth desc nulls last, member nulls last, key
