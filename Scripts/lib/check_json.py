"""Checks the answers of the example patients, and what comes of them as JSON, against the schemas in Schemas/.

usage: check_json.py PROGRAM CONTENT [--self-test]

PROGRAM is kneeguide-content. With --self-test faults are planted instead, and each of them must be found: a key that no
schema knows in every object, every key that has to be there taken away, values of another type.
"""

import copy
import json
import pathlib
import sys

from jsonschema import Draft202012Validator

import exports

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "Schemas"
KINDS = {"json": "recommendation.schema.json", "answers": "answers.schema.json"}


def validator(name):
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(schema, value):
    for error in schema.iter_errors(value):
        yield f"{error.json_path}: {error.message[:120]}"


def check(program, content):
    count = exports.Count()
    for kind, name in KINDS.items():
        schema = validator(name)
        for patient, value in exports.patients(program, content, "--format", kind):
            count.add(f"{name}, {patient}", faults(schema, value))
    return count.close()


def paths(value, path=()):
    """Where there is anything, the value itself first."""
    yield path
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(inner, path + (key,))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def planted(value, kind):
    """Copies of the value with one fault each, and what it is."""
    for path in paths(value):
        here = at(value, path)
        if isinstance(here, dict) and (kind == "json" or path):
            broken = copy.deepcopy(value)
            # In an answer that holds rows, the name of a row may be anything; what it holds may not.
            at(broken, path)["newKey"] = 1
            yield f"a new key in {path}", broken
        if kind == "json" and isinstance(here, dict) and here and "answer" not in path and "because" not in path[-1:]:
            for key in here:
                if key == "unsure":
                    continue
                broken = copy.deepcopy(value)
                del at(broken, path)[key]
                yield f"{key} taken from {path}", broken
        if path and not ("answer" in path and kind == "json"):
            broken = copy.deepcopy(value)
            at(broken, path[:-1])[path[-1]] = [[{}]]
            yield f"another type at {path}", broken
    for key, wrong in {"on": "yesterday", "disposition": "soon"}.items():
        if key in value:
            yield f"{key} is {wrong}", {**value, key: wrong}


def self_test(program, content):
    count = exports.Count()
    for kind, name in KINDS.items():
        schema = validator(name)
        seen = set()
        for number, (_, value) in enumerate(exports.patients(program, content, "--format", kind)):
            if number % 60:
                continue
            for what, broken in planted(value, kind):
                # One of a kind is enough: lists hold many alike.
                shape = "".join("*" if c.isdigit() else c for c in what)
                if kind == "json" and shape in seen:
                    continue
                seen.add(shape)
                count.add(f"{name}: {what} was not found", [] if any(faults(schema, broken)) else ["valid"])
    return count.close()


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    sys.exit((self_test if "--self-test" in sys.argv else check)(sys.argv[1], sys.argv[2]))
