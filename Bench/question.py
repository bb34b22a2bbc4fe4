"""What the lines of a question's screen offer, which is all that the bench knows of the product."""

import re
import shlex

COLUMNS = 80


class Question:
    """The parts of one screen: its title, heading and texts, and what can be answered or pressed there."""

    def __init__(self, lines):
        rules = [number for number, line in enumerate(lines) if line.startswith("─")]
        below = rules[-1] if len(rules) > 1 else len(lines)
        body = [line.strip() for line in lines[2:below] if line.strip()]
        self.title = lines[0].strip()
        self.footer = [line.strip() for line in lines[below + 1 :] if line.strip()]
        self.heading = body[0] if body else ""
        self.rows = [m[1] for m in (re.match(r"(?:> )?[1-9] \[[^]]*\] (.*)", line) for line in body) if m]
        self.options = [m[1] for m in (re.match(r"(?:> )?[1-9] \( \) (.*)", line) for line in body) if m]
        self.buttons = [m[1] for m in (re.match(r"(?:> )?\[ (.*) \]$", line) for line in body) if m]
        self.is_number = any(re.match(r"> (?:\[ *\])? *\w+$", line) for line in body)
        self.texts = [line for line in body[1:] if not re.match(r"(?:> )?(?:[0-9] )?(?:\[|\( \))", line)]
        self.others = [m[1] for m in (re.match(r"(?:> )?(?:0 \[|\( \)) ([^]]*[^] ])", line) for line in body) if m]

    def keys(self):
        """The keys of one screen: a few moves, the quickest answer, and on to the next."""
        if self.rows:
            return ["Down", "Down", "Up", "0", "Enter"]
        if self.is_number:
            return ["6", "7", "Enter"]
        return ["Down", "Up", "Enter"]

    def dialog(self):
        """The same question for dialog, and the keys that answer it there."""
        entries = self.rows or ([] if self.is_number else self.options or self.buttons)
        if not entries:
            return f"dialog --inputbox {shlex.quote(self.heading)} 20 76 2>/dev/null", self.keys()
        tags = [part for number, text in enumerate(entries, 1) for part in (str(number), text)]
        if self.rows:
            boxed = [part for pair in zip(tags[::2], tags[1::2]) for part in (*pair, "off")]
            listed, keys = ["--checklist", self.heading, "20", "76", "12", *boxed], ["Down", "Down", "Up", "Enter"]
        else:
            listed, keys = ["--menu", self.heading, "20", "76", "12", *tags], ["Down", "Up", "Enter"]
        return "dialog " + " ".join(map(shlex.quote, listed)) + " 2>/dev/null", keys


def read_questions(path):
    """The question of each new screen of a walk, from the file of frames that the C form draws."""
    screens = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            start = line.split(" ")
            if start[0] == "frame":
                lines = [" " * COLUMNS] * 24
                if start[1] == "next":
                    screens.append(lines)
            else:
                row, column, _, text = line.rstrip("\n").split(" ", 3)
                before, at = lines[int(row)], int(column)
                lines[int(row)] = before[:at] + text + before[at + len(text) :]
    return [Question([line.rstrip() for line in lines]) for lines in screens]
