-- Of several runs by one name the unfinished one is meant, or else the last.
SELECT id, finished_at FROM run
WHERE owner = $1 AND name = $2
ORDER BY CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END, number DESC
LIMIT 1
