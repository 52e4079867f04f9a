SELECT id, status FROM run
WHERE finished_at IS NULL AND kind = $1 AND status IN ('queued', 'running')
ORDER BY coalesce(queued_at, 0), number
