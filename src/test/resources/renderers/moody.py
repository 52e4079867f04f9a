"""A renderer whose mood follows from its seed: it paints well, badly or not at all.

Usage: moody.py --prompt=TEXT --output=FILE --seed=N [--pause=SECONDS] [--ledger=FILE]

The pause is the longest between two steps. With a ledger it notes there what it is at: a line
"OUTPUT PID NANOSECONDS" at its start and every 20 ms, so that whoever reads it sees from when to
when it lived.
"""
import argparse
import os
import random
import struct
import sys
import threading
import time
import zlib

SIDE = 64
PULSE = 0.02  # s


def bar(step, steps, name=""):
    percent = 100 * step // steps
    cells = ("#" * (20 * step // steps)).ljust(20)
    prefix = f"{name}: " if name else ""
    sys.stderr.write(f"\r{prefix}{percent:3d}%|{cells}| {step}/{steps} [00:01<00:01, 10.00it/s]")
    sys.stderr.flush()


def steps(count, name="", until=None):
    for step in range(0, (until or count) + 1):
        bar(step, count, name)
        time.sleep(random.random() * given.pause)
    sys.stderr.write("\n")


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png():
    rows = b"".join(b"\0" + bytes(random.randrange(256) for _ in range(3 * SIDE)) for _ in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


def well(out):
    steps(random.choice([1, 4, 20, 60]))
    write(out, png())


def prepared(out):
    steps(3, "Fetching 3 files")
    steps(7, "Loading pipeline components")
    well(out)


def twice(out):
    steps(10)
    steps(10)
    write(out, png())


def chatty(out):
    for word in range(20):
        print("50% | 3/4 \x1b]0;title\x07\x1b[31mword\x1b[0m", word, flush=True)
        bar(word, 20)
    write(out, png())


def silent(out):
    time.sleep(0.3)
    write(out, png())


def crash(out):
    steps(20, until=7)
    raise RuntimeError("out of colours")


def nothing(out):
    steps(8)


def half(out):
    steps(8)
    write(out, png()[:200])


def link(out):
    steps(2)
    os.symlink("/etc/passwd", out)


def hang(out):
    steps(20, until=5)
    time.sleep(3600)


def note(ledger):
    os.write(ledger, f"{given.output} {os.getpid()} {time.monotonic_ns()}\n".encode())


def live(ledger):
    while True:
        note(ledger)
        time.sleep(PULSE)


MOODS = [well, well, prepared, twice, chatty, silent, crash, nothing, half, link, hang]

arguments = argparse.ArgumentParser()
arguments.add_argument("--prompt")
arguments.add_argument("--output")
arguments.add_argument("--seed", type=int)
arguments.add_argument("--pause", type=float, default=0.01)
arguments.add_argument("--ledger")
given = arguments.parse_args()
if given.ledger:
    book = os.open(given.ledger, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    note(book)
    threading.Thread(target=live, args=(book,), daemon=True).start()
random.seed(given.seed)
random.choice(MOODS)(given.output)
