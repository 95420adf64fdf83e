#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py SOURCE BUILD: checks what the compiler does not; prints TAP."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

APPLICATION_ID = "io.github.slipway_planner.Slipway"
SCHEMAS = "data"
MAX_FILE_LINES = 800
MAX_FUNCTION_LINES = 60
MAX_CLASS_INIT_LINES = 100

# Which folders a folder may include: the table of layers.
LAYERS = {
    "core": set(),
    "layout": {"core"},
    "storage": {"core"},
    "formats": {"core"},
    "feed": {"core", "formats"},
    "workspace": {"core", "storage", "formats", "feed"},
    "ui/widgets": {"core", "layout"},
    "ui/editors": {"core", "layout", "workspace", "formats", "ui",
                   "ui/widgets"},
    "ui/views": {"core", "layout", "workspace", "formats", "ui",
                 "ui/widgets", "ui/editors"},
    "ui": {"core", "layout", "workspace", "formats", "ui/widgets",
           "ui/editors", "ui/views"},
    "cli": {"core", "storage", "formats", "feed", "workspace"},
    "": {"core", "workspace", "ui"},
}

# Which headers from outside only some folders may include.
EXTERNAL = {
    r"sqlite3\.h": {"storage", "formats"},
    r"json-glib/": {"formats"},
    r"(libical/|ical)": {"formats"},
    r"cmark": {"formats"},
    r"libsoup/": {"feed"},
    r"(gtk|gdk|gsk|adwaita|libsecret|graphene|pango)":
        {"ui", "ui/widgets", "ui/views", "ui/editors", ""},
}

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)
MARKED = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class Skip(Exception):
    """The check cannot be made here; says why."""


class Tree:
    def __init__(self, source, build):
        self.source = source
        self.build = build

    def path(self, *parts):
        return os.path.join(self.source, *parts)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def files(self, folders, *endings):
        """The files below the folders, as names from the top, sorted."""
        found = []
        for folder in folders:
            for root, folders_below, names in os.walk(self.path(folder)):
                folders_below[:] = [name for name in folders_below
                                    if name != "__pycache__"]
                found += [os.path.relpath(os.path.join(root, name),
                                          self.source)
                          for name in names if name.endswith(endings)]
        return sorted(found)


def run(command, **more):
    """Runs a program; returns the lines that it says if it fails."""
    if shutil.which(command[0]) is None:
        raise Skip(f"{command[0]} is not installed")
    done = subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False,
                          **more)
    if done.returncode == 0:
        return []
    return done.stdout.splitlines() or [f"{command[0]} failed"]


def find_formatter():
    for name in ("clang-format-14", "clang-format"):
        if shutil.which(name):
            said = subprocess.run([name, "--version"], capture_output=True,
                                  text=True, check=False).stdout
            if re.search(r"version 14\.", said):
                return name
    raise Skip("clang-format 14 is not installed")


def check_formatter(tree):
    names = tree.files(["src", "tests"], ".c", ".h")
    said = run([find_formatter(), "--dry-run", "--Werror", *names],
               cwd=tree.source)
    bad = {line.split(":")[0] for line in said if ": error:" in line}
    return [f"{name}: not as the formatter writes it; run ./dev format"
            for name in sorted(bad)] or said


def check_layers(tree):
    sources = tree.files(["src"], ".c", ".h")
    folder_of = {os.path.basename(name): os.path.dirname(name)[4:]
                 for name in sources if name.endswith(".h")}
    faults = []
    for name in sources:
        folder = os.path.dirname(name)[4:]
        allowed = LAYERS.get(folder, set()) | {folder}
        for kind, header in INCLUDE.findall(tree.read(name)):
            if kind == '"' and "/" in header:
                faults.append(f"{name}: '{header}' is not a bare name")
            elif kind == '"':
                below = folder_of.get(header)
                if below is not None and below not in allowed:
                    faults.append(f"{name}: '{header}' lies in {below}")
            else:
                faults += [f"{name}: <{header}> is not for {folder or 'src'}"
                           for pattern, folders in EXTERNAL.items()
                           if re.match(pattern, header)
                           and folder not in folders]
    return faults


def check_include_order(tree):
    faults = []
    for name in tree.files(["src"], ".c"):
        found = INCLUDE.findall(tree.read(name))
        own = os.path.basename(name)[:-2] + ".h"
        order = [header for _, header in found]
        if order[:1] != ["config.h"]:
            faults.append(f"{name}: config.h does not come first")
        elif own in order and order[1] != own:
            faults.append(f"{name}: {own} does not come second")
    return faults


