-- The years that the loaded facts and targets touch, and those that the calendar has.
select
    (select min(year(month)) from imported.batch_month join imported.batch on id = batch_id
        where status = 'loaded') as first,
    (select max(year(month)) from imported.batch_month join imported.batch on id = batch_id
        where status = 'loaded') as last,
    (select year(min(day)) from derived.calendar) as calendar_first,
    (select year(max(day)) from derived.calendar) as calendar_last,
