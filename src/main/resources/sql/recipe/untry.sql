DELETE FROM cooked WHERE owner = $1 AND recipe = $2
