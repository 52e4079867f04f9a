UPDATE run
SET node = $1, epoch = epoch + 1
WHERE finished_at IS NULL AND kind IN ('task', 'command')
RETURNING *, 0 AS ahead,
  coalesce((SELECT at FROM event WHERE event.id = run.last_event_id), created_at) AS heard_at
