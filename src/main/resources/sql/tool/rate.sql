INSERT INTO survey (run_id, owner, tool, rating, time_saved, would_repeat, adjustment, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (run_id) DO NOTHING
