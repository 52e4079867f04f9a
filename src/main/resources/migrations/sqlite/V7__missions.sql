-- A mission is queued once its owner has approved it, and stands behind those that were queued before.
ALTER TABLE run ADD COLUMN queued_at BIGINT;

DROP VIEW placed_run;
CREATE VIEW placed_run AS
SELECT run.*,
  CASE WHEN run.status = 'queued'
    THEN (
      SELECT count(*) FROM run earlier
      WHERE earlier.finished_at IS NULL AND earlier.kind = run.kind AND earlier.status <> 'proposed'
        AND (coalesce(earlier.queued_at, 0), earlier.number) < (coalesce(run.queued_at, 0), run.number))
    ELSE 0
  END AS ahead
FROM run;

DROP INDEX run_reported;
CREATE INDEX run_reported ON run (number) WHERE finished_at IS NULL AND kind IN ('task', 'command');

CREATE TABLE artifact (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES run (id),
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

-- Money is millionths of a dollar. What is reserved counts until its mission has ended or is settled.
CREATE TABLE budget (
  run_id TEXT PRIMARY KEY REFERENCES run (id),
  owner TEXT NOT NULL,
  month TEXT NOT NULL,
  reserved_micros BIGINT NOT NULL,
  settled_micros BIGINT
);
CREATE INDEX budget_by_month ON budget (owner, month);

CREATE TABLE tool_use (
  run_id TEXT PRIMARY KEY REFERENCES run (id),
  owner TEXT NOT NULL,
  tool TEXT NOT NULL,
  success INTEGER NOT NULL,
  millis BIGINT NOT NULL,
  cost_micros BIGINT NOT NULL,
  confidence DOUBLE NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX tool_use_by_owner ON tool_use (owner, tool, at);

CREATE TABLE tool_verdict (
  owner TEXT NOT NULL,
  tool TEXT NOT NULL,
  verdict TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (owner, tool)
);

CREATE TABLE survey (
  run_id TEXT PRIMARY KEY REFERENCES run (id),
  owner TEXT NOT NULL,
  tool TEXT NOT NULL,
  rating INTEGER NOT NULL,
  time_saved INTEGER NOT NULL,
  would_repeat INTEGER NOT NULL,
  adjustment DOUBLE NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX survey_by_owner ON survey (owner, tool);
