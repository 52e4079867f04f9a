UPDATE run
SET status = coalesce($1, status),
  progress = $2,
  measured = $3,
  phase = $4,
  message = $5,
  eta_p50 = $6,
  eta_p90 = $7,
  checkpoint = coalesce($8, checkpoint),
  agent = coalesce($9, agent),
  failure = coalesce($10, failure),
  finished_at = coalesce($11, finished_at),
  last_seq = $12,
  last_event_id = $13
WHERE id = $14 AND epoch = $15
