SELECT CAST(coalesce(sum(cost_micros), 0) AS BIGINT) AS micros FROM tool_use WHERE owner = $1 AND at >= $2
