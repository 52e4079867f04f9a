INSERT INTO picture (id, owner, media_type, bytes, saved_at)
VALUES ($1, $2, $3, $4, CAST(unixepoch('subsec') * 1000 AS BIGINT))
ON CONFLICT (id) DO NOTHING
