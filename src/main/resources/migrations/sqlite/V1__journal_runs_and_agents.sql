-- Times are milliseconds since 1970 in UTC. DOUBLE, since the client reads REAL as a 32 bit number.

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  owner TEXT NOT NULL,
  kind TEXT NOT NULL,
  ordered TEXT NOT NULL,
  join_key TEXT,
  status TEXT NOT NULL,
  progress DOUBLE NOT NULL,
  measured DOUBLE NOT NULL,
  phase TEXT,
  message TEXT NOT NULL,
  eta_p50 BIGINT,
  eta_p90 BIGINT,
  created_at BIGINT NOT NULL,
  started_at BIGINT,
  finished_at BIGINT,
  attempt INTEGER NOT NULL,
  retry_of TEXT REFERENCES run (id),
  node TEXT,
  lease BIGINT,
  epoch BIGINT NOT NULL,
  crashes INTEGER NOT NULL,
  last_seq BIGINT NOT NULL,
  last_event_id BIGINT NOT NULL,
  plan TEXT NOT NULL,
  checkpoint TEXT NOT NULL,
  agent TEXT,
  failure TEXT
);

CREATE INDEX run_by_owner ON run (owner, number);
CREATE INDEX run_unfinished ON run (number) WHERE finished_at IS NULL;
CREATE INDEX run_finished ON run (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX run_by_key ON run (owner, join_key, number) WHERE join_key IS NOT NULL;
-- Asking twice creates once, whatever asks.
CREATE UNIQUE INDEX run_joined ON run (owner, join_key) WHERE join_key IS NOT NULL AND finished_at IS NULL;

-- A run that waits stands behind every unfinished one that was created before it.
CREATE VIEW placed_run AS
SELECT run.*,
  CASE WHEN run.status = 'queued'
    THEN (SELECT count(*) FROM run earlier WHERE earlier.finished_at IS NULL AND earlier.number < run.number)
    ELSE 0
  END AS ahead
FROM run;

CREATE TABLE idempotency (
  owner TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  order_hash TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES run (id),
  PRIMARY KEY (owner, idempotency_key)
);

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  seq BIGINT NOT NULL,
  type TEXT NOT NULL,
  milestone INTEGER NOT NULL,
  ending INTEGER NOT NULL,
  at BIGINT NOT NULL,
  data TEXT NOT NULL,
  UNIQUE (run_id, seq)
);

-- One row: the last id given, and the highest that retention removed.
CREATE TABLE journal_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  last BIGINT NOT NULL,
  removed BIGINT NOT NULL
);
INSERT INTO journal_head (one, last, removed) VALUES (1, 0, 0);

-- Ids that a restored backup does not know of and must never give again.
CREATE TABLE journal_hole (
  after_id BIGINT PRIMARY KEY,
  up_to BIGINT NOT NULL
);

CREATE TABLE picture (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
);

CREATE TABLE agent (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  backstory TEXT NOT NULL,
  personality_traits TEXT NOT NULL,
  avatar_prompt TEXT NOT NULL,
  picture TEXT REFERENCES picture (id),
  description TEXT NOT NULL,
  fallback_persona INTEGER NOT NULL,
  fallback_avatar INTEGER NOT NULL,
  run_id TEXT,
  created_at BIGINT NOT NULL
);

CREATE INDEX agent_by_owner ON agent (owner, created_at);
CREATE INDEX agent_by_picture ON agent (picture);
