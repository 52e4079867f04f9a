SELECT * FROM artifact WHERE owner = $1 AND id = $2
