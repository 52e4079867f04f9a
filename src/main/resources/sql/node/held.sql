SELECT id, epoch FROM run WHERE node = $1 AND finished_at IS NULL AND kind IN ('hatch', 'mission')
