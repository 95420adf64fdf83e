#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_schema.py SCHEMA CASES: the schema of status documents judges every
case as the reader does (test-status-document.c runs the same); prints TAP."""

import json
import sys

try:
    import jsonschema
except ImportError:
    jsonschema = None


def load(name):
    with open(name, encoding="utf-8") as file:
        return json.load(file)


def document_of(case):
    if "document" in case:
        return case["document"]
    return {"format": "slipway-status", "version": 1, **case.get("top", {}),
            "statuses": case["statuses"]}


def references(part):
    """Every $ref below, and the path it names."""
    if isinstance(part, dict):
        if "$ref" in part:
            yield part["$ref"]
        for value in part.values():
            yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


def check_references(schema):
    for reference in references(schema):
        target = schema
        for step in reference.lstrip("#/").split("/"):
            target = target[step]
    used = {name.rsplit("/", 1)[-1] for name in references(schema)}
    return sorted(set(schema["$defs"]) - used)


def check_case(schema, case):
    """Returns what is wrong with the schema's judgement, or nothing."""
    checker = jsonschema.FormatChecker(["date"])
    validator = jsonschema.Draft202012Validator(schema, format_checker=checker)
    errors = [error.message for error
              in validator.iter_errors(document_of(case))]
    if "message" in case and not errors:
        return "the schema accepts it"
    if "message" not in case and errors:
        return "; ".join(errors)
    return None


def main():
    schema, cases = load(sys.argv[1]), load(sys.argv[2])["cases"]
    print(f"1..{len(cases) + 1}")
    unused = check_references(schema)
    print("not ok" if unused else "ok", "1 /schema/definitions-are-used",
          *unused)
    n_failed = bool(unused)
    if jsonschema is not None:
        jsonschema.Draft202012Validator.check_schema(schema)
    for number, case in enumerate(cases, 2):
        name = f"/schema/{case['name']}"
        if jsonschema is None:
            print(f"ok {number} {name} # SKIP jsonschema is not installed")
            continue
        fault = check_case(schema, case)
        print("not ok" if fault else "ok", number, name)
        if fault:
            print("#", fault)
            n_failed += 1
    return n_failed > 0


if __name__ == "__main__":
    sys.exit(main())
