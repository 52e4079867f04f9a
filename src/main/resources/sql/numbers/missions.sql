SELECT status, count(*) AS n
FROM run
WHERE owner = $1 AND finished_at >= $2 AND kind = 'mission'
GROUP BY status
