-- Whoever writes is alone here.
SELECT 1 AS alone
