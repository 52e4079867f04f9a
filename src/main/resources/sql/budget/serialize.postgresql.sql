-- One of an owner at a time.
SELECT 1 AS alone FROM pg_advisory_xact_lock(1002, hashtext($1))
