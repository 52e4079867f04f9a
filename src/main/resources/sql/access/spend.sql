DELETE FROM credential WHERE hash = $1 AND kind = 'ticket' AND expires_at > $2 RETURNING parent
