UPDATE run
SET status = coalesce($1, status),
  progress = $2,
  measured = $3,
  phase = $4,
  message = $5,
  eta_p50 = $6,
  eta_p90 = $7,
  checkpoint = coalesce($8, checkpoint),
  last_seq = $9,
  last_event_id = $10
WHERE id = $11 AND epoch = $12
