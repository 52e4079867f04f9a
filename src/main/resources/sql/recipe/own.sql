SELECT id, owner, name, brief, created_at FROM recipe WHERE owner = $1 ORDER BY created_at, id
