INSERT INTO artifact (id, owner, run_id, title, content, created_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (id) DO NOTHING
