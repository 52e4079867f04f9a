UPDATE run
SET node = $1, epoch = epoch + 1, status = 'running', started_at = coalesce(started_at, $2)
WHERE id = $3 AND finished_at IS NULL
RETURNING *, 0 AS ahead
