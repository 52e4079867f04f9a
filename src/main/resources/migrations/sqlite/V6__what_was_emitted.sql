-- What other programs gave a name of their own, so that the same one again is recorded once. It goes with its event.
CREATE TABLE emitted (
  owner TEXT NOT NULL,
  emitted_key TEXT NOT NULL,
  hash TEXT NOT NULL,
  event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  PRIMARY KEY (owner, emitted_key)
) WITHOUT ROWID;

CREATE INDEX emitted_by_event ON emitted (event_id);

CREATE INDEX run_reported ON run (number) WHERE finished_at IS NULL AND kind <> 'hatch';
