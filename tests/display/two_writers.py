# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and the command line on one plan at once, and one after the other.

Whatever happens to the program, no edit that was shown is lost.
"""

import sys

from board_drag import show_board
from calendar_drag import check_shown
from cases import check_eventually, main

PAYMENTS = "chip:Payments 3.9"
MOBILE = "chip:Mobile 4.2"


def foreign_edits_appear_by_themselves(case):
    plan, window = case.start()
    plan.cli("move", "Payments 3.9", "2026-12-11")
    check_shown(window, PAYMENTS, "day:2026-12-11")
    plan.add("Mobile", "5.0", date="2026-12-14")
    window.wait_to_see("chip:Mobile 5.0")
    plan.cli("delete", "Mobile 5.0")
    window.wait_to_lose("chip:Mobile 5.0")
    plan.cli("undo")
    window.wait_to_see("chip:Mobile 5.0")


def undo_says_who_wrote_it(case):
    plan, window = case.start()
    plan.cli("move", "Payments 3.9", "2026-12-11")
    check_shown(window, PAYMENTS, "day:2026-12-11")
    window.wait_to_hear("Undo: move of Payments 3.9, command line")
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-03")
    check_shown(window, PAYMENTS, "day:2026-12-03")


def command_line_undoes_a_drop(case):
    plan, window = case.start()
    window.drag(PAYMENTS, "day:2026-12-16")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    plan.cli("undo")
    check_shown(window, PAYMENTS, "day:2026-12-03")
    plan.cli("redo")
    check_shown(window, PAYMENTS, "day:2026-12-16")


def foreign_edit_during_a_drag_is_kept(case):
    plan, window = case.start()
    with window.dragging(PAYMENTS) as drag:
        drag.over("day:2026-12-16")
        plan.cli("move", "Mobile 4.2", "2026-12-17")
        check_shown(window, MOBILE, "day:2026-12-17")
        drag.drop()
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    assert plan.date("Mobile 4.2") == "2026-12-17"
    plan.check()


def writing_at_once_loses_nothing(case):
    plan, window = case.start()
    window.focus("day:2026-12-01")
    window.key("Down", "Return")
    window.wait_for_focus(MOBILE)
    n_steps = plan.n_steps()
    for i in range(12):
        window.key_at_once("alt+Right", "alt+Left")
        plan.cli("set", "Desktop 9.0", f"name=Round {i}")
    check_eventually(plan.n_steps, n_steps + 3 * 12)
    assert plan.date("Mobile 4.2") == "2026-12-08"
    assert plan.show("Desktop 9.0")["name"] == "Round 11"
    assert not any("locked" in text for text in window.texts())
    plan.check()


def toast_takes_back_its_own_step(case):
    plan, window = case.start()
    window.drag(PAYMENTS, "day:2026-12-16")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    window.wait_for_text("Payments 3.9 moved to Wed 16 December")
    plan.cli("move", "Mobile 4.2", "2026-12-17")
    check_shown(window, MOBILE, "day:2026-12-17")
    window.click("=_Undo")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-03")
    assert plan.date("Mobile 4.2") == "2026-12-17"


def toast_leaves_what_was_changed_since(case):
    plan, window = case.start()
    window.drag(PAYMENTS, "day:2026-12-16")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    plan.cli("move", "Payments 3.9", "2026-12-18")
    check_shown(window, PAYMENTS, "day:2026-12-18")
    n_steps = plan.n_steps()
    window.click("=_Undo")
    window.wait_for_text("move of Payments 3.9")
    assert plan.date("Payments 3.9") == "2026-12-18"
    assert plan.n_steps() == n_steps


def restart_finds_everything(case):
    plan, window = case.start()
    window.drag(PAYMENTS, "day:2026-12-16")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    window.drag(MOBILE, "day:2026-12-17")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-17")
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-08")
    before = plan.history()
    window.quit()
    assert plan.history() == before
    window = case.open(plan)
    check_shown(window, PAYMENTS, "day:2026-12-16")
    window.key("ctrl+shift+z")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-17")
    window.key("ctrl+z", "ctrl+z")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-03")
    check_shown(window, PAYMENTS, "day:2026-12-03")
    plan.check()


def killed_during_a_drag_it_has_changed_nothing(case):
    plan, window = case.start()
    before = plan.history()
    with window.dragging(PAYMENTS) as drag:
        drag.over("day:2026-12-16")
        window.kill()
    assert plan.history() == before
    plan.check()
    window = case.open(plan)
    check_shown(window, PAYMENTS, "day:2026-12-03")


def killed_after_a_drop_it_has_kept_it(case):
    plan, window = case.start()
    for i in range(4):
        day = f"2026-12-{14 + i}"
        window.drag(PAYMENTS, "day:" + day)
        check_shown(window, PAYMENTS, "day:" + day)
        window.kill()
        assert plan.date("Payments 3.9") == day
        plan.check()
        window = case.open(plan)
        check_shown(window, PAYMENTS, "day:" + day)
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    show_board(window)


if __name__ == "__main__":
    sys.exit(main(
        foreign_edits_appear_by_themselves,
        undo_says_who_wrote_it,
        command_line_undoes_a_drop,
        foreign_edit_during_a_drag_is_kept,
        writing_at_once_loses_nothing,
        toast_takes_back_its_own_step,
        toast_leaves_what_was_changed_since,
        restart_finds_everything,
        killed_during_a_drag_it_has_changed_nothing,
        killed_after_a_drop_it_has_kept_it,
    ))
