INSERT INTO picture (id, owner, media_type, bytes, saved_at)
VALUES ($1, $2, $3, $4, CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT))
ON CONFLICT (id) DO NOTHING
