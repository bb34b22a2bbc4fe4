"""Checks that the texts of Content/ are easy to read, and that they use plain words.

usage: reading_level.py CONTENT [--all]

A page, and what a patient reads of one YAML file, has at most Flesch-Kincaid grade 6; a screen of three sentences or more
(a section of a page, a question with hint and why, a red flag, a pattern, a treatment, a part of the advice) at most 8;
all of it together at most SMOG 8. Below three sentences the formulas mean nothing: a screen is then not scored, and a
page is a fault. A sentence has at most 20 words; there is no double question, no double negative and no word to avoid.
The words and the exceptions stand in CONTENT/plain-words.yaml.

Prints the median, the hardest page, the SMOG of the whole, and where something fails the ten worst; --all prints all.
"""

import pathlib
import re
import statistics
import sys

import textstat
import yaml

import content_texts

MOST, MOST_ON_A_SCREEN, MOST_SMOG, LEAST_SENTENCES = 6.0, 8.0, 8.0, 3


def sentences(prose):
    return [part for part in re.split(r"(?<=[.?!])[\"')]*\s+", prose) if re.search("[A-Za-z]", part)]


def too_hard(group):
    """The grade of a group with what is wrong with it, if anything; no grade where it is too short to be scored."""
    prose = group.prose
    if len(sentences(prose)) < LEAST_SENTENCES:
        return None, "too short to score" if group.kind == "page" else None
    grade = textstat.flesch_kincaid_grade(prose)
    most = MOST_ON_A_SCREEN if group.kind == "screen" else MOST
    return grade, f"grade {grade:.1f}, at most {most:.0f}" if grade > most else None


def smog(found):
    """The SMOG of all pages and files together."""
    prose = " ".join(group.prose for group in found if group.kind != "screen")
    if len(sentences(prose)) < LEAST_SENTENCES:
        return 0.0, "too short to score"
    value = textstat.smog_index(prose)
    return value, f"SMOG {value:.1f}, at most {MOST_SMOG:.0f}" if value > MOST_SMOG else None


class Words:
    """The rules of plain-words.yaml, and which of its exceptions were needed."""

    def __init__(self, tree):
        self.most_words = int(tree["most-words"])
        self.avoid = [(self.pattern(term), term, better) for term, better in tree["avoid"].items()]
        self.negatives = [re.compile(pattern, re.I) for pattern in tree["double-negatives"]]
        self.joined_questions = [re.compile(pattern, re.I) for pattern in tree["double-questions"]]
        self.exceptions = tree.get("exceptions") or []
        self.used = set()

    @staticmethod
    def pattern(term):
        """A term as it is looked for: whole words, any white space, `*` for any ending."""
        words = r"\s+".join(re.escape(word).replace(r"\*", r"[a-z]*") for word in str(term).split())
        return re.compile(rf"(?<![\w-]){words}(?![\w-])", re.I)

    def is_excepted(self, rule, text):
        for number, exception in enumerate(self.exceptions):
            if (
                exception["rule"] == rule
                and text.place.startswith(exception.get("in", ""))
                and str(exception.get("text", "")).lower() in text.words.lower()
            ):
                self.used.add(number)
                return True
        return False

    def faults(self, text):
        """Every fault of a text: the rule and what is wrong."""
        found = []
        for part in sentences(text.words):
            count = len(re.findall(r"[^\s]*\w[^\s]*", part))
            if count > self.most_words:
                found.append(("long", f"{count} words, at most {self.most_words}: {part}"))
            if any(pattern.search(part) for pattern in self.negatives):
                found.append(("negative", f"a double negative: {part}"))
            if part.rstrip("\"')").endswith("?") and any(pattern.search(part) for pattern in self.joined_questions):
                found.append(("joined", f"two questions in one: {part}"))
        if text.words.count("?") > 1:
            found.append(("question", f"two questions: {text.words}"))
        for pattern, term, better in self.avoid:
            if hit := pattern.search(text.words):
                found.append(("word", f"'{hit[0]}': say '{better}': {text.words}"))
        return [fault for fault in found if not self.is_excepted(fault[0], text)]

    def unused(self):
        return [e for number, e in enumerate(self.exceptions) if number not in self.used]


def check(found, words):
    """Every score and every fault, the worst first: (how much too hard, name, what is wrong or None)."""
    rows = []
    for group in found:
        grade, fault = too_hard(group)
        if grade is not None or fault:
            most = MOST_ON_A_SCREEN if group.kind == "screen" else MOST
            rows.append(((grade if grade is not None else 99) - most, grade, group.name, fault))
        if group.kind != "screen":
            for text in group.texts:
                rows += [(0, None, text.place, fault) for _, fault in words.faults(text)]
    value, fault = smog(found)
    if fault:
        rows.append((99, None, "all texts", fault))
    for exception in words.unused():
        rows.append((0, None, "plain-words.yaml", f"no text needs this exception, remove it: {exception}"))
    return sorted(rows, key=lambda row: -row[0]), value


def main(arguments):
    content = pathlib.Path(arguments[0])
    found = content_texts.groups(content)
    words = Words(yaml.safe_load((content / "plain-words.yaml").read_text(encoding="utf-8")))
    rows, whole = check(found, words)
    faults = [row for row in rows if row[3]]
    for _, grade, name, fault in rows if "--all" in arguments else faults[:10]:
        print(f"{'FAULT' if fault else 'good':5}  {'' if grade is None else f'{grade:.1f}':>4}  {name}" + (f": {fault}" if fault else ""))
    if len(faults) > 10 and "--all" not in arguments:
        print(f"and {len(faults) - 10} more; --all shows them")
    scored = [(grade, name) for _, grade, name, _ in rows if grade is not None]
    pages = [(grade, name) for grade, name in scored if name.startswith("pages/") and name.endswith(".md")]
    if not pages:
        sys.exit("reading level: no page was found")
    print(f"median grade {statistics.median(grade for grade, _ in scored):.1f} of {len(scored)} texts")
    print("hardest page: {1}, {0:.1f}".format(*max(pages)))
    print(f"SMOG of the whole: {whole:.1f}")
    print(f"{len(scored) - sum(1 for row in faults if row[1] is not None)} passed, {len(faults)} failed, 0 skipped")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