def check_licence(tree):
    names = tree.files(["src", "tests"], ".c", ".h", ".py", "meson.build",
                       ".sql", ".sh")
    return [f"{name}: no licence line" for name in names
            if "SPDX-License-Identifier: GPL-3.0-or-later"
            not in tree.read(name)[:200]]


def check_file_length(tree):
    names = tree.files(["src", "tests"], ".c", ".h", ".py", ".ui", ".sql",
                       "session")
    counts = [(name, tree.read(name).count("\n")) for name in names]
    return [f"{name}: {n} lines, at most {MAX_FILE_LINES}"
            for name, n in counts if n > MAX_FILE_LINES]


def check_function_length(tree):
    faults = []
    for name in tree.files(["src", "tests"], ".c"):
        start, title = None, ""
        for number, line in enumerate(tree.read(name).splitlines(), 1):
            if re.match(r"[a-z]\w* \(", line):
                title = line.split(" ")[0]
            if line == "{":
                start = number
            elif line == "}" and start is not None:
                limit = (MAX_CLASS_INIT_LINES if title.endswith("_class_init")
                         else MAX_FUNCTION_LINES)
                if number - start - 1 > limit:
                    faults.append(f"{name}:{start}: {title} has "
                                  f"{number - start - 1} lines, at most "
                                  f"{limit}")
                start = None
    return faults


def check_clock(tree):
    """The time is read in one place."""
    reads = re.compile(r"\b(g_get_real_time|g_date_time_new_now\w*|time|"
                       r"gettimeofday|clock_gettime|g_get_current_time)\s*\(")
    return [f"{name}: reads the clock with {match.group(1)}"
            for name in tree.files(["src"], ".c", ".h")
            if os.path.basename(name) != "slip-clock.c"
            for match in reads.finditer(COMMENT.sub("", tree.read(name)))]


def is_translated(tree, name):
    text = tree.read(name)
    if name.endswith(".ui"):
        return 'translatable="' in text
    return MARKED.search(COMMENT.sub("", text)) is not None


def check_potfiles(tree):
    listed = [line for line in tree.read("po/POTFILES.in").splitlines()
              if line and not line.startswith("#")]
    faults = [f"po/POTFILES.in: {name} is not there" for name in listed
              if not os.path.exists(tree.path(name))]
    if listed != sorted(set(listed)):
        faults.append("po/POTFILES.in: not sorted, or a name twice")
    marked = {name for name in tree.files(["src"], ".c", ".h", ".ui")
              if is_translated(tree, name)}
    faults += [f"po/POTFILES.in: {name} is missing"
               for name in sorted(marked - set(listed))]
    faults += [f"po/POTFILES.in: {name} has nothing to translate"
               for name in listed if name.startswith("src/")
               and name not in marked and os.path.exists(tree.path(name))]
    return faults


def check_potfiles_can_be_read(tree):
    """xgettext reads every listed file without a warning."""
    names = [line for line in tree.read("po/POTFILES.in").splitlines()
             if line.startswith("src/") and os.path.exists(tree.path(line))]
    if not names:
        return []
    if shutil.which("xgettext") is None:
        raise Skip("xgettext is not installed")
    done = subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_",
         "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--output=-", *names],
        cwd=tree.source, capture_output=True, text=True, check=False)
    return done.stderr.splitlines()


def list_windows(tree):
    """The types of windows and views of the program, and the names of windows
    without a type."""
    found = {}
    for name in tree.files(["src/ui"], ".c"):
        text = COMMENT.sub("", tree.read(name))
        for place in re.findall(
                r"G_DEFINE_FINAL_TYPE\s*\(\s*(\w+),\s*\w+,\s*"
                r"(?:ADW|GTK)_TYPE_(?:PREFERENCES_)?WINDOW\s*\)", text):
            found[place] = name
        for place in re.findall(r'slip_form_window_new\s*\(\s*"([^"]+)"', text):
            found[place] = name
        if name.startswith("src/ui/views/"):
            for place in re.findall(r"G_DEFINE_FINAL_TYPE_WITH_CODE\s*\(\s*"
                                    r"(\w+)", text):
                found[place] = name
        if re.search(r"adw_window_new \(\)|ADW_TYPE_PREFERENCES_WINDOW,\s*\"",
                     text):
            names = re.findall(r'gtk_widget_set_name \((?:front|window), '
                               r'"([^"]+)"', text)
            found.update((place, name) for place in names or [name])
    # Its forms have names.
    found.pop("SlipFormWindow", None)
    return found


