SELECT * FROM placed_run WHERE id = $1 AND (CAST($2 AS TEXT) IS NULL OR owner = $2)
