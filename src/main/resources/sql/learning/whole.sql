SELECT run.finished_at - run.started_at AS millis
FROM phase_time painted
JOIN phase_time written ON written.run_id = painted.run_id AND written.phase = 'llm'
JOIN run ON run.id = painted.run_id
WHERE painted.phase = 'avatar' AND painted.provider = $1 AND painted.stand_in IS NULL
  AND written.provider = $2 AND written.model IS NOT DISTINCT FROM $3 AND written.stand_in IS NULL
  AND run.status = 'succeeded'
ORDER BY painted.ended_at DESC
LIMIT $4
