-- One row per member: what each remaining working day must bring, the most first.
-- By company, region, team, rep, product, channel.
with
-- A day so far is a working day that has passed, or another day with sales.
so_far as (
    select key, day, amount
    from day_total
    where part = 'sales'
    union all
    select distinct key, day, 0
    from results
    cross join calendar_day
    where working and day >= $start and day < $until
),

day_so_far as (
    select key, day, sum(amount) as amount
    from so_far
    group by key, day
),

placed as (
    select
        key,
        amount,
        row_number() over (partition by key order by amount, day) as place,
        count(*) over (partition by key) as places
    from day_so_far
),

typical as (
    select
        key,
        max(amount) as best_day,
        share(
            sum(amount) filter (where 2 * place between places and places + 2),
            1,
            count(*) filter (where 2 * place between places and places + 2)
        ) as median_day
    from placed
    group by key
),

whole as (
    select
        key,
        member,
        sum(actual) as actual,
        sum(target) as target,
        sum(target) - sum(actual) as remaining
    from results
    group by key, member
)

select
    whole.key,
    member,
    actual,
    target,
    remaining,
    workdays_left,
    share(remaining, 1, workdays_left) as required_per_day,
    best_day,
    median_day
from whole
cross join workday
left join typical on typical.key is not distinct from whole.key
order by required_per_day desc nulls last, member nulls last, whole.key
