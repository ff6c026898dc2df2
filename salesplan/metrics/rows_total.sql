-- One row: how many sales lie in the scope, and their sum.
-- By company.
select
    count(*) as rows,
    coalesce(sum(amount), 0) as amount
from sale_line
