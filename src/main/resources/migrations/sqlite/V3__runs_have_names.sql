-- What its owner calls a run that another program reports.
ALTER TABLE run ADD COLUMN name TEXT;

CREATE UNIQUE INDEX run_named ON run (owner, name) WHERE name IS NOT NULL AND finished_at IS NULL;
CREATE INDEX run_by_name ON run (name) WHERE name IS NOT NULL;

-- Only runs of its own kind stand before one that waits.
DROP VIEW placed_run;
CREATE VIEW placed_run AS
SELECT run.*,
  CASE WHEN run.status = 'queued'
    THEN (
      SELECT count(*) FROM run earlier
      WHERE earlier.finished_at IS NULL AND earlier.kind = run.kind AND earlier.number < run.number)
    ELSE 0
  END AS ahead
FROM run;
