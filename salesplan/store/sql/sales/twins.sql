-- One row per month of a parcel and source that it repeats under other headers: of the parcel or of
-- a stranger, at least half stands in the other. Sales are the same by day, amount and order id;
-- where one has no order id, by day, amount, customer, product and rep. The most alike first.
with stranger as (
    select batch_id, source, month, facts
    from imported.batch_month
    where live and list_contains($batches::integer[], batch_id) and month between $first and $last
),
come as (
    select *, date_trunc('month', sold_on)::date as in_month
    from (from imported.sale where false union all by name from parcel)
),
there as (
    select sale.*
    from imported.sale as sale
    semi join come on come.sold_on = sale.sold_on and come.amount = sale.amount
    semi join stranger on stranger.batch_id = sale.batch_id and stranger.month = sale.month
    where sale.month between $first and $last
),
come_numbered as (
    select sold_on, amount, order_id, count(*) as n
    from come
    where order_id is not null
    group by all
),
there_numbered as (
    select batch_id, month, sold_on, amount, order_id, count(*) as n
    from there
    where order_id is not null
    group by all
),
come_described as (
    select sold_on, amount, customer, product, rep, order_id is not null as numbered, count(*) as n
    from come
    group by all
),
there_described as (
    select
        batch_id,
        month,
        sold_on,
        amount,
        customer,
        product,
        rep,
        order_id is not null as numbered,
        count(*) as n,
    from there
    group by all
),
same as (
    select there.batch_id, there.month, least(come.n, there.n) as n
    from come_numbered as come
    join there_numbered as there using (sold_on, amount, order_id)
    union all
    select there.batch_id, there.month, least(come.n, there.n)
    from come_described as come
    join there_described as there
        on there.sold_on = come.sold_on
        and there.amount = come.amount
        and there.customer is not distinct from come.customer
        and there.product is not distinct from come.product
        and there.rep is not distinct from come.rep
        and not (there.numbered and come.numbered)
)
select month, source
from same
join stranger using (batch_id, month)
join (select in_month as month, count(*) as facts from come group by all) as coming using (month)
group by month, batch_id, source, stranger.facts, coming.facts
having 2 * sum(same.n) >= least(stranger.facts, coming.facts)
order by month, sum(same.n) desc, batch_id
