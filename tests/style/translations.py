#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py SOURCE: checks the catalogues of po and po/help; prints TAP."""

import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile

# How many forms a number has, for every language there is: the rule is the
# language's, not the translator's.
PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
          "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "de": "nplurals=2; plural=(n != 1);",
    "ja": "nplurals=1; plural=0;",
}

# Quotation marks of English, in languages that write others.
FOREIGN_QUOTES = {
    "ar": "“”‘",
    "de": "”’",
    "ja": "“”‘’",
}

# Languages whose every text must be there.
COMPLETE = ("ar", "de", "ja")

# The keywords and flags of meson's preset 'glib'.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2",
            "g_dngettext:2,3", "g_dpgettext2:2c,3"]
FLAGS = ["N_:1:pass-c-format", "C_:2:pass-c-format", "NC_:2:pass-c-format",
         "g_dngettext:2:pass-c-format", "g_strdup_printf:1:c-format",
         "g_string_printf:2:c-format", "g_string_append_printf:2:c-format",
         "g_error_new:3:c-format", "g_set_error:4:c-format"]

DIRECTIVE = re.compile(r"%(?:(\d+)\$)?([-+ #0'I]*)(\d*)(?:\.(\d+))?"
                       r"(hh|h|ll|l|z|j|t)?([diouxXeEfFgGcsp%])")
# A format of g_date_time_format ().
DATE = re.compile(r"%-?O?[aAbBYm]|%-d")

Message = collections.namedtuple("Message",
                                 "context text plural translations flags")


class Skip(Exception):
    """The check cannot be made here; says why."""


def run(command, environment=None, **more):
    """Runs a program of gettext; returns the lines that it says."""
    if shutil.which(command[0]) is None:
        raise Skip(f"{command[0]} is not installed")
    done = subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False,
                          env=dict(os.environ, LC_ALL="C.UTF-8",
                                   **(environment or {})), **more)
    lines = done.stdout.splitlines()
    if done.returncode != 0 and not lines:
        lines = [f"{command[0]} failed"]
    return done.returncode, lines


def unquote(text):
    escapes = {"n": "\n", "t": "\t"}
    return re.sub(r"\\(.)", lambda match: escapes.get(match.group(1),
                                                      match.group(1)),
                  text[1:-1])


def read_messages(text):
    """The messages of a catalogue that msgcat has written."""
    messages = []
    for block in text.split("\n\n"):
        fields = collections.defaultdict(str)
        flags, field = set(), None
        for line in block.splitlines():
            match = re.match(r'(msg\w+(?:\[\d\])?) (".*")$', line)
            if line.startswith("#,"):
                flags |= set(line[2:].replace(" ", "").split(","))
            elif match:
                field = match.group(1)
                fields[field] += unquote(match.group(2))
            elif line.startswith('"'):
                fields[field] += unquote(line)
        if "msgid" in fields:
            messages.append(Message(
                fields.get("msgctxt"), fields["msgid"],
                fields.get("msgid_plural"),
                [value for name, value in sorted(fields.items())
                 if name.startswith("msgstr")], flags))
    return messages


class Catalogues:
    """Those of the program, or in a folder of po those of something else."""

    def __init__(self, source, name="po"):
        self.source = source
        self.name = name
        self.folder = os.path.join(source, name)
        with open(self.path("LINGUAS"), encoding="utf-8") as file:
            self.languages = [line.strip() for line in file
                              if line.strip() and not line.startswith("#")]

    def path(self, name):
        return os.path.join(self.folder, name)

    def read(self, language):
        """The messages, without the header and what is out of use."""
        _, lines = run(["msgattrib", "--no-obsolete", "--no-wrap",
                        self.path(language + ".po")])
        return [message for message in read_messages("\n".join(lines))
                if message.text]

    def check_each(self, check):
        return [f"{self.name}/{language}.po: {fault}"
                for language in self.languages
                for fault in check(self, language)]


def check_languages(catalogues):
    found = sorted(name[:-3] for name in os.listdir(catalogues.folder)
                   if name.endswith(".po"))
    listed = f"{catalogues.name}/LINGUAS"
    faults = [f"{listed}: {name} is not there"
              for name in catalogues.languages if name not in found]
    faults += [f"{listed}: {name} is missing"
               for name in found if name not in catalogues.languages]
    if catalogues.languages != sorted(set(catalogues.languages)):
        faults.append(f"{listed}: not sorted, or a name twice")
    return faults


def check_form(catalogues, language):
    """Plurals, formats and the marks of access keys are as they must be."""
    status, lines = run(["msgfmt", "--check", "--check-accelerators=_",
                         "--output-file=" + os.devnull,
                         catalogues.path(language + ".po")])
    return lines if status != 0 else []


def check_nothing_is_fuzzy(catalogues, language):
    return [f"fuzzy: {message.text}" for message in catalogues.read(language)
            if "fuzzy" in message.flags]


def check_plural_rule(catalogues, language):
    with open(catalogues.path(language + ".po"), encoding="utf-8") as file:
        header = read_messages(file.read())[0].translations[0]
    rule = re.search(r"^Plural-Forms: (.*)$", header, re.MULTILINE)
    if language not in PLURALS:
        return ["tests/style/translations.py does not know its plurals"]
    if rule is None or rule.group(1) != PLURALS[language]:
        return [f"Plural-Forms is not “{PLURALS[language]}”"]
    return []


def list_directives(text):
    """The directives in the order of their arguments."""
    found = [(int(match.group(1) or 0), match.group(6))
             for match in DIRECTIVE.finditer(text)]
    return [kind for _, kind in sorted(found, key=lambda pair: pair[0])]


def is_date(text):
    return DATE.search(text) is not None and "%s" not in text


