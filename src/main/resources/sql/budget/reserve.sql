INSERT INTO budget (run_id, owner, month, reserved_micros) VALUES ($1, $2, $3, $4)
ON CONFLICT (run_id) DO UPDATE SET month = excluded.month, reserved_micros = excluded.reserved_micros
