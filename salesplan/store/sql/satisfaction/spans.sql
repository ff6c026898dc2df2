-- One row per month of a parcel: its first and last day and answers, in order of month.
select
    $source::varchar as source,
    date_trunc('month', answered_on)::date as month,
    min(answered_on)::date as first_day,
    max(answered_on)::date as last_day,
    count(*) as facts,
    null::decimal(38, 4) as amount,
from parcel
group by all
order by month
