-- Whether its node took it from one that had died over it; said anew by each claim.
ALTER TABLE run ADD COLUMN taken_over INTEGER NOT NULL DEFAULT 0;
