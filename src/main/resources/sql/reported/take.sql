-- What another node holds stays there.
UPDATE run
SET node = $1,
  epoch = epoch + 1,
  status = 'running',
  started_at = coalesce(started_at, $2),
  lease = (SELECT millis FROM clock) + $3
WHERE id = $4
  AND finished_at IS NULL
  AND (node IS NULL OR node = $1 OR (
    coalesce(lease, 0) < (SELECT millis FROM clock) AND node NOT IN (SELECT name FROM living_node)))
RETURNING *, 0 AS ahead
