-- One row per month that a parcel's targets cover: first and last day covered, targets and
-- their sum, in order of month.
with part as (
    select
        starts_on,
        ends_on,
        value,
        unnest(generate_series(
            date_trunc('month', starts_on::timestamp),
            (ends_on - 1)::timestamp,
            interval 1 month
        ))::date as month,
    from parcel
)
select
    month,
    min(greatest(starts_on, month))::date as first_day,
    max(least(ends_on, (month + interval 1 month)::date) - 1)::date as last_day,
    count(*) as facts,
    sum(value)::decimal(38, 4) as amount,
from part
group by month
order by month
