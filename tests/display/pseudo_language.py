# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a language that nobody speaks, from the texts that there are.

Every text becomes ⟦ťéẋť ~~⟧: between brackets, its letters with accents, and
longer by two fifths.  What the window shows without brackets was never marked
for translation.
"""

import os
import re
import subprocess
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)),
                             os.pardir, "style"))

from translations import (DIRECTIVE, Catalogues, extract,  # noqa: E402
                          read_messages)

LANGUAGE = "qps"
OPEN, CLOSE = "⟦⟧"
ACCENTS = str.maketrans("aceghijlnorstuwyzACEGHIJLNORSTUWYZ",
                        "àćéĝĥîĵĺñöŕśťûŵýžÀĆÉĜĤÎĴĹÑÖŔŚŤÛŴÝŽ")
HEADER = ('msgid ""\nmsgstr ""\n'
          '"Content-Type: text/plain; charset=UTF-8\\n"\n'
          '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n')


def distort(text):
    """Placeholders, formats of dates and what surrounds a text stay."""
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    pieces, at = [], 0
    for match in re.finditer(rf"{DIRECTIVE.pattern}|%[-O]*[a-zA-Z]", core):
        pieces += [core[at:match.start()].translate(ACCENTS), match.group()]
        at = match.end()
    pieces.append(core[at:].translate(ACCENTS))
    longer = "~" * (len(core) * 2 // 5)
    return (text[:start] + OPEN + "".join(pieces) + longer + CLOSE
            + text[start + len(core):])


def quote(text):
    for plain, escape in ("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), \
            ("\t", "\\t"):
        text = text.replace(plain, escape)
    return f'"{text}"'


def write_message(message):
    lines = []
    if message.context is not None:
        lines.append(f"msgctxt {quote(message.context)}")
    lines.append(f"msgid {quote(message.text)}")
    if message.plural is None:
        lines.append(f"msgstr {quote(distort(message.text))}")
    else:
        lines += [f"msgid_plural {quote(message.plural)}",
                  f"msgstr[0] {quote(distort(message.text))}",
                  f"msgstr[1] {quote(distort(message.plural))}"]
    return "\n".join(lines) + "\n\n"


def distort_fragment(text):
    """Elements of a page of the help stay."""
    pieces = re.split(r"(<[^>]*>|&\w+;)", text)
    return OPEN + "".join(
        piece if piece[:1] in ("<", "&") else piece.translate(ACCENTS)
        for piece in pieces) + "~" * (len(text) * 2 // 5) + CLOSE


def make_catalogue(catalogues, domain, folder, built, write):
    template = os.path.join(folder, domain + ".pot")
    catalogue = os.path.join(folder, domain + ".po")
    extract(catalogues, template)
    with open(template, encoding="utf-8") as file:
        messages = [message for message in read_messages(file.read())
                    if message.text]
    with open(catalogue, "w", encoding="utf-8") as file:
        file.write(HEADER + "".join(map(write, messages)))
    os.makedirs(built)
    subprocess.run(["msgfmt", "--output-file",
                    os.path.join(built, domain + ".mo"), catalogue],
                   check=True)


def write_help(message):
    return (f"msgid {quote(message.text)}\n"
            f"msgstr {quote(distort_fragment(message.text))}\n\n")


def make(source, folder):
    """Returns the environment in which the program speaks it."""
    parts = LANGUAGE, "LC_MESSAGES"
    make_catalogue(Catalogues(source), "slipway", folder,
                   os.path.join(folder, *parts), write_message)
    make_catalogue(Catalogues(source, "po/help"), "slipway-help", folder,
                   os.path.join(folder, "help", *parts), write_help)
    return {"SLIPWAY_LOCALE_DIR": folder, "LANGUAGE": LANGUAGE}


def without_marked(text):
    """What is left of a text when all that was translated is taken away, be it
    cut short."""
    before = None
    while text != before:
        before = text
        text = re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*(?:{CLOSE}|…$)", "", before)
    return text
