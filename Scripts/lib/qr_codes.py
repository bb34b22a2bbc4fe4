"""Reads drawn QR codes back, as a phone's camera would, with a decoder that is not of the program.

usage: kneeguide-soak PACK qr COUNT [SEED] | qr_codes.py

Standard input holds for each code what it should say as hexadecimal digits, its rows as half blocks, and a blank line.
The rows are painted black on white, four pixels a module, and given to zbar.
"""

import sys

from pyzbar import pyzbar

SCALE = 4
HALVES = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


def painted(rows):
    """Gray pixels, and their width and height."""
    pixels = []
    for row in rows:
        for half in (0, 1):
            line = b"".join((b"\x00" if HALVES[cell][half] else b"\xff") * SCALE for cell in row)
            pixels.append(line * SCALE)
    return b"".join(pixels), len(rows[0]) * SCALE, len(rows) * 2 * SCALE


def codes(lines):
    wanted, rows = None, []
    for line in lines:
        line = line.rstrip("\n")
        if wanted is None:
            wanted = bytes.fromhex(line)
        elif line or not rows:
            rows.append(line)
        else:
            yield wanted, rows
            wanted, rows = None, []


def main():
    read = failed = 0
    for wanted, rows in codes(sys.stdin):
        found = [code.data for code in pyzbar.decode(painted(rows), symbols=[pyzbar.ZBarSymbol.QRCODE])]
        if found == [wanted]:
            read += 1
        else:
            failed += 1
            if failed <= 5:
                print(f"✘ {wanted!r} was read as {found!r}\n" + "\n".join(rows), flush=True)
    print(f"{read} passed, {failed} failed")
    return 0 if read and not failed else 1


sys.exit(main())
