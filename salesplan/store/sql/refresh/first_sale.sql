-- The customers whose first sale lies in or after a month anew; what lies before cannot have
-- changed by a change in that month.
delete from derived.first_sale where sold_on >= $first;
insert into derived.first_sale
select *
from derived.first_sales($first)
where customer not in (select customer from derived.first_sale)
order by sold_on, customer
