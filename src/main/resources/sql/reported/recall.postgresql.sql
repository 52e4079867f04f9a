SELECT emitted.emitted_key, emitted.hash, emitted.event_id, event.run_id, event.seq
FROM emitted JOIN event ON event.id = emitted.event_id
WHERE emitted.owner = $1
  AND emitted.emitted_key IN (SELECT jsonb_array_elements_text(CAST(CAST($2 AS TEXT) AS JSONB)))
