SELECT node.*, lease - (SELECT millis FROM clock) AS remaining FROM node ORDER BY name
