"""Plants hard texts in a small folder, and expects the one rule that is meant to catch each of them."""

import pathlib
import tempfile
import unittest

import yaml

import content_texts
import reading_level

ROOT = pathlib.Path(__file__).parents[2]
EASY = "The knee is sore. It hurts on the stairs. A cane can help you walk."
HARD = "Interdisciplinary rehabilitation necessitates considerable organizational sophistication. "


def page(body, about="A page."):
    return f"---\nid: p\ntitle: A page\nabout: {about}\n---\n{body}\n"


class Content:
    """A folder with an easy page, the project's own list of words, and what a test adds."""

    def __init__(self, exceptions=(), **files):
        self.files = {"pages/p.md": page(EASY), **{name.replace("__", "/"): text for name, text in files.items()}}
        self.tree = yaml.safe_load((ROOT / "Content/plain-words.yaml").read_text(encoding="utf-8"))
        self.tree["exceptions"] = list(exceptions)

    def faults(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in self.files.items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            rows, _ = reading_level.check(content_texts.groups(folder), reading_level.Words(self.tree))
        return [f"{name}: {fault}" for _, _, name, fault in rows if fault]


def on_page(body):
    return Content(**{"pages__p.md": page(body)})


class ReadingLevelTests(unittest.TestCase):
    def expect(self, content, *parts):
        """One fault for each part, which holds it; no other."""
        faults = content.faults()
        self.assertEqual(len(faults), len(parts), faults)
        for part in parts:
            self.assertTrue(any(part in fault for fault in faults), f"{part!r} in {faults}")

    def test_easy_content_has_no_fault(self):
        self.expect(Content())

    def test_a_hard_page_and_a_hard_screen_are_two_faults(self):
        """R153: of a page and of a screen."""
        faults = on_page(HARD * 4).faults()
        self.assertTrue(any(fault.startswith("pages/p.md: grade") for fault in faults), faults)
        self.assertTrue(any(fault.startswith("pages/p.md: (top): grade") for fault in faults), faults)

    def test_a_hard_section_is_found_on_an_easy_page(self):
        body = (EASY + " ") * 30 + "\n\n## Hard\n\n" + "\n".join(["Osteoarthritis rehabilitation organization."] * 3)
        self.expect(on_page(body), "pages/p.md: Hard: grade")

    def test_a_page_that_is_too_short_is_a_fault_and_no_pass(self):
        """R153."""
        self.expect(on_page("The knee is sore."), "too short to score", "all texts: too short to score")

    def test_the_smog_of_the_whole_has_a_bound(self):
        """R153."""
        hard = content_texts.Group("p", "page", [content_texts.Text("p:1", HARD * 30)])
        self.assertIn("SMOG", reading_level.smog([hard])[1])

    def test_a_long_sentence_on_a_page(self):
        """R156."""
        self.expect(on_page(EASY + " " + "We see you go up " * 4))
        self.expect(on_page(EASY + " " + "We see you go up " * 4 + "and on it."), "pages/p.md:6: 23 words")

    def test_a_long_sentence_in_yaml(self):
        """R156."""
        text = "- id: a\n  kind: do\n  text: " + "go on " * 11 + "\n"
        self.expect(Content(**{"rules__advice.yaml": text}), "rules/advice.yaml:3: 22 words")

    def test_a_word_to_avoid_with_its_ending(self):
        """R155."""
        self.expect(on_page(EASY + " You are utilizing a cane."), "'utilizing': say 'use'")
        self.expect(on_page(EASY + " You have inflammation."), "say 'swelling and soreness'")

    def test_a_word_is_found_in_a_link_and_in_a_title(self):
        self.expect(on_page(EASY + " See [how to utilize it](page:x)."), "'utilize'")
        self.expect(Content(**{"pages__p.md": page(EASY, "Utilize it.")}), "pages/p.md:about: 'Utilize'")

    def test_a_part_of_a_word_is_no_word(self):
        self.expect(on_page(EASY + " The corals are here."))

    def test_double_questions(self):
        """R152."""
        section = "section: s\nitems:\n  - id: a\n    ask: {}\n    why: We ask.\n"
        for ask, part in [
            ("Does it hurt? Is it hot?", "two questions:"),
            ("Does it hurt, and is it hot?", "two questions in one"),
            ("Does it hurt and/or swell?", "two questions in one"),
        ]:
            self.expect(Content(**{"questionnaire__s.yaml": section.format(f'"{ask}"')}), part)
        self.expect(Content(**{"questionnaire__s.yaml": section.format("Is it hot or red?")}))

    def test_double_negatives(self):
        """R152."""
        for text in ["It is not unusual.", "Do not walk without help.", "You cannot have no pain.", "It isn't without risk."]:
            self.expect(on_page(EASY + " " + text), "a double negative")
        for text in ["It does not help, and it does no harm.", "Not under the knee.", "Do not rest if it does not hurt."]:
            self.expect(on_page(EASY + " " + text))

    def test_an_instrument_is_exempt_by_its_mark_alone(self):
        section = "section: s\nitems:\n  - id: a\n{}    ask: How much did you utilize it?\n    why: We ask.\n"
        self.expect(Content(**{"questionnaire__s.yaml": section.format("    as-published: krebs-2009\n")}))
        self.expect(Content(**{"questionnaire__s.yaml": section.format("")}), "'utilize'")

    def test_why_an_instrument_is_asked_is_not_exempt(self):
        section = "section: s\nitems:\n  - id: a\n    as-published: k\n    ask: Utilize?\n    why: We utilize it.\n"
        self.expect(Content(**{"questionnaire__s.yaml": section}), "'utilize': say 'use': We utilize it.")

    def test_options_are_read(self):
        section = "section: s\nitems:\n  - id: a\n    ask: Which one?\n    options: { a: Utilize, b: { text: Utilized } }\n"
        self.expect(Content(**{"questionnaire__s.yaml": section}), "'Utilize'", "'Utilized'")

    def test_titles_of_sources_are_exempt(self):
        self.expect(Content(**{"evidence__references.yaml": "- id: a\n  title: Utilization of administration\n"}))

    def test_an_exception_holds_for_its_rule_and_text(self):
        exception = {"rule": "word", "text": "utilize a cane", "because": "A test."}
        body = page(EASY + " You utilize a cane.")
        self.expect(Content([exception], **{"pages__p.md": body}))
        self.expect(Content([exception | {"in": "rules/"}], **{"pages__p.md": body}), "'utilize'", "no text needs")

    def test_an_exception_that_no_text_needs_is_a_fault(self):
        self.expect(Content([{"rule": "long", "text": "never said", "because": "A test."}]), "no text needs")

    def test_the_list_is_long_and_each_exception_has_a_reason(self):
        """R155."""
        tree = yaml.safe_load((ROOT / "Content/plain-words.yaml").read_text(encoding="utf-8"))
        self.assertGreaterEqual(len(tree["avoid"]), 150)
        for exception in tree["exceptions"]:
            self.assertTrue(exception.get("because"), exception)
            self.assertTrue(exception.get("text") or exception.get("in"), exception)


if __name__ == "__main__":
    unittest.main()
