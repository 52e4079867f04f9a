SELECT forecast.said_at, forecast.p90, forecast.actual, forecast.error
FROM run
JOIN forecast ON forecast.run_id = run.id
WHERE run.owner = $1 AND run.finished_at >= $2 AND run.kind = 'hatch'
ORDER BY run.finished_at DESC
LIMIT $3
