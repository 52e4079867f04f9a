INSERT INTO recipe (id, owner, name, brief, created_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (owner, name) DO NOTHING
