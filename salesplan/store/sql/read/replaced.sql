-- One row per loaded batch that counts nowhere any more: each of its months is another file's.
select batch_month.batch_id
from imported.batch_month as batch_month
join imported.batch as batch on batch.id = batch_month.batch_id
where batch.status = 'loaded'
group by batch_month.batch_id
having not bool_or(batch_month.live)
