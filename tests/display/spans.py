# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the calendar's spans with a real pointer and keys."""

import sys

from cases import check_eventually, main
from planfile import RELEASES

PAYMENTS = "chip:Payments 3.9"
SCROLLER = "calendar-scroller"
LAST_WEEK = tuple(f"2027-02-{day}" for day in range(21, 28))


def show_quarter(window):
    window.key("alt+3")
    window.wait_to_see("day:2027-02-27")
    window.wait_for_text("29 Nov 2026 – 27 Feb 2027")


def lies_in_sight(window, name):
    _, top, _, height = window.where(SCROLLER)
    _, y, _, own_height = window.where(name)
    return top <= y and y + own_height <= top + height


def keys_choose_the_span(case):
    _, window = case.start()
    for key, title, focus in (
            ("alt+3", "29 Nov 2026 – 27 Feb 2027", "day:2026-12-01"),
            ("alt+2", "29 Nov – 5 Dec 2026", "day:2026-12-01"),
            ("alt+1", "December 2026", "day:2026-12-01"),
            ("alt+4", "Deploy date · Ready", "SlipChip")):
        window.key("ctrl+2")
        window.wait_to_lose("calendar-title")
        window.key(key)
        window.wait_for_text(title)
        window.wait_for_focus(focus)


def span_is_kept_for_the_next_start(case):
    case.shrink(1280, 840)
    plan, window = case.start()
    show_quarter(window)
    window.quit()
    window = case.open(plan)
    window.wait_for_text("29 Nov 2026 – 27 Feb 2027")
    window.quit()
    window = case.open(plan, options=("--view", "week"))
    window.wait_for_text("29 Nov – 5 Dec 2026")


def chip_goes_to_another_day_of_the_quarter(case):
    plan, window = case.start()
    show_quarter(window)
    with window.dragging(PAYMENTS) as drag:
        drag.over("day:2027-01-06")
        window.wait_for_text("Thu 3 December → Wed 6 January 2027")
        drag.drop()
    check_eventually(lambda: plan.date("Payments 3.9"), "2027-01-06")
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-03")


def quarter_is_scrolled_by_a_drag_at_its_edge(case):
    plan, window = case.start()
    show_quarter(window)
    assert not lies_in_sight(window, "day:2027-02-24")
    with window.dragging(PAYMENTS) as drag:
        x, y, width, height = window.where(SCROLLER)
        drag.over((x + width // 2, y + height - 24))
        check_eventually(lambda: lies_in_sight(window, "day:2027-02-24"), True)
        # The pointer stayed where it was, and lies over another day now.
        window.wait_for_text("February 2027")
        drag.drop()
    check_eventually(lambda: plan.date("Payments 3.9") in LAST_WEEK, True)


def keys_go_through_the_quarter(case):
    _, window = case.start()
    show_quarter(window)
    window.focus("day:2026-12-01")
    window.key("ctrl+Home")
    window.wait_for_focus("day:2026-12-01")
    window.key(*["Down"] * 12)
    window.wait_for_focus("day:2027-02-23")
    check_eventually(lambda: lies_in_sight(window, "day:2027-02-23"), True)
    window.key("Down")
    window.wait_for_focus("day:2027-03-02")
    window.wait_for_text("28 Feb – 29 May 2027")
    window.key("Page_Up")
    window.wait_for_focus("day:2026-12-01")


def release_moves_by_key_in_the_quarter(case):
    plan, window = case.start(RELEASES)
    show_quarter(window)
    window.click(PAYMENTS)
    window.wait_for_focus(PAYMENTS)
    window.key("alt+Down")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-10")
    window.wait_for_focus(PAYMENTS)


def show_agenda(window):
    window.key("alt+4")
    window.wait_to_see("agenda-list")
    window.wait_for_focus("SlipChip")


def arrows_go_through_the_agenda(case):
    """The year-end freeze is from 21 to 31 December."""
    _, window = case.start()
    show_agenda(window)
    window.key("Down")
    window.wait_for_focus(PAYMENTS)
    window.key("End")
    window.wait_for_focus("day-row:Year-end freeze")
    window.key("Up", "Up")
    window.wait_for_focus("chip:Mobile 4.3")
    window.key("Home")
    window.wait_for_focus("SlipChip")
    # One stop: the tray comes next.
    window.key("Tab")
    window.wait_for_focus("chip:Console 13.0")
    window.key("shift+Tab")
    window.wait_for_focus("SlipChip")


def release_moves_by_key_in_the_agenda(case):
    plan, window = case.start()
    show_agenda(window)
    window.key("Down")
    window.wait_for_focus(PAYMENTS)
    for key, day in (("alt+Right", "2026-12-04"), ("alt+Down", "2026-12-11"),
                     # To before the list begins: it begins there then.
                     ("alt+Up", "2026-12-04"), ("alt+Up", "2026-11-27")):
        window.key(key)
        check_eventually(lambda: plan.date("Payments 3.9"), day)
        window.wait_for_focus(PAYMENTS)
    window.wait_for_text("November 2026")
    window.key("alt+Home")
    window.wait_to_lose(PAYMENTS)
    window.wait_for_text("December 2026")


def agenda_opens_what_is_on_a_line(case):
    _, window = case.start()
    show_agenda(window)
    window.key("Down", "Return")
    window.wait_for_text("Edit the Name")
    window.key("alt+4", "End", "Return")
    window.wait_to_see("SlipPlanSettings")


def release_is_dragged_out_of_the_agenda(case):
    plan, window = case.start()
    show_agenda(window)
    window.drag(PAYMENTS, "tray")
    check_eventually(lambda: plan.date("Payments 3.9"), None)
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-03")
    window.wait_for_text("Thu 3")


def release_is_dropped_on_a_day_of_the_agenda(case):
    """Also one from the tray; while it hovers nothing happens."""
    plan, window = case.start()
    show_agenda(window)
    with window.dragging(PAYMENTS) as drag:
        drag.over("chip:Mobile 4.2")
        window.wait_for_text("Thu 3 December → Tue 8 December")
        assert plan.date("Payments 3.9") == "2026-12-03"
        drag.drop()
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-08")
    window.wait_for_focus(PAYMENTS)
    # The one that no toast lies over.
    window.drag("chip:Console 13.0", "chip:Mobile 4.3")
    check_eventually(lambda: plan.date("Console 13.0"), "2026-12-16")
    window.key("ctrl+z", "ctrl+z")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-03")
    assert plan.date("Console 13.0") is None


def agenda_is_told(case):
    """What a screen reader hears of lines and chips."""
    _, window = case.start()
    show_agenda(window)
    window.wait_to_hear("Thursday 3 December 2026: Payments 3.9, Release date "
                        "· Ready")
    window.wait_to_hear("Payments 3.9, Thu 3 December, Ready")
    window.wait_to_hear("Monday 21 December 2026: Year-end freeze, Freeze "
                        "begins, until Thu 31 December")


if __name__ == "__main__":
    sys.exit(main(
        keys_choose_the_span,
        span_is_kept_for_the_next_start,
        chip_goes_to_another_day_of_the_quarter,
        quarter_is_scrolled_by_a_drag_at_its_edge,
        keys_go_through_the_quarter,
        release_moves_by_key_in_the_quarter,
        arrows_go_through_the_agenda,
        release_moves_by_key_in_the_agenda,
        agenda_opens_what_is_on_a_line,
        release_is_dragged_out_of_the_agenda,
        release_is_dropped_on_a_day_of_the_agenda,
        agenda_is_told,
    ))
