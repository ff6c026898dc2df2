-- What is derived from the batches that are loaded, each as one view; the tables of the same
-- name without _now hold its rows. Views are made anew whenever this file changes.

-- One row per batch, source and month: is it live? Its batch is loaded, and no later loaded batch
-- of another file that replaces has days between its first and its last of that month; one such
-- day hides all that the batch has of the month.
create or replace view imported.liveness as
select
    own.batch_id,
    own.source,
    own.month,
    batch.status = 'loaded' and not exists (
        select 1
        from imported.batch_month as later
        join imported.batch as later_batch on later_batch.id = later.batch_id
        where later.kind = own.kind
            and later.source = own.source
            and later.month = own.month
            and later.batch_id > own.batch_id
            and later.replaces
            and later_batch.status = 'loaded'
            and later_batch.sha256 <> batch.sha256
            and later.first_day <= own.last_day
            and later.last_day >= own.first_day
    ) as live,
from imported.batch_month as own
join imported.batch as batch on batch.id = own.batch_id;

-- One row per rep; the last value that is not blank wins in each column. A row without an id
-- belongs to the one rep with an id who bears its name, else its name is the id.
create or replace view derived.rep_now as
with listed as (
    select rep.*
    from imported.rep as rep
    join imported.batch as batch on batch.id = rep.batch_id
    where batch.status = 'loaded' and coalesce(rep.id, rep.name) is not null
),
named as (
    select name, min(id) as id
    from listed
    where id is not null
    group by name
    having count(distinct id) = 1
),
keyed as (
    select listed.* replace (coalesce(listed.id, named.id, listed.name) as id)
    from listed
    left join named on named.name = listed.name
)
select
    id,
    last(name order by batch_id, source_row) filter (where name is not null) as name,
    last(team order by batch_id, source_row) filter (where team is not null) as team,
    last(region order by batch_id, source_row) filter (where region is not null) as region,
    last(manager order by batch_id, source_row) filter (where manager is not null) as manager,
    last(role order by batch_id, source_row) filter (where role is not null) as role,
    last(level order by batch_id, source_row) filter (where level is not null) as level,
    last(hired_on order by batch_id, source_row) filter (where hired_on is not null) as hired_on,
    last(left_on order by batch_id, source_row) filter (where left_on is not null) as left_on,
    last(email order by batch_id, source_row) filter (where email is not null) as email,
from keyed
group by id;

-- One row per alias (an id, or a name that one rep bears): the rep meant.
create or replace view derived.rep_alias as
select id as alias, id as rep
from derived.rep
union all
select name as alias, min(id) as rep
from derived.rep
where name is not null and name not in (select id from derived.rep)
group by name
having count(*) = 1;

-- One row per alias and stretch of time; the stretches of an alias cover all days, none twice.
-- Where two assignments cover a day, the one that starts last wins, then the one loaded last.
create or replace view derived.assignment_now as
with dated as (
    select
        coalesce(rep_alias.rep, assignment.rep) as rep,
        assignment.team,
        assignment.region,
        coalesce(assignment.valid_from, date '0001-01-01') as valid_from,
        coalesce(assignment.valid_until, date '9999-12-31') as valid_until,
        assignment.batch_id,
        assignment.source_row,
    from imported.rep_assignment as assignment
    join imported.batch as batch on batch.id = assignment.batch_id
    left join derived.rep_alias as rep_alias on rep_alias.alias = assignment.rep
    where batch.status = 'loaded' and coalesce(assignment.team, assignment.region) is not null
),
edge as (
    select rep, valid_from as day from dated
    union
    select rep, valid_until from dated
    union
    select rep, date '0001-01-01' from dated
    union
    select rep, date '9999-12-31' from dated
),
stretch as (
    select rep, day as valid_from, lead(day) over (partition by rep order by day) as valid_until
    from edge
),
ranked as (
    select
        stretch.rep,
        dated.team,
        dated.region,
        stretch.valid_from,
        stretch.valid_until,
        row_number() over (
            partition by stretch.rep, stretch.valid_from
            order by
                dated.valid_from desc nulls last,
                dated.batch_id desc,
                dated.source_row desc,
                dated.team,
                dated.region
        ) as place,
    from stretch
    left join dated
        on dated.rep = stretch.rep
        and dated.valid_from <= stretch.valid_from
        and dated.valid_until >= stretch.valid_until
    where stretch.valid_until is not null
),
whole as (
    select rep, team, region, valid_from, valid_until
    from ranked
    where place = 1
    union all
    select id, team, region, date '0001-01-01', date '9999-12-31'
    from derived.rep
    where id not in (select rep from dated)
),
alias as (
    select alias, rep from derived.rep_alias
    union
    select rep, rep from dated
)
select
    alias.alias,
    whole.rep,
    coalesce(rep.name, whole.rep) as name,
    whole.team,
    -- A dated assignment that names the rep's present team and no region lies in its region.
    coalesce(whole.region, case when whole.team = rep.team then rep.region end) as region,
    whole.valid_from,
    whole.valid_until,
