SELECT cooked.recipe,
  count(*) AS runs,
  CAST(sum(CASE WHEN run.status = 'succeeded' THEN 1 ELSE 0 END) AS BIGINT) AS successes
FROM cooked JOIN run ON run.id = cooked.run_id
WHERE cooked.owner = $1 AND run.status IN ('succeeded', 'failed')
GROUP BY cooked.recipe
