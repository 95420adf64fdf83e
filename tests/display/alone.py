# SPDX-License-Identifier: GPL-3.0-or-later
"""A release from its beginning to a decision: new, its dates, a checklist, a
move and a decision; by the keyboard alone, and by clicks without a drag.

The clicks go where AT-SPI says that something is, so what is clicked can be
found by those who do not see it; popovers, whose places AT-SPI tells wrongly,
are found by the program's hooks.
"""

import contextlib
import sys

from atspi import GLib, Reader
from cases import check_eventually, main
from driver import wait_for, xdotool
from life import stages

TITLE = "Search in settings"
CHIP = "chip:" + TITLE
ITEM = "Answers to the likely questions written"
PRESET = "Internal, beta, 5 %, 25 %, everyone"
REASON = "Only we see it"


def start(case):
    plan = case.make_plan([])
    if "Support" not in str(plan.read("audience", "list")):
        plan.cli("audience", "add", "Support")
    return plan, case.open(plan)


# What the file has to hold after each step

def check_made(plan):
    check_eventually(lambda: list(plan.dates()), [TITLE])


def check_dates(plan):
    check_eventually(lambda: (plan.date(TITLE),
                              plan.show(TITLE)["deploy_day"]),
                     ("2026-12-08", "2026-12-07"))


def check_checklist(plan):
    check_eventually(lambda: [(item["title"], item["state"]) for item in
                              plan.read("item", "list", TITLE)],
                     [(ITEM, "done")])


def check_moved(plan):
    check_eventually(lambda: (plan.date(TITLE),
                              plan.show(TITLE)["deploy_day"]),
                     ("2026-12-09", "2026-12-08"))


def check_decided(plan):
    check_eventually(lambda: stages(plan)["Internal"], "active")
    (decision,) = plan.read("decisions", TITLE)
    assert (decision["type"], decision["reason"]) == ("go", REASON), decision
    assert plan.show(TITLE)["status"] == "rolling-out"
    assert "fault" not in plan.check().lower(), plan.check()


# By the keyboard alone

