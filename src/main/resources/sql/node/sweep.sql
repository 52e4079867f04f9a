DELETE FROM node WHERE lease < (SELECT millis FROM clock) - $1
