-- What was settled while its owner was asked counts among what is set aside from now on.
INSERT INTO budget (run_id, owner, month, reserved_micros) SELECT id, $1, $2, $3
FROM run
WHERE id = $4 AND epoch = $5
ON CONFLICT (run_id) DO UPDATE SET
  month = excluded.month,
  reserved_micros = excluded.reserved_micros,
  settled_micros = NULL
RETURNING run_id
