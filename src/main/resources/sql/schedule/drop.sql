DELETE FROM schedule WHERE owner = $1 AND mission = $2
