# SPDX-License-Identifier: GPL-3.0-or-later
"""Begins with nothing, as everybody does once."""

import sys

from cases import main
from start import keep_settings, start_again

SAMPLE = "Mobile 4.2"


def open_nothing(case):
    """A plan without a release."""
    plan = case.make_plan(())
    return plan, case.open(plan)


def stop(window, number):
    window.wait_for_text(f"{number} of 5. ")


def tour_goes_on_by_what_is_done(case):
    keep_settings(case)
    plan, window = open_nothing(case)
    window.wait_for_text("Nothing Is Planned Yet")
    window.click("empty-tour-button")
    stop(window, 1)
    window.wait_to_hear("1 of 5. ")
    window.key("ctrl+n")
    window.wait_to_see("release-name")
    window.type("First one")
    window.key("Return")
    stop(window, 2)
    assert start_again(case, "--release", "First one") == (0, "")
    window.key("alt+Right")
    stop(window, 2)  # it has no date yet
    plan.cli("move", "First one", "2026-12-08")
    stop(window, 3)
    window.key("ctrl+z")
    stop(window, 4)
    window.key("Escape")
    window.quit()

    # It goes on where it was left, and can be passed over and left.
    window = case.open(plan)
    assert not window.has("tour-bar")
    window.key("F10")
    window.focus("=Take the Tour", "Down")
    window.key("Return")
    stop(window, 4)
    window.key("ctrl+3")
    stop(window, 5)
    window.focus("tour-next")
    window.key("space")
    window.wait_to_lose("tour-bar")


def sample_plan_is_one_click_away(case):
    _, window = open_nothing(case)
    window.wait_for_text("Nothing Is Planned Yet")
    window.click("empty-sample-button")
    window.wait_to_see("chip:" + SAMPLE)
    stop(window, 2)
    window.focus("tour-next", "shift+Tab")
    window.key("Escape")
    window.wait_to_lose("tour-bar")


if __name__ == "__main__":
    sys.exit(main(
        tour_goes_on_by_what_is_done,
        sample_plan_is_one_click_away,
    ))
