SELECT id, created_at, expires_at FROM credential
WHERE kind = 'share' AND owner = $1 AND run_id = $2 AND expires_at > $3
ORDER BY id
