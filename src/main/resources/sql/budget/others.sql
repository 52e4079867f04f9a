-- Of a mission that ended without being settled nothing was spent.
SELECT CAST(coalesce(sum(coalesce(
    budget.settled_micros,
    CASE WHEN run.finished_at IS NULL THEN budget.reserved_micros ELSE 0 END)), 0) AS BIGINT) AS micros
FROM budget JOIN run ON run.id = budget.run_id
WHERE budget.owner = $1 AND budget.month = $2 AND budget.run_id <> $3
