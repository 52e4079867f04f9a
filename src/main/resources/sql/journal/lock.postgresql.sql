-- In the order of their ids, so that two batches never wait for each other.
SELECT id AS run_id, number, owner, kind, name, epoch, last_seq, finished_at
FROM run
WHERE id IN (SELECT jsonb_array_elements_text(CAST(CAST($1 AS TEXT) AS JSONB)))
ORDER BY id
FOR NO KEY UPDATE
