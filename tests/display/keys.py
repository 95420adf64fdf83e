# SPDX-License-Identifier: GPL-3.0-or-later
"""Does all that dragging does, and more, with keys alone."""

import sys

from board_drag import check_in_column, show_board
from calendar_drag import check_shown
from cases import check_eventually, main
from driver import wait_for

MOBILE = "chip:Mobile 4.2"


def focus_day(window, steps_down, steps_right):
    """Goes from today, Tuesday 1 December, to another day of the calendar."""
    window.focus("day:2026-12-01")
    window.key(*["Down"] * steps_down, *["Right"] * steps_right)


def focus_mobile(window):
    focus_day(window, 1, 0)
    window.key("Return")
    window.wait_for_focus(MOBILE)


def choose(window, *items):
    """Opens the context menu of what has the focus and goes to an item."""
    window.move_pointer(1, 1)  # an item under it would take the focus
    window.key("shift+F10")
    for item in items:
        window.wait_for_text(item)
        window.focus("=" + item, "Down")
        window.key("Return")


def alt_and_arrows_move_by_days_and_weeks(case):
    plan, window = case.start()
    focus_mobile(window)
    for key, day, deploy in (("alt+Right", "2026-12-09", "2026-12-08"),
                             ("alt+Down", "2026-12-16", "2026-12-15"),
                             ("alt+Left", "2026-12-15", "2026-12-14"),
                             ("alt+Up", "2026-12-08", "2026-12-07")):
        window.key(key)
        check_eventually(lambda: plan.date("Mobile 4.2"), day)
        assert plan.show("Mobile 4.2")["deploy_day"] == deploy
        check_shown(window, MOBILE, "day:" + day)
        window.wait_for_focus(MOBILE)


def alt_shift_and_arrows_move_the_release_date_alone(case):
    plan, window = case.start()
    focus_mobile(window)
    window.key("alt+shift+Right")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-09")
    window.key("alt+shift+Down")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-16")
    assert plan.show("Mobile 4.2")["deploy_day"] == "2026-12-07"


def last_move_is_adjusted_by_keys(case):
    plan, window = case.start()
    focus_mobile(window)
    window.key("alt+Right")
    check_eventually(lambda: plan.show("Mobile 4.2")["deploy_day"],
                     "2026-12-08")
    window.key("ctrl+j")
    window.wait_to_see("only-release-date")
    window.wait_for_focus("only-release-date")
    window.key("space")
    window.focus("apply")
    window.key("Return")
    check_eventually(lambda: plan.show("Mobile 4.2")["deploy_day"],
                     "2026-12-07")
    assert plan.date("Mobile 4.2") == "2026-12-09"


def keys_pressed_quickly_all_count(case):
    plan, window = case.start()
    n_steps = plan.n_steps()
    focus_mobile(window)
    window.key_at_once(*["alt+Right"] * 6)
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-14")
    assert plan.n_steps() == n_steps + 6
    window.key_at_once(*["ctrl+z"] * 6)
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-08")


def move_is_told_to_those_who_do_not_see_it(case):
    _, window = case.start()
    focus_mobile(window)
    window.key("alt+Right")
    window.wait_to_hear("Mobile 4.2 moved to Wed 9 December")


def control_and_arrows_move_a_card(case):
    plan, window = case.start()
    show_board(window)
    window.focus("card:Mobile 4.3")
    window.key("ctrl+Right")
    check_eventually(lambda: plan.show("Mobile 4.3")["status"], "building")
    check_in_column(window, "card:Mobile 4.3", "column:building")
    window.wait_for_focus("card:Mobile 4.3")
    order = plan.column("building")
    window.key("ctrl+Up")
    check_eventually(lambda: plan.column("building") != order, True)
    window.key("ctrl+Down")
    check_eventually(lambda: plan.column("building"), order)
    window.key("ctrl+Left")
    check_eventually(lambda: plan.show("Mobile 4.3")["status"], "planned")
    check_in_column(window, "card:Mobile 4.3", "column:planned")


def menu_moves_to_a_typed_date(case):
    plan, window = case.start()
    focus_mobile(window)
    choose(window, "Move to Date…")
    window.wait_for_text("Only the release date; the others stay")
    window.key("ctrl+a")
    window.type("17 Dec 2026")
    window.key("Return")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-17")
    check_shown(window, MOBILE, "day:2026-12-17")
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-08")


def menu_moves_to_a_status(case):
    plan, window = case.start()
    focus_mobile(window)
    choose(window, "Move to Status", "Ready")
    check_eventually(lambda: plan.show("Mobile 4.2")["status"], "ready")


def menu_left_from_its_submenu_takes_no_keys_with_it(case):
    _, window = case.start()
    focus_mobile(window)
    choose(window, "Move to Status")
    window.wait_for_text("Cancelled")
    window.key("Escape")
    window.wait_for_focus(MOBILE)
    window.key("ctrl+2")
    window.wait_for_focus("card:Mobile 4.2")


def menu_takes_the_date_away(case):
    plan, window = case.start()
    focus_mobile(window)
    choose(window, "Unschedule")
    check_eventually(lambda: plan.date("Mobile 4.2"), None)
    check_shown(window, MOBILE, "tray")


