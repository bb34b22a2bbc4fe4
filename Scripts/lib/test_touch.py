"""Tests the kiosk that a finger presses, without one: Packaging/touch on an X server without a screen, with clicks.

usage: test_touch.py PROGRAM PACK

What stands on the screen is read from what the program writes: script copies it, and a terminal of tmux shows the copy.
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import visitor

SESSION = pathlib.Path(__file__).resolve().parents[2] / "Packaging/touch/session"
TOOLS = ["Xvfb", "xterm", "xdotool", "xwininfo", "xdpyinfo", "script", "tmux"]
SIZES = [(1280, 800), (1024, 768), (1366, 768), (1920, 1080)]
counts = {"passed": 0, "failed": 0, "skipped": 0}


def check(what, holds, details=""):
    counts["passed" if holds else "failed"] += 1
    if not holds:
        print(f"✘ {what}\n{details}".rstrip(), flush=True)


def descendants(process):
    """Those that a process has started, the youngest first."""
    try:
        below = pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [found for child in below for found in descendants(int(child)) + [int(child)]]


class Display:
    """An X server, and the session on it."""

    def __init__(self, size, program, pack, folder):
        self.copy = pathlib.Path(folder) / "written"
        self.copy.unlink(missing_ok=True)
        self.view = None
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "{}x{}x24".format(*size), "-nolisten", "tcp",
             "-noreset"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with open(reading) as answer:
            number = answer.readline().strip()
        self.environment = {"PATH": os.environ["PATH"], "DISPLAY": f":{number}", "LANG": "C.UTF-8"}
        config = pathlib.Path(folder) / "kiosk.conf"
        state = pathlib.Path(folder) / "state"
        state.mkdir(exist_ok=True)
        config.write_text(f"pack = {pack}\ntouch = yes\nstate-folder = {state}\nstatus-folder = {state}\n")
        self.config = config
        self.session = subprocess.Popen(
            [SESSION, "script", "--quiet", "--flush", "--return", "--command", f"{program} kiosk --config {config}", self.copy],
            env=self.environment, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 20
        while not (self.copy.exists() and self.copy.stat().st_size > 500) and time.monotonic() < end:
            time.sleep(0.1)
        self.view = visitor.Terminal(["tail", "--lines=+2", "--follow", str(self.copy)], "kneeguide-touch")

    def close(self):
        if self.view:
            self.view.close()
        # script outlives its terminal, and the kiosk its script.
        for process in descendants(self.session.pid):
            try:
                os.kill(process, signal.SIGTERM)
            except ProcessLookupError:
                pass
        for process in (self.session, self.server):
            process.terminate()
            process.wait(10)

    def run(self, *words):
        return subprocess.run(words, env=self.environment, capture_output=True, text=True).stdout

    def windows(self):
        """Each window on the screen itself: its size and its place."""
        tree = self.run("xwininfo", "-root", "-children")
        return [tuple(map(int, found)) for found in
                re.findall(r"^ +0x\S+ .* (\d+)x(\d+)\+-?\d+\+-?\d+  \+(-?\d+)\+(-?\d+)$", tree, re.M)]

    def point_in_box(self, text):
        """Puts the pointer into the box of a text; whether there is one."""
        for row, line in enumerate(self.view.screen.split("\n")):
            found = re.search(f"│[ >]*(?:[0-9]+ )?({re.escape(text)}) *│", line)
            if found:
                width, height, left, top = self.windows()[0]
                self.run("xdotool", "mousemove", str(int(left + (found.start(1) + 0.5) * width / 80)),
                         str(int(top + (row + 0.5) * height / 24)))
                return True
        return False

    def point_at(self, text):
        """Puts the pointer on a text; whether it stands there."""
        for row, line in enumerate(self.view.screen.split("\n")):
            if text in line:
                width, height, left, top = self.windows()[0]
                column = line.index(text) + len(text) / 2
                self.run("xdotool", "mousemove", str(int(left + column * width / 80)),
                         str(int(top + (row + 0.5) * height / 24)))
                return True
        return False


def staff(program, pack, folder):
    digits = "820364"
    first = Display(SIZES[0], program, pack, folder)
    first.close()
    made = subprocess.run([program, "kiosk", "--config", first.config, "--set-pin"], input=digits + "\n",
                          capture_output=True, text=True)
    check("the staff's number is set", made.returncode == 0, made.stderr)
    display = Display(SIZES[0], program, pack, folder)
    try:
        display.view.wait(r"> *Start")
        for text, then in [("help", "Staff"), ("Staff: end this", "_ _ _"), *[(digit, r"\*") for digit in digits]]:
            check(f"there is a box for {text}", display.point_in_box(text), display.view.screen)
            time.sleep(0.5)
            display.run("xdotool", "click", "1")
            check(f"{text} is answered", display.view.wait(then, 5), display.view.screen)
        check("six were touched", display.view.wait(r"(\* ){6}_", 5), display.view.screen)
        check("there is a box to go on", display.point_in_box("Continue"), display.view.screen)
        display.run("xdotool", "click", "1")
        try:
            status = display.session.wait(10)
        except subprocess.TimeoutExpired:
            status = "none"
        check("the session ends as the kiosk does", status == 20, f"{status}\n{display.view.screen}")
    finally:
        display.close()


def sizes(program, pack, folder):
    for size in SIZES:
        display = Display(size, program, pack, folder)
        try:
            name = "{}x{}".format(*size)
            check(f"{name}: the first screen is shown", display.view.wait(r"> *Start"), display.view.screen)
            header = display.copy.read_bytes().split(b"\n")[0].decode(errors="replace")
            check(f"{name}: 80x24", 'COLUMNS="80"' in header and 'LINES="24"' in header, header)
            (width, height, left, top), = display.windows()
            fits = left >= 0 and top >= 0 and left + width <= size[0] and top + height <= size[1]
            check(f"{name}: all of it is on the screen", fits, f"{width}x{height}+{left}+{top}")
            large = width >= 0.9 * size[0] or height >= 0.9 * size[1]
            check(f"{name}: it fills the screen in one direction", large, f"{width}x{height}")
        finally:
            display.close()


def clicks(program, pack, folder):
    display = Display(SIZES[0], program, pack, folder)
    try:
        check("the first screen is shown", display.view.wait(r"> *Start"), display.view.screen)
        # What opens xterm's menus, changes its type, pastes or scrolls otherwise: none of it does anything.
        for step in [["keydown", "ctrl", "click", "1", "keyup", "ctrl"], ["keydown", "ctrl", "click", "3", "keyup", "ctrl"],
                     ["key", "shift+Insert"], ["key", "shift+KP_Add"], ["key", "shift+Prior"]]:
            display.point_at("KneeGuide")
            before = display.windows()
            display.run("xdotool", *step)
            time.sleep(0.3)
            after = display.windows()
            check(f"{' '.join(step)} opens nothing", len(after) == 1 and after == before, f"{before} {after}")
        # A plus is a key of the kiosk, which shows its help.
        display.run("xdotool", "key", "Escape")
        check("the first screen is still there", display.view.wait(r"Start", 2), display.view.screen)
        check("there is a box to press", display.point_at("Start"), display.view.screen)
        before = display.view.screen
        display.run("xdotool", "click", "1")
        shown = display.view.settled(before, 5)
        check("a press on a box is answered", not re.search(r"> *Start", shown) and len(shown.split()) > 3, shown)
    finally:
        display.close()


def main():
    program, pack = sys.argv[1:3]
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if "kiosk" not in subprocess.run([program, "--help"], capture_output=True, text=True).stdout:
        missing = ["a program with a kiosk"]
    if missing:
        counts["skipped"] += 1
        print(f"== The touch screen: SKIPPED, {', '.join(missing)} is missing")
    else:
        with tempfile.TemporaryDirectory() as folder:
            clicks(program, pack, folder)
            staff(program, pack, folder)
            sizes(program, pack, folder)
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return counts["failed"] == 0


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
