-- One claims at a time: of two at once each would count an owner's runs without the other's.
SELECT 1 AS alone FROM pg_advisory_xact_lock(1003)
