UPDATE credential SET expires_at = $1 WHERE id = $2
