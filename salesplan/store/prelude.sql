-- The formulas that every question shares, as functions; the only part that differs per engine.

-- a / b as a fraction; null where there is nothing to divide by.
create or replace macro ratio(a, b) as a::double / nullif(b::double, 0);

-- The part of a value due after k of n equal steps, rounded half up (away from zero) at 4
-- decimals, in whole numbers of 0.0001. The differences of successive k add up to the value.
create or replace macro share(value, k, n) as
    (
        (2 * (value::decimal(28, 4) * 10000::decimal(5, 0))::hugeint * k + sign(value) * n)
        // nullif(2 * n, 0)
    )::decimal(38, 0) * 0.0001::decimal(5, 4);

-- One end of the 95 % Wilson score interval of k out of n (Wilson 1927); side 'low' or 'high'.
create or replace macro wilson(k, n, side) as
    case
        when n > 0 then
            least(1, greatest(0, (
                k / n::double
                + 1.959963984540054 ^ 2 / (2 * n)
                + case side when 'low' then -1 when 'high' then 1 end
                * 1.959963984540054
                * sqrt(
                    greatest(0, k * (n - k)::double / n ^ 3) + (1.959963984540054 / (2 * n)) ^ 2
                )
            ) / (1 + 1.959963984540054 ^ 2 / n)))
    end;

-- Whether a value is among the chosen members (each between two separators); null chooses all,
-- and an empty member stands for "unassigned".
create or replace macro chosen(members, value) as
    members is null
    or contains(members::varchar, concat(chr(31), coalesce(value::varchar, ''), chr(31)));

-- The code of a day's fiscal quarter, like 2026-Q3: years start in a month, and are named after
-- the calendar year they start in, shifted by one where they are named after the one they end in.
create or replace macro quarter_code(day, fiscal_start, fiscal_shift) as
    concat(
        year(day) + fiscal_shift - case when month(day) < fiscal_start then 1 else 0 end,
        '-Q',
        (month(day) + 12 - fiscal_start) % 12 // 3 + 1
    );

-- The member of a dimension that a row of a day belongs to; null where it has none, or where
-- there is no such dimension.
create or replace macro member_of(
    dimension, region, team, rep, product, channel, day, fiscal_start, fiscal_shift
) as
    case dimension
        when 'region' then region
        when 'team' then team
        when 'rep' then rep
        when 'product' then product
        when 'channel' then channel
        when 'month' then substring(day::varchar, 1, 7)
        when 'quarter' then quarter_code(day::date, fiscal_start, fiscal_shift)
    end;

-- The key where it is a stretch of time, which keeps its order; else null.
create or replace macro in_time(dimension, key) as
    case when dimension in ('month', 'quarter') then key end;
