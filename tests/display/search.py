# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches all of a plan and reaches commands, with keys and a pointer."""

import sys

from cases import check_eventually, main
from driver import wait_for

DECK = "Make the Zürich deck"


def type_anew(window, text):
    window.click("search-entry")
    window.key("ctrl+a", "BackSpace")
    window.type(text)


def everything_is_found_as_one_types(case):
    plan = case.make_plan()
    plan.cli("checklist", "add", "Mobile 4.2", "Sales")
    plan.cli("item", "add", "Mobile 4.2", "Sales", DECK)
    window = case.open(plan)
    window.key("ctrl+f")
    window.wait_to_see("search-entry")
    window.wait_to_see("filter:owner:")
    window.type("zurich")
    window.wait_to_see("found:" + DECK)
    window.key("Down")
    window.wait_for_focus("found:" + DECK)
    window.key("Up")
    window.wait_for_focus("GtkText")
    window.key("Down", "Return")
    window.wait_to_lose("search-panel")
    window.wait_for_text(DECK)

    type_anew(window, "xyzzy")
    window.wait_for_text("Nothing was found")
    type_anew(window, "audience:sa")
    window.wait_to_see("filter:audience:Sales")
    window.click("filter:audience:Sales")
    window.wait_to_see("found:Mobile 4.2")
    type_anew(window, "team:x")
    window.wait_for_text("There is no filter “team:”")
    type_anew(window, "zurich")
    window.wait_to_see("found:" + DECK)
    window.key("Escape")
    window.wait_to_lose("search-panel")
    window.key("Escape")
    window.wait_to_lose("search-entry")


def ask_palette(window, text, holds):
    """Types until the text has arrived: on Wayland the window is there before
    the compositor gives it the keyboard."""
    window.key("ctrl+k")
    window.wait_to_see("palette-entry")

    def has_arrived():
        window.key("ctrl+a")
        window.type(text)
        return holds()
    wait_for(has_arrived, f"what “{text}” finds")


def commands_are_reached_by_their_names(case):
    _, window = case.start()
    ask_palette(window, "boa", lambda: window.has("command:Board")
                and not window.has("command:Undo"))
    window.key("Return")
    window.wait_to_lose("palette-entry")
    window.wait_to_see("card:Mobile 4.3")
    ask_palette(window, "payments 3.9",
                lambda: window.has("command:Payments 3.9")
                and not window.has("command:Board"))
    window.key("Return")
    window.wait_to_lose("palette-entry")
    check_eventually(lambda: "Payments 3.9" in " ".join(window.texts()), True)
    ask_palette(window, "plan settings",
                lambda: window.has("command:People")
                and window.has("command:Freezes"))
    window.key("Escape")
    window.wait_to_lose("palette-entry")
    ask_palette(window, "zzz", lambda: any(
        "No Such Command or Release" in text for text in window.texts()))
    window.key("Escape")
    window.wait_to_lose("palette-entry")


if __name__ == "__main__":
    sys.exit(main(
        everything_is_found_as_one_types,
        commands_are_reached_by_their_names,
    ))
