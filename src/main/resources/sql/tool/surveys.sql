SELECT tool, sum(adjustment) AS adjustment FROM survey WHERE owner = $1 GROUP BY tool
