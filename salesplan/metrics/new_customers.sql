-- One row per member: customers whose first sale falls into the period, the most first.
select
    key,
    coalesce(name, key) as member,
    count(*) as new_customers
from newcomer
left join rep_name on id = key
group by key, coalesce(name, key)
order by in_time($by, key) nulls last, new_customers desc, member nulls last, key
