-- The one clock by which leases run out, whatever the clocks of the nodes say.
CREATE VIEW clock AS SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) AS millis;

-- A process that works on runs. Its lease is that of all its runs: one row is renewed, however many they are.
CREATE TABLE node (
  name TEXT PRIMARY KEY,
  incarnation TEXT NOT NULL,
  address TEXT NOT NULL,
  version TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  lease BIGINT NOT NULL,
  leaving INTEGER NOT NULL,
  slots INTEGER NOT NULL,
  working INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  head BIGINT NOT NULL
);

CREATE VIEW living_node AS SELECT * FROM node WHERE lease >= (SELECT millis FROM clock);

CREATE INDEX run_by_node ON run (node) WHERE finished_at IS NULL AND node IS NOT NULL;
