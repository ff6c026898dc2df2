-- One row per member: the margin of the sales whose cost is known, the best first.
select
    key,
    member,
    sum(amount_with_cost) as amount_with_cost,
    sum(cost) as cost,
    ratio(sum(amount_with_cost) - sum(cost), sum(amount_with_cost)) as gross_margin,
    ratio(sum(amount_with_cost), sum(actual)) as share_with_cost
from compared
where part = 'sales'
group by key, member
order by in_time($by, key) nulls last, gross_margin desc nulls last, member nulls last, key
