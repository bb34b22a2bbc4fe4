"""The English texts of Content/: what a person reads, each with its place, and what stands on one screen together."""

import dataclasses
import pathlib
import re

import yaml

# What a patient reads: sentences, and names, which are no sentences and so are not scored.
SENTENCES = {
    "ask", "hint", "why", "text", "action", "in-clinic", "when-closed", "because", "about", "does-not-suit",
    "not-advised", "prescribed-note", "over-counter-note", "article-note", "met", "missing", "do-not", "first-steps",
    "get-help-sooner", "hidden-because",
    "incomplete", "means", "intended-use", "not-a-diagnosis", "fits", "against", "say",
}  # fmt: skip
NAMES = {"title", "name", "summary", "within", "low", "high", "options", "rows", "zones", "for-another", "nurse-line"}
# Files of which no part is for a patient, or which no sentence of is.
NOT_FOR_PATIENTS = ("patients/", "hazards.yaml", "rules/definitions", "rules/scores.yaml", "rules/notes.yaml", "plain-words.yaml", "wording-rules.yaml")
# Lists of which each entry is a screen; of the others the whole file is one text.
SCREENS = ("rules/red-flags.yaml", "rules/conditions.yaml", "rules/treatments.yaml", "rules/consistency.yaml")


@dataclasses.dataclass(frozen=True)
class Text:
    """A line of a page or a value of a YAML file."""

    place: str
    words: str
    is_sentence: bool = True

    @property
    def file(self):
        return self.place.split(":")[0]


@dataclasses.dataclass
class Group:
    """Texts that are read together: `kind` is 'page', 'file' or 'screen'."""

    name: str
    kind: str
    texts: list

    @property
    def prose(self):
        """The texts as sentences in a row."""
        return " ".join(filter(None, (sentence(text.words) for text in self.texts if text.is_sentence)))


def sentence(words):
    """The words with a full stop at the end; nothing where there are none."""
    if not re.search("[A-Za-z]", words):
        return ""
    return words if re.search(r"[.?!][\"')]*$", words) else words + "."


def plain(line):
    """A line of a page as it is read: a link is its words, a placeholder what is filled in."""
    line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"\{[a-z-]+\}", "911", line)
    line = re.sub(r"^\s*(?:[-*>]|\d+\.)\s+", "", line)
    return line.replace("*", "").replace("`", "").strip()


def page_groups(path, name):
    """A page: the whole, and each of its sections, which is a screen."""
    header, body = path.read_text(encoding="utf-8").split("---\n", 2)[1:]
    number = 2 + header.count("\n")
    page, sections = Group(name, "page", []), [Group(f"{name}: (top)", "screen", [])]
    for key, line in re.findall(r"^(title|about): (.*)$", header, flags=re.M):
        page.texts.append(Text(f"{name}:{key}", line.strip('"'), False))
    for line in body.splitlines():
        number += 1
        heading = re.match(r"##+ +(.*)$", line)
        if heading:
            sections.append(Group(f"{name}: {heading[1]}", "screen", []))
        words = plain(heading[1] if heading else line)
        if words:
            text = Text(f"{name}:{number}", words, not heading)
            page.texts.append(text)
            sections[-1].texts.append(text)
    return [page] + sections


class Values:
    """The texts of a YAML tree, in order."""

    def __init__(self, name):
        self.name, self.is_all_read = name, name == "wording.yaml"

    def under(self, node, key=None):
        if isinstance(node, yaml.ScalarNode):
            if self.is_all_read or key in SENTENCES or key in NAMES:
                is_sentence = self.is_all_read or key in SENTENCES
                place = f"{self.name}:{node.start_mark.line + 1}"
                yield Text(place, plain(" ".join(node.value.split())), is_sentence)
        elif isinstance(node, yaml.SequenceNode):
            for part in node.value:
                yield from self.under(part, key)
        elif not any(name.value == "as-published" for name, _ in node.value):
            for name, part in node.value:
                if isinstance(part, yaml.SequenceNode) and name.value in ("sources", "against", "for") and key is None:
                    if all(isinstance(entry, yaml.ScalarNode) for entry in part.value):
                        continue  # ids of sources
                is_option = key in ("options", "rows", "zones") and isinstance(part, yaml.ScalarNode)
                yield from self.under(part, key if is_option else name.value)
        else:
            # The words of an instrument are its authors'; why it is asked and what it is called here are ours.
            for name, part in node.value:
                if name.value in ("why", "summary"):
                    yield from self.under(part, name.value)


def entry_name(node):
    """The id of an entry of a list."""
    if isinstance(node, yaml.MappingNode):
        for name, part in node.value:
            if name.value in ("id", "section") and isinstance(part, yaml.ScalarNode):
                return part.value
    return "?"


def yaml_groups(path, name):
    """A YAML file: the whole, and what of it stands on one screen."""
    tree, values = yaml.compose(path.read_text(encoding="utf-8")), Values(name)
    whole = Group(name, "file", list(values.under(tree)) if tree else [])
    entries = []
    if name.startswith("questionnaire/"):
        entries = [entry for key, part in tree.value if key.value == "items" for entry in part.value]
    elif name in SCREENS:
        entries = tree.value
    screens = [Group(f"{name}: {entry_name(entry)}", "screen", list(values.under(entry))) for entry in entries]
    if name == "rules/advice.yaml":
        screens = advice_parts(tree, values, name)
    return [whole] + screens


def advice_parts(tree, values, name):
    """Advice is shown by kind: first steps, when to get help sooner, questions."""
    parts = {}
    for entry in tree.value:
        kind = next((part.value for key, part in entry.value if key.value == "kind"), "?")
        parts.setdefault(kind, Group(f"{name}: {kind}", "screen", [])).texts.extend(values.under(entry))
    return list(parts.values())


def groups(content):
    """Every page, file and screen of the folder."""
    content = pathlib.Path(content)
    found = []
    for path in sorted((content / "pages").glob("*.md")):
        found += page_groups(path, str(path.relative_to(content)))
    for path in sorted(content.rglob("*.yaml")):
        name = str(path.relative_to(content))
        if not name.startswith(NOT_FOR_PATIENTS) and name != "evidence/references.yaml":
            found += yaml_groups(path, name)
    return found
