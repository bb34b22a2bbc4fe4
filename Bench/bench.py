"""Measures the product against a plain ncurses form of the same screens, and against dialog. See Scripts/bench."""

import argparse
import os
import pathlib
import re
import shlex
import statistics
import sys

from rig import COLUMNS, ROWS, Session

# What the product has to stay within: product divided by the C form.
AIMS = {"start": 1.9, "move": 1.1, "next": 1.3, "bytes of the walk": 1.2}
FIGURES = [
    ("start", "ms"), ("move", "ms"), ("change", "ms"), ("next", "ms"), ("CPU to start", "ms"), ("CPU a move", "ms"),
    ("CPU a change", "ms"), ("CPU a next", "ms"), ("CPU of the walk", "ms"), ("bytes of the first screen", "B"),
    ("bytes a move", "B"), ("bytes a next", "B"), ("bytes of the walk", "B"), ("memory, resident", "MiB"),
    ("memory, own share", "MiB"),
]  # fmt: skip
DIALOG_QUIET = 0.08  # dialog is started anew for each question: a pause inside its redraw is longer.


class Question:
    """What the lines of a question's screen offer, which is all that the bench knows of the product."""

    def __init__(self, lines):
        body = [line.strip() for line in lines[2:] if line.strip() and not line.startswith("─")]
        self.heading = body[0] if body else ""
        self.rows = [m[1] for m in (re.match(r"(?:> )?[1-9] \[[^]]*\] (.*)", line) for line in body) if m]
        self.options = [m[1] for m in (re.match(r"(?:> )?[1-9] \( \) (.*)", line) for line in body) if m]
        self.buttons = [m[1] for m in (re.match(r"(?:> )?\[ (.*) \]$", line) for line in body) if m]
        self.is_number = any(re.match(r"> (?:\[ *\])? *\w+$", line) for line in body)

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


def kind_of(key):
    return {"Down": "move", "Up": "move", "Enter": "next"}.get(key, "change")


def record(command, screens):
    """Walks through the product once: the keys, every frame, and the questions met."""
    session, keys, questions = Session(command, quiet=0.15), [], []
    frames, texts = [("next", session.frame())], [session.lines()]
    for _ in range(screens):
        question = Question(session.lines())
        questions.append(question)
        before = session.lines()
        for key in question.keys():
            session.key(key)
            keys.append(key)
            frames.append(("next" if key == "Enter" else "same", session.frame()))
            texts.append(session.lines())
        if session.lines()[:4] == before[:4]:
            sys.exit("bench: the walk is stuck on this screen:\n" + "\n".join(session.lines()))
    session.end()
    return keys, frames, texts, questions


def write_frames(path, frames):
    with open(path, "w", encoding="utf-8") as file:
        for kind, (runs, (row, column, _)) in frames:
            print("frame", kind, row, column, file=file)
            for run in runs:
                at, first, marks, _foreground, _background, text = run.split(" ", 5)
                print(at, first, marks, text, file=file)


def measure(command, keys, quiet=None):
    """One run: the figures by name; without those of the processor where `quiet` tells of several processes. A start that is not counted comes before, so that every program is warm."""
    options = {} if quiet is None else {"quiet": quiet}
    Session(command, **options).end()
    session = Session(command, **options)
    figures = {"start": [session.start], "bytes of the first screen": [session.bytes]}
    resident, own = session.memory()
    figures["memory, resident"], figures["memory, own share"] = [resident], [own]
    if quiet is None:
        figures["CPU to start"] = [session.cpu()]
    for key in keys:
        before = session.cpu()
        milliseconds, count = session.key(key)
        if quiet is None:
            figures.setdefault(f"CPU a {kind_of(key)}", []).append(session.cpu() - before)
        figures.setdefault(kind_of(key), []).append(milliseconds)
        if kind_of(key) != "change":
            figures.setdefault(f"bytes a {kind_of(key)}", []).append(count)
    figures["bytes of the walk"] = [session.bytes]
    if quiet is None:
        figures["CPU of the walk"] = [session.cpu()]
    session.end()
    return {name: statistics.median(values) for name, values in figures.items()}


def check_same_screens(command, keys, texts):
    """The C form must show what the product shows, or the figures compare two different things."""
    session = Session(command, quiet=0.15)
    for step, (key, expected) in enumerate(zip([None, *keys], texts)):
        if key:
            session.key(key)
        if session.lines() != expected:
            sys.exit(f"bench: the C form differs from the product at step {step}:\n" + "\n".join(session.lines()))
    session.end()


def table(runs, names):
    """Medians of each program, and the median of the product's ratio to each other one, pair by pair."""
    missed = []
    print(f"{'':26}" + "".join(f"{name:>14}" for name in names) + "".join(f"{'/ ' + n:>14}" for n in names[1:]) + "   aim")
    for figure, unit in FIGURES:
        line = f"{figure + ', ' + unit:26}"
        for name in names:
            values = [run[name][figure] for run in runs if figure in run[name]]
            line += f"{statistics.median(values):14.2f}" if values else f"{'-':>14}"
        for name in names[1:]:
            ratios = [run[names[0]][figure] / run[name][figure] for run in runs if run[name].get(figure)]
            ratio = statistics.median(ratios) if ratios else None
            line += f"{ratio:14.2f}" if ratio is not None else f"{'-':>14}"
            if name == names[1] and ratio is not None and figure in AIMS:
                aim = f"   <= {AIMS[figure]}"
                if ratio > AIMS[figure]:
                    aim += "  MISSED"
                    missed.append(figure)
        print(line + (aim if figure in AIMS else ""))
    return missed


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench")
    parser.add_argument("--product", required=True)
    parser.add_argument("--form", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--screens", type=int, required=True)
    parser.add_argument("--strict", action="store_true")
    arguments = parser.parse_args()

    # Without arguments, as people start it; the pack comes by KNEEGUIDE_PACK.
    product = [arguments.product]
    keys, frames, texts, questions = record(product, arguments.screens)
    file = arguments.work / "frames.txt"
    write_frames(file, frames)
    form = [arguments.form, str(file)]
    check_same_screens(form, keys, texts)
    asked = [question.dialog() for question in questions]
    script = arguments.work / "dialog.sh"
    script.write_text("\n".join(line for line, _ in asked) + "\nsleep 5\n", encoding="utf-8")
    dialog_keys = [key for _, part in asked for key in part][:-1]

    runs = []
    for number in range(arguments.rounds):
        runs.append(
            {
                "product": measure(product, keys),
                "C form": measure(form, keys),
                "dialog": measure(["sh", str(script)], dialog_keys, DIALOG_QUIET),
            }
        )
        print(f"\rround {number + 1} of {arguments.rounds}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(f"{arguments.rounds} rounds, {len(keys)} keys through {len(questions)} screens of {COLUMNS}x{ROWS};")
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; medians, ratios pair by pair\n")
    missed = table(runs, ["product", "C form", "dialog"])
    print("\nAll aims are met." if not missed else f"\nMissed: {', '.join(missed)}")
    return 1 if missed and arguments.strict else 0


if __name__ == "__main__":
    sys.exit(main())
