-- The condition stands twice: of two who look at once one comes second, and finds it claimed.
UPDATE schedule SET claimed_until = $1
WHERE next_at <= $2 AND coalesce(claimed_until, 0) <= $2 AND mission = (
  SELECT mission FROM schedule
  WHERE next_at <= $2 AND coalesce(claimed_until, 0) <= $2
  ORDER BY next_at, mission
  LIMIT 1)
RETURNING *, (SELECT cooked.recipe FROM cooked WHERE cooked.run_id = mission) AS recipe
