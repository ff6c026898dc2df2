-- Bring the liveness of all months of a kind and source up to what the loaded batches say.
update imported.batch_month
set live = liveness.live
from imported.liveness as liveness
where liveness.batch_id = batch_month.batch_id
    and liveness.month = batch_month.month
    and liveness.live <> batch_month.live
    and batch_month.kind = $kind
    and batch_month.source = $source
