INSERT INTO event (id, run_id, seq, type, milestone, ending, at, data)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
