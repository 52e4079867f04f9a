SELECT node.*, lease - (SELECT millis FROM clock) AS remaining FROM node WHERE name = $1
