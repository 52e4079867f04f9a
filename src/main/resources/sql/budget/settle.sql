UPDATE budget SET settled_micros = $1 WHERE run_id = $2
