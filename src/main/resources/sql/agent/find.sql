SELECT * FROM agent WHERE owner = $1 AND id = $2
