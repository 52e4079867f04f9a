SELECT event.*, run.owner
FROM event JOIN run ON run.id = event.run_id
WHERE event.id > $1 AND event.id <= $2 AND (CAST($3 AS TEXT) IS NULL OR run.owner = $3)
ORDER BY event.id
LIMIT $4
