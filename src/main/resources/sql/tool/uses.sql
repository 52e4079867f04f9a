SELECT tool,
  count(*) AS uses,
  CAST(sum(success) AS BIGINT) AS successes,
  CAST(sum(millis) AS BIGINT) AS millis,
  CAST(sum(cost_micros) AS BIGINT) AS cost_micros
FROM tool_use
WHERE owner = $1
GROUP BY tool
