# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through all that there is to be seen, with AT-SPI and the Tab key.

At each stop every control has a name and a role, Tab goes round without the
focus being lost, what has it shows so, a grid takes one stop of it, and what is
clicked is large enough.  Which windows, popovers and menus there are is read
from the source: one that is new and not visited fails the walk.
"""

import contextlib
import os
import re
import sqlite3
import sys
import time
from typing import NamedTuple

from atspi import GLib, Reader
from cases import comment, main
from driver import wait_for
from feeds import Server
from planfile import Plan, say_who_i_am

MOBILE = "Mobile 4.2"
CONSOLE = "Console 12.1"
CHIP = "chip:" + MOBILE
ITEM = "item:What not to promise is written down"

# What makes a window, a popover or a menu.
MAKERS = re.compile(
    r"\b(?:ADW_TYPE_WINDOW|ADW_TYPE_PREFERENCES_WINDOW|GTK_TYPE_POPOVER|"
    r"SLIP_TYPE_PICKER)\)$|"
    r"\b(?:adw_window_new|adw_message_dialog_new|adw_show_about_window|"
    r"slip_form_window_new|slip_prompt_ask|gtk_popover_new|"
    r"gtk_popover_menu_new_from_model|gtk_menu_button_new) \(|"
    r"g_object_new \((?:ADW|GTK)_TYPE_\w*(?:WINDOW|DIALOG)|"
    r'class=.?"?Gtk(?:MenuButton|Popover|ShortcutsWindow)|ADW_TYPE_ABOUT',
    re.MULTILINE)

# What derives from them only, or declares them, shows nothing by itself.
MAKE_NOTHING = {"slip-picker", "slip-form-window"}

# The list of plans is there in a Flatpak only.
ELSEWHERE = {"slip-plans-window"}


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Slipway//walk//EN
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:20261222
SUMMARY:Payments 3.9.1
END:VEVENT
END:VCALENDAR
"""


class Stop(NamedTuple):
    sources: str  # the files whose windows, popovers and menus it shows
    sees: str  # a widget that is there then
    steps: tuple  # functions of the walk
    is_view: bool = False  # and nothing that lies over one


# What a person can do something with.
ACTIVE_ROLES = {
    "push button", "toggle button", "check box", "radio button", "link",
    "check menu item", "radio menu item", "menu item", "page tab", "slider",
    "spin button", "combo box", "entry", "text", "password text", "list item",
    "table cell", "tree item", "switch", "table column header", "button",
    "check menu", "column header", "row header", "editbar", "grid cell",
}
# Those say nothing of what it does.
VAGUE_ROLES = {"panel", "filler", "unknown", "image", "form", "separator",
               "invalid", "redundant object", "generic"}
NO_NAME = re.compile(r"\s*$|(?:Gtk|Adw|Slip|Gdk)[A-Z]\w*$")

# How many stops of Tab they take: one, and one a column.
GRIDS = {"SlipMonthGrid": 1, "SlipReadinessGrid": 1, "SlipRolloutGrid": 1,
         "SlipTray": 1, "SlipBoardColumns": 7}

# In these the caret, or an entry's colour, shows where the keyboard is.
WITH_CARET = ("GtkText", "GtkTextView", "GtkModelButton")

# Windows that libraries make, as they make them.
FOREIGN = ("/GtkShortcutsWindow", "/AdwAboutWindow")
FOREIGN_NODES = ("GtkShortcutsWindow", "AdwAboutWindow", "AdwLeaflet")

# What is smaller by the exceptions of 2.5.8: a stage is as wide as it is long,
# and its row in the details, on the same page, does the same (Equivalent).
SMALL = ("SlipStageBar",)

MIN_TARGET = 24
# A window that was just opened has its sizes by then, however busy the machine.
SIZE_SECONDS = 10

# They take the focus, but a click on them does nothing of its own.
NO_TARGETS = ("GtkListItemWidget", "GtkListView", "GtkListBox",
              "GtkScrolledWindow", "GtkLabel")


