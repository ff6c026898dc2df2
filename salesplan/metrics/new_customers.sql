-- One row per member: customers whose first sale falls into the period, the most first.
select
    key,
    member,
    count(*) as new_customers
from newcomer
group by key, member
order by in_time($by, key) nulls last, new_customers desc, member nulls last, key
