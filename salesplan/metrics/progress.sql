-- One row per day of the period, in order: actual, plan and last year, each summed up to that day.
-- By company.
with
through as (
    select
        month,
        day,
        sum(case when counts then 1 else 0 end) over (partition by month order by day) as days_through
    from calendar_day
    where counts
),

plan as (
    select
        day,
        sum(
            share(value, days_through, days) - share(value, days_through - 1, days)
        ) as amount
    from planned
    join through using (month)
    where effective and day >= $start and day < $end
    group by day
),

by_day as (
    select
        calendar_day.day,
        sum(day_total.amount) filter (where part = 'sales') as actual,
        sum(day_total.amount) filter (where part = 'last year') as last_year
    from calendar_day
    left join day_total on day_total.day = calendar_day.day
    where calendar_day.day >= $start and calendar_day.day < $end
    group by calendar_day.day
)

select
    by_day.day,
    case
        when by_day.day < $until then coalesce(sum(actual) over (order by by_day.day), 0)
    end as actual,
    case when count(plan.amount) over () > 0
        then coalesce(sum(plan.amount) over (order by by_day.day), 0)
    end as plan,
    case when count(last_year) over () > 0
        then coalesce(sum(last_year) over (order by by_day.day), 0)
    end as last_year
from by_day
left join plan on plan.day = by_day.day
order by by_day.day
