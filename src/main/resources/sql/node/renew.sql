UPDATE node
SET seen_at = (SELECT millis FROM clock),
  lease = (SELECT millis FROM clock) + $1,
  address = $2,
  leaving = $3,
  slots = $4,
  working = $5,
  waiting = $6,
  head = $7
WHERE name = $8 AND incarnation = $9
RETURNING name