def delete_is_undone(case):
    plan, window = case.start()
    focus_mobile(window)
    window.key("Delete")
    check_eventually(lambda: "Mobile 4.2" in plan.dates(), False)
    window.wait_to_lose(MOBILE)
    window.key("ctrl+z")
    check_eventually(lambda: "Mobile 4.2" in plan.dates(), True)
    check_shown(window, MOBILE, "day:2026-12-08")


def new_release_is_made_by_keys(case):
    plan, window = case.start()
    window.key("ctrl+n")
    window.wait_to_see("release-name")
    window.type("Search in settings")
    window.key("Return")
    check_eventually(lambda: "Search in settings" in str(plan.dates()), True)
    window.key("ctrl+z")
    check_eventually(lambda: "Search in settings" in str(plan.dates()), False)


def search_shows_what_is_looked_for(case):
    _, window = case.start()
    window.key("ctrl+f")
    window.wait_to_see("search-entry")
    window.type("payments")
    window.wait_to_lose(MOBILE)
    assert window.has("chip:Payments 3.9")
    show_board(window)
    assert window.has("card:Payments 4.0")
    assert not window.has("card:Mobile 4.3")
    window.key("ctrl+f", "ctrl+a", "BackSpace", "Escape")
    window.wait_to_see("card:Mobile 4.3")


def search_gives_the_focus_back(case):
    _, window = case.start()
    focus_day(window, 1, 1)
    window.key("ctrl+f")
    window.type("nothing is called so")
    for _ in range(2):
        window.key("Escape")
    window.wait_to_lose("search-entry")
    window.wait_for_focus("day:2026-12-09")
    window.key("Left", "Return")
    window.wait_for_focus(MOBILE)
    window.key("ctrl+f")
    window.type("mob")
    window.key("Escape", "Escape")
    window.wait_for_focus(MOBILE)


def move_of_nothing_says_so(case):
    plan, window = case.start()
    focus_day(window, 1, 1)
    for key in ("alt+Right", "Delete"):
        window.key(key)
        window.wait_for_text("Select a release first")
        window.wait_to_hear("Select a release first")
        window.key("Left", "Right")
    assert plan.n_steps() == plan.head()["number"]


def every_key_is_listed_without_a_complaint(case):
    _, window = case.start()
    window.key("ctrl+question")
    window.wait_for_text("Close what lies over the view")
    window.key("Escape")


def what_is_typed_is_kept_at_the_end(case):
    """Also in a field that was not left."""
    plan, window = case.start()
    window.click("chip:Mobile 4.2")
    window.click("edit-title")
    window.key("ctrl+a")
    window.type("Winter")
    window.quit()
    assert plan.read("show", "Winter")["name"] == "Winter"


def what_is_shown_for_the_first_time_takes_the_keys(case):
    """It has no size yet when it is asked for."""
    _, window = case.start(options=("--view", "readiness"))
    wait_for(lambda: window.input().focus_name.startswith("cell:"),
             "the focus in what is shown first")
    for key, name in (("ctrl+1", "day:"), ("ctrl+2", "card:"),
                      ("ctrl+4", "lane:"), ("ctrl+3", "cell:")):
        window.key(key)
        wait_for(lambda: window.input().focus_name.startswith(name), name)


def a_command_leaves_the_keys_in_what_it_shows(case):
    _, window = case.start()
    for command, name in (("week", "day:"), ("board", "card:"),
                          ("by the month", "day:"), ("readiness", "cell:")):
        window.key("ctrl+k")
        window.wait_to_see("palette-entry")
        window.wait_for_focus("GtkText")
        window.type(command)
        window.key("Return")
        window.wait_to_lose("palette-entry")
        wait_for(lambda: window.input().focus_name.startswith(name), name)


def settings_are_closed_and_the_end_comes_by_keys(case):
    """Windows of their own know the keys of the window they are in front of,
    and what was typed in them is kept."""
    plan, window = case.start()
    window.key("ctrl+comma")
    window.wait_for_text("Too Much in One Week")
    window.wait_for_keyboard()
    window.key("ctrl+w")
    window.wait_to_lose("SlipPreferences")
    window.wait_for_keyboard()
    window.key("ctrl+k")
    window.wait_for_focus("GtkText")
    window.type("plan settings products")
    window.key("Return")
    window.wait_to_see("entity:Mobile")
    window.wait_for_keyboard()
    window.focus("GtkText")  # the name of the plan
    window.key("ctrl+a")
    window.type("Next year")
    window.quit()
    assert "change of plan" in plan.cli("history"), plan.cli("history")


if __name__ == "__main__":
    sys.exit(main(
        alt_and_arrows_move_by_days_and_weeks,
        alt_shift_and_arrows_move_the_release_date_alone,
        last_move_is_adjusted_by_keys,
        keys_pressed_quickly_all_count,
        move_is_told_to_those_who_do_not_see_it,
        control_and_arrows_move_a_card,
        menu_moves_to_a_typed_date,
        menu_moves_to_a_status,
        menu_left_from_its_submenu_takes_no_keys_with_it,
        menu_takes_the_date_away,
        delete_is_undone,
        new_release_is_made_by_keys,
        search_shows_what_is_looked_for,
        search_gives_the_focus_back,
        move_of_nothing_says_so,
        what_is_typed_is_kept_at_the_end,
        what_is_shown_for_the_first_time_takes_the_keys,
        a_command_leaves_the_keys_in_what_it_shows,
        settings_are_closed_and_the_end_comes_by_keys,
        every_key_is_listed_without_a_complaint,
    ))
