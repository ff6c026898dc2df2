-- One row per member: its own target, its children's, which one counts; the largest first.
with
by_unit as (
    select
        key,
        month,
        member_of($level, region, team, rep, product, channel, null, null, null) as unit,
        sum(by_end - before) filter (where level = $level) as explicit,
        sum(by_end - before) filter (where child) as children,
        sum(by_end - before) filter (where effective) as effective
    from due
    group by all
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
