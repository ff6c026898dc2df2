-- The first and the last day with live sales.
select min(day), max(day) from derived.day