def check_help_topics(tree):
    """F1 has a page for every window and view, and the page is there."""
    topics = dict(re.findall(r'{ (?:PREFERENCES_PAGE )?"([^"]+)", "([^"]*)" }',
                             tree.read("src/ui/slip-help-topics.c")))
    faults = [f"{name}: no page of the help is about {place}"
              for place, name in sorted(list_windows(tree).items())
              if place not in topics]
    return faults + [f"src/ui/slip-help-topics.c: there is no page {page}"
                     for page in sorted(set(topics.values()) - {""})
                     if not os.path.exists(tree.path(f"data/help/{page}.page"))]


def check_help_pages(tree):
    """What is installed is what is shown, and what translators get."""
    pages = {os.path.basename(name)
             for name in tree.files(["data/help"], ".page")}
    shown = set(re.findall(r">([^<]+\.page)</file>",
                           tree.read("data/help/help.gresource.xml")))
    listed = {os.path.basename(line) for line
              in tree.read("po/help/POTFILES.in").splitlines()}
    return [f"{name}: not in {place}"
            for place, names in (("data/help/help.gresource.xml", shown),
                                 ("po/help/POTFILES.in", listed),
                                 ("data/help", pages))
            for name in sorted((pages | shown | listed) - names)]


def check_desktop_file(tree):
    return run(["desktop-file-validate",
                os.path.join(tree.build, "data", APPLICATION_ID + ".desktop")])


def check_metainfo(tree):
    return run(["appstreamcli", "validate", "--no-net", "--strict",
                "--no-color", "--override=unknown-tag=pedantic",
                os.path.join(tree.build, "data",
                             APPLICATION_ID + ".metainfo.xml")])


