# SPDX-License-Identifier: GPL-3.0-or-later
"""Drags releases over the calendar with a real pointer."""

import sys

from cases import check_eventually, main, needs_x11
from driver import xdotool
from planfile import RELEASES

PAYMENTS = "chip:Payments 3.9"
MOBILE = "chip:Mobile 4.2"
UNSCHEDULED = "chip:Payments 4.0"

CROWD = tuple(("Desktop", f"9.{i}", "planned", "2026-12-15", None)
              for i in range(1, 13))


def check_shown(window, chip, place):
    """Checks that the chip lies within the day or the tray."""
    def is_inside():
        x, y, width, height = window.where(chip)
        left, top, place_width, place_height = window.where(place)
        return (left <= x and x + width <= left + place_width + 1
                and top <= y and y + height <= top + place_height + 1)
    check_eventually(is_inside, True)


def check_unchanged(plan, before):
    assert plan.history() == before, plan.history()[0]


def chip_goes_to_another_day(case):
    plan, window = case.start()
    n_steps = plan.n_steps()
    window.drag(PAYMENTS, "day:2026-12-16")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    check_shown(window, PAYMENTS, "day:2026-12-16")
    assert plan.n_steps() == n_steps + 1
    assert plan.head()["writer"] == "window", plan.head()
    plan.check()


def drop_is_undone_and_done_again(case):
    plan, window = case.start()
    window.drag(MOBILE, "day:2026-12-15")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-15")
    assert plan.show("Mobile 4.2")["deploy_day"] == "2026-12-14"
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-08")
    assert plan.show("Mobile 4.2")["deploy_day"] == "2026-12-07"
    check_shown(window, MOBILE, "day:2026-12-08")
    window.key("ctrl+shift+z")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-15")
    check_shown(window, MOBILE, "day:2026-12-15")
    plan.check()


def hovering_tells_and_changes_nothing(case):
    plan, window = case.start()
    before = plan.history()
    with window.dragging(MOBILE) as drag:
        drag.over("day:2026-12-22")
        window.wait_for_text("Tue 8 December → Tue 22 December (+14 days)")
        window.wait_for_text("Mon 7 December → Mon 21 December")
        window.wait_for_text("lies in “Year-end freeze”")
        drag.over("day:2026-12-12")
        window.wait_for_text("is not a working day")
        assert not any("freeze" in text and "lies in" in text
                       for text in window.texts())
        check_unchanged(plan, before)
        drag.over("sidebar")
        drag.drop()
    check_unchanged(plan, before)
    assert not any("→" in text for text in window.texts())
    check_shown(window, MOBILE, "day:2026-12-08")


def release_without_a_day_gets_one(case):
    plan, window = case.start()
    check_shown(window, UNSCHEDULED, "tray")
    window.drag(UNSCHEDULED, "day:2026-12-17")
    check_eventually(lambda: plan.date("Payments 4.0"), "2026-12-17")
    check_shown(window, UNSCHEDULED, "day:2026-12-17")
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Payments 4.0"), None)
    check_shown(window, UNSCHEDULED, "tray")


def release_goes_to_the_tray(case):
    plan, window = case.start()
    window.drag(PAYMENTS, "tray")
    check_eventually(lambda: plan.date("Payments 3.9"), None)
    check_shown(window, PAYMENTS, "tray")
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-03")
    check_shown(window, PAYMENTS, "day:2026-12-03")


def escape_changes_nothing(case):
    plan, window = case.start()
    before = plan.history()
    with window.dragging(PAYMENTS) as drag:
        drag.over("day:2026-12-16")
        drag.escape()
    check_unchanged(plan, before)
    check_shown(window, PAYMENTS, "day:2026-12-03")
    window.drag(PAYMENTS, "day:2026-12-17")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-17")


def drop_on_the_sidebar_changes_nothing(case):
    plan, window = case.start()
    before = plan.history()
    with window.dragging(PAYMENTS) as drag:
        drag.over("day:2026-12-16")
        drag.over("sidebar")
        drag.drop()
    check_unchanged(plan, before)
    check_shown(window, PAYMENTS, "day:2026-12-03")


def drop_outside_the_window_changes_nothing(case):
    needs_x11("the window fills the screen")
    plan, window = case.start()
    before = plan.history()
    with window.dragging(PAYMENTS) as drag:
        drag.over("day:2026-12-16")
        drag.over((3, 3))
        drag.drop()
    check_unchanged(plan, before)
    check_shown(window, PAYMENTS, "day:2026-12-03")


def drop_on_its_own_day_is_no_step(case):
    plan, window = case.start()
    before = plan.history()
    with window.dragging(PAYMENTS) as drag:
        drag.over("day:2026-12-16")
        drag.over("day:2026-12-03")
        drag.drop()
    check_unchanged(plan, before)


def hidden_release_is_dragged_out_of_its_day(case):
    needs_x11("mutter begins no drag in a popover")
    plan = case.make_plan(RELEASES + CROWD)
    window = case.open(plan)
    window.click("more:2026-12-15")
    window.wait_to_see("chip:Desktop 9.7")
    window.drag("chip:Desktop 9.7", "day:2026-12-02")
    check_eventually(lambda: plan.date("Desktop 9.7"), "2026-12-02")
    check_shown(window, "chip:Desktop 9.7", "day:2026-12-02")


def shift_moves_the_release_date_alone(case):
    needs_x11("Wayland tells no keys during a drag")
    plan, window = case.start()
    with window.dragging(MOBILE) as drag:
        xdotool("keydown", "shift")
        try:
            drag.over("day:2026-12-15")
            drag.drop()
        finally:
            xdotool("keyup", "shift")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-15")
    assert plan.show("Mobile 4.2")["deploy_day"] == "2026-12-07"


def edge_turns_the_page(case):
    plan, window = case.start()
    with window.dragging(PAYMENTS) as drag:
        x, y, width, height = window.where_type("SlipMonthGrid")
        drag.over((x + width // 2, y + height - 5))
        window.wait_to_see("day:2027-01-20")
        drag.over("day:2027-01-20")
        drag.drop()
    check_eventually(lambda: plan.date("Payments 3.9"), "2027-01-20")


def drag_leaves_the_window_at_rest(case):
    """Near an edge it scrolls by itself, as long as there is a drag."""
    plan, window = case.start()
    window.drag(PAYMENTS, "day:2026-12-16")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    window.wait_for_rest()
    with window.dragging(PAYMENTS) as drag:
        x, y, width, height = window.where_type("SlipMonthGrid")
        drag.over((x + width // 2, y + height - 20))
        drag.drop()
    window.wait_for_rest()


if __name__ == "__main__":
    sys.exit(main(
        chip_goes_to_another_day,
        drop_is_undone_and_done_again,
        hovering_tells_and_changes_nothing,
        release_without_a_day_gets_one,
        release_goes_to_the_tray,
        escape_changes_nothing,
        drop_on_the_sidebar_changes_nothing,
        drop_outside_the_window_changes_nothing,
        drop_on_its_own_day_is_no_step,
        hidden_release_is_dragged_out_of_its_day,
        shift_moves_the_release_date_alone,
        edge_turns_the_page,
        drag_leaves_the_window_at_rest,
    ))
