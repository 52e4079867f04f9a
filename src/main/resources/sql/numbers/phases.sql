SELECT phase, provider, millis
FROM phase_time
WHERE owner = $1 AND ended_at >= $2 AND stand_in IS NULL
ORDER BY ended_at DESC
LIMIT $3