def guess_type(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    said = subprocess.run(
        ["gio", "info", "-a", "standard::content-type", path],
        env=dict(os.environ, XDG_DATA_HOME=folder, XDG_DATA_DIRS="/nowhere"),
        capture_output=True, text=True, check=False).stdout
    found = re.search(r"standard::content-type: (\S+)", said)
    return found.group(1) if found else said


def check_types(tree):
    """A plan is known by what is in it, whatever its name, and no other
    database is taken for one."""
    for program in ("update-mime-database", "gio"):
        if shutil.which(program) is None:
            raise Skip(f"{program} is not installed")
    plan, template = ("application/x-slipway-" + kind
                      for kind in ("plan", "template"))
    header = b"SQLite format 3\0" + bytes(52)
    with tempfile.TemporaryDirectory() as folder:
        packages = os.path.join(folder, "mime", "packages")
        os.makedirs(packages)
        shutil.copy(os.path.join(tree.build, "data", APPLICATION_ID + ".xml"),
                    packages)
        subprocess.run(["update-mime-database", os.path.dirname(packages)],
                       capture_output=True, check=True)
        cases = (
            ("a.slipway", header + b"SLPW" + bytes(28), plan),
            ("renamed", header + b"SLPW" + bytes(28), plan),
            ("other", header + b"GPKG" + bytes(28), None),
            ("b.slipway-template", b"{}", template),
        )
        faults = []
        for name, content, wanted in cases:
            found = guess_type(folder, name, content)
            if (found != wanted) if wanted else ("slipway" in found):
                faults.append(f"{name} is taken for {found}")
    # A sandbox shows the desktop no icon that is not named after the program.
    icons = re.findall(r'<icon name="(.*?)"',
                       tree.read(f"data/{APPLICATION_ID}.mime.xml.in"))
    return faults + [f"there is no icon {icon}" for icon in icons
                     if not (icon.startswith(APPLICATION_ID + ".")
                             and os.path.exists(tree.path(
                                 f"data/icons/hicolor/scalable/mimetypes/"
                                 f"{icon}.svg")))]


def check_desktop_actions(tree):
    """Each action of the desktop file is one of the program, for it is the bus
    that starts them."""
    name = f"data/{APPLICATION_ID}.desktop.in"
    actions = re.search(r"^Actions=(.*)$", tree.read(name), re.M).group(1)
    program = tree.read("src/ui/slip-application.c")
    return [f"{name}: there is no app.{action}"
            for action in filter(None, actions.split(";"))
            if f'{{ "{action}", ' not in program]


def check_search_provider(tree):
    """The desktop finds the program where it answers."""
    name = f"data/{APPLICATION_ID}.search-provider.ini"
    keys = dict(line.split("=", 1) for line in tree.read(name).splitlines()
                if "=" in line)
    program = tree.read("src/ui/slip-search-provider.c")
    wanted = {"DesktopId": APPLICATION_ID + ".desktop",
              "BusName": APPLICATION_ID, "Version": "2"}
    faults = [f"{name}: {key} is not {value}"
              for key, value in wanted.items() if keys.get(key) != value]
    if f'"{keys.get("ObjectPath")}"' not in program:
        faults.append(f"{name}: the program does not answer there")
    return faults


def check_schema(tree):
    return run(["glib-compile-schemas", "--strict", "--dry-run",
                tree.path(SCHEMAS)])


def check_manifest(tree):
    """It is strict JSON, named by its id, and asks for no file system."""
    name = f"flatpak/{APPLICATION_ID}.json"
    try:
        manifest = json.loads(tree.read(name))
    except ValueError as error:
        return [f"{name}: {error}"]
    faults = []
    if manifest["id"] != APPLICATION_ID:
        faults.append(f"{name}: the id is {manifest['id']}")
    faults += [f"{name}: {argument} is not for us"
               for argument in manifest["finish-args"]
               if not re.match("--(share|socket|device)=", argument)]
    return faults


def check_xml(tree):
    faults = []
    for name in tree.files(["src", "data", "po"], ".ui", ".xml", ".xml.in",
                           ".svg", ".page", ".its", ".loc"):
        try:
            ElementTree.parse(tree.path(name))
        except ElementTree.ParseError as error:
            faults.append(f"{name}: {error}")
    return faults


def check_manual_pages(tree):
    return [fault for name in tree.files(["data"], ".1", ".5")
            for fault in run(["mandoc", "-T", "lint", "-W", "warning",
                              tree.path(name)])] + [
        f"{name}:{number}: an Ql reaches to the end of the line"
        for name in tree.files(["data"], ".1", ".5")
        for number, line in enumerate(tree.read(name).splitlines(), 1)
        if line.startswith(".") and line.count("Ql ") > 1]


def check_scripts(tree):
    return (run(["sh", "-n", tree.path("dev")])
            + run(["bash", "-n", tree.path(".ci/run")]))


def check_scripts_deeper(tree):
    scripts = ["tree", "export-runtime", "appstream-compose", "within",
               "prove"]
    return run(["shellcheck", "dev", ".ci/run",
                *(f"flatpak/{script}" for script in scripts)],
               cwd=tree.source)


def check_python(tree):
    faults = []
    for name in tree.files(["tests"], ".py", "session", "pictures"):
        try:
            compile(tree.read(name), name, "exec")
        except SyntaxError as error:
            faults.append(f"{name}: {error}")
    return faults


CHECKS = [
    ("sources are as the formatter writes them", check_formatter),
    ("includes go down the layers only", check_layers),
    ("config.h comes first and the own header second", check_include_order),
    ("files begin with the licence line", check_licence),
    ("files are not too long", check_file_length),
    ("functions are not too long", check_function_length),
    ("the clock is read in one place", check_clock),
    ("every translatable file is listed", check_potfiles),
    ("translatable texts can be extracted", check_potfiles_can_be_read),
    ("every window has its page of the help", check_help_topics),
    ("every page of the help is shown", check_help_pages),
    ("the desktop file is valid", check_desktop_file),
    ("the desktop's actions are the program's", check_desktop_actions),
    ("files are known by what is in them", check_types),
    ("the desktop's search finds the program", check_search_provider),
    ("the metainfo is valid", check_metainfo),
    ("the settings schema is valid", check_schema),
    ("the Flatpak manifest is valid", check_manifest),
    ("XML files are well-formed", check_xml),
    ("manual pages are valid", check_manual_pages),
    ("shell scripts are valid", check_scripts),
    ("shellcheck finds nothing", check_scripts_deeper),
    ("Python programs are valid", check_python),
]


def main():
    tree = Tree(*map(os.path.abspath, sys.argv[1:3]))
    print(f"1..{len(CHECKS)}")
    n_failed = 0
    for number, (title, check) in enumerate(CHECKS, 1):
        name = f"/style/{title.replace(' ', '-')}"
        try:
            faults = check(tree)
        except Skip as reason:
            print(f"ok {number} {name} # SKIP {reason}")
            continue
        print(f"{'not ok' if faults else 'ok'} {number} {name}")
        for fault in faults:
            print("#", fault)
        n_failed += bool(faults)
    return n_failed > 0


if __name__ == "__main__":
    sys.exit(main())
