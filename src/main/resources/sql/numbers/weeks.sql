SELECT (finished_at - CAST($1 AS BIGINT)) / 604800000 AS week, count(*) AS n
FROM run
WHERE finished_at >= $1 AND owner = $2 AND kind = 'hatch' AND status = 'succeeded'
GROUP BY week
