# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds out who is not ready, and assigns owners, with a real pointer and keys.
"""

import contextlib
import sqlite3
import sys

from cases import check_eventually, main, needs_x11
from planfile import RELEASES

GRID = "readiness-grid"
FIRST = "cell:Payments 3.9"
MOBILE = "cell:Mobile 4.2"
SUPPORT = "cell:Mobile 4.2:Support"
MANAGER = "Release manager"


class Checklists:
    """What the file says of the checklists of a release."""

    def __init__(self, plan, release):
        self.path = plan.path
        self.release = plan.show(release)["id"]

    def read(self, columns, audience):
        with contextlib.closing(sqlite3.connect(self.path)) as file:
            return file.execute(
                f"SELECT {columns} FROM checklist "
                "JOIN audience ON audience.id = checklist.audience "
                "LEFT JOIN person ON person.id = checklist.owner_person "
                "WHERE checklist.owner = ? AND audience.name = ?",
                (self.release, audience)).fetchone()

    def owner(self, audience):
        row = self.read("person.name", audience)
        return row[0] if row else None

    def reason(self, audience):
        return self.read("is_not_needed, reason", audience)


def start(case, releases=RELEASES):
    plan, window = case.start(releases)
    window.key("ctrl+3")
    window.wait_to_see(GRID)
    window.wait_to_see(MOBILE)
    return plan, window


def focus_mobile(window):
    window.focus(FIRST)
    window.focus(MOBILE, "Down")
    window.focus(SUPPORT, "Right")


def the_key_of_the_view_gives_it_the_focus(case):
    _, window = case.start()
    window.key("ctrl+3")
    window.wait_for_focus(FIRST)


def it_goes_to_what_is_selected(case):
    _, window = case.start()
    window.click("chip:Mobile 4.2")
    window.key("ctrl+3")
    window.wait_for_focus(MOBILE)


def keys_walk_the_matrix(case):
    _, window = start(case)
    focus_mobile(window)
    window.key("Left")
    window.wait_for_focus("cell:Mobile 4.2:Engineering")
    window.key("Home")
    window.wait_for_focus(MOBILE)
    # The last column is scrolled to.
    window.key("ctrl+End")
    window.wait_for_focus("cell:Mobile 4.3:Executives")
    window.key("ctrl+Home")
    window.wait_for_focus(FIRST)
    window.key("Page_Down")
    window.wait_for_focus("cell:Mobile 4.3")
    window.key("Tab")
    assert not window.input().focus_name.startswith("cell:")


def what_cells_say_is_read_out(case):
    _, window = start(case)
    window.wait_to_hear("Mobile 4.2, Support: no checklist")


def click_opens_the_release(case):
    _, window = start(case)
    window.click(SUPPORT)
    window.wait_for_text("Mobile 4.2")
    check_eventually(lambda: window.has("=No Release Selected"), False)


def owner_is_picked_by_keys(case):
    case.shrink(1200, 800)
    plan, window = start(case)
    checklists = Checklists(plan, "Mobile 4.2")
    focus_mobile(window)
    window.key("o")
    window.wait_for_focus("person-entry")
    window.type("release m")
    window.key("Return")
    check_eventually(lambda: checklists.owner("Support"), MANAGER)
    window.wait_for_focus(SUPPORT)
    window.wait_to_hear("Mobile 4.2, Support: no items yet, Release manager")
    window.key("ctrl+z")
    check_eventually(lambda: checklists.owner("Support"), None)
    window.wait_to_hear("Mobile 4.2, Support: no checklist")
    window.key("ctrl+shift+z")
    check_eventually(lambda: checklists.owner("Support"), MANAGER)
    window.quit()
    # Opened again it is as it was left, this view included.
    window = case.open(plan)
    window.wait_to_see(SUPPORT)
    window.wait_to_hear("Mobile 4.2, Support: no items yet, Release manager")
    plan.check()


def new_person_is_named_there(case):
    plan, window = start(case)
    checklists = Checklists(plan, "Mobile 4.2")
    n_steps = plan.n_steps()
    focus_mobile(window)
    window.key("o")
    window.wait_for_focus("person-entry")
    window.type("Night shift")
    window.key("Return")
    check_eventually(lambda: checklists.owner("Support"), "Night shift")
    assert plan.n_steps() == n_steps + 1
    window.wait_to_see("person:Night shift")


def person_is_dragged_onto_a_checklist(case):
    plan, window = start(case)
    checklists = Checklists(plan, "Mobile 4.2")
    before = plan.history()
    with window.dragging("person:" + MANAGER) as drag:
        drag.over("cell:Mobile 4.2:Sales")
        assert plan.history() == before
        drag.drop()
    check_eventually(lambda: checklists.owner("Sales"), MANAGER)
    assert plan.n_steps() == len(before) + 1
    window.key("ctrl+z")
    check_eventually(lambda: checklists.owner("Sales"), None)
    plan.check()


def drop_nowhere_changes_nothing(case):
    plan, window = start(case)
    before = plan.history()
    with window.dragging("person:" + MANAGER) as drag:
        drag.over(SUPPORT)
        drag.over("sidebar")
        drag.drop()
    assert plan.history() == before


def audience_is_not_needed_for_a_reason(case):
    plan, window = start(case)
    checklists = Checklists(plan, "Mobile 4.2")
    focus_mobile(window)
    window.move_pointer(1, 1)  # an item under it would take the focus
    window.key("shift+F10")
    window.wait_for_text("Not Needed…")
    window.focus("=Not Needed…", "Down")
    window.key("Return")
    window.wait_for_focus("need-reason")
    window.type("Nothing changes")
    window.key("Return")
    check_eventually(lambda: checklists.reason("Support"),
                     (1, "Nothing changes"))
    window.wait_to_hear("Mobile 4.2, Support: not needed")


def what_is_unowned_is_assigned_in_its_list(case):
    needs_x11("a second window is not told where it is on Wayland")
    plan, window = start(case)
    window.click("list-unowned")
    window.wait_to_see("attention-list")
    window.click("assign:Mobile 4.2: owner")
    window.wait_for_focus("person-entry")
    window.type(MANAGER)
    window.key("Return")
    check_eventually(
        lambda: plan.show("Mobile 4.2")["owner_person"] is not None, True)
    window.wait_to_lose("gap:Mobile 4.2: owner")
    window.key("Escape")
    window.wait_to_lose("attention-list")


if __name__ == "__main__":
    sys.exit(main(
        the_key_of_the_view_gives_it_the_focus,
        it_goes_to_what_is_selected,
        keys_walk_the_matrix,
        what_cells_say_is_read_out,
        click_opens_the_release,
        owner_is_picked_by_keys,
        new_person_is_named_there,
        person_is_dragged_onto_a_checklist,
        drop_nowhere_changes_nothing,
        audience_is_not_needed_for_a_reason,
        what_is_unowned_is_assigned_in_its_list,
    ))
