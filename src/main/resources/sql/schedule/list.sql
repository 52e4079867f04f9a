SELECT schedule.*, cooked.recipe
FROM schedule LEFT JOIN cooked ON cooked.run_id = schedule.mission
WHERE schedule.owner = $1
ORDER BY CASE WHEN next_at IS NULL THEN 1 ELSE 0 END, next_at, mission
LIMIT $2
