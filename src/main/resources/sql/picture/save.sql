INSERT INTO picture (id, owner, media_type, bytes, saved_at)
SELECT $1, $2, $3, $4, millis FROM clock
WHERE true
ON CONFLICT (id) DO NOTHING
