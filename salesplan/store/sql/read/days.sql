-- The first and the last day that live sales speak for.
select min(first_day), max(last_day) from imported.batch_month where kind = 'sales' and live
