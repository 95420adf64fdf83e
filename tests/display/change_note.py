# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what changes and for whom, and says who must know how early."""

import sys

from cases import check_eventually, main
from keys import focus_mobile

MOBILE = "Mobile 4.2"
NOTE = {
    "changes": "Sign-in asks for a second factor",
    "affected": "Teams with shared accounts",
    "affected_customers": "Three pilots",
    "affected_integrations": "Nightly export",
    "action": "Give each person an account",
    "contact": "Support lead",
}


def note(plan):
    shown = plan.show(MOBILE)
    return {key: shown.get(key) for key in NOTE}


def open_mobile(window):
    focus_mobile(window)
    window.key("Return")
    window.wait_to_see("field:changes")


def is_written_by_keys_and_taken_back(case):
    plan, window = case.start()
    empty = note(plan)
    open_mobile(window)
    window.focus("save-as-template", n_most=90)
    for text in NOTE.values():
        window.key("Tab")
        window.type(text)
    window.key("Tab")
    check_eventually(lambda: note(plan), NOTE)
    # Each field is a step of its own.
    window.key("Escape")
    for _ in NOTE:
        window.key("ctrl+z")
    check_eventually(lambda: note(plan), empty)
    plan.check()


if __name__ == "__main__":
    sys.exit(main(
        is_written_by_keys_and_taken_back,
    ))
