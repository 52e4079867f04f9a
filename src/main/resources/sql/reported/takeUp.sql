UPDATE run
SET node = $1, epoch = epoch + 1, lease = (SELECT millis FROM clock) + $2
WHERE finished_at IS NULL
  AND kind IN ('task', 'command')
  AND (node IS NULL OR (node = $1 AND $3 = 1) OR (
    node <> $1
    AND coalesce(lease, 0) < (SELECT millis FROM clock)
    AND node NOT IN (SELECT name FROM living_node)))
RETURNING *, 0 AS ahead,
  coalesce((SELECT at FROM event WHERE event.id = run.last_event_id), created_at) AS heard_at
