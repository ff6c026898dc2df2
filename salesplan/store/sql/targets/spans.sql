-- One row per source and month of a parcel's targets: first and last day covered, targets and
-- their sum, in order of month. The source is that of the rows, as a sheet may mix levels.
with part as (
    select
        concat_ws('/', metric, level, grain) as source,
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
    source,
    month,
    min(greatest(starts_on, month))::date as first_day,
    max(least(ends_on, (month + interval 1 month)::date) - 1)::date as last_day,
    count(*) as facts,
    sum(value)::decimal(38, 4) as amount,
from part
group by source, month
order by month, source
