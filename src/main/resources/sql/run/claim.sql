-- Who was at work already goes first. What other programs do themselves is nobody's to claim. A node never claims from itself what it still holds.
-- Where there are users, whoever has so many at work already waits with the others of theirs, and lets the next ones pass.
-- That nobody has it stands twice: what is chosen may have been cancelled by the time its row is free to be changed.
UPDATE run
SET node = $1,
  epoch = epoch + 1,
  crashes = crashes + CASE WHEN node IS NULL THEN 0 ELSE 1 END,
  taken_over = CASE WHEN node IS NULL THEN 0 ELSE 1 END,
  lease = (SELECT millis FROM clock) + $2,
  status = 'running',
  started_at = coalesce(started_at, $3)
WHERE finished_at IS NULL
  AND status <> 'proposed'
  AND (node IS NULL OR (
    node <> $1 AND lease < (SELECT millis FROM clock) AND node NOT IN (SELECT name FROM living_node)))
  AND id = (
  SELECT id FROM run AS next
  WHERE finished_at IS NULL
    AND kind = $4
    AND status <> 'proposed'
    AND (node IS NULL OR (
      node <> $1 AND lease < (SELECT millis FROM clock) AND node NOT IN (SELECT name FROM living_node)))
    AND (status = 'running'
      OR NOT EXISTS (SELECT 1 FROM credential WHERE kind = 'token')
      OR $5 > (
        SELECT count(*) FROM run AS active
        WHERE active.owner = next.owner AND active.finished_at IS NULL
          AND active.kind = next.kind AND active.status = 'running'))
  ORDER BY CASE status WHEN 'running' THEN 0 ELSE 1 END, coalesce(queued_at, 0), number
  LIMIT 1)
RETURNING *, 0 AS ahead
