SELECT finished_at - started_at AS millis
FROM run
WHERE owner = $1 AND finished_at >= $2 AND kind = 'mission' AND status = 'succeeded' AND started_at IS NOT NULL
ORDER BY finished_at DESC
LIMIT $3
