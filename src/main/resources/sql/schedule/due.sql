SELECT 1 AS due FROM schedule WHERE next_at <= $1 AND coalesce(claimed_until, 0) <= $1 LIMIT 1
