DELETE FROM node WHERE name = $1 AND incarnation = $2
