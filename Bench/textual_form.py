"""The same questions as a form of Textual's own widgets. See Scripts/bench.

usage: textual_form.py FRAMES

FRAMES is what the C form draws: from it come the title, heading, texts, choices and buttons of each screen. The keys of
the product's walk lead through this form too. What costs time without being asked for, animations and the blinking of
the cursor, is off.
"""

import sys

from question import read_questions
from textual.app import App
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, Input, Label, RadioButton, RadioSet, SelectionList


class Body(VerticalScroll, can_focus=False):
    pass


class QuestionScreen(Screen):
    BINDINGS = [("down", "app.focus_next"), ("up", "app.focus_previous"), ("0", "none_of_these")]
    CSS = """
    .title { width: 100%; text-style: reverse; }
    .heading { text-style: bold; margin: 1 0; }
    Body { padding: 0 2; }
    Body > * { height: auto; margin-bottom: 1; }
    Body > Button { margin: 0; }
    Body.-dense > * { margin: 0; }
    .footer { dock: bottom; border-top: solid; }
    """

    def __init__(self, question):
        super().__init__()
        self.question = question

    def compose(self):
        question = self.question
        yield Label(question.title, classes="title", markup=False)
        # A picture leaves no room between the parts.
        with Body(classes="-dense" if len(question.texts) > 8 else None):
            yield Label(question.heading, classes="heading", markup=False)
            if question.texts:
                yield Label("\n".join(question.texts), markup=False)
            if question.rows:
                yield SelectionList(*((text, number) for number, text in enumerate(question.rows)), compact=True)
            elif question.options:
                yield RadioSet(*(RadioButton(text) for text in question.options), compact=True)
            elif question.is_number:
                yield Input(type="integer", compact=True)
            # A picture has its button beside it, where the reading of the lines does not find it.
            buttons = question.buttons or (["Continue"] if question.rows else [])
            for text in question.others + buttons:
                yield Button(text, compact=True)
        yield Label("\n".join(question.footer), classes="footer", markup=False)

    def on_mount(self):
        for field in self.query(Input):
            field.cursor_blink = False

    def action_none_of_these(self):
        for rows in self.query(SelectionList):
            rows.deselect_all()
            self.query(Button).last().focus()

    def on_button_pressed(self):
        self.app.show_next()

    def on_input_submitted(self):
        self.app.show_next()

    def on_radio_set_changed(self):
        self.app.show_next()


class Form(App):
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, questions):
        super().__init__()
        self.animation_level = "none"
        self.questions = iter(questions)

    def on_mount(self):
        self.push_screen(QuestionScreen(next(self.questions)))

    def show_next(self):
        question = next(self.questions, None)
        if question:
            self.switch_screen(QuestionScreen(question))


if len(sys.argv) != 2:
    sys.exit("usage: textual_form.py FRAMES")
Form(read_questions(sys.argv[1])).run()
