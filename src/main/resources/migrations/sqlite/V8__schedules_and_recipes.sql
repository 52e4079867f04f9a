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
