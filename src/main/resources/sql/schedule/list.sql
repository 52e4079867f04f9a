SELECT * FROM schedule WHERE owner = $1
ORDER BY CASE WHEN next_at IS NULL THEN 1 ELSE 0 END, next_at, mission
LIMIT $2
