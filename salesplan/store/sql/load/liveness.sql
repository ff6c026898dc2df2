-- Bring the liveness of all months up to what the loaded batches say.
update imported.batch_month
set live = liveness.live
from imported.liveness as liveness
where liveness.batch_id = batch_month.batch_id
    and liveness.source = batch_month.source
    and liveness.month = batch_month.month
    and liveness.live <> batch_month.live
