-- How many characters a model's whole answer had; null where nothing was written.
ALTER TABLE phase_time ADD COLUMN characters INTEGER;
