UPDATE run SET node = NULL, lease = NULL
WHERE node = $1 AND finished_at IS NULL AND kind IN ('task', 'command')
