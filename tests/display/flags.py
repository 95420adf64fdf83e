# SPDX-License-Identifier: GPL-3.0-or-later
"""Feature flags in the details, exceptions from freezes, and holidays."""

import sys

from cases import check_eventually, main

MOBILE = "Mobile 4.2"
CHIP = "chip:" + MOBILE


def act(window, action, parameter=""):
    window.call("Activate", "(ss)", action, parameter)
    window.settle()


def start_staged(case):
    """Mobile 4.2 with the stages of a template, in a window."""
    plan = case.make_plan()
    plan.cli("template", "apply", "Full launch", MOBILE)
    return plan, case.open(plan)


def choose_on(window, name):
    # Where letters are wide, it is scrolled out of sight.
    window.call("Grab", "(s)", "state:" + name)
    window.click("state:" + name)
    window.key("End", "Return")


def flags(plan):
    return plan.read("flag", "list", MOBILE)


def adding_observing_and_removing_a_flag(case):
    plan, window = start_staged(case)
    window.click(CHIP)
    window.wait_to_see("who-knows")
    window.focus("add-flag", n_most=200)
    window.key("Return")
    window.wait_to_see("flag-dialog")
    window.click("accept")
    window.wait_for_text("A feature flag needs a key")
    window.click("field:key")
    window.type("new-checkout")
    choose_on(window, "Internal")
    window.click("share:Internal")
    window.type("500")
    window.key("Return")
    window.wait_for_text("A share is a number of percent, from 0 to 100")
    window.key("ctrl+a")
    window.type("5")
    window.key("Return")
    window.wait_to_lose("flag-dialog")
    check_eventually(lambda: [flag["key"] for flag in flags(plan)],
                     ["new-checkout"])
    (flag,) = flags(plan)
    first = flag["stages"][0]
    assert (first["is_on"], first["share"]) == (True, 500), first
    assert all(stage["is_on"] is None for stage in flag["stages"][1:])
    assert plan.head()["label"] == "addition of new-checkout", plan.head()

    window.wait_to_see("flag:new-checkout")
    window.focus("add-flag", n_most=200)
    window.key("Tab", "Return")
    window.wait_for_text("Nothing was observed yet")
    window.focus("observe-flag", n_most=200)
    window.key("Return")
    window.wait_to_see("observation-dialog")
    choose_on(window, "State")
    window.click("share:State")
    window.type("2.5")
    window.click("field:observed_source")
    window.type("Flag console")
    window.key("Return")
    window.wait_to_lose("observation-dialog")
    check_eventually(lambda: flags(plan)[0]["observed_share"], 250)
    assert flags(plan)[0]["observed_source"] == "Flag console"
    window.wait_for_text("No stage has begun")

    window.focus("remove-flag", n_most=200)
    window.key("Return")
    window.wait_to_lose("flag:new-checkout")
    window.key("ctrl+z")
    window.wait_to_see("flag:new-checkout")
    plan.check()


def a_freeze_in_the_way_is_excepted(case):
    plan, window = start_staged(case)
    plan.cli("move", MOBILE, "2026-12-22")
    window.click(CHIP)
    window.wait_to_see("ask-exception")
    window.click("ask-exception")
    window.wait_to_see("exception-dialog")
    window.click("accept")
    window.wait_for_text("Say who asks for the exception")
    window.click("field:asked_by")
    window.type("Sales")
    window.click("decided-by")
    window.wait_to_see("GtkPopover")
    window.key("End", "Return")
    window.wait_to_lose("GtkPopover")
    window.click("field:reason")
    window.type("A customer waits")
    window.click("field:until")
    window.type("2026-11-30")
    window.click("accept")
    window.wait_for_text("The last day is already past")
    window.click("field:until")
    window.key("ctrl+a")
    window.type("2026-12-31")
    window.click("accept")
    window.wait_to_lose("exception-dialog")
    window.wait_for_text("Exception by Release manager, until Thu 31 "
                         "December: A customer waits")
    (record,) = plan.read("exception", "list", MOBILE)
    assert record["asked_by"] == "Sales", record
    assert record["subject_name"] == "Year-end freeze", record
    window.key("ctrl+z")
    window.wait_to_see("ask-exception")
    (record,) = plan.read("exception", "list", MOBILE)
    assert record["is_withdrawn"], record
    plan.check()


def holidays_of_a_country_are_added(case):
    plan, window = case.start()
    act(window, "win.plan-settings", "'working-days'")
    window.wait_to_see("list:working_calendar")
    window.focus("add", n_most=100)
    window.key("Tab", "Return")
    window.wait_to_see("more")
    window.click("more")
    window.wait_to_see("holidays-dialog")
    window.click("holidays-country")
    window.key("Home", "Return")
    window.wait_for_text("Fri 1 January 2027 · Neujahr (New Year’s Day)")
    window.click("accept")
    window.wait_to_lose("holidays-dialog")
    check_eventually(
        lambda: "Pfingstmontag (Whit Monday)" in plan.cli("calendar", "show"),
        True)
    assert plan.head()["label"].startswith("addition of "), plan.head()
    plan.check()


if __name__ == "__main__":
    sys.exit(main(adding_observing_and_removing_a_flag,
                  a_freeze_in_the_way_is_excepted,
                  holidays_of_a_country_are_added))
