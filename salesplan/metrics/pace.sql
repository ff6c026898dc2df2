-- One row per member: actual against the target of the days so far, the furthest ahead first.
select
    key,
    member,
    sum(actual) as actual,
    sum(target_to_date) as target_to_date,
    ratio(sum(actual), sum(target_to_date)) as pace,
    sum(target_to_date) - sum(actual) as gap_to_date,
    case
        when not coalesce(sum(target_to_date) > 0, false) then null
        when sum(actual) >= $ahead * sum(target_to_date) then 'ahead'
        when sum(actual) >= $on_track * sum(target_to_date) then 'on_track'
        when sum(actual) >= $at_risk * sum(target_to_date) then 'at_risk'
        else 'behind'
    end as status
from results
group by key, member
order by in_time($by, key) nulls last, pace desc nulls last, member nulls last, key
