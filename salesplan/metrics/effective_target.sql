-- One row per member: its own target, its children's, which one counts; the largest first.
with
by_unit as (
    select
        key,
        month,
        unit,
        sum(target) filter (where level = $level) as explicit,
        sum(target) filter (where child) as children,
        sum(target) filter (where effective) as effective
    from planned
    group by key, month, unit
)

select
    key,
    coalesce(name, key) as member,
    sum(explicit) as explicit,
    sum(children) as children,
    sum(effective) as effective,
    sum(children - explicit) as over_assignment
from by_unit
left join rep_name on id = key
group by key, coalesce(name, key)
order by in_time($by, key) nulls last, effective desc nulls last, member nulls last, key
