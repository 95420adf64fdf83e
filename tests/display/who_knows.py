# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells audiences a date, moves the release, and tells them again."""

import sys

from cases import check_eventually, main
from keys import choose, focus_mobile

MOBILE = "Mobile 4.2"
CHIP = "chip:" + MOBILE


def knows(plan):
    """What each audience knows: its name → (state, date told)."""
    return {row["name"]: (row["state"], row["date_told"])
            for row in plan.read("knows", MOBILE)["audiences"]}


def due_notices(plan):
    return sorted(row["name"]
                  for row in plan.read("knows", MOBILE)["audiences"]
                  for message in row["planned"]
                  if message["type"] == "change-notice")


def start_told(case):
    """Support and Sales were told that Mobile 4.2 comes on 8 December."""
    path = case.make_plan()
    for audience in ("Support", "Sales"):
        path.cli("tell", MOBILE, audience, "--kind", "brief")
    return path, case.open(path)


def open_mobile(window):
    window.click(CHIP)
    window.wait_to_see("who-knows")


def dragging_says_who_will_know_a_wrong_date(case):
    plan, window = start_told(case)
    with window.dragging(CHIP) as drag:
        drag.over("day:2026-12-16")
        window.wait_for_text(
            "2 audiences will know the wrong date: Support, Sales")
        window.wait_for_text("2 change notices to send")
        drag.drop()
    check_eventually(lambda: plan.date(MOBILE), "2026-12-16")
    assert due_notices(plan) == ["Sales", "Support"], due_notices(plan)
    assert knows(plan)["Sales"] == ("wrong-date", "2026-12-08"), knows(plan)
    window.wait_for_text("Know a wrong date")

    with window.dragging(CHIP) as drag:
        drag.over("day:2026-12-08")
        window.wait_for_text("Support, Sales know the right date again")
        drag.over("sidebar")
        drag.drop()
    window.key("ctrl+z")
    check_eventually(lambda: plan.date(MOBILE), "2026-12-08")
    assert not due_notices(plan)
    assert knows(plan)["Sales"] == ("unconfirmed", "2026-12-08"), knows(plan)
    plan.check()


def telling_and_confirming(case):
    plan, window = case.start()
    open_mobile(window)
    window.key("ctrl+m")
    window.wait_to_see("tell-dialog")
    window.click("field:channel")
    window.type("weekly call")
    window.key("Return")
    window.wait_to_lose("tell-dialog")
    check_eventually(lambda: list(knows(plan).values()),
                     [("unconfirmed", "2026-12-08")])
    (name,) = knows(plan)
    window.wait_for_text("told on 1 Dec, unconfirmed")
    assert plan.head()["label"] == f"message to {name} about {MOBILE}"

    window.click("next")
    window.wait_to_see("confirmed-by")
    window.type("Support lead")
    window.key("Return")
    check_eventually(lambda: knows(plan)[name], ("knows", "2026-12-08"))
    window.wait_for_text("✓ knows")
    window.key("ctrl+z")
    check_eventually(lambda: knows(plan)[name], ("unconfirmed", "2026-12-08"))
    window.key("ctrl+z")
    check_eventually(lambda: knows(plan), {})
    plan.check()


def the_menu_of_a_release_tells(case):
    _, window = case.start()
    focus_mobile(window)
    choose(window, "Tell Audience…")
    window.wait_to_see("tell-dialog")
    window.key("Escape")
    window.wait_to_lose("tell-dialog")


def what_is_planned_follows_and_is_sent(case):
    plan, window = case.start()
    plan.cli("tell", MOBILE, "Support", "--kind", "heads-up")
    open_mobile(window)
    window.wait_to_see("knows:Support")
    window.focus("AdwActionRow")
    window.key("Return")
    window.wait_to_see("plan-message")
    window.click("plan-message")
    window.wait_to_see("field:planned_anchor")
    window.click("field:planned_anchor")
    window.type("T-3 wd")
    window.key("Return")
    def planned():
        (support,) = plan.read("knows", MOBILE)["audiences"]
        return [message["planned_date"] for message in support["planned"]]
    check_eventually(planned, ["2026-12-03"])
    plan.cli("move", MOBILE, "2026-12-10")
    check_eventually(planned, ["2026-12-02", "2026-12-07"])
    window.wait_for_text("planned for Mon 7 December (T−3 wd)")

    window.click("send")
    window.wait_to_see("tell-dialog")
    window.click("tell")
    check_eventually(planned, ["2026-12-07"])
    assert knows(plan)["Support"] == ("unconfirmed", "2026-12-10")
    plan.check()


def the_sidebar_lists_wrong_dates(case):
    plan, window = start_told(case)
    plan.cli("move", MOBILE, "2026-12-16")
    window.wait_to_see("wrong-date-row")
    window.click("wrong-date-row")
    window.wait_to_lose("chip:Payments 3.9")
    assert window.has(CHIP)


if __name__ == "__main__":
    sys.exit(main(dragging_says_who_will_know_a_wrong_date,
                  telling_and_confirming,
                  the_menu_of_a_release_tells,
                  what_is_planned_follows_and_is_sent,
                  the_sidebar_lists_wrong_dates))
