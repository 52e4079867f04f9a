SELECT id, seq, data FROM event WHERE run_id = $1 AND seq >= $2 AND seq <= $3 ORDER BY seq
