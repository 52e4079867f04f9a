SELECT credential.*, run.agent
FROM credential LEFT JOIN run ON run.id = credential.run_id
WHERE credential.id = $1 AND (credential.expires_at IS NULL OR credential.expires_at > $2)
