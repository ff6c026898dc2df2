-- One row per month of a parcel and source that it repeats under other headers: of the parcel or of
-- a stranger, at least half stands in the other. Answers are the same by day, score, customer, rep,
-- product and question. The most alike first.
with stranger as (
    select batch_id, source, month, facts
    from imported.batch_month
    where live and list_contains($batches::integer[], batch_id) and month between $first and $last
),
come as (
    select
        date_trunc('month', answered_on)::date as month,
        answered_on,
        score,
        customer,
        rep,
        product,
        question,
        count(*) as n,
    from (from imported.survey where false union all by name from parcel)
    group by all
),
there as (
    select batch_id, month, answered_on, score, customer, rep, product, question, count(*) as n
    from imported.survey
    semi join stranger using (batch_id, month)
    group by all
),
same as (
    select there.batch_id, there.month, least(come.n, there.n) as n
    from come
    join there
        on there.answered_on = come.answered_on
        and there.score = come.score
        and there.customer is not distinct from come.customer
        and there.rep is not distinct from come.rep
        and there.product is not distinct from come.product
        and there.question is not distinct from come.question
)
select month, source
from same
join stranger using (batch_id, month)
join (select month, sum(n) as facts from come group by month) as coming using (month)
group by month, batch_id, source, stranger.facts, coming.facts
having 2 * sum(same.n) >= least(stranger.facts, coming.facts)
order by month, sum(same.n) desc, batch_id
