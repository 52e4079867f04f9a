"""A tool with an effect: it leaves a mark each time it is put to work, takes its time, and answers."""

import pathlib
import sys
import time

objective, marks = sys.argv[1], pathlib.Path(sys.argv[0]).with_name("marks")
with marks.open("a") as file:
    file.write(objective.strip() + "\n")
time.sleep(0.5)
print("marked")
