-- How many different rows of a derived table are missing or too many.
select count(*)
from (
    select * exclude (one), sum(one) as surplus
    from (
        select *, 1 as one from query_table($table)
        union all
        select *, -1 as one from query_table($table || '_now')
    )
    group by all
    having surplus <> 0
)
