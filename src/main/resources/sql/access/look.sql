SELECT revision, CASE WHEN EXISTS (SELECT 1 FROM credential WHERE kind = 'token') THEN 1 ELSE 0 END AS users FROM access
