# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes checklists in the inspector and works them off."""

import contextlib
import sqlite3
import sys

from cases import check_eventually, main

RELEASE = "chip:Mobile 4.2"
SUPPORT = "checklist:Support"
SALES = "checklist:Sales"


def read(plan, words, *values):
    with contextlib.closing(sqlite3.connect(plan.path)) as file:
        return file.execute(words, values).fetchall()


def titles(plan, audience):
    """The items of an audience's checklist in their order."""
    return [row[0] for row in read(
        plan, "SELECT item.title FROM item"
        " JOIN checklist ON checklist.id = item.checklist"
        " JOIN audience ON audience.id = checklist.audience"
        " WHERE audience.name = ? ORDER BY item.rank", audience)]


def states(plan):
    return dict(read(plan, "SELECT title, state FROM item"))


def owners(plan):
    return dict(read(plan, "SELECT item.title, person.name FROM item"
                     " LEFT JOIN person ON person.id = item.owner_person"))


def dues(plan):
    return dict(read(plan, "SELECT title, due_date FROM item"))


def start(case, **more):
    """The window with Mobile 4.2 in the inspector."""
    plan = case.make_plan()
    known = [audience["name"] for audience in plan.read("audience", "list")]
    for audience in ("Support", "Sales"):
        if audience not in known:
            plan.cli("audience", "add", audience)
    plan.cli("person", "add", "Helpdesk lead")
    window = case.open(plan, **more)
    show(window)
    return plan, window


def show(window):
    window.click(RELEASE)
    # On a narrow window that opens the day.
    if not window.has("readiness-total"):
        window.key("Return")
        window.wait_to_see("readiness-total")
        window.click("readiness-total")
    window.wait_to_see("readiness-total")


def enter(window, text):
    window.type(text)
    window.key("Return")


def pick_menu_item(window, text):
    window.wait_for_text(text)
    window.click("=" + text)


def add_checklist(window, audience):
    window.click("add-checklist")
    pick_menu_item(window, audience)
    window.wait_to_see("checklist:" + audience)
    window.wait_for_focus("new-item:" + audience)


def add_items(window, plan, audience, *names):
    for name in names:
        enter(window, name)
    check_eventually(lambda: titles(plan, audience)[-len(names):], list(names))


def fill(case, **more):
    plan, window = start(case, **more)
    add_checklist(window, "Support")
    add_items(window, plan, "Support", "one", "two", "three")
    return plan, window


def choose(window, *items):
    """Opens the context menu of the item with the focus."""
    window.move_pointer(1, 1)
    window.key("shift+F10")
    for item in items:
        window.wait_for_text(item)
        window.focus("=" + item, "Down")
        window.key("Return")


def typed_lines_become_items(case):
    plan, window = fill(case)
    assert titles(plan, "Support") == ["one", "two", "three"]
    window.wait_for_focus("new-item:Support")
    window.wait_for_text("0 of 3 required")


def a_pasted_list_is_one_step(case):
    plan, window = start(case)
    plan.cli("set", "Mobile 4.2",
             "summary=- [ ] a\n- [x] b\n3. c\n\n• d\ne")
    add_checklist(window, "Support")
    # The first text of several lines is the summary.
    window.focus("GtkTextView")
    window.key("ctrl+a", "ctrl+c")
    window.click(RELEASE)
    window.focus("new-item:Support")
    n_steps = plan.n_steps()
    window.key("ctrl+v")
    check_eventually(lambda: titles(plan, "Support"), list("abcde"))
    assert plan.n_steps() == n_steps + 1
    window.wait_for_focus("new-item:Support")
    window.key("ctrl+z")
    check_eventually(lambda: titles(plan, "Support"), [])


def space_ticks_what_is_selected(case):
    plan, window = fill(case)
    window.focus("item:three", "shift+Tab")
    window.key("space")
    check_eventually(lambda: states(plan)["three"], "done")
    window.wait_for_text("1 of 3 required")
    window.wait_for_focus("item:three")
    window.key("ctrl+a", "space")
    check_eventually(lambda: set(states(plan).values()), {"done"})
    window.key("space")
    check_eventually(lambda: set(states(plan).values()), {"to-do"})


def a_click_ticks_one(case):
    plan, window = fill(case)
    window.click("check:two")
    check_eventually(lambda: states(plan)["two"], "done")
    window.click("check:two")
    check_eventually(lambda: states(plan)["two"], "to-do")


