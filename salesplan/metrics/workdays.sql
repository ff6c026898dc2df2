-- One row per day from $first until before $after: whether it is worked, and whether that is known.
select
    day,
    working,
    known
from derived.calendar
where day >= $first and day < $after
order by day
