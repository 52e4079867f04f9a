SELECT * FROM placed_run
WHERE owner = $1 AND join_key = $2 AND (finished_at IS NULL OR finished_at > $3)
ORDER BY number DESC
LIMIT 1
