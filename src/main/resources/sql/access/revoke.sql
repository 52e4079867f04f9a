DELETE FROM credential WHERE kind = 'token' AND (CAST(id AS TEXT) = $1 OR owner = $1)
