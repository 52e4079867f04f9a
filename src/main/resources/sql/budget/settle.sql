-- Also what set nothing aside may have cost something: to tell what it asks for.
INSERT INTO budget (run_id, owner, month, reserved_micros, settled_micros) SELECT id, owner, $1, 0, $2
FROM run
WHERE id = $3
ON CONFLICT (run_id) DO UPDATE SET settled_micros = excluded.settled_micros