def many_get_an_owner_at_once(case):
    plan, window = fill(case)
    n_steps = plan.n_steps()
    window.focus("item:three", "shift+Tab")
    window.key("shift+Up")
    choose(window, "Owner…")
    window.wait_to_see("person-entry")
    enter(window, "help")
    check_eventually(lambda: owners(plan), {"one": None,
                                            "two": "Helpdesk lead",
                                            "three": "Helpdesk lead"})
    assert plan.n_steps() == n_steps + 1


def arrows_walk_through_a_checklist(case):
    _, window = fill(case)
    window.focus("checklist:Support", "shift+Tab")
    for key, there in (("Down", "item:one"),
                       ("Down", "item:two"),
                       ("Down", "item:three"),
                       ("Down", "new-item:Support"),
                       ("Up", "item:three"),
                       ("Up", "item:two"),
                       ("Up", "item:one"),
                       ("Up", "checklist:Support")):
        window.key(key)
        window.wait_for_focus(there)


def keys_reorder(case):
    plan, window = fill(case)
    window.focus("item:three", "shift+Tab")
    window.key("alt+Up")
    check_eventually(lambda: titles(plan, "Support"), ["one", "three", "two"])
    window.wait_for_focus("item:three")
    window.key("alt+Up", "alt+Up")
    check_eventually(lambda: titles(plan, "Support"), ["three", "one", "two"])
    window.key("shift+Down", "alt+Down")
    check_eventually(lambda: titles(plan, "Support"), ["two", "three", "one"])


