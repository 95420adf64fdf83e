# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens plans that are none, imports calendars, and asks who 'I' am."""

import os
import sqlite3
import sys

from calendar_drag import check_shown
from cases import WHOLE_STACKS, check_eventually, main
from driver import wait_for

PAYMENTS = "chip:Payments 3.9"

# The superuser may write everywhere, unless that right is taken away.
WITHOUT_ROOT_RIGHTS = ("setpriv", "--bounding-set", "-dac_override") \
    if os.geteuid() == 0 else ()

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Slipway//Test//EN
BEGIN:VEVENT
UID:one@example.org
DTSTART;VALUE=DATE:20261209
SUMMARY:Engine 1.0
END:VEVENT
BEGIN:VEVENT
UID:two@example.org
DTSTART;VALUE=DATE:20261211
SUMMARY:Engine 1.1
END:VEVENT
END:VCALENDAR
"""


def read_bytes(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


def change(path, *statements):
    """Changes a database behind the program's back."""
    file = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        file.execute(statement).fetchall()
    file.close()


def check_refused(case, path, heading):
    """Checks that the window says so and that the file stays as it is."""
    before = read_bytes(path)
    names = set(os.listdir(case.folder))
    window = case.open(path)
    window.wait_to_see("problem-page")
    window.wait_for_text(heading)
    window.key("ctrl+z", "ctrl+n")
    window.quit()
    assert read_bytes(path) == before
    assert set(os.listdir(case.folder)) == names


def text_file_is_no_plan(case):
    path = os.path.join(case.folder, "notes.txt")
    write(path, b"Not a plan at all.\n")
    check_refused(case, path, "This Is Not a Plan")


def foreign_database_is_no_plan(case):
    path = os.path.join(case.folder, "other.slipway")
    change(path, "CREATE TABLE thing (name TEXT)")
    check_refused(case, path, "This Is Not a Plan")


def newer_plan_is_left_alone(case):
    plan = case.make_plan()
    change(plan.path, "PRAGMA journal_mode = DELETE",
           "PRAGMA user_version = 999")
    check_refused(case, plan.path, "This Plan Needs a Newer Slipway")


def damaged_plan_is_left_alone(case):
    plan = case.make_plan()
    change(plan.path, "PRAGMA journal_mode = DELETE")
    content = bytearray(read_bytes(plan.path))
    content[4096:] = b"\x5a" * (len(content) - 4096)
    write(plan.path, content)
    check_refused(case, plan.path, "This Plan Is Damaged")


def read_only_plan_is_shown_and_not_changed(case):
    plan = case.make_plan()
    change(plan.path, "PRAGMA journal_mode = DELETE")
    before = read_bytes(plan.path)
    os.chmod(plan.path, 0o400)
    os.chmod(case.folder, 0o500)
    try:
        window = case.open(plan, wrapper=WITHOUT_ROOT_RIGHTS)
        check_shown(window, PAYMENTS, "day:2026-12-03")
        window.wait_for_text("cannot be written")
        window.drag(PAYMENTS, "day:2026-12-16")
        window.quit()
    finally:
        os.chmod(case.folder, 0o700)
    assert read_bytes(plan.path) == before


def first_edit_asks_who_i_am(case):
    plan = case.make_plan(is_known=False)
    window = case.open(plan)
    window.drag(PAYMENTS, "day:2026-12-16")
    window.wait_to_see("person-name")
    assert plan.date("Payments 3.9") == "2026-12-03"
    window.key("Return")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    window.drag(PAYMENTS, "day:2026-12-17")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-17")
    assert plan.head()["name"], plan.head()


def calendar_is_imported_through_the_dialog(case):
    plan, window = case.start(environment=WHOLE_STACKS)
    path = os.path.join(case.folder, "engine.ics")
    write(path, CALENDAR.encode())
    before, n_steps = plan.dates(), plan.n_steps()
    window.import_file(path)
    window.wait_to_see("import-button")
    wait_for(lambda: "Engine 1.1" in str(window.texts()), "what it brings")
    window.key("alt+i")
    window.wait_to_see("chip:Engine 1.1")
    assert plan.date("Engine 1.1") == "2026-12-11"
    assert plan.n_steps() == n_steps + 1
    window.key("ctrl+z")
    window.wait_to_lose("chip:Engine 1.1")
    check_eventually(plan.dates, before)


def name_of_a_file_is_text(case):
    path = os.path.join(case.folder, "<b>&amp;<i>%s.slipway")
    write(path, b"Not a plan at all.\n")
    check_refused(case, path, "This Is Not a Plan")


if __name__ == "__main__":
    sys.exit(main(
        text_file_is_no_plan,
        foreign_database_is_no_plan,
        newer_plan_is_left_alone,
        damaged_plan_is_left_alone,
        read_only_plan_is_shown_and_not_changed,
        first_edit_asks_who_i_am,
        calendar_is_imported_through_the_dialog,
        name_of_a_file_is_text,
    ))
