-- What the metrics read, within the scope: measure() puts these CTEs in front of every metric.
-- The one place that knows the period, the filters, the grouping and which targets count.
with

-- The days of the months that the period touches. A month's target lies on the days that count:
-- its working days, or all its days where none is worked.
calendar_day as (
    select
        day,
        month,
        quarter,
        fiscal_year,
        working,
        working or not max(working) over (partition by month) as counts
    from derived.calendar
    where month >= $first_month and month < $end
),

calendar_month as (
    select
        month,
        substring(month :: varchar, 1, 7) as month_code,
        concat(
            fiscal_year :: varchar,
            case mod(month(quarter) + 12 - $fiscal_start, 12)
                when 0 then '-Q1' when 3 then '-Q2' when 6 then '-Q3' else '-Q4'
            end
        ) as quarter_code,
        count(*) filter (where counts) as days,
        count(*) filter (where counts and day < $start) as days_before,
        count(*) filter (where counts and day < $until) as days_until,
        count(*) filter (where counts and day < $end) as days_end
    from calendar_day
    group by all
),

workday as (
    select
        count(*) filter (where working) as workdays,
        count(*) filter (where working and day < $until) as workdays_elapsed,
        count(*) filter (where working and day >= $until) as workdays_left
    from calendar_day
    where day >= $start and day < $end
),

rep_name as (
    select
        id,
        name
    from derived.rep
    where $by = 'rep'
),

-- Live sales of the period to date and, as "base", of the days that it is compared with: whole
-- months from the cube, the days around them from the days. A base month a year before stands
-- under the month that it is compared with.
sold as (
    select 'sales' as part, month, region, team, rep, product, channel, amount, cost, amount_with_cost
    from derived.month
    where month >= $whole_start and month < $whole_until
    union all
    select 'sales', month, region, team, rep, product, channel, amount, cost, amount_with_cost
    from derived.day
    where day >= $start and day < $whole_start
    union all
    select 'sales', month, region, team, rep, product, channel, amount, cost, amount_with_cost
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

-- The targets of the asked level and of the levels below it.
goal as (
    select
        month,
        level,
        region,
        team,
        rep,
        product,
        channel,
        value
    from derived.target_month
    where metric = 'sales' and month >= $first_month and month < $end and chosen($levels, level)
),

-- Each with whether a target above it already speaks for it: a region's does for its teams and
-- their reps. A team's target that names no region does for the team wherever it is.
ranked_goal as (
    select
        goal.*,
        company_goal.month is not null as under_company,
        region_goal.month is not null as under_region,
        team_goal.month is not null or team_anywhere_goal.month is not null as under_team
    from goal
    left join (select month from goal where level = 'company' group by all) as company_goal
        on goal.level <> 'company' and company_goal.month = goal.month
    left join (select month, region from goal where level = 'region' group by all) as region_goal
        on goal.level in ('team', 'rep')
        and region_goal.month = goal.month and region_goal.region = goal.region
    left join (select month, region, team from goal where level = 'team' group by all) as team_goal
        on goal.level = 'rep' and team_goal.month = goal.month
        and team_goal.region = goal.region and team_goal.team = goal.team
    left join (
        select month, team from goal where level = 'team' and region is null group by all
    ) as team_anywhere_goal
        on goal.level = 'rep' and team_anywhere_goal.month = goal.month
        and team_anywhere_goal.team = goal.team
),

-- The part of each target that falls into the period, and into its days up to the as-of day.
-- `effective` ones make the target; `child` ones would if the asked level had none of its own.
planned as (
    select
        ranked_goal.*,
        days,
        days_before,
        days_end,
        share(value, days_end, days) - share(value, days_before, days) as target,
        share(value, days_until, days) - share(value, days_before, days) as target_to_date,
        not (under_company or under_region or under_team) as effective,
        level <> $level and not (under_region and $level <> 'region')
            and not (under_team and $level <> 'team') as child,
        member_of($level, region, team, rep, product, channel, null, null) as unit,
        member_of($by, region, team, rep, product, channel, month_code, quarter_code) as key
    from ranked_goal
    join calendar_month using (month)
    where chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, channel)
),

counted as (
    select
        part,
        month,
        member_of($by, region, team, rep, product, channel, month_code, quarter_code) as key,
        sum(amount) as amount,
        sum(cost) as cost,
        sum(amount_with_cost) as amount_with_cost,
        null as target,
        null as target_to_date
    from sold
    left join calendar_month using (month)
    where chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, channel)
    group by all
    union all
    select 'target', month, key, null, null, null, sum(target), sum(target_to_date)
    from planned
    where effective
    group by all
),

-- What was sold and what was planned: one row per part (sales, base, target), month and member.
results as (
    select
        part,
        month,
        key,
        coalesce(name, key) as member,
        case when part = 'sales' then amount else 0 end as actual,
        case when part = 'base' then amount end as base,
        case when part = 'sales' then cost end as cost,
        case when part = 'sales' then amount_with_cost end as amount_with_cost,
        target,
        target_to_date
    from counted
    left join rep_name on id = key
),

-- The sales of each day of the period to date and, as "last year", of the same dates a year
-- before, under this year's date.
daily as (
    select
        'sales' as part, day, region, team, rep, product, channel, amount
    from derived.day
    where day >= $start and day < $until
    union all
    select 'last year', (day + interval '1' year) :: date, region, team, rep, product, channel, amount
    from derived.day
    where day >= $last_year_start and day < $last_year_end
),

day_total as (
    select
        part,
        day,
        member_of($by, region, team, rep, product, channel, null, null) as key,
        sum(amount) as amount
    from daily
    where chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, channel)
    group by all
),

-- Row by row, for what sums cannot answer.
sale_line as (
    select
        sale.*,
        member_of($by, region, team, rep, product, channel, month_code, quarter_code) as key,
        coalesce(
            name, member_of($by, region, team, rep, product, channel, month_code, quarter_code)
        ) as member
    from derived.resolved_sale as sale
    join calendar_month using (month)
    left join rep_name on id = rep
    where sold_on >= $start and sold_on < $until and month >= $first_month
        and chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, channel)
),

newcomer as (
    select
        customer,
        member_of($by, region, team, rep, product, channel, month_code, quarter_code) as key,
        coalesce(
            name, member_of($by, region, team, rep, product, channel, month_code, quarter_code)
        ) as member
    from derived.first_sale
    join calendar_day on day = first_on
    join calendar_month using (month)
    left join rep_name on id = rep
    where first_on >= $start and first_on < $until
        and chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, channel)
),

answer as (
    select
        survey.*,
        score >= scale_max - $satisfaction_top * (scale_max - scale_min) as satisfied,
        member_of($level, region, team, rep, product, null, null, null) as unit,
        member_of($by, region, team, rep, product, null, month_code, quarter_code) as key,
        coalesce(
            name, member_of($by, region, team, rep, product, null, month_code, quarter_code)
        ) as member
    from derived.resolved_survey as survey
    join calendar_month using (month)
    left join rep_name on id = rep
    where kind = 'csat' and scale_min < scale_max
        and answered_on >= $start and answered_on < $until and month >= $first_month
        and chosen($region, region) and chosen($team, team) and chosen($rep, rep)
        and chosen($product, product) and chosen($channel, null)
)
