SELECT last, removed,
  (SELECT max(up_to) FROM journal_hole WHERE after_id < $1 AND up_to > $1) AS hole
FROM journal_head
