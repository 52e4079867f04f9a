DELETE FROM credential WHERE kind = 'share' AND owner = $1 AND run_id = $2 AND id = $3 RETURNING id
