"""What the checks of the exports share: the exports of the example patients, and a count of what held."""

import json
import subprocess


def lines(program, content, *options):
    """The patients and what kneeguide-content exports of each, as text."""
    command = [program, "export", content, "--patients", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as running:
        for line in running.stdout:
            head, _, rest = line.rstrip("\n").partition(',"export":')
            yield json.loads(head + "}")["patient"], rest[:-1]
    if running.returncode:
        raise SystemExit(f"{' '.join(command)} ended with status {running.returncode}")


def patients(program, content, *options):
    """The same, read."""
    for patient, text in lines(program, content, *options):
        yield patient, json.loads(text)


class Count:
    """What held and what did not; the first few of those that did not are printed."""

    def __init__(self):
        self.passed = self.failed = 0

    def add(self, what, faults):
        faults = list(faults)
        if not faults:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= 20:
            print(f"✘ {what}: {'; '.join(faults[:5])}", flush=True)

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed, 0 skipped")
        return 1 if self.failed or not self.passed else 0
