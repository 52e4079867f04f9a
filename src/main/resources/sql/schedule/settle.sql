UPDATE schedule
SET next_at = $1, last_fired_at = $2, last_mission = coalesce($3, last_mission), claimed_until = NULL
WHERE mission = $4 AND next_at = $5
