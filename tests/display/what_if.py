# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries moves out in the window, keeps them or throws them away."""

import os
import shutil
import sys

from calendar_drag import check_shown
from cases import check_eventually, main
from driver import wait_for

PAYMENTS = "chip:Payments 3.9"
MOBILE = "chip:Mobile 4.2"
UNSCHEDULED = "chip:Console 13.0"


def forget_drafts():
    home = os.environ.get("XDG_STATE_HOME",
                          os.path.join(os.environ["HOME"], ".local", "state"))
    shutil.rmtree(os.path.join(home, "slipway"), ignore_errors=True)


def begin(case):
    forget_drafts()
    plan, window = case.start()
    window.key("ctrl+e")
    window.wait_to_see("what-if-label")
    return plan, window, plan.history()


def check_nothing_is_written(plan, before):
    assert plan.history() == before, plan.history()[0]


def drags_move_the_fork_only(case):
    plan, window, before = begin(case)
    window.drag(PAYMENTS, "day:2026-12-16")
    check_shown(window, PAYMENTS, "day:2026-12-16")
    window.wait_for_text("What if: 1 move, nothing is saved")
    window.drag(MOBILE, "tray")
    check_shown(window, MOBILE, "tray")
    window.drag(UNSCHEDULED, "day:2026-12-15")
    check_shown(window, UNSCHEDULED, "day:2026-12-15")
    window.wait_for_text("What if: 3 moves, nothing is saved")
    window.wait_to_hear("What if: 3 moves, nothing is saved")
    check_nothing_is_written(plan, before)


def keys_move_and_undo_in_it(case):
    plan, window, before = begin(case)
    window.focus("day:2026-12-01")
    window.key("Down", "Return")
    window.wait_for_focus(MOBILE)
    window.key("alt+Right", "alt+Down")
    check_shown(window, MOBILE, "day:2026-12-16")
    window.key("ctrl+z")
    check_shown(window, MOBILE, "day:2026-12-09")
    window.key("ctrl+z")
    check_shown(window, MOBILE, "day:2026-12-08")
    window.key("ctrl+z", "ctrl+shift+z")
    check_shown(window, MOBILE, "day:2026-12-09")
    window.wait_to_hear("Undo: move of Mobile 4.2 to Wed 9 December")
    check_nothing_is_written(plan, before)


def a_move_in_it_is_adjusted(case):
    plan, window, before = begin(case)
    window.drag(MOBILE, "day:2026-12-16")
    window.click("adjust-button")
    window.wait_for_text("Tue 8 December → Wed 16 December")
    deploy = "Deploy date: Mon 7 December → Tue 15 December"
    window.wait_for_text(deploy)
    assert window.is_checked(deploy)
    window.click("adjust:1")
    check_eventually(lambda: window.is_checked(deploy), False)
    window.click("apply")
    window.wait_to_lose("apply")
    window.wait_for_text("What if: 1 move, nothing is saved")
    check_shown(window, MOBILE, "day:2026-12-16")
    window.drag(PAYMENTS, "day:2026-12-17")
    window.wait_for_text("What if: 2 moves, nothing is saved")
    window.click("undo-button")
    window.wait_for_text("What if: 1 move, nothing is saved")
    check_nothing_is_written(plan, before)
    window.click("what-if-keep")
    window.wait_to_lose("what-if-label")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-16")
    assert plan.show("Mobile 4.2")["deploy_day"] == "2026-12-07"
    assert plan.n_steps() == len(before) + 1
    plan.check()


def the_toast_takes_its_move_back(case):
    plan, window, before = begin(case)
    window.drag(PAYMENTS, "day:2026-12-16")
    window.drag(MOBILE, "day:2026-12-17")
    window.wait_for_text("What if: move of Mobile 4.2 to Thu 17 December")
    window.click("=_Undo")
    check_shown(window, MOBILE, "day:2026-12-08")
    check_shown(window, PAYMENTS, "day:2026-12-16")
    window.key("ctrl+z")
    check_shown(window, PAYMENTS, "day:2026-12-03")
    window.key("ctrl+j")
    window.wait_for_text("There is no move to adjust")
    check_nothing_is_written(plan, before)


def hovering_tells_in_it(case):
    plan, window, before = begin(case)
    window.drag(MOBILE, "day:2026-12-15")
    with window.dragging(MOBILE) as drag:
        drag.over("day:2026-12-22")
        window.wait_for_text("Tue 15 December → Tue 22 December (+7 days)")
        drag.over("sidebar")
        drag.drop()
    check_shown(window, MOBILE, "day:2026-12-15")
    check_nothing_is_written(plan, before)


def kept_is_one_step(case):
    plan, window, before = begin(case)
    window.drag(PAYMENTS, "day:2026-12-16")
    window.drag(MOBILE, "day:2026-12-17")
    check_nothing_is_written(plan, before)
    window.click("what-if-keep")
    window.wait_to_lose("what-if-label")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    assert plan.date("Mobile 4.2") == "2026-12-17"
    assert plan.n_steps() == len(before) + 1
    assert plan.head()["verb"] == "what-if", plan.head()
    check_shown(window, PAYMENTS, "day:2026-12-16")
    plan.check()
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-03")
    assert plan.date("Mobile 4.2") == "2026-12-08"
    check_shown(window, MOBILE, "day:2026-12-08")


