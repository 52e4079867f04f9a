SELECT event.*, run.number, run.owner, run.kind, run.name
FROM event JOIN run ON run.id = event.run_id
WHERE event.id > $1 AND event.id <= $2
  AND (CAST($3 AS TEXT) IS NULL OR run.owner = $3)
  AND (CAST($4 AS TEXT) IS NULL OR run.kind = $4)
  AND (CAST($5 AS TEXT) IS NULL OR replace($5, ',' || event.type || ',', '') <> $5)
ORDER BY event.id
LIMIT $6
