UPDATE run
SET node = NULL, lease = NULL, epoch = epoch + 1, crashes = crashes + $1
WHERE node = $2 AND finished_at IS NULL AND kind IN ('hatch', 'mission')
