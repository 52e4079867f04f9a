SELECT * FROM (
  SELECT event.*, run.number, run.owner, run.kind, run.name
  FROM event JOIN run ON run.id = event.run_id
  WHERE event.id <= $1
    AND (CAST($2 AS TEXT) IS NULL OR run.owner = $2)
    AND (CAST($3 AS TEXT) IS NULL OR run.kind = $3)
    AND (CAST($4 AS TEXT) IS NULL OR replace($4, ',' || event.type || ',', '') <> $4)
  ORDER BY event.id DESC
  LIMIT $5) newest
ORDER BY id
