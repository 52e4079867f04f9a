SELECT phase_time.phase, phase_time.stand_in, run.finished_at
FROM run
JOIN phase_time ON phase_time.run_id = run.id
WHERE run.owner = $1 AND run.finished_at >= $2 AND run.status = 'succeeded'
  AND phase_time.stand_in IS NOT NULL
ORDER BY run.finished_at DESC
LIMIT $3
