SELECT tool, at, confidence FROM tool_use WHERE owner = $1 AND at >= $2 ORDER BY at DESC LIMIT $3
