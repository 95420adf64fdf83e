# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the window narrow and from right to left."""

import os
import subprocess
import sys

from board_drag import check_in_column, show_board
from calendar_drag import check_shown
from cases import check_eventually, main
from driver import wait_for

PAYMENTS = "chip:Payments 3.9"
NARROW = 360


def arabic(case):
    """An environment in which GTK shows things from right to left.

    GLib lets GTK speak a language that the program itself does not speak only
    if messages are in English; newer GTKs go by the language of the letters.
    """
    for name in ("en_US", "ar_EG"):
        path = os.path.join(case.folder, name + ".UTF-8")
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", path],
                       check=True)
    return {"LOCPATH": case.folder, "LC_ALL": "", "LANG": "en_US.UTF-8",
            "LC_CTYPE": "ar_EG.UTF-8", "LANGUAGE": "ar"}


def day_under_the_pointer_is_meant_from_right_to_left(case):
    plan, window = case.start(environment=arabic(case))
    left = window.where("day:2026-12-16")[0]
    right = window.where("day:2026-12-15")[0]
    assert left < right, "the calendar is not mirrored"
    window.drag(PAYMENTS, "day:2026-12-16")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    check_shown(window, PAYMENTS, "day:2026-12-16")


def board_is_mirrored_from_right_to_left(case):
    plan, window = case.start(environment=arabic(case))
    show_board(window)
    assert (window.where("column:building")[0]
            < window.where("column:planned")[0])
    window.drag("card:Mobile 4.3", "column:building")
    check_eventually(lambda: plan.show("Mobile 4.3")["status"], "building")
    check_in_column(window, "card:Mobile 4.3", "column:building")


def check_nothing_is_cut_off(window):
    left, _, width, _ = window.where_type("AdwToastOverlay")
    assert width <= NARROW, width
    for shown in window.list():
        if shown.type.endswith("Button"):
            assert left <= shown.x, shown
            assert shown.x + shown.width <= left + width, shown


def narrow_window_reaches_every_view(case):
    case.shrink(NARROW, 640)
    _, window = case.start()
    check_nothing_is_cut_off(window)
    show_board(window)
    check_nothing_is_cut_off(window)
    window.key("ctrl+1")
    window.wait_to_see("day:2026-12-03")
    window.key("F9")
    window.wait_to_see("sidebar")
    check_nothing_is_cut_off(window)


def another_view_is_not_covered_by_the_details(case):
    case.shrink(NARROW, 640)
    _, window = case.start()
    window.key("ctrl+3")
    window.wait_for_focus("cell:Payments 3.9")
    window.key("Return")
    window.wait_to_see("readiness-total")
    window.key("ctrl+2")
    window.wait_to_lose("readiness-total")
    window.wait_to_see("card:Payments 3.9")


def details_of_a_full_launch_fit_a_narrow_window(case):
    case.shrink(NARROW, 640)
    plan = case.make_plan()
    plan.cli("template", "apply", "Full launch", "Mobile 4.2")
    window = case.open(plan)
    window.click("day:2026-12-08")
    window.key("Return")
    window.wait_to_see("checklist:Documentation")
    assert window.where_type("AdwToastOverlay")[2] <= NARROW
    # Where nothing is overdue, more is told beside the figures.
    plan.cli("move", "Mobile 4.2", "2027-03-02")
    wait_for(lambda: not any("overdue" in text for text in window.texts()),
             "everything to be in time")
    assert window.where_type("AdwToastOverlay")[2] <= NARROW


if __name__ == "__main__":
    sys.exit(main(
        day_under_the_pointer_is_meant_from_right_to_left,
        board_is_mirrored_from_right_to_left,
        narrow_window_reaches_every_view,
        another_view_is_not_covered_by_the_details,
        details_of_a_full_launch_fit_a_narrow_window,
    ))
