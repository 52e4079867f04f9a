"""A renderer that remembers when it wrote each step, for the benchmark of a report's delay.

Usage: stamps.py STEPS LEAST_MS MOST_MS STAMPS OUTPUT; it leaves no picture.
"""
import os
import random
import sys
import time

steps, least, most = map(int, sys.argv[1:4])
random.seed(7)
stamps = []
for step in range(steps + 1):
    bar = f"\r{100 * step // steps:3d}%|{'█' * 20}| {step}/{steps} [00:01<00:01, 50.00it/s]".encode()
    stamps.append(time.time_ns())
    os.write(2, bar)
    time.sleep(random.uniform(least, most) / 1000)
with open(sys.argv[4], "w") as file:
    file.write("\n".join(map(str, stamps)))
