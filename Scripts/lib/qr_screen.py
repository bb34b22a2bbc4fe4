"""Reads the codes of the hand-over screen as a phone's camera would: the whole window, with a decoder that is not of the program.

usage: qr_screen.py KNEEGUIDE PACK [--some | --hidden]

The program runs on a terminal of tmux. Each code is painted with the colors of its cells, letters and all, and given to zbar;
what it reads has to stand on the page that is kept at the end, in its order. It is done in each theme, without color, in
the eight of the Linux console, and in a larger window; with --some in the usual theme and on the Linux console alone.
--hidden also waits the minute after which a code is taken away.
"""

import os
import re
import sys
import tempfile
import time

from pyzbar import pyzbar

import visitor

SCALE = 4
LOOKS = [["--theme", theme] for theme in ("default", "high-contrast", "light", "monochrome")]
LOOKS += [["NO_COLOR=1"], ["TERM=linux"]]
BASE = [0x00, 0x4C, 0x96, 0xA0, 0x1D, 0x69, 0xB3, 0xC0]


def luminance(number):
    """Of one of the 256 colors; the first 16 about as a terminal has them."""
    if number < 16:
        return BASE[number] if number < 8 else 0xFF if number == 15 else min(255, BASE[number - 8] + 0x40)
    if number >= 232:
        return 8 + 10 * (number - 232)
    red, green, blue = (([0, 95, 135, 175, 215, 255])[(number - 16) // step % 6] for step in (36, 6, 1))
    return (299 * red + 587 * green + 114 * blue) // 1000


def cells(text, width, height):
    """Rows of (character, ink, paper) from what tmux captures with its sequences."""
    rows = []
    for line in (text.split("\n") + [""] * height)[:height]:
        ink, paper, reverse, row, at = 255, 0, False, [], 0
        while at < len(line):
            match = re.compile(r"\x1b\[([0-9;]*)m").match(line, at)
            if not match:
                row.append((line[at], paper, ink) if reverse else (line[at], ink, paper))
                at += 1
                continue
            at = match.end()
            numbers = [int(number or 0) for number in match.group(1).split(";")]
            while numbers:
                number = numbers.pop(0)
                if number == 0:
                    ink, paper, reverse = 255, 0, False
                elif number in (7, 27):
                    reverse = number == 7
                elif number in (38, 48):
                    kind = numbers.pop(0)
                    value = luminance(numbers.pop(0)) if kind == 5 else sum(numbers.pop(0) for _ in range(3)) // 3
                    ink, paper = (value, paper) if number == 38 else (ink, value)
                elif number in (39, 49):
                    ink, paper = (255, paper) if number == 39 else (ink, 0)
                else:
                    for first, base, isInk in ((30, 0, True), (40, 0, False), (90, 8, True), (100, 8, False)):
                        if first <= number < first + 8:
                            value = luminance(base + number - first)
                            ink, paper = (value, paper) if isInk else (ink, value)
        # What stands behind the last character looks as the terminal does.
        rows.append((row + [(" ", 255, 0)] * width)[:width])
    return rows


def painted(rows):
    """Gray pixels, and their width and height; a letter is a bar, so that it is no part of a code."""
    pixels = []
    for row in rows:
        for half in (0, 1):
            line = b""
            for character, ink, paper in row:
                dark = {" ": paper, "█": ink, "▀": ink if half == 0 else paper, "▄": ink if half else paper}
                if character in dark:
                    line += bytes([dark[character]]) * SCALE
                else:
                    line += bytes([paper, ink, paper, paper])
            pixels.append(line * SCALE)
    return b"".join(pixels), len(rows[0]) * SCALE, len(rows) * 2 * SCALE


class Phone:
    def __init__(self, program, pack, page, look, size):
        self.width, self.height = (int(number) for number in size.split("x"))
        variables = [word for word in look if "=" in word]
        command = ["env", f"KNEEGUIDE_PACK={pack}", *variables, program, "walk", "--export", page,
                   *(word for word in look if word not in variables)]
        self.terminal = visitor.Terminal(command, name=f"kneeguide-qr-{os.getpid()}")
        self.terminal.tmux("resize-window", "-x", str(self.width), "-y", str(self.height))

    def go(self):
        """To the first code."""
        visitor.walk(self.terminal, "QR code")
        for _ in range(12):
            screen = self.terminal.screen
            if re.search("^ *> Show it as a QR code", screen, re.M):
                break
            self.terminal.press("Down" if "QR code" in screen else "Right")
            self.terminal.settled(screen, seconds=1)
        self.terminal.press("Enter")
        return self.terminal.wait("Point your phone")

    def read(self):
        time.sleep(0.2)
        text = self.terminal.tmux("capture-pane", "-p", "-e", "-N")
        pixels = painted(cells(text, self.width, self.height))
        return [code.data.decode() for code in pyzbar.decode(pixels, symbols=[pyzbar.ZBarSymbol.QRCODE])]

    def read_all(self):
        """The text of all codes, joined where they were cut; or what is wrong."""
        if not self.go():
            return None, f"no code is shown:\n{self.terminal.screen}"
        parts = []
        while True:
            found = self.read()
            if len(found) != 1:
                return None, f"{found!r} was read of:\n{self.terminal.screen}"
            place = re.match(r"(\d)/(\d) ", found[0])
            if place and int(place.group(1)) != len(parts) + 1:
                return None, f"this is not code {len(parts) + 1}: {found[0]}"
            parts.append(found[0][place.end():] if place else found[0])
            if not place or place.group(1) == place.group(2):
                return " ".join(parts), None
            self.terminal.press("Right")
            self.terminal.wait(f"Code {len(parts) + 1} of")


def is_part(text, page):
    """Whether the words of a text stand in a page, in their order."""
    rest = iter(page.split())
    return all(word in rest for word in text.split())


def fault(program, pack, page, look, size, hidden):
    phone = Phone(program, pack, page, look, size)
    try:
        text, wrong = phone.read_all()
        if wrong:
            return wrong
        if hidden:
            time.sleep(57)
            if not phone.read():
                return "the code was hidden too early"
            if not phone.terminal.wait("was hidden after 60 seconds", 6):
                return "the code was not hidden"
        else:
            phone.terminal.press("Escape")
            phone.terminal.wait("Keep it as a text file", 5)
        if phone.read():
            return f"the code still stands:\n{phone.terminal.screen}"
        phone.terminal.press("q")
        phone.terminal.wait("Leave")
        phone.terminal.press("2")
        end = time.monotonic() + 5
        while not os.path.exists(page) and time.monotonic() < end:
            time.sleep(0.1)
        time.sleep(0.1)
        with open(page, encoding="utf-8") as file:
            kept = file.read()
        text = text.removesuffix("There is more on the page.")
        return None if len(text) > 100 and is_part(text, kept) else f"this is not on the page: {text}"
    finally:
        phone.terminal.close()


def main():
    options = {word for word in sys.argv[1:] if word.startswith("--")}
    program, pack = [word for word in sys.argv[1:] if word not in options]
    hidden = "--hidden" in options
    cases = [(look, "80x24") for look in LOOKS] + [(LOOKS[0], "120x40")]
    if hidden:
        cases = [(LOOKS[0], size) for size in ("80x24", "120x40")]
    elif "--some" in options:
        cases = [(look, "80x24") for look in (LOOKS[0], ["TERM=linux"])]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for look, size in cases:
            page = os.path.join(folder, f"{passed}-{failed}.txt")
            wrong = fault(program, pack, page, look, size, hidden)
            passed, failed = (passed, failed + 1) if wrong else (passed + 1, failed)
            if wrong:
                print(f"✘ {' '.join(look)} {size}: {wrong}", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


sys.exit(main())
