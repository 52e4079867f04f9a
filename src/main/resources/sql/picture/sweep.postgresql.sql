-- A picture is saved before the companion that it is of.
DELETE FROM picture
WHERE saved_at < CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) - $1
  AND NOT EXISTS (SELECT 1 FROM agent WHERE agent.picture = picture.id)
