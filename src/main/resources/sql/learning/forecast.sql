INSERT INTO forecast (run_id, said_at, at, p50, p90, actual, error)
SELECT id, $1, $2, $3, $4, $5, $6
FROM run
WHERE id = $7 AND epoch = $8
ON CONFLICT (run_id, said_at) DO UPDATE SET
  at = excluded.at,
  p50 = excluded.p50,
  p90 = excluded.p90,
  actual = excluded.actual,
  error = excluded.error
