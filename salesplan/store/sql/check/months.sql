-- The months of a batch that are not live as they should be, or hold another number of sales or
-- answers than they say.
with held as (
    select batch_id, month, count(*) as facts from imported.sale group by batch_id, month
    union all
    select batch_id, month, count(*) as facts from imported.survey group by batch_id, month
)
select distinct batch_month.batch_id, batch_month.month
from imported.batch_month as batch_month
join imported.batch as batch on batch.id = batch_month.batch_id
join imported.liveness as liveness
    on liveness.batch_id = batch_month.batch_id
    and liveness.source = batch_month.source
    and liveness.month = batch_month.month
left join held on held.batch_id = batch_month.batch_id and held.month = batch_month.month
where liveness.live <> batch_month.live
    or (
        batch_month.kind <> 'targets'
        and coalesce(held.facts, 0) <> if(batch.status = 'loaded', batch_month.facts, 0)
    )
order by 1, 2
