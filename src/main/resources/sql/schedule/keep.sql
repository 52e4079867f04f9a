INSERT INTO schedule (mission, owner, from_at, recurrence, cron, time_zone, next_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (mission) DO UPDATE SET
  from_at = excluded.from_at,
  recurrence = excluded.recurrence,
  cron = excluded.cron,
  time_zone = excluded.time_zone,
  next_at = excluded.next_at,
  claimed_until = NULL
RETURNING *, (SELECT cooked.recipe FROM cooked WHERE cooked.run_id = mission) AS recipe
