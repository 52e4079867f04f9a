SELECT 1 AS lost FROM run
WHERE finished_at IS NULL
  AND kind IN ('task', 'command')
  AND (node IS NULL OR (
    node <> $1
    AND coalesce(lease, 0) < (SELECT millis FROM clock)
    AND node NOT IN (SELECT name FROM living_node)))
LIMIT 1
