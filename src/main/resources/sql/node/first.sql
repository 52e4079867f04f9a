-- Of those who stay, the first by name speaks for all.
SELECT CASE WHEN coalesce(min(name), $1) = $1 THEN 1 ELSE 0 END AS speaks, count(*) AS living
FROM living_node
WHERE leaving = 0
