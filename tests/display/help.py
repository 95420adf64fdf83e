# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the help: F1 in every view and in dialogs, back, search, the palette."""

import sys

from cases import main
from driver import wait_for

# The keys of the views, and their pages.
VIEWS = {
    "ctrl+1": "calendar",
    "ctrl+2": "board",
    "ctrl+3": "readiness",
    "ctrl+4": "rollout",
    "ctrl+0": "my-day",
}


def ask(window, page):
    """F1, once: in the help it leads to the index."""
    window.key("F1")
    window.wait_to_see("help:" + page)


def leave(window, page):
    """A window is there before it has the keyboard; until then the key would
    close what is behind it."""
    wait_for(lambda: "SlipHelpWindow" in window.call("Focus")[1],
             "the help to have the keyboard")
    window.key("Escape")
    window.wait_to_lose("help:" + page)


def type_into_palette(window, text, row):
    window.wait_to_see("palette-entry")
    wait_for(lambda: window.key("ctrl+a") or window.type(text)
             or window.has(row) and not window.has("command:Undo"),
             f"“{text}” in the palette")


def every_view_opens_its_page(case):
    _, window = case.start()
    for key, page in VIEWS.items():
        window.key(key)
        ask(window, page)
        leave(window, page)
        window.wait_for_keyboard()


def pages_have_headings(case):
    _, window = case.start()
    window.key("ctrl+1")
    ask(window, "calendar")
    assert {"Calendar", "Move a Release"} <= set(window.said(role="heading"))


def arrows_scroll(case):
    """Rather than go from link to link."""
    _, window = case.start()
    window.key("ctrl+1")
    ask(window, "calendar")
    top = window.where("help:calendar")[1]
    wait_for(lambda: window.key("Down")
             or window.where("help:calendar")[1] < top, "the page to move")
    window.key("End")
    wait_for(lambda: window.key("Home")
             or window.where("help:calendar")[1] == top, "the top")


def the_contents_are_one_stop_of_tab(case):
    _, window = case.start()
    window.key("ctrl+1")
    ask(window, "calendar")
    wait_for(lambda: window.key("alt+Home") or window.has("help:index"),
             "the index")
    for key, name in (("ctrl+f", "GtkText"), ("Tab", "contents:index"),
                      ("Tab", "help.back"), ("shift+Tab", "contents:index"),
                      ("shift+Tab", "GtkText")):
        window.key(key)
        wait_for(lambda: window.call("Focus")[2] == name,
                 f"{name} to have the focus")


def a_dialog_that_waits_can_be_read_about(case):
    _, window = case.start()
    window.key("ctrl+k")
    type_into_palette(window, "board", "command:Board")
    ask(window, "search")
    leave(window, "search")
    assert window.has("palette-entry")


def a_menu_that_is_open_can_be_read_about(case):
    _, window = case.start()
    window.key("ctrl+2")
    window.click("board-group")
    window.wait_to_see("GtkPopoverMenu")
    ask(window, "board")


def pages_are_turned_and_searched(case):
    _, window = case.start()
    window.key("ctrl+1")
    ask(window, "calendar")
    wait_for(lambda: window.key("alt+Home") or window.has("help:index"),
             "the index")
    window.key("alt+Left")
    window.wait_to_see("help:calendar")
    window.key("alt+Right")
    window.wait_to_see("help:index")
    window.key("ctrl+f")
    window.type("nobody has to drag")
    wait_for(lambda: not window.has("contents:my-day"), "what was found")
    window.key("Return")
    window.wait_to_see("help:keys")


def the_palette_leads_to_pages(case):
    _, window = case.start()
    window.key("ctrl+k")
    type_into_palette(window, "t-dates", "command:T-Dates")
    window.key("Return")
    window.wait_to_see("help:t-dates")


if __name__ == "__main__":
    sys.exit(main(
        every_view_opens_its_page,
        pages_have_headings,
        arrows_scroll,
        the_contents_are_one_stop_of_tab,
        a_dialog_that_waits_can_be_read_about,
        a_menu_that_is_open_can_be_read_about,
        pages_are_turned_and_searched,
        the_palette_leads_to_pages,
    ))
