SELECT media_type, bytes FROM picture WHERE owner = $1 AND id = $2
