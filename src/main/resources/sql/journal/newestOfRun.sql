SELECT * FROM (
  SELECT event.*, run.number, run.owner, run.kind, run.name
  FROM event JOIN run ON run.id = event.run_id
  WHERE (run.id = $1 OR run.number = $2 OR run.name = $1)
    AND (CAST($3 AS TEXT) IS NULL OR run.owner = $3)
    AND (CAST($4 AS TEXT) IS NULL OR run.kind = $4)
    AND event.id <= $5
    AND (CAST($6 AS TEXT) IS NULL OR replace($6, ',' || event.type || ',', '') <> $6)
  ORDER BY event.id DESC
  LIMIT $7) newest
ORDER BY id