# How to come to a stop

def act(action, parameter=""):
    """Does what a command does."""
    def step(walk):
        words = parameter(walk) if callable(parameter) else parameter
        walk.window.call("Activate", "(ss)", action, words)
    return step


def press(name, key="space"):
    """Presses a button, or another key on a widget."""
    def step(walk):
        walk.grab(name)
        walk.window.key(key)
    return step


def menu(name):
    """The context menu of a widget."""
    return press(name, "shift+F10")


def key(*keys):
    return lambda walk: walk.window.key(*keys)


def choose(text):
    """An entry of the menu that is open."""
    def step(walk):
        walk.window.wait_for_text(text)
        walk.window.focus("=" + text, "Down")
        walk.window.key("Return")
    return step


def see(name):
    return lambda walk: walk.window.wait_to_see(name)


def click(name):
    return lambda walk: walk.window.click(name)


def settings(page, *steps):
    return (act("win.plan-settings", f"'{page}'"), *steps)


def escape(walk, n_windows):
    """Closes what is open, and what that lies over."""
    for _ in range(4):
        walk.window.key("Escape")
        with contextlib.suppress(AssertionError):
            walk.wait_for_windows(n_windows, seconds=1)
            return
    walk.wait_for_windows(n_windows)


def ids(words):
    """Words in which {kind} stands for an id of the walk."""
    return lambda walk: words.format(**walk.ids)


