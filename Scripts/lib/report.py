"""Sums up a run of Scripts/test: the slowest ten steps, everything that was skipped, and the closing line.

usage: report.py STEPS XUNIT

STEPS has a line for each step: name, seconds, passed, failed, skipped and a note, with tabs between them.
XUNIT is Swift Testing's own record; without it no test is counted.
"""

import pathlib
import sys
import xml.etree.ElementTree as xml

SLOWEST = 10


def main(steps_file, xunit_file):
    slow, skips = [], []
    passed = failed = skipped = 0
    for line in pathlib.Path(steps_file).read_text(encoding="utf-8").splitlines():
        name, seconds, good, bad, left, note = line.split("\t")
        slow.append((float(seconds), name))
        passed, failed, skipped = passed + int(good), failed + int(bad), skipped + int(left)
        if int(left):
            skips.append(f"{name}: {note}")
    if pathlib.Path(xunit_file).exists():
        for case in xml.parse(xunit_file).iter("testcase"):
            name = f"{case.get('classname')} {case.get('name')}".replace("`", "")
            if case.find("skipped") is not None:
                skipped += 1
                skips.append(f"{name}: {case.findtext('skipped') or 'no reason given'}")
                continue
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
            else:
                passed += 1
            slow.append((float(case.get("time") or 0), name))
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
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
