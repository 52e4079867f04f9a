SELECT id FROM run WHERE id = $1 AND owner = $2
