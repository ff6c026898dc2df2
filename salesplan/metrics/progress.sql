-- One row per day of the period, in order: actual, plan and last year, each summed up to that day.
-- By company.
with
-- The days that bear targets, numbered within their months.
bearing as (
    select
        month,
        day,
        row_number() over (partition by month order by day) as days_through
    from calendar_day
    join calendar_month using (month)
    where working or workdays = 0
),

plan as (
    select
        day,
        sum(
            share(value, days_through, days) - share(value, days_through - 1, days)
        ) as amount
    from due
    join bearing using (month)
    where effective and day >= $start and day < $end
    group by day
),

-- A leap day a year before counts on the 28th.
dated_total as (
    select
        part,
        amount,
        case when part = 'sales' then day else (day + interval '1' year) :: date end as day
    from day_total
),

by_day as (
    select
        calendar_day.day,
        sum(dated_total.amount) filter (where part = 'sales') as actual,
        sum(dated_total.amount) filter (where part = 'last year') as last_year
    from calendar_day
    left join dated_total on dated_total.day = calendar_day.day
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
