"""A renderer that takes 1,000 steps of 20 ms each, for the benchmark of latency."""
import struct
import sys
import time
import zlib

STEPS = 1000
SIDE = 16


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


for step in range(STEPS + 1):
    sys.stderr.write(f"\r{100 * step // STEPS:3d}%|####################| {step}/{STEPS} [00:01<00:01, 50.00it/s]")
    sys.stderr.flush()
    time.sleep(0.02)
with open(sys.argv[1], "wb") as file:
    rows = b"".join(b"\0" + b"\x80" * (3 * SIDE) for _ in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
