"""Whether a braille display follows the focus: braille.py PROGRAM PACK, or braille.py --why-not.

brltty reads the console /dev/tty1 as it does for a person who is blind, with its Virtual display in place of a device. The
program runs there, keys are typed into it, and within a second of each the display must show the line of the cursor as the
kernel says that it stands on the screen. A program that leaves the cursor in a corner would show an empty line or always the
same: more than a few different lines must come, half of them with the mark of the focus.

--why-not prints why that cannot be done on this machine, or nothing.
"""

import contextlib
import fcntl
import os
import pathlib
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import termios
import time

CONSOLE = "/dev/tty1"
SCREEN = "/dev/vcsa1"
LETTERS = "/dev/vcsu1"
PORT = 35752
CELLS = 40
KEYS = 40
SECONDS = 1.0

ENTER, ESCAPE, UP, DOWN, RIGHT, LEFT = b"\r", b"\x1b", b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D"
END, PAGE_DOWN = b"\x1b[4~", b"\x1b[6~"
# More ways on than back, so that the walk comes far; nothing that writes a file.
TYPED = [ENTER] * 6 + [DOWN] * 6 + [UP] * 3 + [RIGHT, LEFT, END, PAGE_DOWN, ESCAPE, b" ", b"1", b"2", b"0", b"7", b"w", b"?"]


def why_not():
    """Why the display cannot be tried on this machine; empty: it can."""
    if os.geteuid() != 0:
        return "only root can type into a console"
    if not shutil.which("brltty"):
        return "brltty is not installed"
    for device in (CONSOLE, SCREEN, LETTERS):
        if not os.access(device, os.R_OK | os.W_OK):
            return f"there is no {device}"
    # Somebody may be logged in there, whose keyboard this is not.
    for link in pathlib.Path("/proc").glob("[0-9]*/fd/*"):
        with contextlib.suppress(OSError):
            if os.readlink(link) == CONSOLE:
                return f"{CONSOLE} is in use"
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", PORT)) == 0:
            return f"port {PORT} is in use"
    return ""


def line_of_cursor():
    """The line on which the cursor stands, and its column, from the kernel's own memory of the screen."""
    rows, columns, x, y = pathlib.Path(SCREEN).read_bytes()[:4]
    del rows
    letters = pathlib.Path(LETTERS).read_bytes().decode("utf-32-le", "replace")
    return letters[y * columns : (y + 1) * columns], x


def in_window(line, x):
    """What a display of so many cells shows of a line: the part that the cursor is in."""
    start = x // CELLS * CELLS
    return line[start : start + CELLS].rstrip()


def type_key(key):
    terminal = os.open(CONSOLE, os.O_RDWR)
    try:
        for byte in key:
            fcntl.ioctl(terminal, termios.TIOCSTI, bytes([byte]))
    finally:
        os.close(terminal)


class Display:
    """The cells of the Virtual display, as brltty sends them."""

    def __init__(self, connection):
        self.connection = connection
        self.connection.settimeout(0.02)
        self.connection.sendall(f"cells {CELLS} 1\n".encode())
        self.received = b""
        self.shown = ""

    def read(self):
        with contextlib.suppress(socket.timeout):
            self.received += self.connection.recv(4096)
        lines = self.received.split(b"\n")
        self.received = lines.pop()
        for line in lines:
            found = re.match(r'Visual "(.*)"$', line.decode("utf-8", "replace"))
            if found:
                # A quotation mark and a backslash are sent behind a backslash.
                self.shown = re.sub(r"\\(.)", r"\1", found.group(1)).rstrip()

    def wait_for(self, is_shown, seconds):
        end = time.monotonic() + seconds
        while not is_shown(self.shown):
            if time.monotonic() > end:
                return False
            self.read()
        return True


@contextlib.contextmanager
def running(*command, **options):
    process = subprocess.Popen(command, **options)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def program(path, pack):
    environment = {"TERM": "linux", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "KNEEGUIDE_PACK": pack}
    with open(CONSOLE, "rb") as keyboard, open(CONSOLE, "wb") as screen, open(os.devnull, "wb") as nowhere:
        with running("setsid", path, stdin=keyboard, stdout=screen, stderr=nowhere, env=environment) as process:
            yield process


def connected():
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", PORT), 3)
        except ConnectionRefusedError:
            time.sleep(0.1)
    sys.exit("brltty does not answer")


def walk(path, pack, folder):
    """Types the keys; the number of lines that were shown in time, and of those that were not."""
    keys = random.Random(1)
    passed, failed, lines = 0, 0, []
    brltty = [
        "brltty", "--no-daemon", "--environment-variables", "--braille-driver=vr", "--braille-device=server:",
        "--screen-driver=lx", "--speech-driver=no", "--text-table=en_US", "--configuration-file=/dev/null",
        f"--writable-directory={folder}/writable", f"--updatable-directory={folder}/updatable", "--no-api",
        "--message-time=100", "--quiet",
    ]  # fmt: skip
    with open(folder + "/log", "wb") as log, running(*brltty, stdout=log, stderr=log), connected() as connection:
        display = Display(connection)
        with program(path, pack) as process:
            # The first screen, and not what was left there before it.
            display.wait_for(lambda shown: "[ " in shown and shown == in_window(*line_of_cursor()), 10)
            for number in range(KEYS):
                # The way in first, so that there is something to walk through.
                key = [ENTER, ENTER, b"6", b"7", ENTER][number] if number < 5 else keys.choice(TYPED)
                typed = time.monotonic()
                type_key(key)
                # By then the program has drawn. An Escape alone is waited for longer.
                time.sleep(0.4 if key == ESCAPE else 0.15)
                if process.poll() is not None:
                    print(f"the program ended with {process.returncode} after {key}")
                    return passed, failed + 1
                line, x = line_of_cursor()
                wanted = in_window(line, x)
                left = typed + SECONDS - time.monotonic()
                if wanted and display.wait_for(lambda shown: shown == wanted, left):
                    passed += 1
                    lines.append(wanted)
                else:
                    failed += 1
                    print(f"after {key} the screen has {wanted!r} and the display {display.shown!r}")
    if len(set(lines)) < 10 or sum(">" in line for line in lines) < KEYS / 2:
        failed += 1
        print("too few lines with the focus, or always the same:", *sorted(set(lines)), sep="\n")
    return passed, failed


def main():
    reason = why_not()
    if sys.argv[1:] == ["--why-not"]:
        print(reason)
        return 0
    if reason:
        sys.exit(reason)
    with tempfile.TemporaryDirectory() as folder:
        passed, failed = walk(sys.argv[1], sys.argv[2], folder)
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
