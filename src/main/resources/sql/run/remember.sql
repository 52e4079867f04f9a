INSERT INTO idempotency (owner, idempotency_key, order_hash, run_id) VALUES ($1, $2, $3, $4)
