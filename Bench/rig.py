"""A terminal program on a pty: what it shows, when the last byte of a redraw came, and how many bytes there were.

Every read is stamped when it returns. The screen is worked out afterwards, so that emulation is in no figure; a step ends
when nothing came for a while, and the figure is the stamp of the last byte, so that the waiting is in none either.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

import pyte

ROWS, COLUMNS = 24, 80
QUIET, LONGEST = 0.04, 10.0
KEYS = {"Enter": b"\r", "Space": b" ", "Tab": b"\t", "Escape": b"\x1b", "Backspace": b"\x7f"}
ARROWS = {"Up": b"A", "Down": b"B", "Right": b"C", "Left": b"D"}
ENVIRONMENT = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "SWIFT_BACKTRACE": "enable=no"}
ENVIRONMENT.update({name: os.environ[name] for name in ("KNEEGUIDE_PACK",) if name in os.environ})
# What pyte takes for text.
NO_TEXT = re.compile(rb"\x1b\[[<=>][0-9;:]*[@-~]|\x1b\[\?[0-9;]*(?:\$p|u)|\x1b[P_^X].*?(?:\x1b\\)|\x1b\[[0-9;]* q", re.S)


class Screen(pyte.Screen):
    """pyte, with what ncurses uses on an xterm besides: repetition and scrolling."""

    _last = " "

    def draw(self, data):
        super().draw(data)
        self._last = data[-1:] or self._last

    def repeat(self, count=1, **_):
        self.draw(self._last * (count or 1))

    def scroll_up(self, count=1, **_):
        self._scroll(count or 1, self.index, (self.margins or (0, ROWS - 1))[1])

    def scroll_down(self, count=1, **_):
        self._scroll(count or 1, self.reverse_index, (self.margins or (0, ROWS - 1))[0])

    def _scroll(self, count, one_line, edge):
        row, self.cursor.y = self.cursor.y, edge
        for _ in range(count):
            one_line()
        self.cursor.y = row

    def select_graphic_rendition(self, *codes, **private):
        if not private:
            super().select_graphic_rendition(*codes)


class Stream(pyte.ByteStream):
    csi = dict(pyte.Stream.csi, b="repeat", S="scroll_up", T="scroll_down")
    events = pyte.Stream.events | {"repeat", "scroll_up", "scroll_down"}


class Session:
    """One run of a program. The times are in milliseconds."""

    def __init__(self, command, quiet=QUIET):
        self.quiet = quiet
        self.screen = Screen(COLUMNS, ROWS)
        self.stream = Stream(self.screen)
        self.bytes = 0
        self.output = b""
        self.arrows_are_for_applications = False
        started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
                os.execvpe(command[0], command, ENVIRONMENT)
            finally:
                os._exit(127)
        self.start = self._until_quiet(started, longest_first=LONGEST)

    def key(self, name):
        """Sends a key; the milliseconds to the last byte that it caused, and how many bytes there were."""
        if name in ARROWS:
            data = (b"\x1bO" if self.arrows_are_for_applications else b"\x1b[") + ARROWS[name]
        else:
            data = KEYS.get(name, name.encode())
        before = self.bytes
        sent = time.perf_counter()
        os.write(self.terminal, data)
        return self._until_quiet(sent, longest_first=1.0), self.bytes - before

    def _until_quiet(self, since, longest_first):
        last, wait, got = since, longest_first, []
        while select.select([self.terminal], [], [], wait)[0]:
            try:
                data = os.read(self.terminal, 65536)
            except OSError:
                data = b""
            if not data:
                break
            last, wait = time.perf_counter(), self.quiet
            got.append(data)
            if last - since > LONGEST:
                break
        self._show(b"".join(got))
        return (last - since) * 1000

    def _show(self, data):
        self.bytes += len(data)
        self.output = data
        modes = re.findall(rb"\x1b\[\?1([hl])", data)
        if modes:
            self.arrows_are_for_applications = modes[-1] == b"h"
        self.stream.feed(NO_TEXT.sub(b"", data))

    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    def frame(self):
        """The screen as runs of one style, a line each: row, column, style, text. Then the cursor."""
        out = []
        for row in range(ROWS):
            cells = [self.screen.buffer[row][column] for column in range(COLUMNS)]
            column = 0
            while column < COLUMNS:
                cell, text, first = cells[column], "", column
                style = self._style(cell)
                while column < COLUMNS and self._style(cells[column]) == style:
                    text += cells[column].data
                    column += 1
                if text.strip() or style != "- default default":
                    out.append(f"{row} {first} {style} {text}")
        return out, (self.screen.cursor.y, self.screen.cursor.x, int(not self.screen.cursor.hidden))

    @staticmethod
    def _style(cell):
        marks = "".join(
            mark for mark, on in (("b", cell.bold), ("r", cell.reverse), ("u", cell.underscore)) if on
        )
        return f"{marks or '-'} {cell.fg} {cell.bg}"

    def cpu(self):
        """Milliseconds on a processor so far, of all threads, to the nanosecond: hardly touched by what else runs on the machine."""
        nanoseconds = 0
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{thread}/schedstat", encoding="ascii") as file:
                nanoseconds += int(file.read().split()[0])
        return nanoseconds / 1e6

    def memory(self):
        """The memory in MiB, of its children too: resident, and with what is shared divided among those who share it."""
        processes = [self.pid]
        with open(f"/proc/{self.pid}/task/{self.pid}/children", encoding="ascii") as children:
            processes += map(int, children.read().split())
        texts = []
        for process in processes:
            with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:
                texts.append(file.read())
        return tuple(
            sum(int(re.search(rf"^{name}: +(\d+)", text, re.M)[1]) for text in texts) / 1024 for name in ("Rss", "Pss")
        )

    def end(self):
        """Whatever it is, it is over now."""
        os.close(self.terminal)
        for number in (signal.SIGTERM, signal.SIGKILL):
            for _ in range(50):
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    return
                time.sleep(0.002)
            os.kill(self.pid, number)
        os.waitpid(self.pid, 0)
