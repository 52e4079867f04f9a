SELECT millis
FROM phase_time
WHERE phase = $1 AND provider = $2 AND stand_in IS NULL
ORDER BY ended_at DESC
LIMIT $3
