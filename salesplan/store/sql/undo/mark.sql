-- Mark a batch as undone.
update imported.batch set status = 'undone', undone_at = $undone_at where id = $batch
