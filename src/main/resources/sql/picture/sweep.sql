DELETE FROM picture WHERE NOT EXISTS (SELECT 1 FROM agent WHERE agent.picture = picture.id)
