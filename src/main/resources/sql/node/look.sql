-- Of each kind whether somebody waits whom nobody holds, and when the next of those may be free whom others hold.
SELECT kind,
  max(CASE WHEN until IS NULL OR until < (SELECT millis FROM clock) THEN 1 ELSE 0 END) AS waits,
  min(CASE WHEN until >= (SELECT millis FROM clock) THEN until END) - (SELECT millis FROM clock) AS soonest
FROM (
  SELECT run.kind,
    CASE WHEN node.lease > coalesce(run.lease, 0) THEN node.lease ELSE run.lease END AS until
  FROM run LEFT JOIN node ON node.name = run.node
  WHERE run.finished_at IS NULL
    AND run.kind IN ('hatch', 'mission')
    AND run.status <> 'proposed'
    AND (run.node IS NULL OR run.node <> $1)) others
GROUP BY kind
