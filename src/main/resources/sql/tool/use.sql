INSERT INTO tool_use (run_id, owner, tool, success, millis, cost_micros, confidence, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (run_id) DO NOTHING
