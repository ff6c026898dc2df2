-- The live months of other files with days inside a span: of its sources, or with its headers, under
-- whatever source they count since they replaced something. The span's own source first.
select
    batch_month.batch_id,
    batch.file_name,
    batch_month.source,
    batch_month.first_day,
    batch_month.last_day,
    batch_month.facts,
from imported.batch_month as batch_month
join imported.batch as batch on batch.id = batch_month.batch_id
where batch_month.live
    and batch_month.kind = $kind
    and (
        list_contains($sources, batch_month.source)
        or (batch_month.kind <> 'targets' and batch.source = $sources[1])
    )
    and batch_month.month = $month
    and batch.sha256 <> $sha256
    and batch_month.first_day <= $last_day
    and batch_month.last_day >= $first_day
order by list_position($sources, batch_month.source) nulls last, batch_month.batch_id
