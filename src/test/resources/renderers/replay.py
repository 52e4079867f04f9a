"""A renderer that says what another one once said, in pieces, and paints well.

Usage: replay.py CAPTURE OUTPUT
"""
import os
import random
import shutil
import sys
import time
import tty

capture, output = sys.argv[1:]
# The capture has its line ends as a terminal made them.
tty.setraw(1)
random.seed(7)
with open(capture, "rb") as file:
    said = file.read()
pieces = max(1, len(said) // 40)
while said:
    length = random.randint(1, 2 * pieces)
    os.write(1, said[:length])
    said = said[length:]
    time.sleep(0.002)
shutil.copyfile(os.environ["PICTURE"], output)
