SELECT created_at, started_at - created_at AS millis
FROM run
WHERE owner = $1 AND created_at >= $2 AND kind = 'hatch' AND started_at IS NOT NULL
ORDER BY number DESC
LIMIT $3
