SELECT * FROM placed_run
WHERE (CAST($1 AS TEXT) IS NULL OR owner = $1)
  AND (CAST($2 AS TEXT) IS NULL OR status = $2)
  AND (CAST($3 AS TEXT) IS NULL OR kind = $3)
  AND (CAST($4 AS BIGINT) = 0 OR number < $4)
ORDER BY number DESC
LIMIT $5
