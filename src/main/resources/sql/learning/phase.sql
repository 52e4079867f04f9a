SELECT millis
FROM phase_time
WHERE phase = $1 AND provider = $2 AND model IS NOT DISTINCT FROM $3 AND stand_in IS NULL
ORDER BY ended_at DESC
LIMIT $4