from whole
join alias on alias.rep = whole.rep
left join derived.rep as rep on rep.id = whole.rep;

-- One row per live sale, its rep resolved; team and region are the sale's own, else those of
-- the rep's assignment on that day.
create or replace view derived.resolved_sale as
select
    sale.batch_id,
    sale.source_row,
    sale.source_column,
    sale.sold_on,
    sale.month,
    sale.order_id,
    coalesce(assignment.rep, sale.rep) as rep,
    coalesce(assignment.name, sale.rep) as rep_name,
    coalesce(sale.team, assignment.team) as team,
    sale.customer,
    sale.product,
    sale.channel,
    coalesce(sale.region, assignment.region) as region,
    sale.quantity,
    sale.amount,
    sale.cost,
from imported.sale as sale
join imported.batch_month as batch_month
    on batch_month.batch_id = sale.batch_id and batch_month.month = sale.month
left join derived.assignment as assignment
    on assignment.alias = sale.rep
    and assignment.valid_from <= sale.sold_on
    and assignment.valid_until > sale.sold_on
where batch_month.live and batch_month.kind = 'sales';

-- One row per live answer, resolved like a sale.
create or replace view derived.resolved_survey as
select
    survey.batch_id,
    survey.source_row,
    survey.source_column,
    survey.answered_on,
    survey.month,
    survey.customer,
    coalesce(assignment.rep, survey.rep) as rep,
    coalesce(assignment.name, survey.rep) as rep_name,
    coalesce(survey.team, assignment.team) as team,
    coalesce(survey.region, assignment.region) as region,
    survey.product,
    survey.question,
    survey.kind,
    survey.score,
    survey.scale_min,
    survey.scale_max,
    survey.comment,
from imported.survey as survey
join imported.batch_month as batch_month
    on batch_month.batch_id = survey.batch_id and batch_month.month = survey.month
left join derived.assignment as assignment
    on assignment.alias = survey.rep
    and assignment.valid_from <= survey.answered_on
    and assignment.valid_until > survey.answered_on
where batch_month.live and batch_month.kind = 'satisfaction';

-- One row per day and member with live sales.
create or replace view derived.day_now as
select
    sold_on as day,
    month,
    region,
    team,
    rep,
    product,
    channel,
    sum(amount) as amount,
    sum(quantity) as quantity,
    sum(cost) as cost,
    coalesce(sum(amount) filter (where cost is not null), 0)::decimal(38, 4) as amount_with_cost,
    count(*) as lines,
from derived.resolved_sale
group by sold_on, month, region, team, rep, product, channel;

-- One row per month and member: the cube.
create or replace view derived.month_now as
select
    month,
    region,
    team,
    rep,
    product,
    channel,
    sum(amount) as amount,
    sum(quantity) as quantity,
    sum(cost) as cost,
    sum(amount_with_cost) as amount_with_cost,
    sum(lines)::bigint as lines,
from derived.day
group by month, region, team, rep, product, channel;

