-- Claim a month: two transactions that touch the same month, also an empty one, cannot both commit.
insert into imported.claim values ($kind, $source, $month, 1)
on conflict (kind, source, month) do update set n = claim.n + 1
