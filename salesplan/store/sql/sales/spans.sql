-- One row per month of a parcel: its first and last day, facts and amount, in order of month.
select
    $source::varchar as source,
    date_trunc('month', sold_on)::date as month,
    min(sold_on)::date as first_day,
    max(sold_on)::date as last_day,
    count(*) as facts,
    sum(amount)::decimal(38, 4) as amount,
from parcel
group by all
order by month
