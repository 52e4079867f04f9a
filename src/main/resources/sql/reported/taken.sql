SELECT *, 0 AS ahead FROM run WHERE id = $1 AND finished_at IS NULL
