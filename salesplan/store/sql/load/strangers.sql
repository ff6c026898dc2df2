-- The batches of other files and other sources that are live in a parcel's months.
select distinct batch_month.batch_id
from imported.batch_month as batch_month
join imported.batch as batch on batch.id = batch_month.batch_id
where batch_month.live
    and batch_month.kind = $kind
    and list_contains($months::date[], batch_month.month)
    and batch.sha256 <> $sha256
    and batch_month.source <> $source
    and batch.source <> $source
