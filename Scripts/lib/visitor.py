"""A scripted visitor: walks through the questions on a terminal of tmux, by what stands on the screen alone.

It knows the forms of the questions and none of their words but the few that name keys and ends.
"""

import re
import subprocess
import time


class Terminal:
    """A program on a terminal of its own, 80x24."""

    def __init__(self, command, name="kneeguide-visitor"):
        self.name = name
        self.tmux("kill-server")
        done = subprocess.run(
            ["tmux", "-L", name, "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", *command],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"},
            capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"tmux does not start: {done.stderr.strip()}")

    def tmux(self, *words):
        return subprocess.run(["tmux", "-L", self.name, *words], capture_output=True, text=True).stdout

    @property
    def screen(self):
        return self.tmux("capture-pane", "-p")

    def press(self, *keys):
        self.tmux("send-keys", *keys)

    def wait(self, pattern, seconds=15):
        """Waits for a pattern on the screen; the screen then, or None."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            screen = self.screen
            if re.search(pattern, screen):
                return screen
            time.sleep(0.05)
        return None

    def settled(self, before, seconds=3):
        """The screen once it is another than before and stays so for a moment."""
        end = time.monotonic() + seconds
        last = self.screen
        while time.monotonic() < end:
            time.sleep(0.08)
            now = self.screen
            if now == last and now != before:
                break
            last = now
        return last

    def close(self):
        self.tmux("kill-server")


def keys_for(screen, tries):
    """What to press where the screen asks something; another thing at each further try on it."""
    if tries == 0 or tries > 8:
        if re.search(r"^ *> *0 +1 +2 +3", screen, re.M):
            return ["3", "Enter"]
        if re.search(r"^ .. 0 (\[ None|\[ \] None)", screen, re.M):
            return ["0", "Enter"]
        return ["Enter"]
    return [["End", "Enter"], ["5", "0", "Enter"], ["Down", "Enter"], ["Tab", "Enter"], ["1", "Enter"], ["Right", "Enter"],
            ["Up", "Enter"], ["End", "Enter"]][tries - 1]


def walk(terminal, until, screens=150):
    """Answers until a pattern stands on the screen. Returns that screen, or None where it gets stuck."""
    tries, at = 0, []
    for _ in range(screens):
        screen = terminal.screen
        if re.search(until, screen):
            return screen
        # A complaint stands over the question, which is the same one.
        lines = [line for line in screen.split("\n")[2:] if line.strip() and not line.startswith("  ! ")]
        question = lines[:1]
        tries = tries + 1 if question == at else 0
        at = question
        for key in keys_for(screen, tries):
            terminal.press(key)
            time.sleep(0.03)
        terminal.settled(screen, seconds=1.5)
    return None
