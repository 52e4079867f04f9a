-- A picture is saved before the companion that it is of.
DELETE FROM picture
WHERE saved_at < (SELECT millis FROM clock) - $1
  AND NOT EXISTS (SELECT 1 FROM agent WHERE agent.picture = picture.id)
