-- One row per cell of an imported target, in order of time, at most 500: where each target comes
-- from. Its whole value, and how much of it the period and the filters count.
-- By company.
with
counted_line as (
    select
        line.starts_on,
        line.ends_on - 1 as last_day,
        line.level,
        member_of(
            line.level, line.region, line.team, coalesce(rep.name, line.rep),
            line.product, line.channel, null, null, null
        ) as member,
        line.whole_value as value,
        sum(
            share(line.value, calendar_month.days_end, calendar_month.days)
            - share(line.value, calendar_month.days_before, calendar_month.days)
        ) as counted,
        line.batch_id,
        line.source_row,
        line.source_column
    from due
    join calendar_month on calendar_month.month = due.month
    join derived.counted_target as line
        on line.metric = 'sales'
        and line.level = due.level
        and line.month = due.month
        and line.region is not distinct from due.region
        and line.team is not distinct from due.team
        and line.rep is not distinct from due.rep
        and line.product is not distinct from due.product
        and line.channel is not distinct from due.channel
    left join derived.rep as rep on rep.id = line.rep
    where due.effective
    group by all
)

select
    starts_on,
    last_day,
    level,
    member,
    value,
    counted,
    file_name,
    sheet,
    source_row,
    source_column,
    batch_id,
    sha256
from counted_line
join imported.batch as batch on batch.id = counted_line.batch_id
where counted <> 0 or value = 0
order by starts_on, last_day, level, member nulls first, batch_id, source_row, source_column
limit 500
