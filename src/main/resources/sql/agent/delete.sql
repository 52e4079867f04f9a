DELETE FROM agent WHERE owner = $1 AND id = $2 RETURNING picture
