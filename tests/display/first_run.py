# SPDX-License-Identifier: GPL-3.0-or-later
"""Begins with nothing, as everybody does once."""

import sys

from cases import main
from driver import wait_for
from planfile import TODAY
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


def keys_begin_in_what_is_shown(case):
    _, window = open_nothing(case)
    window.wait_for_text("Nothing Is Planned Yet")
    window.wait_for_focus("empty-new-button")
    # There is no view to go to.
    for key in ("ctrl+4", "ctrl+3", "ctrl+2", "ctrl+1"):
        window.focus("=Search")
        window.key(key)
        window.wait_for_focus("empty-new-button")
    window.key("space")
    window.wait_to_see("release-name")
    seen = set()
    for _ in range(16):
        window.key("Tab")
        seen.add(window.call("Focus")[2])
    assert {"GtkText", "GtkToggleButton"} < seen, seen
    # A row would take no key, and leave Return to the dialog.
    assert not any("Row" in name or "row" in name for name in seen), seen
    window.key("Escape")
    window.wait_to_lose("release-name")
    window.focus("empty-sample-button")
    window.key("space")
    window.wait_to_see("chip:" + SAMPLE)
    window.wait_for_focus("day:" + TODAY)
    # From one view to another they stay in what is shown.
    for key in ("ctrl+2", "ctrl+3", "ctrl+4"):
        window.key(key)
        assert not window.call("Focus")[2].startswith("Gtk"), window.input()
    window.key("ctrl+1")
    window.wait_for_focus("day:" + TODAY)


def who_will_not_say_who_they_are_loses_nothing(case):
    plan = case.make_plan((), is_known=False)
    window = case.open(plan)
    window.wait_for_focus("empty-new-button")
    window.key("Return")
    window.wait_to_see("release-name")
    window.type("First one")
    window.key("Tab", "Tab")
    window.type("8 Dec 2026")
    window.focus("create")
    for key in ("Escape", "Return"):
        window.key("Return")
        window.wait_to_see("person-dialog")
        window.wait_to_lose("release-name")
        window.key(key)
        window.wait_to_lose("person-dialog")
        if key == "Escape":
            window.wait_to_see("release-name")
            window.wait_for_focus("create")
            assert not plan.dates()
    # It is where it was put, and the keys are with it.
    wait_for(lambda: plan.dates() == {"First one": "2026-12-08"},
             "the release")
    window.wait_for_focus("chip:First one")
    assert not window.has("release-name")
    window.key("alt+Right")
    wait_for(lambda: plan.dates() == {"First one": "2026-12-09"}, "the move")


def who_makes_the_first_release_can_own_it(case):
    """Who that is comes to be known only then."""
    plan = case.make_plan((), is_known=False)
    window = case.open(plan)
    window.wait_for_focus("empty-new-button")
    window.key("Return")
    window.wait_to_see("release-name")
    window.focus("=Nobody yet")
    window.key("space")
    window.wait_for_focus("GtkListItemWidget")
    window.focus("=Me", "Down")
    window.key("Return")
    window.wait_for_focus("GtkToggleButton")
    window.wait_for_focus("=Me")
    window.focus("=No date", "shift+Tab")
    window.key("shift+Tab", "shift+Tab")
    window.type("First one")
    window.focus("create")
    window.key("Return")
    window.wait_to_see("person-dialog")
    window.key("Escape")
    window.wait_to_lose("person-dialog")
    window.wait_for_focus("create")
    assert not plan.dates()
    names = {row["name"] for row in plan.read("person", "list")}
    window.key("Return")
    window.wait_to_see("person-dialog")
    window.key("Return")
    window.wait_to_lose("person-dialog")
    wait_for(lambda: "First one" in plan.dates(), "the release")
    assert not window.has("release-name")
    (name,) = {row["name"] for row in plan.read("person", "list")} - names
    assert name in plan.cli("show", "First one"), name
    # One step, with whoever made it.
    window.key("ctrl+z")
    wait_for(lambda: not plan.dates(), "the release to go")


if __name__ == "__main__":
    sys.exit(main(
        tour_goes_on_by_what_is_done,
        sample_plan_is_one_click_away,
        keys_begin_in_what_is_shown,
        who_will_not_say_who_they_are_loses_nothing,
        who_makes_the_first_release_can_own_it,
    ))
