UPDATE run
SET agent = coalesce($1, agent),
  failure = coalesce($2, failure),
  finished_at = coalesce($3, finished_at)
WHERE id = $4 AND epoch = $5
