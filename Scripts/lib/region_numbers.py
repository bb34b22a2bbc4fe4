"""Checks the emergency number of each region of pack.yaml against libphonenumber.

usage: region_numbers.py CONTENT

Each number in the line must be an emergency number in every country of its region; for the region `other` in many
countries. A region whose countries are not known here is a fault: add them.
"""

import pathlib
import re
import sys

import phonenumbers
import yaml
from phonenumbers import shortnumberinfo

COUNTRIES = {
    "us": ["US"],
    "uk": ["GB"],
    "eu": "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(),
    "au": ["AU"],
}
MANY = 50  # countries, for a number of the region "other"


def faults(region, line):
    """What is wrong with the emergency numbers of a region."""
    numbers = re.findall(r"[0-9][0-9 ]*[0-9]", line)
    if not numbers:
        yield f"{region}: '{line}' holds no number"
    for number in (n.replace(" ", "") for n in numbers):
        if region == "other":
            known = sum(shortnumberinfo.is_emergency_number(number, c) for c in phonenumbers.SUPPORTED_REGIONS)
            if known < MANY:
                yield f"other: {number} is an emergency number in {known} countries alone"
            continue
        if region not in COUNTRIES:
            yield f"{region}: the countries of this region are not known; add them to {pathlib.Path(__file__).name}"
            return
        wrong = [c for c in COUNTRIES[region] if not shortnumberinfo.is_emergency_number(number, c)]
        if wrong:
            yield f"{region}: {number} is no emergency number in {' '.join(wrong)}"


def main(arguments):
    path = pathlib.Path(arguments[0]) / "pack.yaml"
    regions = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["regions"]
    failed = 0
    for region, lines in regions.items():
        found = list(faults(region, lines["emergency-number"]))
        failed += bool(found)
        for fault in found:
            print(f"{path}: {fault}")
    print(f"{len(regions) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed or not regions else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