-- One row per customer on the list, like derived.rep_now.
create or replace view derived.customer as
with listed as (
    select customer.*
    from imported.customer as customer
    join imported.batch as batch on batch.id = customer.batch_id
    where batch.status = 'loaded' and coalesce(customer.id, customer.name) is not null
),
named as (
    select name, min(id) as id
    from listed
    where id is not null
    group by name
    having count(distinct id) = 1
),
keyed as (
    select listed.* replace (coalesce(listed.id, named.id, listed.name) as id)
    from listed
    left join named on named.name = listed.name
)
select
    id,
    last(name order by batch_id, source_row) filter (where name is not null) as name,
    last(segment order by batch_id, source_row) filter (where segment is not null) as segment,
    last(region order by batch_id, source_row) filter (where region is not null) as region,
    last(owner order by batch_id, source_row) filter (where owner is not null) as owner,
    last(first_order_on order by batch_id, source_row)
        filter (where first_order_on is not null) as first_order_on,
from keyed
group by id;

-- One row per customer who bought on or after a day's month: the first such sale (ties: the
-- lowest batch and row), and the first order that the customer list knows where it is earlier.
create or replace macro derived.first_sales(since) as table
with first_sale as (
    select
        customer,
        first(
            {sold_on: sold_on, region: region, team: team, rep: rep, product: product, channel: channel}
            order by sold_on, batch_id, source_row, source_column
        ) as sale,
    from derived.resolved_sale
    where customer is not null and month >= since
    group by customer
),
known as (
    select id as alias, first_order_on
    from derived.customer
    union all
    select name as alias, min(first_order_on)
    from derived.customer
    where name not in (select id from derived.customer)
    group by name
    having count(*) = 1
)
select
    first_sale.customer,
    least(first_sale.sale.sold_on, known.first_order_on) as first_on,
    first_sale.sale.sold_on as sold_on,
    first_sale.sale.region as region,
    first_sale.sale.team as team,
    first_sale.sale.rep as rep,
    first_sale.sale.product as product,
    first_sale.sale.channel as channel,
from first_sale
left join known on known.alias = first_sale.customer;

-- One row per customer who ever bought.
create or replace view derived.first_sale_now as
from derived.first_sales(date '0001-01-01');

-- One row per live target and month, the value split by working days so that the parts add up;
-- a period without working days is spread over all its days. A rate is not split.
create or replace view derived.target_part as
with span as (
    select
        target.*,
        unnest(generate_series(
            target.month::timestamp,
            (target.ends_on - 1)::timestamp,
            interval 1 month
        ))::date as part_month,
    from imported.target as target
    where target.state <> 'draft'
),
part as (
    select
        span.*,
        greatest(starts_on, part_month) as part_start,
        least(ends_on, (part_month + interval 1 month)::date) as part_end,
    from span
),
counted as (
    select
        part.*,
        coalesce(span_end.workdays_through - span_start.workdays_through, 0) as workdays,
        part_start_day.workdays_through - span_start.workdays_through as workdays_before,
        part_end_day.workdays_through - span_start.workdays_through as workdays_through,
    from part
    left join derived.calendar as span_start on span_start.day = part.starts_on - 1
    left join derived.calendar as span_end on span_end.day = part.ends_on - 1
    left join derived.calendar as part_start_day on part_start_day.day = part.part_start - 1
    left join derived.calendar as part_end_day on part_end_day.day = part.part_end - 1
),
stepped as (
    select
        counted.*,
        concat_ws('/', metric, level, grain) as source,
        metric in ('satisfaction', 'margin', 'growth') as is_rate,
        case when workdays > 0 then workdays else ends_on - starts_on end as steps,
        case when workdays > 0 then workdays_before else part_start - starts_on end as steps_before,
        case when workdays > 0 then workdays_through else part_end - starts_on end as steps_through,
    from counted
)
select
    stepped.batch_id,
    stepped.source_row,
    stepped.source_column,
    stepped.metric,
    stepped.grain,
    stepped.level,
    stepped.part_month as month,
    stepped.region,
    stepped.team,
    stepped.rep,
    stepped.product,
    stepped.channel,
    stepped.part_start,
    stepped.part_end,
    stepped.starts_on,
    stepped.ends_on,
    stepped.value as whole_value,
    stepped.is_rate,
    case
        when stepped.is_rate then stepped.value
        else share(stepped.value, steps_through, steps) - share(stepped.value, steps_before, steps)
    end as value,