# What dialogs of the system show, and what has nothing but words, is GTK's.
STOPS = (
    # The views, the last with all that is beside it, and what hangs on them
    Stop("slip-board-view", "card:Mobile 4.2",
         (key("F9", "ctrl+i", "ctrl+2"),), True),
    Stop("slip-readiness-view", "cell:Mobile 4.2", (key("ctrl+3"),), True),
    Stop("slip-rollout-view", "stage:Mobile 4.2:Internal",
         (key("ctrl+4"),), True),
    Stop("slip-my-day-view", "my-day-list",
         (key("ctrl+0"), press("my-day-list", "Home")), True),
    Stop("slip-calendar-view", CHIP, (key("alt+3"),), True),
    Stop("slip-calendar-view", CHIP, (key("alt+4"),), True),
    Stop("slip-calendar-view", CHIP, (key("F9", "ctrl+i", "alt+1"),), True),
    Stop("slip-window", "GtkPopoverMenu", (press("menu-button"),)),
    Stop("slip-calendar-view", "GtkPopoverMenu", (press("calendar-span"),)),
    Stop("slip-day-popover", "SlipDayPopover", (press("more:2026-12-10"),)),
    Stop("slip-release-menu", "GtkPopoverMenu", (menu(CHIP),)),
    Stop("slip-board-view", "GtkPopoverMenu",
         (key("ctrl+2"), press("board-group"))),
    Stop("slip-readiness-asker", "GtkPopoverMenu",
         (key("ctrl+3"), menu("cell:Mobile 4.2:Sales"))),
    Stop("slip-rollout-pointer", "GtkPopoverMenu",
         (key("ctrl+4"), menu("stage:Mobile 4.2:Internal"))),
    Stop("slip-load-strip", "load-popover",
         (key("ctrl+0"), press("load-week:0"))),
    Stop("slip-conflict-window", "conflict-window",
         (key("ctrl+1"), act("win.show-attention", "'conflicts'"))),
    Stop("slip-attention-list", "attention-list",
         (act("win.show-attention", "'unowned'"),)),
    Stop("slip-waiting-window", "waiting-window", (act("win.show-waiting"),)),
    Stop("slip-truth-dialog", "truth-report", (act("win.plan-and-truth"),)),
    Stop("slip-truth-dialog", "GtkPopoverMenu",
         (act("win.plan-and-truth"), press("truth-menu"))),
    Stop("slip-palette", "palette", (key("ctrl+k"),)),
    Stop("slip-help-window", "help-window", (key("F1"),)),
    Stop("slip-commands", "GtkShortcutsWindow", (key("ctrl+question"),)),
    Stop("slip-application", "AdwAboutWindow", (act("app.about"),)),
    Stop("slip-preferences", "SlipPreferences", (act("win.preferences"),)),
    Stop("slip-person-dialog", "person-dialog", (act("win.who-am-i"),)),

    # A release
    Stop("slip-release-dialog", "release-name", (key("ctrl+n"),)),
    Stop("slip-move-dialog", "SlipMoveDialog", (act("win.move-to-date", "''"),)),
    Stop("slip-adjust-dialog", "SlipAdjustDialog",
         (press(CHIP, "alt+Right"), key("ctrl+j"))),
    Stop("slip-date-entry", "GtkCalendar", (press("calendar-button"),)),
    Stop("slip-person-picker", "person-picker", (press("owner:Sales"),)),
    Stop("slip-readiness-list", "GtkPopoverMenu", (press("add-checklist"),)),
    Stop("slip-checklist-asker", "item-menu",
         (press("checklist:Sales"), menu(ITEM))),
    Stop("slip-checklist-row", "GtkPopoverMenu", (press("menu:Sales"),)),
    Stop("slip-prompt slip-checklist-asker", "prompt",
         (menu(ITEM), choose("State"), choose("Blocked…"))),
    Stop("slip-item-dialog", "item-dialog", (press(ITEM, "F2"),)),
    Stop("slip-readiness-actions", "not-needed-dialog",
         (act("win.mark-not-needed", ids("('{mobile}', '{sales}')")),)),
    Stop("slip-rollout-section", "GtkPopoverMenu", (press("choose-preset"),)),
    Stop("slip-entity-row", "GtkPopoverMenu", (press("acts:Internal"),)),
    Stop("slip-stage-dialog", "SlipStageDialog",
         (act("win.change-stage-length", ids("'{stage}'")),)),
    Stop("slip-stage-question", "stage-question",
         (act("win.set-status", "('', 'rolling-out')"),)),
    Stop("slip-tell-dialog", "tell-dialog", (key("ctrl+m"),)),
    Stop("slip-knowledge-actions", "confirm-dialog",
         (act("win.confirm-communication", ids("'{communication}'")),)),
    Stop("slip-decision-dialog", "decision-dialog", (key("ctrl+g"),)),
    Stop("slip-gate-dialog slip-gate-list", "gate-dialog",
         (act("win.show-gate", ids("('{mobile}', '')")),)),
    Stop("slip-gate-dialog", "GtkPopoverMenu",
         (act("win.show-gate", ids("('{mobile}', '')")),
          press("add-criterion"))),
    Stop("slip-criterion-dialog", "criterion-dialog",
         (act("win.add-criterion", ids("('{mobile}', '{stage}', 'own')")),)),
    Stop("slip-decision-window", "decision-window",
         (act("win.show-decision", ids("'{decision}'")),)),
    Stop("slip-flag-dialog", "flag-dialog",
         (act("win.edit-flag", "('', '')"),)),
    Stop("slip-flag-dialog", "observation-dialog",
         (act("win.observe-flag", ids("('{console}', '{flag}')")),)),
    Stop("slip-exception-dialog", "exception-dialog",
         (act("win.ask-exception", ids("('{mobile}', '{stage}', '{freeze}')")),)),
    Stop("slip-release-picker", "release-picker", (press("add-dependency"),)),
    Stop("slip-template-dialog", "template-choice", (key("ctrl+t"),)),
    Stop("slip-template-actions", "save-as-template-dialog",
         (act("win.save-as-template", "''"),)),

    # The plan
    *(Stop("slip-plan-settings", "SlipPlanSettings", settings(page))
      for page in ("products", "people", "audiences", "templates",
                   "working-days", "freezes", "key-dates", "feeds")),
    Stop("slip-add-dialog", "SlipAddDialog",
         settings("people", see("SlipPlanSettings"), press("add"))),
    Stop("slip-template-catalog", "GtkPopoverMenu",
         settings("templates", see("list:template"), press("templates-menu"))),
    Stop("slip-template-editor", "template-editor",
         settings("templates", see("list:template"),
                  press("template:Feature", "Return"))),
    Stop("slip-template-editor", "GtkPopoverMenu",
         settings("templates", see("list:template"),
                  press("template:Feature", "Return"),
                  see("template-editor"), press("add-audience"))),
    Stop("slip-t-date-entry", "SlipTDateForm",
         settings("templates", see("list:template"),
                  press("template:Feature", "Return"),
                  see("template-editor"),
                  press("entity:Documentation updated", "Return"),
                  press("rule-button"))),
    Stop("slip-holidays-dialog", "holidays-dialog",
         (act("win.add-holidays", ids("'{calendar}'")),)),
    Stop("slip-feed-dialog", "feed-dialog", (act("win.edit-feed", "''"),)),
    Stop("slip-feed-names", "feed-names", (act("win.edit-feed", ids("'{feed}'")),)),
    Stop("slip-feed-history", "feed-history",
         (act("win.show-observation", ids("('{feed}', '{key}')")),)),
    Stop("slip-accept-dialog", "accept-dialog",
         (act("win.accept-observation", ids("('{feed}', '{key}', '')")),)),
    Stop("slip-import-dialog", "import-dialog",
         (lambda walk: walk.window.import_file(walk.ids["calendar-file"]),)),
    Stop("slip-what-if-dialog", "what-if-moves",
         (key("ctrl+e"), press(CHIP, "alt+Right"), key("ctrl+d"))),
)

