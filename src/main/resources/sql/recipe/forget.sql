DELETE FROM recipe WHERE owner = $1 AND id = $2
