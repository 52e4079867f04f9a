SELECT order_hash, run_id FROM idempotency WHERE owner = $1 AND idempotency_key = $2
