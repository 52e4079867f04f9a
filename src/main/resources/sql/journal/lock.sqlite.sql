-- The write lock of SQLite is held already; elsewhere this locks the rows, in the order of their ids.
SELECT id AS run_id, number, owner, kind, name, epoch, last_seq, finished_at
FROM run
WHERE id IN (SELECT value FROM json_each($1))
ORDER BY id
