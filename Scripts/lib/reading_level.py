"""Checks that the texts of Content/ are easy to read: Flesch-Kincaid grade 6 or lower.

usage: reading_level.py CONTENT [--all]

A text is a page, a section of a page, or what a patient reads of one YAML file. Texts of fewer than three sentences are
not scored: the formula means nothing there. A section of a page is one screen, and may reach grade 8.
--all prints every score, worst first. Fails with the list of those that are too hard.
"""

import pathlib
import re
import sys

import textstat
import yaml

MOST, MOST_ON_A_SCREEN, LEAST_SENTENCES = 6.0, 8.0, 3

# The keys whose values a patient reads as sentences. Names, titles and options are no sentences.
SENTENCES = {
    "ask", "hint", "why", "text", "action", "in-clinic", "when-closed", "because", "about", "does-not-suit",
    "not-advised", "prescribed-note", "over-counter-note", "article-note", "met", "missing", "do-not", "first-steps",
    "get-help-sooner", "means", "hidden-because", "incomplete", "intended-use", "not-a-diagnosis", "fits", "against",
}  # fmt: skip


def sentence(line):
    """The line as plain words that end like a sentence; nothing for a line without words."""
    line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)  # a link is its words
    line = re.sub(r"\{[a-z-]+\}", "911", line)
    line = re.sub(r"^\s*(?:[-*>]|\d+\.)\s+", "", line)
    line = line.replace("*", "").replace("`", "").strip()
    if not re.search("[A-Za-z]", line):
        return ""
    return line if line[-1] in ".?!" else line + "."


def sections(body):
    """The sections of a page with their headings, the part before the first one included."""
    parts = re.split(r"^##+ +(.*)$", body, flags=re.M)
    return list(zip(["(top)"] + parts[1::2], parts[0::2]))


def spoken(value, key=None):
    """Every sentence of a YAML tree, in order."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from spoken(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from spoken(part, key)
    elif isinstance(value, str) and key in SENTENCES:
        yield value


def texts(content):
    """Every text: its name, its sentences, and the highest grade it may have."""
    for path in sorted((content / "pages").glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[-1]
        name = path.relative_to(content)
        parts = sections(body)
        yield str(name), [line for _, part in parts for line in part.splitlines()], MOST
        for heading, part in parts:
            yield f"{name}: {heading}", part.splitlines(), MOST_ON_A_SCREEN
    for path in sorted(content.rglob("*.yaml")):
        if path.parent.name in ("patients", "evidence") or path.name == "scores.yaml":  # for the clinician
            continue
        tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        lines = spoken(tree, "text" if path.name.startswith("wording") else None)
        yield str(path.relative_to(content)), list(lines), MOST


def main(arguments):
    content = pathlib.Path(arguments[0])
    scores, skipped = [], 0
    for name, lines, most in texts(content):
        sentences = [s for s in map(sentence, lines) if s]
        text = " ".join(sentences)
        if len(re.findall(r"[.?!](?:\s|$)", text)) < LEAST_SENTENCES:
            skipped += 1
            continue
        scores.append((textstat.flesch_kincaid_grade(text), most, name))
    scores.sort(reverse=True)
    hard = [score for score in scores if score[0] > score[1]]
    for grade, most, name in scores if "--all" in arguments else hard:
        print(f"{'too hard' if grade > most else 'good':8} {grade:5.1f} (at most {most:.0f})  {name}")
    if not scores:
        sys.exit("reading level: no text was found")
    print(f"{skipped} texts are too short to be scored")
    print(f"{len(scores) - len(hard)} passed, {len(hard)} failed, 0 skipped")
    return 1 if hard else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
