"""Measures the product against a plain ncurses form of the same screens, dialog, and a form of Textual. See Scripts/bench."""

import argparse
import os
import pathlib
import statistics
import sys

from question import Question
from rig import COLUMNS, QUIET, ROWS, Session

# What the product has to stay within: product divided by the C form.
AIMS = {"start": 1.9, "move": 1.1, "next": 1.3, "bytes of the walk": 1.2}
FIGURES = [
    ("start", "ms"), ("move", "ms"), ("change", "ms"), ("next", "ms"), ("CPU to start", "ms"), ("CPU a move", "ms"),
    ("CPU a change", "ms"), ("CPU a next", "ms"), ("CPU of the walk", "ms"), ("bytes of the first screen", "B"),
    ("bytes a move", "B"), ("bytes a next", "B"), ("bytes of the walk", "B"), ("memory, resident", "MiB"),
    ("memory, own share", "MiB"),
]  # fmt: skip
DIALOG_QUIET = 0.08  # dialog is started anew for each question: a pause inside its redraw is longer.
TEXTUAL_QUIET = 0.2  # It draws a screen in several goes.


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


def measure(command, keys, quiet=QUIET, is_one_process=True):
    """One run: the figures by name; those of the processor only of one process. A start that is not counted comes before, so that every program is warm."""
    Session(command, quiet).end()
    session = Session(command, quiet)
    figures = {"start": [session.start], "bytes of the first screen": [session.bytes]}
    resident, own = session.memory()
    figures["memory, resident"], figures["memory, own share"] = [resident], [own]
    if is_one_process:
        figures["CPU to start"] = [session.cpu()]
    for key in keys:
        before = session.cpu()
        milliseconds, count = session.key(key)
        if is_one_process:
            figures.setdefault(f"CPU a {kind_of(key)}", []).append(session.cpu() - before)
        figures.setdefault(kind_of(key), []).append(milliseconds)
        if kind_of(key) != "change":
            figures.setdefault(f"bytes a {kind_of(key)}", []).append(count)
    figures["bytes of the walk"] = [session.bytes]
    if is_one_process:
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


def check_same_questions(command, keys, texts):
    """The form of Textual must come to the same question on the same keys, however it sets it."""
    session = Session(command, TEXTUAL_QUIET)
    for step, (key, expected) in enumerate(zip([None, *keys], texts)):
        if key:
            session.key(key)
        wanted, shown = Question(expected), "\n".join(session.lines())
        # A picture names the one choice that has the focus, so after a move another.
        choices = (*wanted.options, *wanted.rows) if key in (None, "Enter") else ()
        missing = [text for text in (wanted.title, wanted.heading, *choices) if text not in shown]
        if missing:
            sys.exit(f"bench: the form of Textual does not show {missing[0]!r} at step {step}:\n{shown}")
    session.end()


def table(runs, names):
    """Medians of each program, and the median of the product's ratio to each other one, pair by pair."""
    missed = []
    print(f"{'':28}" + "".join(f"{name:>10}" for name in names) + "".join(f"{'/ ' + n:>10}" for n in names[1:]) + "   aim")
    for figure, unit in FIGURES:
        line = f"{figure + ', ' + unit:28}"
        for name in names:
            values = [run[name][figure] for run in runs if figure in run[name]]
            line += f"{statistics.median(values):10.2f}" if values else f"{'-':>10}"
        for name in names[1:]:
            ratios = [run[names[0]][figure] / run[name][figure] for run in runs if run[name].get(figure)]
            ratio = statistics.median(ratios) if ratios else None
            line += f"{ratio:10.2f}" if ratio is not None else f"{'-':>10}"
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
    parser.add_argument("--textual", help="a Python that has Textual; without it that form is left out")
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

    programs = {
        "product": (product, keys),
        "C form": (form, keys),
        "dialog": (["sh", str(script)], dialog_keys, DIALOG_QUIET, False),
    }
    if arguments.textual:
        textual = [arguments.textual, str(pathlib.Path(__file__).with_name("textual_form.py")), str(file)]
        check_same_questions(textual, keys, texts)
        programs["textual"] = (textual, keys, TEXTUAL_QUIET)

    runs = []
    for number in range(arguments.rounds):
        runs.append({name: measure(*how) for name, how in programs.items()})
        print(f"\rround {number + 1} of {arguments.rounds}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(f"{arguments.rounds} rounds, {len(keys)} keys through {len(questions)} screens of {COLUMNS}x{ROWS};")
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; medians, ratios pair by pair\n")
    if not arguments.textual:
        print("SKIPPED: the form of Textual, which could not be installed\n")
    missed = table(runs, list(programs))
    print("\nAll aims are met." if not missed else f"\nMissed: {', '.join(missed)}")
    return 1 if missed and arguments.strict else 0


if __name__ == "__main__":
    sys.exit(main())
