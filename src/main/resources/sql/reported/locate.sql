SELECT id, name, checkpoint,
  CASE WHEN coalesce(lease, 0) >= (SELECT millis FROM clock) OR node IN (SELECT name FROM living_node)
    THEN node
  END AS holder
FROM run
WHERE owner = $1 AND finished_at IS NULL AND kind IN ('task', 'command')
ORDER BY number
