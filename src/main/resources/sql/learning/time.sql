INSERT INTO phase_time (
  run_id, phase, owner, kind, provider, model, started_at, ended_at, millis, characters, stand_in)
SELECT id, $1, owner, kind, $2, $3, $4, $5, $6, $7, $8
FROM run
WHERE id = $9 AND epoch = $10
ON CONFLICT (run_id, phase) DO UPDATE SET
  provider = excluded.provider,
  model = excluded.model,
  started_at = excluded.started_at,
  ended_at = excluded.ended_at,
  millis = excluded.millis,
  characters = excluded.characters,
  stand_in = excluded.stand_in
