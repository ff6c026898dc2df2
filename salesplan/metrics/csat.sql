-- One row per member: the share of satisfied answers and whether it proves the goal, best first.
-- By company, region, team, rep, product, month, quarter.
with
-- The goal of a month: the target of the answer's own unit (the highest, where the unit has one
-- per region), else the company's, else the setting.
goal_of as (
    select
        month,
        level,
        member_of(level, region, team, rep, product, channel, null, null, null) as unit,
        max(value) as goal
    from derived.target_month
    where metric = 'satisfaction'
    group by all
),

answered as (
    select
        answer.*,
        coalesce(own.goal, company.goal, $satisfaction_goal) as goal
    from answer
    left join goal_of as own
        on own.level = $level and own.month = answer.month and own.unit = answer.unit
    left join goal_of as company
        on company.level = 'company' and company.month = answer.month
),

counted_answer as (
    select
        key,
        coalesce(name, key) as member,
        count(*) as answers,
        count(*) filter (where satisfied) as satisfied,
        sum(goal) as goal_answers,
        share(sum(goal), 1, count(*)) :: double as goal
    from answered
    left join rep_name on id = key
    group by key, coalesce(name, key)
),

judged as (
    select
        *,
        case
            when wilson(satisfied, answers, 'low') >= goal then 'met'
            when wilson(satisfied, answers, 'high') < goal then 'not_met'
            else 'not_enough'
        end as verdict
    from counted_answer
)

-- At an unchanged rate p a bound of the interval reaches the goal g at z^2 g (1 - g) / (p - g)^2
-- answers (Wilson's test turned round); z^2 = 3.841458820694124 for 95 %.
select
    key,
    member,
    answers,
    satisfied,
    ratio(satisfied, answers) as csat,
    wilson(satisfied, answers, 'low') as low,
    wilson(satisfied, answers, 'high') as high,
    goal,
    verdict,
    case
        when verdict <> 'not_enough' then 0
        when satisfied <> goal_answers then greatest(
            1,
            ceil(
                ratio(
                    3.841458820694124 * goal * (1 - goal) * answers * answers,
                    power((satisfied - goal_answers) :: double, 2)
                )
            ) - answers
        )
    end :: bigint as needed
from judged
order by in_time($by, key) nulls last, csat desc nulls last, member nulls last, key
