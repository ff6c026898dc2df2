-- Remember what a batch brings for a month and to which day that reaches, for a quarter behind the
-- month; imported.liveness says whether it is live.
insert into imported.batch_month
values ($batch, $kind, $source, $month, $first_day, $last_day, $facts, $replaces, true)
