SELECT * FROM agent WHERE owner = $1 ORDER BY created_at DESC, id
