-- By the database's clock; 0 for those that were there before.
ALTER TABLE picture ADD COLUMN saved_at BIGINT NOT NULL DEFAULT 0;
