SELECT count(*) AS everyone, count(CASE WHEN owner = $1 THEN 1 END) AS own
FROM run
WHERE finished_at IS NULL AND status = $2 AND kind = $3
