UPDATE journal_head SET removed = CASE WHEN removed < $1 THEN $1 ELSE removed END
