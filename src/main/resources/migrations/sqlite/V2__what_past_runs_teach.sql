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
  PRIMARY KEY (run_id, phase)
);

CREATE INDEX phase_time_by_owner ON phase_time (owner, ended_at);
CREATE INDEX phase_time_by_provider ON phase_time (phase, provider, ended_at);

-- A remaining time that was told at a percentage, and what came, in milliseconds.
CREATE TABLE forecast (
  run_id TEXT NOT NULL REFERENCES run (id),
  said_at DOUBLE NOT NULL,
  at BIGINT NOT NULL,
  p50 BIGINT NOT NULL,
  p90 BIGINT NOT NULL,
  actual BIGINT NOT NULL,
  error BIGINT NOT NULL,
  PRIMARY KEY (run_id, said_at)
);

CREATE INDEX run_by_owner_finished ON run (owner, finished_at);
