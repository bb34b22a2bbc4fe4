"""Sums up a run of Scripts/test: the slowest ten steps, everything that was skipped, and the closing line.

usage: report.py STEPS EVENTS...

STEPS has a line for each step: name, seconds, passed, failed, skipped and a note, with tabs between them.
EVENTS are Swift Testing's own records, one of each run, a JSON value a line; where none is named no test is counted, and one
that is missing is a failure. (Its XML record is not used: names with quotation marks make that unreadable.)
"""

import json
import pathlib
import re
import sys

SLOWEST = 10


class Test:
    """A test as the events tell of it. `seconds` is the time in which a case of it ran."""

    def __init__(self, name):
        self.name, self.failed, self.skip, self.ended = name, False, None, False
        self.seconds, self.running, self.since = 0.0, 0, 0.0


def read_tests(path):
    """Every test of the run by its id, and whether the run came to its end."""
    tests, ended, failed_elsewhere = {}, False, 0
    if not path.exists():
        return [], False, 0
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            record = json.loads(line)
        except ValueError:
            continue  # A run that broke off leaves half a line.
        about = record["payload"]
        if record["kind"] == "test" and about["kind"] == "function":
            name = re.sub(r"/[^/]*\.swift:\d+:\d+$", "", about["id"]).replace("`", "")
            tests[about["id"]] = Test(name)
        if record["kind"] != "event":
            continue
        test, kind, now = tests.get(about.get("testID")), about["kind"], about["instant"]["absolute"]
        if kind == "runEnded":
            ended = True
        elif kind == "issueRecorded" and about["issue"].get("isFailure", True):
            if test:
                test.failed = True
            else:
                failed_elsewhere += 1
        elif not test:
            continue
        elif kind == "testSkipped":
            text = about["messages"][0]["text"] if about["messages"] else "no reason given"
            test.skip = text.split(" skipped: ", 1)[-1].strip('"')
        elif kind == "testCaseStarted":
            test.running, test.since = test.running + 1, test.since if test.running else now
        elif kind == "testCaseEnded" and test.running:
            test.running -= 1
            if not test.running:
                test.seconds += now - test.since
        elif kind == "testEnded":
            test.ended = True
    return list(tests.values()), ended, failed_elsewhere


def main(steps_file, *events_files):
    slow, skips = [], []
    passed = failed = skipped = 0
    for line in pathlib.Path(steps_file).read_text(encoding="utf-8").splitlines():
        name, seconds, good, bad, left, note = line.split("\t")
        slow.append((float(seconds), name))
        passed, failed, skipped = passed + int(good), failed + int(bad), skipped + int(left)
        if int(left):
            skips.append(f"{name}: {note}")
    for events_file in events_files:
        tests, ended, failed_elsewhere = read_tests(pathlib.Path(events_file))
        failed += failed_elsewhere + (not ended)
        for test in tests:
            slow.append((test.seconds, test.name))
            if test.skip is not None:
                skipped += 1
                skips.append(f"{test.name}: {test.skip}")
            elif test.failed or (test.running and not ended):
                failed += 1
            elif test.ended:
                passed += 1
        if not ended:
            print("\nA run of the Swift tests broke off before its end.")
    print("\nThe slowest steps and tests")
    for seconds, name in sorted(slow, reverse=True)[:SLOWEST]:
        print(f"{seconds:8.1f} s  {name}")
    if skips:
        print("\nSKIPPED, so not tested on this machine")
        for skip in skips:
            print(f"  {skip}")
    print(f"\n{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
