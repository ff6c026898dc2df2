-- The live months of other files, of the same kind and source, with days inside a span.
select
    batch_month.batch_id,
    batch.file_name,
    batch_month.first_day,
    batch_month.last_day,
    batch_month.facts,
from imported.batch_month as batch_month
join imported.batch as batch on batch.id = batch_month.batch_id
where batch_month.live
    and batch_month.kind = $kind
    and batch_month.source = $source
    and batch_month.month = $month
    and batch.sha256 <> $sha256
    and batch_month.first_day <= $last_day
    and batch_month.last_day >= $first_day
order by batch_month.batch_id
