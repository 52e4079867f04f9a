UPDATE journal_head SET last = last + $1 RETURNING last
