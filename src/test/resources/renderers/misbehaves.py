"""A renderer that does one thing wrong, the one that it is told.

Usage: misbehaves.py WRONG OUTPUT
"""
import os
import signal
import struct
import subprocess
import sys
import time
import zlib

wrong, output = sys.argv[1:]
FOREVER = 3600


def draw(text):
    os.write(1, text if isinstance(text, bytes) else text.encode())


def bar(count, total, percent=None):
    percent = 100 * count // total if percent is None else percent
    draw(f"\r{percent:3d}%|{'█' * 8}  | {count}/{total} [00:01<00:01,  1.00it/s]")


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width=64, height=48, more=b"", rows=None):
    rows = height if rows is None else rows
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + b"\7\70\140" * width for _ in range(rows)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + more + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def write(content):
    with open(output, "wb") as file:
        file.write(content)


def deaf():
    for name in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(name, signal.SIG_IGN)


def grandchild(code):
    """In a session of its own, deaf, and with the terminal still open."""
    subprocess.Popen(
        [sys.executable, "-c", "import os, signal, time\n"
         "for name in (signal.SIGTERM, signal.SIGHUP): signal.signal(name, signal.SIG_IGN)\n" + code],
        start_new_session=True)


# Time.

def hangs():
    time.sleep(FOREVER)


def falls_silent():
    bar(1, 4)
    time.sleep(FOREVER)


def never_ends():
    while True:
        draw("still thinking\r\n")
        time.sleep(0.02)


def ignores_term():
    deaf()
    bar(1, 4)
    time.sleep(FOREVER)


def stops_itself():
    bar(1, 4)
    os.kill(os.getpid(), signal.SIGSTOP)


def lets_go_of_its_terminal():
    bar(1, 4)
    for descriptor in (0, 1, 2):
        os.close(descriptor)
    time.sleep(FOREVER)


# Whom it leaves behind.

def leaves_grandchildren():
    for _ in range(3):
        grandchild(f"time.sleep({FOREVER})")
    bar(4, 4)
    write(png())


def leaves_a_talker():
    grandchild("while True: os.write(1, b'x' * 4096)")
    bar(4, 4)
    write(png())


def waits_with_grandchildren():
    deaf()
    for _ in range(3):
        grandchild(f"time.sleep({FOREVER})")
    bar(1, 4)
    time.sleep(FOREVER)


# What it says.

def floods():
    piece = ("x" * 30 + "\r 50%|█████     | 1/2 [00:14<00:14, 14.18s/it] and text " + "y" * 900) .encode()
    left = int(os.environ["FLOOD"])
    while left > 0:
        left -= os.write(1, piece)
    write(png())


def floods_without_any_end():
    piece = "█".encode() * 4096
    left = int(os.environ["FLOOD"])
    while left > 0:
        left -= os.write(1, piece)
    write(png())


def says_long_lines():
    for step in range(5):
        draw("w" * 20_000 + "\r\n")
        bar(step, 4)
    write(png())


def says_half_characters():
    for step in range(5):
        for byte in f"\r{25 * step:3d}%|{'█' * step}{' ' * (4 - step)}| {step}/4 [00:01<00:01,  1.00it/s]".encode():
            draw(bytes([byte]))
            time.sleep(0.001)
    write(png())


def says_absurd_things():
    for percent, count, total in ((50, 1, 2), (999, 7, 0), (0, 0, 2), (300, 9, 2), (-5, 1, 2), (75, 3, 4)):
        bar(count, total, percent) if total else draw(f"\r{percent}%|██| {count}/{total} [00:01<00:01, 1.00it/s]")
        draw("\r100%|██| 99999999999999999999/1 [00:00<00:00, 1.00it/s]\r")
    draw(b"\xff\xfe\x80\x1b[999999999A\x1b]0;title\x07\x1bP\x9c")
    write(png())


def says_the_same_ten_thousand_times():
    for step in range(10_000):
        bar(step, 10_000)
    bar(10_000, 10_000)
    write(png())


# What it leaves.

def paints_nothing():
    bar(4, 4)


def fails_with_a_picture():
    write(png())
    sys.exit(1)


def is_killed():
    write(png())
    os.kill(os.getpid(), signal.SIGKILL)


def crashes():
    write(png())
    os.kill(os.getpid(), signal.SIGSEGV)


def paints_an_empty_file():
    write(b"")


def paints_half():
    write(png()[:-30])


def paints_too_few_rows():
    write(png(rows=10))


def paints_svg():
    write(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")


def paints_a_page():
    write(b"<!doctype html><script>alert(1)</script>")


def claims_enormous_sides():
    write(png(100_000, 100_000, rows=1))


def paints_more_than_64_mib():
    with open(output, "wb") as file:
        file.write(png())
        file.truncate(200 << 20)


def hides_a_bomb():
    write(png(more=chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(64 << 20)))))


def makes_a_pipe():
    os.mkfifo(output)


def makes_a_link():
    write(png())
    os.rename(output, output + ".real")
    os.symlink(output + ".real", output)


def makes_a_link_to_our_secrets():
    os.symlink("/etc/passwd", output)


def makes_a_link_to_a_device():
    os.symlink("/dev/zero", output)


def makes_a_directory():
    os.makedirs(output + "/deep/deeper")


def fills_its_directory():
    folder = os.path.dirname(output)
    for number in range(500):
        open(f"{folder}/{number}.tmp", "w").close()
    os.symlink("/", f"{folder}/root")
    write(png())


globals()[wrong]()