from stepped
join imported.batch_month as batch_month
    on batch_month.batch_id = stepped.batch_id
    and batch_month.source = stepped.source
    and batch_month.month = stepped.part_month
where batch_month.live and batch_month.kind = 'targets';

-- One row per live target and month that counts there: of the grains of a metric, level and member
-- the finest whose parts cover every day of the month; where none does, the finest that is there.
-- So one week's target does not stand for its whole month. A rep or team without a region lies in
-- the one region in which its team is known, by its people or by other targets.
create or replace view derived.counted_target as
with assigned as (
    select
        part.rep as alias,
        part.month,
        min(assignment.rep) as rep,
        first({team: assignment.team, region: assignment.region} order by assignment.valid_from)
            filter (where coalesce(assignment.team, assignment.region) is not null) as place,
    from (select distinct rep, month from derived.target_part where rep is not null) as part
    join derived.assignment as assignment
        on assignment.alias = part.rep
        and assignment.valid_from < (part.month + interval 1 month)::date
        and assignment.valid_until > part.month
    group by part.rep, part.month
),
team_region as (
    select team, min(region) as region
    from (
        select team, region from derived.assignment
        union
        select team, region from derived.target_part
    )
    where team is not null
    group by team
    having count(distinct region) = 1
),
resolved as (
    select
        part.* replace (
            coalesce(assigned.rep, part.rep) as rep,
            coalesce(part.team, assigned.place.team) as team,
            coalesce(part.region, assigned.place.region, team_region.region) as region
        ),
        case part.grain
            when 'day' then 1 when 'week' then 2 when 'month' then 3 when 'quarter' then 4 else 5
        end as coarseness,
        case part.level
            when 'rep' then coalesce(assigned.rep, part.rep)
            when 'team' then part.team
            when 'region' then part.region
            else concat_ws(chr(31), part.region, part.team, assigned.rep, part.rep)
        end as member,
    from derived.target_part as part
    left join assigned on assigned.alias = part.rep and assigned.month = part.month
    left join team_region
        on team_region.team = coalesce(part.team, assigned.place.team)
        and part.level in ('team', 'rep')
),
-- Targets of the same days, say of two products' rows, cover them once.
once as (
    select
        resolved.*,
        case
            when row_number() over (
                partition by
                    metric, level, month, member, product, channel, coarseness, part_start, part_end
            ) = 1
                then part_end - part_start
        end as days,
    from resolved
),
covered as (
    select
        once.*,
        sum(days) over (
            partition by metric, level, month, member, product, channel, coarseness
        ) >= day(last_day(month)) as whole,
    from once
),
finest as (
    select
        covered.*,
        coalesce(
            min(coarseness) filter (where whole) over (
                partition by metric, level, month, member, product, channel
            ),
            min(coarseness) over (partition by metric, level, month, member, product, channel)
        ) as finest,
    from covered
)
select * exclude (coarseness, member, days, whole, finest)
from finest
where coarseness = finest;

-- One row per metric, level, member and month.
create or replace view derived.target_month_now as
select
    metric,
    level,
    month,
    region,
    team,
    rep,
    product,
    channel,
    case
        when is_rate then last(value order by batch_id, source_row, source_column)
        else sum(value)
    end::decimal(18, 4) as value,
from derived.counted_target
group by metric, level, month, region, team, rep, product, channel, is_rate;

-- One row per setting: its latest value.
create or replace view entered.setting_now as
select
    key,
    last(value order by version) as value,
    max(set_at) as set_at,
    last(set_by order by version) as set_by,
from entered.setting
group by key;
