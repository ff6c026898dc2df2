-- The formulas that every question shares, as functions; the only part that differs per engine.

-- a / b as a fraction; null where there is nothing to divide by.
create or replace macro ratio(a, b) as a::double / nullif(b::double, 0);

-- The part of a value due after k of n equal steps, rounded half up (away from zero) at 4
-- decimals. The differences of successive k add up to the value exactly.
create or replace macro share(value, k, n) as
    case
        when n = 0 then null
        else (
            sign(value) * (
                (2 * abs(value::decimal(28, 4) * 10000::decimal(5, 0))::hugeint * k::hugeint + n::hugeint)
                // (2 * n::hugeint)
            )
        )::hugeint::decimal(38, 0) * 0.0001::decimal(5, 4)
    end;

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
