-- Of a secret only a hash is kept, made with a key of this installation. The key stands beside the hashes
-- and not in a file, so that a backup is whole and several nodes share it: a secret has 260 random bits,
-- and nobody finds it from its hash even with the key.
CREATE TABLE access (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  hash_key TEXT NOT NULL,
  revision BIGINT NOT NULL
);
INSERT INTO access (one, hash_key, revision) VALUES (1, lower(hex(randomblob(32))), 0);

-- What lets somebody in: a token, or what was made with one (parent) and ends with it. Ids are never given
-- twice, for open streams remember them.
CREATE TABLE credential (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  owner TEXT NOT NULL,
  read_only INTEGER NOT NULL,
  run_id TEXT REFERENCES run (id) ON DELETE CASCADE,
  parent INTEGER REFERENCES credential (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  expires_at BIGINT
);

CREATE INDEX credential_by_parent ON credential (parent);
CREATE INDEX credential_by_run ON credential (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX credential_tokens ON credential (kind) WHERE kind = 'token';
CREATE INDEX credential_by_expiry ON credential (expires_at) WHERE expires_at IS NOT NULL;

-- Servers look at the revision: whoever writes, the command line too, makes them look closer.
CREATE TRIGGER credential_made AFTER INSERT ON credential WHEN new.kind = 'token'
BEGIN
  UPDATE access SET revision = revision + 1;
END;
CREATE TRIGGER credential_ended AFTER DELETE ON credential WHEN old.kind <> 'ticket'
BEGIN
  UPDATE access SET revision = revision + 1;
END;
