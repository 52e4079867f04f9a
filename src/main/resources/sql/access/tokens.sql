SELECT id, owner, read_only, created_at FROM credential WHERE kind = 'token' ORDER BY id
