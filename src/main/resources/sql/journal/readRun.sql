-- Within a run the order of seq is the order of ids, and has an index.
SELECT event.*, run.owner
FROM event JOIN run ON run.id = event.run_id
WHERE event.run_id = $1 AND event.id > $2 AND event.id <= $3
  AND (CAST($4 AS TEXT) IS NULL OR run.owner = $4)
ORDER BY event.seq
LIMIT $5
