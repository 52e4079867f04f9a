DELETE FROM picture
WHERE owner = $1 AND id = $2 AND NOT EXISTS (SELECT 1 FROM agent WHERE agent.picture = picture.id)
