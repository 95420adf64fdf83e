# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through My Day with a real pointer and keys."""

import os
import sys

from cases import check_eventually, main
from driver import wait_for

MANAGER = "Release manager"
BUTTON = "my-day-button"
TRAIN = "agenda-row:Train the team"
MACROS = "agenda-row:Write macros"


def make_plan(case):
    """The Release manager has two items to do, of Mobile 4.2."""
    plan = case.make_plan(is_known=False)
    person = next(person["id"] for person in plan.read("person", "list")
                  if person["name"] == MANAGER)
    folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "slipway")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "people.ini"), "a",
              encoding="utf-8") as file:
        file.write(f"[{plan.id()}]\nperson={person}\nname={MANAGER}\n")
    plan.cli("item", "add", "Mobile 4.2", "Support", "Train the team",
             "--due", "2026-11-30", "--owner", MANAGER)
    plan.cli("item", "add", "Mobile 4.2", "Support", "Write macros",
             "--due", "T-1 wd", "--owner", MANAGER)
    plan.cli("item", "add", "Mobile 4.2", "Sales", "Make the deck",
             "--due", "2026-12-02")
    return plan


def start(case):
    plan = make_plan(case)
    window = case.open(plan)
    window.click(BUTTON)
    window.wait_to_see(TRAIN)
    return plan, window


def focus_first(window):
    """Tab comes to the question, and arrows go on to the answers."""
    window.focus("agenda-row:")
    window.key("Down")
    window.wait_for_focus(TRAIN)


def tab_leaves_the_agenda_and_comes_back(case):
    _, window = start(case)
    focus_first(window)
    window.key("Tab")
    wait_for(lambda: "agenda-row:" not in window.input().focus_name,
             "the keys to leave")
    window.key("shift+Tab")
    window.wait_for_focus(TRAIN)
    window.key("shift+Tab")
    wait_for(lambda: "agenda-row:" not in window.input().focus_name,
             "the keys to leave backwards")
    window.key("Tab")
    window.wait_for_focus(TRAIN)


def open_items(plan):
    return [item["title"] for item in plan.read("item", "list", "--open")]


def sidebar_leads_to_my_items(case):
    _, window = start(case)
    window.wait_to_see(MACROS)
    assert not window.has("agenda-row:Make the deck")
    window.wait_to_hear("Train the team, Mobile 4.2, Support · overdue since "
                        "Mon 30 November, yesterday")
    # The other views are where they were.
    window.key("ctrl+1")
    window.wait_to_lose(TRAIN)
    window.key("ctrl+0")
    window.wait_to_see(TRAIN)


def keys_go_to_the_agenda_when_it_comes(case):
    window = case.open(make_plan(case))
    window.key("ctrl+0")
    wait_for(lambda: window.input().focus_name.startswith("agenda-row:"),
             "the agenda to have the keys")


def keys_stay_in_sight_where_nothing_is_due(case):
    _, window = case.start((("Mobile", "4.2", "released", "2026-09-01"),))
    for _ in range(2):
        window.key("ctrl+0")
        window.wait_for_text("Nothing Is Due")
        window.settle()
        assert window.call("Focus")[-1] > 0, window.call("Focus")
        assert window.input().focus_name != "agenda-row:"
        window.key("ctrl+1")


def space_checks_off_and_undo_takes_it_back(case):
    plan, window = start(case)
    focus_first(window)
    window.key("space")
    check_eventually(lambda: open_items(plan),
                     ["Make the deck", "Write macros"])
    # The next one takes the focus, so that keys go on working.
    window.wait_for_focus(MACROS)
    window.key("ctrl+z")
    window.wait_to_see(TRAIN)
    assert "Train the team" in open_items(plan)
    plan.check()


def arrows_and_return_lead_to_the_checklist(case):
    _, window = start(case)
    focus_first(window)
    window.key("Down")
    window.wait_for_focus(MACROS)
    window.key("Return")
    window.wait_for_text("Mobile 4.2")
    window.wait_to_see(MACROS)


def everybodys_day_is_chosen(case):
    _, window = start(case)
    window.click("my-day-person")
    window.key("Down")
    window.key("Return")
    window.wait_to_see("agenda-row:Make the deck")


def week_opens_into_its_releases(case):
    _, window = start(case)
    window.click("load-week:1")
    window.wait_to_see("load-entry:Mobile 4.2 · Tue 8 December")
    window.click("load-entry:Mobile 4.2 · Tue 8 December")
    window.wait_to_lose("load-popover")
    window.wait_for_text("Mobile 4.2")


def narrow_window_leads_there_too(case):
    case.shrink(360, 640)
    plan = make_plan(case)
    window = case.open(plan)
    window.click("sidebar-button")
    window.wait_to_see(BUTTON)
    window.click(BUTTON)
    window.wait_to_see(TRAIN)
    window.wait_to_lose(BUTTON)


def it_is_where_the_program_was_left(case):
    case.shrink(1200, 800)
    plan, window = start(case)
    window.quit()
    window = case.open(plan)
    window.wait_to_see(TRAIN)


if __name__ == "__main__":
    sys.exit(main(
        sidebar_leads_to_my_items, keys_go_to_the_agenda_when_it_comes,
        keys_stay_in_sight_where_nothing_is_due,
        space_checks_off_and_undo_takes_it_back,
        tab_leaves_the_agenda_and_comes_back,
        arrows_and_return_lead_to_the_checklist, everybodys_day_is_chosen,
        week_opens_into_its_releases, narrow_window_leads_there_too,
        it_is_where_the_program_was_left))
