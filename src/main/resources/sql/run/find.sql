-- Of several runs by one name the unfinished one is meant, or else the last.
SELECT * FROM placed_run
WHERE (id = $1 OR number = $2 OR name = $1) AND (CAST($3 AS TEXT) IS NULL OR owner = $3)
ORDER BY CASE WHEN id = $1 THEN 0 WHEN finished_at IS NULL THEN 1 ELSE 2 END, number DESC
LIMIT 1