def thrown_away_leaves_nothing_and_comes_back(case):
    plan, window, before = begin(case)
    window.drag(PAYMENTS, "day:2026-12-16")
    window.click("what-if-throw-away")
    window.wait_to_lose("what-if-label")
    check_shown(window, PAYMENTS, "day:2026-12-03")
    check_nothing_is_written(plan, before)
    window.wait_for_text("What-if with 1 move thrown away")
    window.click("=Undo")
    window.wait_to_see("what-if-label")
    check_shown(window, PAYMENTS, "day:2026-12-16")
    check_nothing_is_written(plan, before)


def differences_are_a_table_that_is_read_out(case):
    plan, window, before = begin(case)
    plan.cli("tell", "Payments 3.9", "Support", "--kind", "brief")
    before = plan.history()
    window.drag(PAYMENTS, "day:2026-12-22")
    window.key("ctrl+d")
    window.wait_to_see("what-if-summary")
    window.wait_for_text("1 release moves, 2 conflicts appear")
    said = window.wait_to_hear("Must be told: Support")
    assert said.startswith("Payments 3.9. Now: Thu 3 December. What if: "
                           "Tue 22 December;+19 days"), said
    assert "lies in “Year-end freeze”" in said, said
    window.key("Escape")
    window.wait_to_lose("what-if-summary")
    check_nothing_is_written(plan, before)


def others_edits_come_in(case):
    plan, window, _ = begin(case)
    window.drag(PAYMENTS, "day:2026-12-16")
    plan.cli("move", "Mobile 4.2", "2026-12-17")
    check_shown(window, MOBILE, "day:2026-12-17")
    check_shown(window, PAYMENTS, "day:2026-12-16")
    window.wait_for_text("What if: 1 move, nothing is saved")


def what_no_longer_applies_is_listed_and_left_out(case):
    plan, window, _ = begin(case)
    window.drag(PAYMENTS, "day:2026-12-16")
    window.drag(MOBILE, "day:2026-12-17")
    plan.cli("move", "Payments 3.9", "2026-12-11")
    check_shown(window, PAYMENTS, "day:2026-12-11")
    window.wait_for_text("1 does not apply")
    window.click("what-if-keep")
    window.wait_to_see("what-if-keep-rest")
    window.wait_for_text("Left out: Payments 3.9 was changed meanwhile: Fri 11 "
                         "December now")
    window.click("what-if-keep-rest")
    window.wait_to_lose("what-if-keep-rest")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-17")
    assert plan.date("Payments 3.9") == "2026-12-11"
    window.wait_for_text("1 move was left out")
    window.wait_to_lose("what-if-label")
    plan.check()


def what_is_no_move_is_refused(case):
    plan, window, before = begin(case)
    window.click(PAYMENTS)
    window.key("Delete")
    window.key("ctrl+n")
    assert not window.has("SlipReleaseDialog")
    window.drag(PAYMENTS, "day:2026-12-16")
    check_nothing_is_written(plan, before)
    assert window.has(PAYMENTS)


def outlives_the_window(case):
    plan, window, before = begin(case)
    window.drag(PAYMENTS, "day:2026-12-16")
    window.quit()
    check_nothing_is_written(plan, before)
    window = case.open(plan)
    window.wait_for_text("A what-if with 1 move was left here")
    check_shown(window, PAYMENTS, "day:2026-12-03")
    window.click("what-if-continue")
    window.wait_for_text("What if: 1 move, nothing is saved")
    check_shown(window, PAYMENTS, "day:2026-12-16")
    window.click("what-if-throw-away")
    window.wait_to_lose("what-if-label")
    window.quit()
    window = case.open(plan)
    assert not window.has("what-if-label")
    check_nothing_is_written(plan, before)


def outlives_a_crash(case):
    plan, window, before = begin(case)
    window.drag(PAYMENTS, "day:2026-12-16")
    window.kill()
    window = case.open(plan)
    window.wait_for_text("A what-if with 1 move was left here")
    check_nothing_is_written(plan, before)


def cards_move_on_its_board(case):
    plan, window, before = begin(case)
    window.key("ctrl+2")
    window.wait_to_see("card:Mobile 4.2")
    window.click("card:Mobile 4.2")
    window.key("ctrl+Left")
    window.wait_for_text("What if: 1 move, nothing is saved")
    window.key("ctrl+Right", "ctrl+Right", "ctrl+Right")
    window.wait_for_text("A rollout is not begun or ended in a what-if")
    check_nothing_is_written(plan, before)
    window.focus("what-if-keep", "shift+Tab")
    window.key("Return")
    wait_for(lambda: plan.show("Mobile 4.2")["status"] == "ready", "the status")
    plan.check()


if __name__ == "__main__":
    sys.exit(main(
        drags_move_the_fork_only,
        keys_move_and_undo_in_it,
        a_move_in_it_is_adjusted,
        the_toast_takes_its_move_back,
        hovering_tells_in_it,
        kept_is_one_step,
        thrown_away_leaves_nothing_and_comes_back,
        differences_are_a_table_that_is_read_out,
        others_edits_come_in,
        what_no_longer_applies_is_listed_and_left_out,
        what_is_no_move_is_refused,
        outlives_the_window,
        outlives_a_crash,
        cards_move_on_its_board,
    ))