def focus_in(window, name, kind="GtkText", n_most=150):
    """Goes on by Tab until what has the focus is in a widget."""
    seen = []
    for _ in range(n_most):
        _, path, *_, x, y, width, height = window.call("Focus")
        if path.endswith(kind) and window.has(name):
            left, top, its_width, its_height = window.where(name)
            if (left <= x + width // 2 <= left + its_width
                    and top <= y + height // 2 <= top + its_height):
                return
        seen.append(path.rsplit("/", 1)[1])
        window.key("Tab")
    raise AssertionError(f"{name} cannot be reached by Tab: {seen}")


def choose(window, text):
    window.wait_for_text(text)
    window.focus("=" + text, "Down")
    window.key("Return")


def the_keyboard_alone_is_enough(case):
    plan, window = start(case)
    window.key("ctrl+n")
    window.wait_to_see("release-name")
    window.type(TITLE)
    window.key("Return")
    check_made(plan)

    window.wait_to_see("inspector-title")
    for name, day in (("date:deploy_date", "2026-12-07"),
                      ("date:release_date", "2026-12-08")):
        focus_in(window, name)
        window.key("ctrl+a")
        window.type(day)
        window.key("Return")
    check_dates(plan)

    focus_in(window, "add-checklist", "GtkToggleButton")
    window.key("space")
    choose(window, "Support")
    window.wait_for_focus("new-item:Support")
    window.type(ITEM)
    window.key("Return")
    window.wait_to_see("item:" + ITEM)
    window.focus("item:" + ITEM, "shift+Tab")
    window.key("space")
    check_checklist(plan)

    # The calendar takes one stop: the day that was shown last.
    window.focus("day:2026-12-08", n_most=150)
    window.key("Return")
    window.wait_for_focus(CHIP)
    window.key("alt+Right")
    check_moved(plan)
    window.wait_to_hear(TITLE + " moved to Wed 9 December")

    window.focus("choose-preset", n_most=200)
    window.key("space")
    choose(window, PRESET)
    window.wait_to_see("acts:Internal")
    window.key("ctrl+g")
    window.wait_to_see("decision-dialog")
    window.wait_for_focus("reason")
    window.type(REASON)
    window.focus("decide")
    window.key("Return")
    window.wait_to_lose("decision-dialog")
    check_decided(plan)


# By clicks alone

class Pointer:
    """Clicks what AT-SPI finds; texts are typed where a click went."""

    def __init__(self, window):
        self.window = window
        self.reader = Reader(window.process.pid)
        self.origin = self.find_origin()

    def find(self, role, name):
        """Where it is on the screen: the middle of it, or None."""
        self.window.settle()
        for node in self.reader.nodes(self.reader.windows()[0]):
            if node.role != role or name not in node.name:
                continue
            with contextlib.suppress(GLib.Error):
                x, y, width, height = self.reader.place(node.path)
                if width > 0 and height > 0:
                    return (self.origin[0] + x + width // 2,
                            self.origin[1] + y + height // 2)
        return None

    def find_origin(self):
        """Where AT-SPI begins to count, which each GTK takes otherwise: by a
        button of which the program knows the place."""
        x, y, _, _ = self.window.where("new-release-button")
        for node in self.reader.nodes(self.reader.windows()[0]):
            if node.role == "push button" and node.name == "New Release":
                left, top, _, _ = self.reader.place(node.path)
                return x - left, y - top
        raise AssertionError("the button for a new release has no place")

    def click(self, role, name):
        self.click_at(lambda: self.find(role, name), f"{role} {name}")

    def press(self, name):
        """In a box that flows, whose places newer GTKs tell wrongly."""
        self.click_at(lambda: self.window.at(name), name)

    def click_at(self, find, what):
        x, y = wait_for(find, what)
        for _ in range(40):
            if not self.is_cut_off(x, y):
                break
            self.scroll(5 if y > 400 else 4)
            x, y = find()
        self.window.move_pointer(x, y)
        xdotool("click", 1)
        self.window.settle()

    def is_cut_off(self, x, y):
        """Scrolled out of the details; the rest of the window stays."""
        if not self.window.has("inspector-title"):
            return False
        left, top, _, height = self.window.where_type("SlipInspector")
        return x > left and not -20 < y - top - 20 < height - 40

    def scroll(self, button):
        x, y, width, height = self.window.where_type("SlipInspector")
        self.window.move_pointer(x + width - 4, y + height // 2)
        xdotool("click", button)
        self.window.settle()

    def write(self, role, name, text):
        self.click(role, name)
        self.window.key("ctrl+a")
        self.window.type(text)

    def choose(self, text):
        """An entry of the menu that is open."""
        self.window.wait_for_text(text)
        self.window.click("=" + text)


def the_pointer_alone_is_enough(case):
    plan, window = start(case)
    hand = Pointer(window)
    hand.click("push button", "New Release")
    window.wait_to_see("release-name")
    window.type(TITLE)
    window.click("create")
    check_made(plan)

    window.wait_to_see("inspector-title")
    hand.write("text", "Deploy date", "2026-12-07")
    hand.write("text", "Release date", "2026-12-08")
    hand.click("text", "Deploy date")
    check_dates(plan)

    hand.click("push button", "Add Checklist")
    hand.choose("Support")
    window.wait_for_focus("new-item:Support")
    window.type(ITEM)
    window.key("Return")
    window.wait_to_see("check:" + ITEM)
    window.click("check:" + ITEM)
    check_checklist(plan)

    window.click(CHIP, 3)
    hand.choose("Move to Date…")
    window.wait_to_see("SlipMoveDialog")
    window.key("ctrl+a")
    window.type("2026-12-09")
    window.click("move")
    window.wait_to_lose("SlipMoveDialog")
    check_moved(plan)

    hand.press("choose-preset")
    hand.choose(PRESET)
    window.wait_to_see("acts:Internal")
    hand.press("go-wider")
    window.wait_to_see("decision-dialog")
    window.click("reason")
    window.type(REASON)
    window.click("decide")
    window.wait_to_lose("decision-dialog")
    check_decided(plan)


if __name__ == "__main__":
    sys.exit(main(the_keyboard_alone_is_enough, the_pointer_alone_is_enough))
