INSERT INTO emitted (owner, emitted_key, hash, event_id) VALUES ($1, $2, $3, $4)
ON CONFLICT (owner, emitted_key) DO NOTHING
