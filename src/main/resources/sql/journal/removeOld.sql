DELETE FROM event
WHERE id IN (
  SELECT id FROM event WHERE run_id IN (SELECT id FROM run WHERE finished_at < $1) LIMIT $2)
RETURNING id
