-- Nobody works on a run that waits: for a word of its owner, or from now on for its turn.
UPDATE run SET node = NULL, lease = NULL, queued_at = $1 WHERE id = $2 AND epoch = $3
