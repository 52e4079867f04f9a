-- Whoever is at work is ahead of all who wait, also where it came later and was let pass.
DROP VIEW placed_run;
CREATE VIEW placed_run AS
SELECT run.*,
  CASE WHEN run.status = 'queued'
    THEN (
      SELECT count(*) FROM run earlier
      WHERE earlier.finished_at IS NULL AND earlier.kind = run.kind AND earlier.status <> 'proposed'
        AND (earlier.status <> 'queued'
          OR (coalesce(earlier.queued_at, 0), earlier.number) < (coalesce(run.queued_at, 0), run.number)))
    ELSE 0
  END AS ahead
FROM run;
