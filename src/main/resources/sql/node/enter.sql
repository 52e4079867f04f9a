-- A name is free again once the lease of who had it has run out.
INSERT INTO node (
  name, incarnation, address, version, started_at, seen_at, lease, leaving, slots, working, waiting, head)
SELECT $1, $2, $3, $4, millis, millis, millis + $5, 0, 0, 0, 0, 0
FROM clock
WHERE true
ON CONFLICT (name) DO UPDATE SET
  incarnation = excluded.incarnation,
  address = excluded.address,
  version = excluded.version,
  started_at = CASE WHEN node.incarnation = excluded.incarnation THEN node.started_at ELSE excluded.started_at END,
  seen_at = excluded.seen_at,
  lease = excluded.lease,
  leaving = excluded.leaving
WHERE node.incarnation = excluded.incarnation OR node.lease < excluded.seen_at
RETURNING name