# Shown by the stops, although they make nothing themselves.
ALSO = {"slip-my-day-view", "slip-readiness-view", "slip-rollout-view"}


class Walk:
    def __init__(self, window, identities):
        self.window = window
        self.ids = identities
        self.reader = Reader(window.process.pid)
        self.faults = []
        self.known = set()
        self.rings = set()
        self.place = ""
        self.n_complaints = 0

    def blame(self, what):
        fault = f"{self.place}: {what}"
        if fault not in self.faults:
            self.faults.append(fault)

    def grab(self, name):
        self.window.settle()
        wait_for(lambda: self.window.call("Grab", "(s)", name) is not None,
                 f"{name} to take the focus")
        self.window.settle()

    def wait_for_windows(self, n, seconds=None):
        wait_for(lambda: len(self.reader.windows()) == n, f"{n} windows",
                 seconds)
        self.window.settle()

    # What is checked

    def check_names(self):
        """Every control has a name and a role.  Below another window the
        first is as it was."""
        windows = self.reader.windows()
        for root in windows[1:] or windows:
            paths = self.reader.paths(root)
            new = {path: parent for path, parent in paths.items()
                   if path not in self.known}
            for node in self.reader.read(new):
                self.check_node(node)
            self.known.update(new)

    def check_node(self, node):
        if not (node.is_focusable() or node.role in ACTIVE_ROLES):
            return
        is_nameless = (NO_NAME.match(node.name) is not None
                       and node.role not in ("scroll pane", "list"))
        is_vague = node.is_focusable() and node.role in VAGUE_ROLES
        if not (is_nameless or is_vague) or self.is_of_gtk(node):
            return
        # What is not laid out is nowhere; it is met when it is shown.
        with contextlib.suppress(GLib.Error):
            _, _, width, height = self.reader.place(node.path)
            if width > 0 and height > 0:
                where = self.describe(node.parent)
                if not any(part in where for part in FOREIGN_NODES) and not (
                        node.role in ("list item", "panel")
                        and ("in combo box" in where
                             or where.startswith("panel “” in list item"))):
                    self.blame(f"{node.role} “{node.name}” {width}×{height} "
                               f"in {where}")

    @staticmethod
    def is_of_gtk(node):
        """What GTK puts around or into a control, which takes no focus; and the
        entries of its menus, which GTK 4.24 tells no name of (before, they have
        that of their type if they have no other)."""
        return (node.name == "GtkListItemWidget"
                or node.role == "menu item" and node.name == ""
                or not node.is_focusable()
                and (node.role == "list item"
                     or node.name in ("GtkMenuButton", "GtkFlowBoxChild")))

    def describe(self, path):
        words = []
        for _ in range(9):
            nodes = self.reader.read({path: ""})
            if not nodes:
                break
            words.append(f"{nodes[0].role} “{nodes[0].name[:40]}”")
            path = self.reader.call(
                self.reader.name, path, "org.freedesktop.DBus.Properties",
                "Get", GLib.Variant("(ss)", ("org.a11y.atspi.Accessible",
                                             "Parent")))[0][1]
        return " in ".join(words)

    def check_targets(self):
        """What is clicked is 24 pixels wide and high, once it stands."""
        with contextlib.suppress(AssertionError):
            wait_for(lambda: not list(self.small_targets()), "", SIZE_SECONDS)
        for path, name, text, width, height in self.small_targets():
            self.blame(f"{'/'.join(path.split('/')[-3:])} {name} “{text}” is "
                       f"{width}×{height}")

    def small_targets(self):
        self.window.settle()
        for _, path, name, text, _, _, width, height in self.window.call(
                "Targets")[0]:
            kind = path.rsplit("/", 1)[1]
            if (kind in NO_TARGETS + SMALL or path.startswith(FOREIGN)
                    or min(width, height) == 0):
                continue
            if min(width, height) < MIN_TARGET:
                yield path, name, text, width, height

    def check_ring(self, path, name):
        mark = ("/".join(path.split("/")[-3:]))
        if (path.endswith(WITH_CARET) or path.startswith(FOREIGN)
                or mark in self.rings):
            return
        self.rings.add(mark)
        for _ in range(4):  # the frame waited for may be that of another window
            with_focus = self.window.call("Drawn", "(b)", False)
            self.window.settle()
            without = self.window.call("Drawn", "(b)", True)
            self.window.settle()
            if with_focus != without:
                return
        self.blame(f"the focus on {path} {name} is not to be seen")

    def check_round(self, n_most=250):
        """Tab goes round, shows where it is, and stops once in a grid."""
        seen, grids = [], []
        if not self.window.call("Focus")[0]:
            self.window.wait_for_keyboard()
        for _ in range(n_most):
            self.window.key("Tab")
            focus, path, name, text, _, _, width, height = self.window.call(
                "Focus")
            if not focus:
                self.blame(f"the focus is lost after {seen[-1:]}")
                return
            if focus in (stop[0] for stop in seen):
                break
            if min(width, height) < 8:  # it may still be on its way there
                self.window.settle()
                width, height = self.window.call("Focus")[6:]
            if min(width, height) < 8 and not path.startswith(FOREIGN):
                self.blame(f"the focus goes out of sight at {path} {name} "
                           f"“{text}”")
            grids += [grid for grid in GRIDS
                      if f"/{grid}/" in path or path.endswith(grid)]
            seen.append((focus, path, name))
            self.check_ring(path, name)
        else:
            self.blame(f"Tab does not come round in {n_most} steps: "
                       f"{[stop[2] for stop in seen[-6:]]}")
        # A list that is come back to has kept its place.
        if len(seen) > 1 and focus == seen[-1][0]:
            self.blame(f"Tab does not leave {path} {name}")
        for grid in set(grids):
            if grids.count(grid) > GRIDS[grid]:
                self.blame(f"{grid} takes {grids.count(grid)} stops of Tab")
        return len(seen)

    def check(self, place):
        self.place = place
        begin = time.monotonic()
        self.check_names()
        self.check_targets()
        names_done = time.monotonic()
        n = self.check_round()
        end = time.monotonic()
        comment(f"{place}: {n} stops of Tab, {names_done - begin:.2f} s, "
                f"{end - names_done:.2f} s")

    def visit(self, stop):
        begin = time.monotonic()
        before = len(self.reader.windows())
        for step in stop.steps:
            self.window.settle()
            step(self)
        self.window.wait_to_see(stop.sees)
        comment(f"{stop.sources}: there after {time.monotonic() - begin:.2f} s")
        self.check(stop.sources)
        if not stop.is_view:
            escape(self, before)
        for line in self.window.complaints()[self.n_complaints:]:
            self.n_complaints += 1
            self.blame(line)


