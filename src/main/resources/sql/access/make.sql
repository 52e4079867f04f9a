-- What is made with something that has ended meanwhile is not made at all; 0 is a server without users.
-- A link outlives the session it was made in, not the token.
INSERT INTO credential (kind, hash, owner, read_only, run_id, created_at, expires_at, parent)
SELECT $1, $2, $3, $4, $5, $6, $7,
  CASE WHEN $1 = 'share' THEN coalesce(parent.parent, parent.id) ELSE parent.id END
FROM (SELECT 1) AS one LEFT JOIN credential parent ON parent.id = $8
WHERE parent.id IS NOT NULL OR CAST($8 AS BIGINT) = 0
RETURNING *
