-- The batches of a kind that hold another number of facts than were loaded, and the facts of none.
with held as (
    select batch_id, count(*) as facts from query_table($table) group by batch_id
),
expected as (
    select id, if(status = 'loaded', facts, 0) as facts from imported.batch where kind = $kind
)
select coalesce(id, batch_id), coalesce(expected.facts, 0), coalesce(held.facts, 0)
from expected
full join held on held.batch_id = expected.id
where coalesce(expected.facts, 0) <> coalesce(held.facts, 0)
order by 1