def read_sources():
    """The files that make windows, popovers and menus."""
    top = os.path.join(os.environ["SLIPWAY_SOURCE"], "src", "ui")
    for folder, _, names in os.walk(top):
        for name in sorted(names):
            stem, ending = os.path.splitext(name)
            if ending not in (".c", ".ui") or stem in MAKE_NOTHING:
                continue
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                if MAKERS.search(file.read()):
                    yield stem


def read_ids(plan):
    """The ids that the stops name."""
    mobile = ("SELECT release.id FROM release JOIN product ON product.id ="
              " release.product WHERE version = '4.2' AND product.name"
              " LIKE 'Mobile%'")
    questions = {
        "mobile": mobile,
        "console": "SELECT owner FROM flag",
        "flag": "SELECT id FROM flag",
        "sales": "SELECT id FROM audience WHERE name = 'Sales'",
        "stage": f"SELECT id FROM stage WHERE owner = ({mobile})"
                 " AND name = 'Everyone'",
        "freeze": "SELECT id FROM freeze WHERE name = 'Audit week'",
        "communication": f"SELECT id FROM communication WHERE owner ="
                         f" ({mobile}) AND sent_at IS NOT NULL",
        "decision": "SELECT id FROM decision ORDER BY at LIMIT 1",
        "calendar": "SELECT id FROM working_calendar",
        "feed": "SELECT id FROM feed",
        "key": "SELECT key FROM observation",
    }
    with contextlib.closing(sqlite3.connect(plan.path)) as file:
        found = {name: file.execute(words).fetchone()
                 for name, words in questions.items()}
        assert all(found.values()), found
        return {name: row[0] for name, row in found.items()}


