-- What SQLite has after its migrations 1 to 8. Times are milliseconds since 1970 in UTC, money is
-- millionths of a dollar, and what is true or not is 1 or 0.

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  number BIGINT NOT NULL UNIQUE,
  owner TEXT NOT NULL,
  kind TEXT NOT NULL,
  ordered TEXT NOT NULL,
  join_key TEXT,
  status TEXT NOT NULL,
  progress DOUBLE PRECISION NOT NULL,
  measured DOUBLE PRECISION NOT NULL,
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
  failure TEXT,
  -- What its owner calls a run that another program reports.
  name TEXT,
  -- A mission is queued once its owner has approved it, and stands behind those that were queued before.
  queued_at BIGINT
) WITH (fillfactor = 70);

CREATE INDEX run_by_owner ON run (owner, number);
CREATE INDEX run_unfinished ON run (number) WHERE finished_at IS NULL;
CREATE INDEX run_finished ON run (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX run_by_key ON run (owner, join_key, number) WHERE join_key IS NOT NULL;
-- Asking twice creates once, whatever asks.
CREATE UNIQUE INDEX run_joined ON run (owner, join_key) WHERE join_key IS NOT NULL AND finished_at IS NULL;
CREATE INDEX run_by_owner_finished ON run (owner, finished_at);
CREATE UNIQUE INDEX run_named ON run (owner, name) WHERE name IS NOT NULL AND finished_at IS NULL;
CREATE INDEX run_by_name ON run (name) WHERE name IS NOT NULL;
CREATE INDEX run_reported ON run (number) WHERE finished_at IS NULL AND kind IN ('task', 'command');

-- A run that waits stands behind every unfinished one of its kind that was queued before it.
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

CREATE TABLE idempotency (
  owner TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  order_hash TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES run (id),
  PRIMARY KEY (owner, idempotency_key)
);

CREATE TABLE event (
  id BIGINT PRIMARY KEY,
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
) WITH (fillfactor = 10);
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
  bytes BYTEA NOT NULL
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

-- How long each phase of a run took, in milliseconds. With a stand-in the code says why.
CREATE TABLE phase_time (
  run_id TEXT NOT NULL REFERENCES run (id),
  phase TEXT NOT NULL,
  owner TEXT NOT NULL,
  kind TEXT NOT NULL,
  provider TEXT NOT NULL,
  model TEXT,
  started_at BIGINT NOT NULL,
  ended_at BIGINT NOT NULL,
  millis BIGINT NOT NULL,
  stand_in TEXT,
  -- How many characters a model's whole answer had; null where nothing was written.
  characters INTEGER,
  PRIMARY KEY (run_id, phase)
);

CREATE INDEX phase_time_by_owner ON phase_time (owner, ended_at);
CREATE INDEX phase_time_by_provider ON phase_time (phase, provider, ended_at);

-- A remaining time that was told at a percentage, and what came, in milliseconds.
CREATE TABLE forecast (
  run_id TEXT NOT NULL REFERENCES run (id),
  said_at DOUBLE PRECISION NOT NULL,
  at BIGINT NOT NULL,
  p50 BIGINT NOT NULL,
  p90 BIGINT NOT NULL,
  actual BIGINT NOT NULL,
  error BIGINT NOT NULL,
  PRIMARY KEY (run_id, said_at)
);

-- Of a secret only a hash is kept, made with a key of this installation. The key stands beside the hashes
-- and not in a file, so that a backup is whole and several nodes share it: a secret has 260 random bits,
-- and nobody finds it from its hash even with the key.
CREATE TABLE access (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  hash_key TEXT NOT NULL,
  revision BIGINT NOT NULL
);
INSERT INTO access (one, hash_key, revision)
VALUES (1, replace(CAST(gen_random_uuid() AS TEXT) || CAST(gen_random_uuid() AS TEXT), '-', ''), 0);

-- What lets somebody in: a token, or what was made with one (parent) and ends with it. Ids are never given
-- twice, for open streams remember them.
CREATE TABLE credential (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  owner TEXT NOT NULL,
  read_only INTEGER NOT NULL,
  run_id TEXT REFERENCES run (id) ON DELETE CASCADE,
  parent BIGINT REFERENCES credential (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  expires_at BIGINT
);

CREATE INDEX credential_by_parent ON credential (parent);
CREATE INDEX credential_by_run ON credential (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX credential_tokens ON credential (kind) WHERE kind = 'token';
CREATE INDEX credential_by_expiry ON credential (expires_at) WHERE expires_at IS NOT NULL;

-- Servers look at the revision: whoever writes, the command line too, makes them look closer.
CREATE FUNCTION access_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE access SET revision = revision + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER credential_made AFTER INSERT ON credential
FOR EACH ROW WHEN (new.kind = 'token') EXECUTE FUNCTION access_changed();
CREATE TRIGGER credential_ended AFTER DELETE ON credential
FOR EACH ROW WHEN (old.kind <> 'ticket') EXECUTE FUNCTION access_changed();

-- What other programs gave a name of their own, so that the same one again is recorded once. It goes with its event.
CREATE TABLE emitted (
  owner TEXT NOT NULL,
  emitted_key TEXT NOT NULL,
  hash TEXT NOT NULL,
  event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  PRIMARY KEY (owner, emitted_key)
);

CREATE INDEX emitted_by_event ON emitted (event_id);

CREATE TABLE artifact (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES run (id),
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

-- What is reserved counts until its mission has ended or is settled.
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
  confidence DOUBLE PRECISION NOT NULL,
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
  adjustment DOUBLE PRECISION NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX survey_by_owner ON survey (owner, tool);

-- A mission that is carried out anew. While somebody makes the mission that is due, claimed_until keeps others off.
CREATE TABLE schedule (
  mission TEXT PRIMARY KEY REFERENCES run (id),
  owner TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  recurrence TEXT NOT NULL,
  cron TEXT,
  time_zone TEXT NOT NULL,
  next_at BIGINT,
  claimed_until BIGINT,
  last_fired_at BIGINT,
  last_mission TEXT
);

CREATE INDEX schedule_due ON schedule (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX schedule_by_owner ON schedule (owner);

-- A finished mission that is had again. Those that are built in stand in the program.
CREATE TABLE recipe (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  brief TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (owner, name)
);

-- Which recipe, built in or not, a mission was made by.
CREATE TABLE cooked (
  run_id TEXT PRIMARY KEY REFERENCES run (id),
  owner TEXT NOT NULL,
  recipe TEXT NOT NULL
);

CREATE INDEX cooked_by_owner ON cooked (owner, recipe);
