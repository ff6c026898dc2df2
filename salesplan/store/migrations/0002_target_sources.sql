-- A target's source is that of its row: a file of several levels has a row per source and month.
delete from imported.batch_month
where kind = 'targets' and batch_id in (select batch_id from imported.target);

insert into imported.batch_month
with part as (
    select
        batch_id,
        concat_ws('/', metric, level, grain) as source,
        starts_on,
        ends_on,
        unnest(generate_series(
            date_trunc('month', starts_on::timestamp),
            (ends_on - 1)::timestamp,
            interval 1 month
        ))::date as month,
    from imported.target
)
select
    part.batch_id,
    'targets' as kind,
    part.source,
    part.month,
    min(greatest(part.starts_on, part.month))::date as first_day,
    max(least(part.ends_on, (part.month + interval 1 month)::date) - 1)::date as last_day,
    count(*) as facts,
    coalesce(any_value(batch.on_overlap) = 'replace', false) as replaces,
    true as live,
from part
join imported.batch as batch on batch.id = part.batch_id
group by part.batch_id, part.source, part.month;
