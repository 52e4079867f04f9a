INSERT INTO tool_verdict (owner, tool, verdict, at) VALUES ($1, $2, $3, $4)
ON CONFLICT (owner, tool) DO UPDATE SET verdict = excluded.verdict, at = excluded.at
