UPDATE run
SET node = NULL, lease = NULL, epoch = epoch + 1
WHERE node = $1 AND id = $2 AND epoch = $3 AND finished_at IS NULL
