INSERT INTO run (
  number, id, owner, name, kind, ordered, join_key, status, progress, measured, phase, message,
  created_at, attempt, retry_of, epoch, crashes, last_seq, last_event_id, plan, checkpoint)
SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
  $12, $13, $14, 0, 0, 0, 0, $15, $16
FROM run
