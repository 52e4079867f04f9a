INSERT INTO cooked (run_id, owner, recipe) VALUES ($1, $2, $3) ON CONFLICT (run_id) DO NOTHING
