-- One row per member of a dimension with live sales or targets, by name: for the filters.
with
present as (
    select distinct member_of($by, region, team, rep, product, channel, null, null, null) as key
    from derived.month
    union
    select distinct member_of($by, region, team, rep, product, channel, null, null, null)
    from derived.target_month
)

select
    key,
    coalesce(name, key) as name
from present
left join derived.rep on $by = 'rep' and id = key
where key is not null
order by coalesce(name, key), key
