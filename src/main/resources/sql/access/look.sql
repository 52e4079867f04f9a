SELECT revision, EXISTS (SELECT 1 FROM credential WHERE kind = 'token') AS users FROM access