def drags_reorder(case):
    plan, window = fill(case)
    x, y, width, _ = window.where("item:one")
    with window.dragging("item:three") as drag:
        drag.over((x + width // 2, y + 2))
        drag.drop()
    check_eventually(lambda: titles(plan, "Support"), ["three", "one", "two"])


def drags_change_the_audience(case):
    plan, window = fill(case)
    add_checklist(window, "Sales")
    add_items(window, plan, "Sales", "deck")
    window.focus("item:two", "shift+Tab")
    window.key("shift+Down")
    window.drag("item:two", SALES)
    check_eventually(lambda: titles(plan, "Sales"), ["deck", "two", "three"])
    assert titles(plan, "Support") == ["one"]
    window.key("ctrl+z")
    check_eventually(lambda: titles(plan, "Support"), ["one", "two", "three"])


def a_menu_moves_to_another_audience(case):
    plan, window = fill(case)
    add_checklist(window, "Sales")
    window.focus("item:two", "shift+Tab")
    choose(window, "Move to", "Sales")
    check_eventually(lambda: titles(plan, "Sales"), ["two"])


def not_needed_takes_a_reason(case):
    plan, window = fill(case)

    def need():
        return read(plan, "SELECT is_not_needed, reason FROM checklist")[0]

    window.click("menu:Support")
    pick_menu_item(window, "Not Needed…")
    window.wait_to_see("need-reason")
    window.key("Return")
    assert need() == (0, None)
    enter(window, "Nothing changes for them")
    check_eventually(need, (1, "Nothing changes for them"))
    window.wait_for_text("Not needed: Nothing changes for them")
    window.key("ctrl+z")
    check_eventually(need, (0, None))


def what_is_not_needed_is_needed_again(case):
    plan, window = fill(case)

    def need():
        return read(plan, "SELECT is_not_needed FROM checklist")[0][0]

    window.click(SUPPORT)
    window.wait_to_lose("item:one")
    window.focus(SUPPORT)
    choose(window, "Not Needed…")
    window.wait_to_see("need-reason")
    enter(window, "Nothing changes")
    check_eventually(need, 1)
    window.wait_for_text("not needed")
    choose(window, "Needed Again")
    check_eventually(need, 0)


def a_rule_can_be_typed(case):
    plan, window = fill(case)
    window.focus("item:three", "shift+Tab")
    window.key("Return")
    window.wait_to_see("item-dialog")
    window.click("due-text")
    enter(window, "T-2 wd")
    check_eventually(lambda: dues(plan)["three"], "2026-12-04")
    window.wait_for_text("2 working days before the release date")
    window.key("Escape")
    window.wait_to_lose("item-dialog")
    window.wait_for_text("Fri 4 Dec\u00a0· T−2 wd")
    plan.cli("move", "Mobile 4.2", "2026-12-15")
    check_eventually(lambda: dues(plan)["three"], "2026-12-11")
    window.wait_for_text("Fri 11 Dec\u00a0· T−2 wd")


def a_block_says_by_what(case):
    plan, window = fill(case)
    window.focus("item:three", "shift+Tab")
    choose(window, "State", "Blocked…")
    window.wait_to_see("prompt-entry")
    enter(window, "the vendor")
    check_eventually(lambda: states(plan)["three"], "blocked")
    window.wait_for_focus("item:three")
    window.wait_for_text("⊘ Blocked: the vendor")
    window.wait_to_hear("three, ⊘ Blocked: the vendor")


def done_waits_for_evidence(case):
    plan, window = fill(case)
    window.focus("item:three", "shift+Tab")
    window.key("Return")
    window.wait_to_see("item-dialog")
    # The second switch, after that for what is required.
    window.focus("GtkSwitch")
    window.key("Tab")
    window.focus("GtkSwitch")
    window.key("space")
    check_eventually(
        lambda: read(plan, "SELECT needs_evidence FROM item"
                     " WHERE title = 'three'"), [(1,)])
    window.key("Escape")
    window.wait_to_lose("item-dialog")
    window.focus("item:three", "shift+Tab")
    window.key("space")
    window.wait_to_see("prompt-entry")
    assert states(plan)["three"] == "to-do"
    enter(window, "https://wiki.example/three")
    check_eventually(lambda: states(plan)["three"], "done")


def an_owner_is_assigned_by_a_click(case):
    plan, window = fill(case)
    window.wait_for_text("⚠ no owner")
    window.click("owner:Support")
    window.wait_to_see("person-entry")
    enter(window, "Night shift")
    check_eventually(
        lambda: read(plan, "SELECT person.name FROM checklist JOIN person"
                     " ON person.id = checklist.owner_person"),
        [("Night shift",)])


def a_cell_of_the_matrix_opens_its_checklist(case):
    plan, window = fill(case)
    window.click(SUPPORT)
    window.wait_to_lose("item:one")
    window.key("ctrl+3")
    window.wait_to_see("cell:Mobile 4.2:Support")
    window.click("cell:Mobile 4.2:Support")
    window.wait_to_see("item:one")
    window.wait_for_focus("item:one")


def a_closed_release_shows_its_checklists(case):
    plan, window = fill(case)
    plan.cli("status", "Mobile 4.2", "released")
    window.quit()
    window = case.open(plan)
    show(window)
    window.click(SUPPORT)
    window.wait_to_see("item:one")
    window.click("check:one")
    check_eventually(lambda: states(plan)["one"], "done")


def all_of_it_is_taken_back_also_after_a_restart(case):
    plan, window = start(case)
    n_steps = plan.n_steps()
    add_checklist(window, "Support")
    add_items(window, plan, "Support", "one", "two")
    window.focus("item:two", "shift+Tab")
    window.key("space")
    check_eventually(lambda: states(plan)["two"], "done")
    window.key("Delete")
    check_eventually(lambda: titles(plan, "Support"), ["one"])
    window.wait_for_focus("item:one")
    window.quit()
    window = case.open(plan)
    show(window)
    window.click(SUPPORT)
    window.wait_to_see("item:one")
    for _ in range(plan.n_steps() - n_steps):
        window.key("ctrl+z")
    check_eventually(lambda: read(plan, "SELECT count(*) FROM checklist"),
                     [(0,)])
    plan.check()


def it_all_fits_a_narrow_window(case):
    case.shrink(360, 720)
    plan, window = fill(case)
    left, _, room, _ = window.where_type("AdwHeaderBar")
    for name in ("item:three", "owner:Support", "menu:Support",
                 "readiness-total"):
        x, _, width, _ = window.where(name)
        assert left <= x and x + width <= left + room, name
    window.click("check:two")
    check_eventually(lambda: states(plan)["two"], "done")


if __name__ == "__main__":
    sys.exit(main(
        typed_lines_become_items,
        a_pasted_list_is_one_step,
        space_ticks_what_is_selected,
        a_click_ticks_one,
        many_get_an_owner_at_once,
        arrows_walk_through_a_checklist,
        keys_reorder,
        drags_reorder,
        drags_change_the_audience,
        a_menu_moves_to_another_audience,
        not_needed_takes_a_reason,
        what_is_not_needed_is_needed_again,
        a_rule_can_be_typed,
        a_block_says_by_what,
        done_waits_for_evidence,
        an_owner_is_assigned_by_a_click,
        a_cell_of_the_matrix_opens_its_checklist,
        a_closed_release_shows_its_checklists,
        all_of_it_is_taken_back_also_after_a_restart,
        it_all_fits_a_narrow_window,
    ))
