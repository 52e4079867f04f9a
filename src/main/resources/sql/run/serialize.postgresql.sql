-- One creates at a time: of two with one number, key or name the second sees the first.
SELECT 1 AS alone FROM pg_advisory_xact_lock(1001)
