-- One row per member, from the facts: what an order and a piece bring, the largest order first.
-- A row without an order number is an order of its own.
select
    key,
    coalesce(name, key) as member,
    sum(amount) as amount,
    count(distinct order_id) + count(*) filter (where order_id is null) as orders,
    share(
        sum(amount), 1, count(distinct order_id) + count(*) filter (where order_id is null)
    ) as average_deal,
    sum(quantity) as quantity,
    ratio(sum(amount) filter (where quantity is not null), sum(quantity)) as price
from sale_line
left join rep_name on id = key
group by key, coalesce(name, key)
order by in_time($by, key) nulls last, average_deal desc nulls last, member nulls last, key