def write_calendar(folder):
    path = os.path.join(folder, "team.ics")
    with open(path, "w", encoding="utf-8") as file:
        file.write(CALENDAR.replace("\n", "\r\n"))
    return path


def make_sample(case):
    """The sample plan with a day of many releases, and what a feed says."""
    plan = Plan(os.path.join(case.folder, "plan.slipway"))
    plan.cli("sample")
    for name in ("Partners", "Press"):
        plan.cli("audience", "add", name)
    for i in range(8):
        plan.cli("add", f"Fix {i}", "--product", "Desktop", "--version",
                 f"7.{i}", "--date", "2026-12-10")
    plan.cli("decide", "Payments 3.9", "no-go", "--reason", "Too many errors",
             "--by", "Payments PM")
    server = Server(case.folder)
    try:
        server.say("done")
        plan.cli("feed", "add", "Desk", server.address)
        plan.cli("feed", "map", "Desk", "Helpdesk", "Support")
        plan.cli("sync")
    finally:
        server.stop()
    say_who_i_am(plan)
    return plan


def every_source_is_visited(_):
    visited = {stem for stop in STOPS for stem in stop.sources.split()}
    made = set(read_sources())
    made -= ELSEWHERE
    assert made <= visited, (
        f"no stop of the walk shows what is made in {sorted(made - visited)}")
    assert visited <= made | ALSO, sorted(visited - made - ALSO)


def every_stop_is_named_and_reached(case):
    plan = make_sample(case)
    window = case.open(plan)
    walk = Walk(window, dict(read_ids(plan), **{
        "calendar-file": write_calendar(case.folder)}))
    window.click(CHIP)
    for stop in STOPS:
        try:
            walk.visit(stop)
        except (AssertionError, GLib.Error) as error:
            walk.place = stop.sources
            walk.blame(str(error))
            for _ in range(3):
                window.key("Escape")
    for fault in walk.faults:
        comment(fault)
    assert not walk.faults, f"{len(walk.faults)} faults"


if __name__ == "__main__":
    sys.exit(main(every_source_is_visited, every_stop_is_named_and_reached))
