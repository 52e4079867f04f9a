INSERT INTO picture (id, owner, media_type, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING
