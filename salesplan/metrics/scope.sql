-- What the metrics read, within the scope: measure() puts these CTEs in front of every metric.
-- The one place that knows the period, the filters, the grouping and which targets count.
with

calendar_day as (
    select day, month, working
    from derived.calendar
    where month >= $first_month and month < $end
),

workday as (
    select
        count(*) filter (where working) as workdays,
        count(*) filter (where working and day < $until) as workdays_elapsed,
        count(*) filter (where working and day >= $until) as workdays_left
    from calendar_day
    where day >= $start and day < $end
),

-- How many days of each month that the period touches bear its target, and how many of them lie
-- before the period, before the end of the as-of day, before the period's end. These are the
-- working days; in a month without one, all days.
calendar_count as (
    select
        month,
        count(*) filter (where working) as workdays,
        count(*) filter (where working and day < $start) as workdays_before,
        count(*) filter (where working and day < $until) as workdays_until,
        count(*) filter (where working and day < $end) as workdays_end,
        count(*) as all_days,
        count(*) filter (where day < $start) as all_before,
        count(*) filter (where day < $until) as all_until,
        count(*) filter (where day < $end) as all_end
    from calendar_day
    group by month
),

calendar_month as (
    select
        month,
        workdays,
        case when workdays > 0 then workdays else all_days end as days,
        case when workdays > 0 then workdays_before else all_before end as days_before,
        case when workdays > 0 then workdays_until else all_until end as days_until,
        case when workdays > 0 then workdays_end else all_end end as days_end
    from calendar_count
),

rep_name as (
    select id, name
    from derived.rep
    where $by = 'rep'
),

-- Live sales of the period to date and, as "base", of the days that it is compared with: whole
-- months from the cube, the days around them from the days. A base month a year before stands
-- under the month that it is compared with.
sold as (
    select
        'sales' as part,
        month, region, team, rep, product, channel, amount, cost, amount_with_cost
    from derived.month
    where month >= $whole_start and month < $whole_until
    union all
    select
        'sales',
        month, region, team, rep, product, channel, amount, cost, amount_with_cost
    from derived.day
    where day >= $start and day < $whole_start
    union all
    select
        'sales',
        month, region, team, rep, product, channel, amount, cost, amount_with_cost
    from derived.day
    where day >= $whole_until and day < $until
    union all
    select
        'base', (month + interval '1' year) :: date,
        region, team, rep, product, channel, amount, cost, amount_with_cost
    from derived.month
    where month >= $base_whole_start and month < $base_whole_until
    union all
    select
        'base', (month + interval '1' year) :: date,
        region, team, rep, product, channel, amount, cost, amount_with_cost
    from derived.day
    where day >= $base_start and day < $base_whole_start
    union all
    select
        'base', (month + interval '1' year) :: date,
        region, team, rep, product, channel, amount, cost, amount_with_cost
    from derived.day
    where day >= $base_whole_until and day < $base_until
),

traded as (
    select
        part,
        month,
        member_of($by, region, team, rep, product, channel, month, $fiscal_start, $fiscal_shift)
            as key,
        sum(amount) as amount,
        sum(cost) as cost,
        sum(amount_with_cost) as amount_with_cost
    from sold
    where chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, channel)
    group by all
),

-- The targets of the asked level and of the levels below it.
goal as (
    select month, level, region, team, rep, product, channel, value
    from derived.target_month
    where metric = 'sales' and month >= $first_month and month < $end and chosen($levels, level)
),

-- Each with whether a target above it already speaks for it: a region's does for its teams and
-- their reps. A team's target does for its reps of the same region, and where either's is unknown.
ranked_goal as (
    select
        goal.*,
        company_goal.month is not null as under_company,
        region_goal.month is not null as under_region,
        team_place_goal.month is not null
            or (team_goal.month is not null and (goal.region is null or team_goal.anywhere))
            as under_team
    from goal
    left join (select month from goal where level = 'company' group by all) as company_goal
        on goal.level <> 'company' and company_goal.month = goal.month
    left join (select month, region from goal where level = 'region' group by all) as region_goal
        on goal.level in ('team', 'rep')
        and region_goal.month = goal.month and region_goal.region = goal.region
    left join (
        select month, region, team from goal where level = 'team' group by all
    ) as team_place_goal
        on goal.level = 'rep' and team_place_goal.month = goal.month
        and team_place_goal.region = goal.region and team_place_goal.team = goal.team
    left join (
        select month, team, bool_or(region is null) as anywhere
        from goal
        where level = 'team'
        group by all
    ) as team_goal
        on goal.level = 'rep' and team_goal.month = goal.month and team_goal.team = goal.team
),

-- What of each target is due before the period, by the end of the as-of day, by its end.
-- `effective` ones make the target; `child` ones would if the asked level had none of its own.
due as (
    select
        ranked_goal.*,
        workdays,
        days,
        share(value, days_before, days) as before,
        share(value, days_until, days) as until,
        share(value, days_end, days) as by_end,
        not (under_company or under_region or under_team) as effective,
        level <> $level and not (under_region and $level <> 'region')
            and not (under_team and $level <> 'team') as child,
        member_of($by, region, team, rep, product, channel, month, $fiscal_start, $fiscal_shift)
            as key
    from ranked_goal
    join calendar_month using (month)
    where chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, channel)
),

-- What was sold and what was planned: one row per member, month and side.
results as (
    select
        key,
        coalesce(name, key) as member,
        month,
        actual,
        target,
        target_to_date
    from (
        select key, month, amount as actual, null as target, null as target_to_date
        from traded
        where part = 'sales'
        union all
        select key, month, 0, sum(by_end - before), sum(until - before)
        from due
        where effective
        group by key, month
    ) as side
    left join rep_name on id = key
),

-- What was sold now and in the days compared with: one row per member, month and side.
compared as (
    select
        part,
        key,
        coalesce(name, key) as member,
        case when part = 'sales' then amount else 0 end as actual,
        case when part = 'base' then amount end as base,
        cost,
        amount_with_cost
    from traded
    left join rep_name on id = key
),

-- The sales of each day of the period to date and, as "last year", of the same dates a year before.
daily as (
    select 'sales' as part, day, region, team, rep, product, channel, amount
    from derived.day
    where day >= $start and day < $until
    union all
    select 'last year', day, region, team, rep, product, channel, amount
    from derived.day
    where day >= $last_year_start and day < $last_year_end
),

day_total as (
    select
        part,
        day,
        member_of($by, region, team, rep, product, channel, day, $fiscal_start, $fiscal_shift)
            as key,
        sum(amount) as amount
    from daily
    where chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, channel)
    group by all
),

-- Row by row, for what sums cannot answer.
sale_line as (
    select
        *,
        member_of($by, region, team, rep, product, channel, sold_on, $fiscal_start, $fiscal_shift)
            as key
    from derived.resolved_sale
    where month >= $first_month and sold_on >= $start and sold_on < $until
        and chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, channel)
),

newcomer as (
    select
        customer,
        member_of($by, region, team, rep, product, channel, first_on, $fiscal_start, $fiscal_shift)
            as key
    from derived.first_sale
    where first_on >= $start and first_on < $until
        and chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, channel)
),

answer as (
    select
        *,
        score >= scale_max - $satisfaction_top * (scale_max - scale_min) as satisfied,
        member_of($level, region, team, rep, product, null, null, null, null) as unit,
        member_of($by, region, team, rep, product, null, answered_on, $fiscal_start, $fiscal_shift)
            as key
    from derived.resolved_survey
    where month >= $first_month and answered_on >= $start and answered_on < $until
        and kind = 'csat' and scale_min < scale_max
        and chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, null)
)
