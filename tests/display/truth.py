# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads plan and truth as somebody would who does not see the bars."""

import sys

from cases import main

RELEASES = (
    ("Payments", "3.9", "ready", "2026-11-18", None),
    ("Mobile", "4.2", "building", "2026-11-25", None),
    ("Desktop", "9.0", "building", "2026-12-10", None),
)


def begin(case):
    plan = case.make_plan(RELEASES)
    plan.cli("move", "Payments 3.9", "2026-11-20")
    window = case.open(plan)
    window.key("F10")
    window.focus("=Plan and Truth", "Down")
    window.key("Return")
    window.wait_to_see("truth-report")
    return window


def slip_is_told_in_words(case):
    window = begin(case)
    window.wait_for_text("1 release, 1 late; on average +2 days, at worst +2 "
                         "days")
    window.wait_for_text("First planned for Wed 18 November, now for Fri 20 "
                         "November: +2 days so far; moved 1 time")
    window.wait_to_hear("First planned for Wed 18 November")
    assert not any("Desktop 9.0" in text and "planned" in text
                   for text in window.texts())


def range_is_chosen_by_key(case):
    window = begin(case)
    window.key("space", "End", "Return")
    window.wait_for_text("First planned for Thu 10 December, now for Thu 10 "
                         "December: as planned so far")
    window.key("Escape")
    window.wait_to_lose("truth-report")


if __name__ == "__main__":
    sys.exit(main(
        slip_is_told_in_words,
        range_is_chosen_by_key,
    ))