def check_placeholders(catalogues, language):
    faults = []
    for message in catalogues.read(language):
        if is_date(message.text):
            faults += [f"no date: {translation}"
                       for translation in message.translations
                       if translation and not is_date(translation)]
            continue
        originals = [list_directives(original) for original
                     in (message.text, message.plural or message.text)]
        # 'One day' needs no number, so a form may do without.
        for translation in message.translations:
            found = list_directives(translation)
            if translation and found not in originals \
                    and not (message.plural
                             and set(found) <= set(originals[1])):
                faults.append(f"placeholders: {translation}")
    return faults


def check_ends(catalogues, language):
    """What a text begins and ends with is part of a longer one."""
    faults = []
    for message in catalogues.read(language):
        for translation in filter(None, message.translations):
            # After a comma as wide as a letter there is no space.
            if translation.endswith("、") and message.text == ", ":
                continue
            if any(getattr(message.text, test)(end)
                   != getattr(translation, test)(end)
                   for test, ends in (("startswith", " \n"),
                                      ("endswith", " \n…"))
                   for end in ends):
                faults.append(f"begins or ends otherwise: {translation}")
    return faults


def check_quotes(catalogues, language):
    marks = set(FOREIGN_QUOTES.get(language, ""))
    return [f"quotation marks of English: {translation}"
            for message in catalogues.read(language)
            for translation in message.translations
            if marks & set(translation)]


def extract(catalogues, template):
    """Writes the template; returns what xgettext has to say."""
    _, lines = run(
        ["xgettext", "--from-code=UTF-8",
         f"--files-from={catalogues.name}/POTFILES.in", "--output=" + template,
         *("--keyword=" + keyword for keyword in KEYWORDS),
         *("--flag=" + flag for flag in FLAGS)],
        {"GETTEXTDATADIRS": catalogues.folder}, cwd=catalogues.source)
    return lines


def check_extraction(catalogues):
    return extract(catalogues, os.devnull)


def check_is_complete(catalogues):
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "slipway.pot")
        extract(catalogues, template)
        for language in COMPLETE:
            name = f"{catalogues.name}/{language}.po"
            status, lines = run(["msgcmp", name, template],
                                cwd=catalogues.source)
            if status != 0:
                faults += lines
    return faults


def strip_access_key(text):
    return re.sub(r"\(_\w\)", "", text).replace("_", "")


def read_labels(catalogues, language):
    """What the program calls the things on its screen, in that language."""
    labels = collections.defaultdict(set)
    for message in catalogues.read(language):
        labels[strip_access_key(message.text)].add(
            strip_access_key(message.translations[0]))
    return labels


def list_elements(name, text):
    return re.findall(rf"<{name}(?: [^>]*)?>(.*?)</{name}>", text)


def check_help_names_what_there_is(help_catalogues, language):
    """The help calls a thing on the screen as the program does."""
    labels = read_labels(Catalogues(help_catalogues.source), language)
    faults = []
    for message in help_catalogues.read(language):
        names = list_elements("gui", message.text)
        found = list_elements("gui", message.translations[0])
        unknown = [name for name in names if not labels[name]]
        faults += [f"the program has no “{name}”" for name in unknown]
        if unknown or not message.translations[0]:
            continue
        left = list(found)
        for name in names:
            known = [label for label in left if label in labels[name]]
            if known:
                left.remove(known[0])
            else:
                faults.append(f"“{name}” is called {labels[name]}: "
                              f"{message.translations[0]}")
    return faults


def check_help_keeps_elements(help_catalogues, language):
    """Keys, commands and links are the same in every language."""
    def list_kept(text):
        return sorted(list_elements("key", text) + list_elements("cmd", text)
                      + re.findall('xref="(.*?)"', text))
    return [f"keys or links differ: {message.translations[0]}"
            for message in help_catalogues.read(language)
            if message.translations[0] and list_kept(message.text)
            != list_kept(message.translations[0])]


# Checks of the whole, then of each catalogue.
CHECKS = [
    ("texts can be extracted as the build does it", check_extraction),
    ("every catalogue is listed", check_languages),
    ("no text is missing", check_is_complete),
]
CHECKS_OF_EACH = [
    ("catalogues are well-formed", check_form),
    ("nothing is fuzzy", check_nothing_is_fuzzy),
    ("plurals follow the rule of the language", check_plural_rule),
    ("placeholders agree", check_placeholders),
    ("texts begin and end alike", check_ends),
    ("quotation marks are those of the language", check_quotes),
]
# What is more to those of the help.
CHECKS_OF_HELP = [
    ("the help names what there is", check_help_names_what_there_is),
    ("the help keeps keys and links", check_help_keeps_elements),
]


def list_checks(catalogues, more=(), prefix=""):
    """Every check as its title and a function that returns faults."""
    return ([(prefix + title, lambda check=check: check(catalogues))
             for title, check in CHECKS]
            + [(prefix + title, lambda check=check: catalogues.check_each(check))
               for title, check in (*CHECKS_OF_EACH, *more)])


def main():
    source = os.path.abspath(sys.argv[1])
    checks = (list_checks(Catalogues(source))
              + list_checks(Catalogues(source, "po/help"), CHECKS_OF_HELP,
                            "help: "))
    print(f"1..{len(checks)}")
    n_failed = 0
    for number, (title, check) in enumerate(checks, 1):
        name = f"/translations/{title.replace(' ', '-')}"
        try:
            faults = check()
        except Skip as reason:
            print(f"ok {number} {name} # SKIP {reason}")
            continue
        print(f"{'not ok' if faults else 'ok'} {number} {name}")
        for fault in faults[:40]:
            print("#", fault.replace("\n", " "))
        n_failed += bool(faults)
    return n_failed > 0


if __name__ == "__main__":
    sys.exit(main())
