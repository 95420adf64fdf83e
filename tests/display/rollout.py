# SPDX-License-Identifier: GPL-3.0-or-later
"""Drags rollout stages along the days, whole and by their edges, with a real
pointer, and moves them by keys and menu."""

import contextlib
import re
import sys

from cases import check_eventually, main
from driver import wait_for, xdotool

RELEASE = "Mobile 4.2"
TITLE = "lane:Mobile 4.2"
INTERNAL = "stage:Mobile 4.2:Internal"
QUARTER = "stage:Mobile 4.2:25 %"
EVERYONE = "stage:Mobile 4.2:Everyone"

# As the template Feature has them, for a release on the 8th.
AS_PLANNED = {
    "Internal": ("2026-12-04", "2026-12-07"),
    "25 %": ("2026-12-08", "2026-12-11"),
    "Everyone": ("2026-12-12", "2026-12-12"),
}


def stages(plan):
    return {stage["name"]: (stage["planned_start"], stage["planned_end"])
            for stage in plan.show(RELEASE)["parts"]["stage"]}


def start(case, *decisions):
    plan = case.make_plan()
    plan.cli("template", "apply", "Feature", RELEASE)
    for decision in decisions:
        plan.cli("decide", RELEASE, *decision)
    window = case.open(plan)
    window.key("ctrl+4")
    window.wait_to_see(QUARTER)
    return plan, window


def expect(plan, **changed):
    """Checks where the stages come to be; those not named stay."""
    names = {"internal": "Internal", "quarter": "25 %", "everyone": "Everyone"}
    check_eventually(lambda: stages(plan), AS_PLANNED | {
        names[key]: days for key, days in changed.items()})


class StageDrag:
    """A stage held by the pointer: at 0, its start, to 1, its end."""

    def __init__(self, window, name, at):
        self.window = window
        window.settle()
        x, y, width, height = window.where(name)
        days = {INTERNAL: 4, QUARTER: 4, EVERYONE: 1}[name]
        self.day = width / days
        self.x = x + min(max(int(width * at), 3), width - 4)
        self.y = y + height // 2
        window.move_pointer(self.x, self.y)
        window.press()

    def by(self, days):
        """Goes on by so many days, in steps, as a hand does."""
        target = self.x + round(days * self.day)
        for i in range(1, 7):
            self.window.move_pointer(self.x + (target - self.x) * i // 6,
                                     self.y + 2)
        self.x = target
        self.window.settle()

    def drop(self):
        self.window.release()
        self.window.settle()


@contextlib.contextmanager
def dragging(window, name, at=0.4):
    drag = StageDrag(window, name, at)
    try:
        yield drag
    finally:
        if window.pressed:
            window.pressed.clear()
            xdotool("key", "Escape", "mouseup", 1)


def drag(window, name, days, at=0.4):
    with dragging(window, name, at) as held:
        held.by(days)
        held.drop()


def a_whole_stage_goes_where_it_is_dropped(case):
    plan, window = start(case)
    n_steps = plan.n_steps()
    drag(window, INTERNAL, -2)
    expect(plan, internal=("2026-12-02", "2026-12-05"))
    assert plan.n_steps() == n_steps + 1
    assert plan.head()["writer"] == "window", plan.head()
    plan.check()


def its_end_is_dragged_and_the_next_follows(case):
    plan, window = start(case)
    drag(window, QUARTER, 2, at=1)
    expect(plan, quarter=("2026-12-08", "2026-12-13"),
           everyone=("2026-12-14", "2026-12-14"))
    plan.check()


def its_start_is_dragged_alone(case):
    plan, window = start(case)
    drag(window, INTERNAL, -2, at=0)
    expect(plan, internal=("2026-12-02", "2026-12-07"))


def the_launch_stage_takes_the_release_along(case):
    plan, window = start(case)
    drag(window, QUARTER, 3)
    check_eventually(lambda: plan.date(RELEASE), "2026-12-11")
    check_eventually(lambda: stages(plan)["25 %"], ("2026-12-11", "2026-12-14"))
    assert plan.show(RELEASE)["deploy_day"] == "2026-12-10"


def hovering_tells_and_escape_changes_nothing(case):
    plan, window = start(case)
    before = plan.history()
    with dragging(window, INTERNAL) as held:
        held.by(2)
        window.wait_for_text("“Internal”: Fri 4 December → Sun 6 December "
                             "(+2 days)")
        window.wait_for_text("starts before “Internal” ends")
        held.by(-3)
        window.wait_for_text("(−1 day)")
        assert plan.history() == before
        xdotool("key", "Escape")
        window.wait_to_lose("preview-card")
        held.drop()
    assert plan.history() == before
    assert stages(plan) == AS_PLANNED
    # And it can be taken up again.
    drag(window, INTERNAL, -1)
    expect(plan, internal=("2026-12-03", "2026-12-06"))


def dropped_where_it_was_it_is_no_step(case):
    plan, window = start(case)
    before = plan.history()
    with dragging(window, INTERNAL) as held:
        held.by(3)
        held.by(-3)
        held.drop()
    assert plan.history() == before


def a_drop_is_undone_and_done_again(case):
    plan, window = start(case)
    drag(window, QUARTER, 2, at=1)
    expect(plan, quarter=("2026-12-08", "2026-12-13"),
           everyone=("2026-12-14", "2026-12-14"))
    window.key("ctrl+z")
    expect(plan)
    window.key("ctrl+shift+z")
    expect(plan, quarter=("2026-12-08", "2026-12-13"),
           everyone=("2026-12-14", "2026-12-14"))


def a_menu_gives_the_focus_back(case):
    _, window = start(case)
    window.move_pointer(1, 1)
    window.key("ctrl+4")
    window.wait_to_see(INTERNAL)
    window.focus("lane:Mobile 4.2", "Down")
    window.focus(INTERNAL, "Right")
    for is_inner in (False, True):
        window.key("Menu")
        window.wait_for_text("Change Length…")
        if is_inner:
            window.focus("=Move to Status", "Down")
            window.key("Return")
        window.key("Escape")
        window.wait_for_focus(INTERNAL)


def the_toast_takes_it_back(case):
    plan, window = start(case)
    drag(window, INTERNAL, -2)
    window.wait_for_text("Internal of Mobile 4.2: Wed 2 December to "
                         "Sat 5 December")
    window.click("=_Undo")
    expect(plan)


def what_is_unticked_stays(case):
    plan, window = start(case)
    drag(window, QUARTER, 2, at=1)
    expect(plan, quarter=("2026-12-08", "2026-12-13"),
           everyone=("2026-12-14", "2026-12-14"))
    window.key("ctrl+j")
    window.wait_for_text("“25 %” ends: Fri 11 December → Sun 13 December")
    window.wait_for_keyboard()
    everyone = next(stage["id"] for stage
                    in plan.show(RELEASE)["parts"]["stage"]
                    if stage["name"] == "Everyone")
    window.focus(f"adjust:{everyone}")
    window.key("space")
    window.focus("apply")
    window.key("Return")
    expect(plan, quarter=("2026-12-08", "2026-12-13"))
    plan.check()


def keys_do_what_the_pointer_does(case):
    plan, window = start(case)
    window.focus(TITLE, "Down")
    window.focus(INTERNAL, "Right")
    window.key("alt+Left", "alt+Left")
    expect(plan, internal=("2026-12-02", "2026-12-05"))
    window.wait_for_focus(INTERNAL)
    window.key("alt+shift+Right")
    expect(plan, internal=("2026-12-02", "2026-12-06"))
    window.key("ctrl+shift+Left")
    expect(plan, internal=("2026-12-01", "2026-12-06"))
    window.key("alt+Up")
    expect(plan, internal=("2026-11-24", "2026-11-29"))
    window.key("ctrl+z")
    window.key("ctrl+z")
    window.key("ctrl+z")
    window.key("ctrl+z")
    window.key("ctrl+z")
    expect(plan)


def quick_keys_all_count(case):
    plan, window = start(case)
    window.focus(TITLE, "Down")
    window.focus(INTERNAL, "Right")
    window.key_at_once("alt+Left", "alt+Left", "alt+Left")
    expect(plan, internal=("2026-12-01", "2026-12-04"))


def the_lane_in_focus_is_decided_on(case):
    _, window = start(case)
    window.focus(TITLE, "Down")
    window.key("ctrl+g")
    window.wait_to_see("decision-dialog")
    window.wait_for_text("Internal?")


def the_menu_moves_it_to_a_date(case):
    plan, window = start(case)
    window.focus(TITLE, "Down")
    window.focus(INTERNAL, "Right")
    window.key("shift+F10")
    window.wait_for_text("Move Stage to Date…")
    window.focus("=Move Stage to Date…", "Down")
    window.key("Return")
    window.wait_to_see("stage-length")
    window.key("ctrl+a")
    window.type("2026-12-01")
    window.wait_for_text("“Internal”: Fri 4 December → Tue 1 December")
    window.key("Return")
    expect(plan, internal=("2026-12-01", "2026-12-04"))


def the_menu_changes_its_length(case):
    plan, window = start(case)
    window.focus(TITLE, "Down")
    window.focus(QUARTER, "Right")
    window.key("shift+F10")
    window.wait_for_text("Change Length…")
    window.focus("=Change Length…", "Down")
    window.key("Return")
    window.wait_to_see("stage-length")
    window.key("ctrl+a")
    window.type("7")
    window.key("Return")
    expect(plan, quarter=("2026-12-08", "2026-12-14"),
           everyone=("2026-12-15", "2026-12-15"))


def of_what_runs_only_the_end_moves(case):
    plan, window = start(case, ("go", "--by", "Release manager", "--reason",
                                "To be tried out"))
    window.wait_to_see(INTERNAL)
    window.focus(TITLE, "Down")
    window.focus(INTERNAL, "Right")
    before = plan.history()
    window.key("alt+Right")
    window.wait_for_text("“Internal” has begun: only its end can be moved")
    assert plan.history() == before
    window.key("alt+shift+Right")
    check_eventually(lambda: len(plan.history()), len(before) + 1)
    plan.check()


def it_zooms_and_comes_back_to_today(case):
    _, window = start(case)
    title = re.compile(r"\d{4}")

    def shown():
        return next(shown.text for shown in window.list()
                    if shown.name == "rollout-title")

    weeks = wait_for(lambda: title.search(shown()) and shown(), "the title")
    width = window.where(QUARTER)[2]
    window.key("ctrl+plus")
    check_eventually(lambda: window.where(QUARTER)[2] > 2 * width, True)
    window.key("ctrl+minus", "ctrl+minus")
    check_eventually(lambda: window.where(QUARTER)[2] < width, True)
    window.key("ctrl+plus")
    check_eventually(lambda: window.where(QUARTER)[2], width)
    window.click("rollout-next")
    check_eventually(lambda: shown() != weeks, True)
    window.key("alt+Home")
    check_eventually(shown, weeks)


def calendar(case):
    """The calendar with the stages as bars below the days' numbers."""
    plan, window = start(case)
    window.key("ctrl+1")
    window.wait_to_see("day:2026-12-08")
    return plan, window


def bar_at(window, day, share):
    x, y, width, _ = window.where(f"day:{day}")
    return x + min(int(width * share), width - 7), y + 33


@contextlib.contextmanager
def dragging_bar(window, day, share, *targets):
    """Holds the bar on a day, and takes it over others."""
    x, y = bar_at(window, day, share)
    window.move_pointer(x, y)
    window.press()
    try:
        for target in targets:
            to_x, to_y = bar_at(window, target, 0.5)
            for i in range(1, 5):
                window.move_pointer(x + (to_x - x) * i // 4,
                                    y + (to_y - y) * i // 4)
            x, y = to_x, to_y
        yield
    finally:
        if window.pressed:
            window.release()


def a_bar_of_the_calendar_is_dragged_whole(case):
    plan, window = calendar(case)
    with dragging_bar(window, "2026-12-05", 0.5, "2026-12-03"):
        window.wait_for_text("“Internal”: Fri 4 December → Wed 2 December "
                             "(−2 days)")
    expect(plan, internal=("2026-12-02", "2026-12-05"))
    window.key("ctrl+z")
    expect(plan)


def a_bar_of_the_calendar_is_dragged_by_its_end(case):
    plan, window = calendar(case)
    with dragging_bar(window, "2026-12-11", 1, "2026-12-12"):
        pass
    expect(plan, quarter=("2026-12-08", "2026-12-12"),
           everyone=("2026-12-13", "2026-12-13"))


def a_bar_of_the_quarter_scrolls_at_the_edge(case):
    """The pointer is held still: its weeks come to it."""
    plan, window = calendar(case)
    window.key("alt+3")
    window.wait_to_see("day:2027-02-24")
    with dragging_bar(window, "2026-12-05", 0.5, "2026-12-12"):
        x, y, width, height = window.where("calendar-scroller")
        window.move_pointer(x + width // 2, y + height - 16)
        window.wait_for_text("February 2027")
    check_eventually(lambda: stages(plan)["Internal"][0][:7], "2027-02")
    window.key("ctrl+z")
    expect(plan)


def escape_leaves_a_bar_of_the_calendar(case):
    plan, window = calendar(case)
    before = plan.history()
    with dragging_bar(window, "2026-12-05", 0.5, "2026-12-03"):
        window.wait_to_see("preview-card")
        xdotool("key", "Escape")
        window.wait_to_lose("preview-card")
    assert plan.history() == before
    assert stages(plan) == AS_PLANNED


def a_day_read_out_says_its_stages(case):
    _, window = calendar(case)
    window.wait_to_hear("Mobile 4.2, 25 %: planned, Tue 8 December to "
                        "Fri 11 December")


IN_LIST = "day-stage:Mobile 4.2:Internal"


def a_stage_of_a_day_is_moved_by_keys(case):
    plan, window = calendar(case)
    window.focus("day:2026-12-01")
    window.key(*["Right"] * 4)
    window.wait_for_focus("day:2026-12-05")
    window.key("Return")
    window.wait_for_focus(IN_LIST)
    window.key("alt+Left", "alt+Left")
    expect(plan, internal=("2026-12-02", "2026-12-05"))
    # The toast may be gone before all there is to be heard is listened to.
    window.wait_for_text("Internal of Mobile 4.2: Wed 2 December to "
                         "Sat 5 December")
    window.wait_for_focus(IN_LIST)
    window.key("alt+shift+Right")
    expect(plan, internal=("2026-12-02", "2026-12-06"))
    window.key("ctrl+shift+Left")
    expect(plan, internal=("2026-12-01", "2026-12-06"))
    # It is not on that day any more: the list goes along.
    window.key("alt+Up")
    expect(plan, internal=("2026-11-24", "2026-11-29"))
    window.wait_for_focus(IN_LIST)
    window.wait_for_text("Sunday 29 November 2026")
    window.key("Escape")
    window.wait_for_focus("day:2026-11-29")


def a_stage_of_a_day_has_its_menu(case):
    plan, window = calendar(case)
    window.focus("day:2026-12-01")
    window.key("Down", "Return")
    window.wait_for_focus("chip:Mobile 4.2")
    window.key("Down")
    window.wait_for_focus("day-stage:Mobile 4.2:25 %")
    window.move_pointer(1, 1)
    window.key("shift+F10")
    window.focus("=Change Length…", "Down")
    window.key("Return")
    window.wait_to_see("stage-length")


def stages_without_room_are_counted_and_listed(case):
    plan = case.make_plan()
    others = [f"Console 12.{i}" for i in range(2, 9)]
    for release in others:
        plan.cli("add", release, "--product", "Console",
                 "--version", release.split()[1], "--date", "2026-12-08")
    for release in (RELEASE, *others):
        plan.cli("template", "apply", "Feature", release)
    window = case.open(plan)
    window.wait_to_hear("more stages")
    window.click("more:2026-12-09")
    window.wait_to_see("day-stage:Console 12.2:25 %")
    window.click("day-stage:Mobile 4.2:25 %")
    window.wait_to_see("SlipInspector")


def a_lane_read_out_says_every_stage(case):
    _, window = start(case)
    said = window.wait_to_hear("Mobile 4.2, Building, deploys 7 Dec; ")
    assert "Internal: planned, Fri 4 December to Mon 7 December" in said, said
    assert "25 %: planned, Tue 8 December to Fri 11 December" in said, said
    window.wait_to_hear("Mobile 4.2, Everyone: planned, Sat 12 December")


if __name__ == "__main__":
    sys.exit(main(
        a_whole_stage_goes_where_it_is_dropped,
        its_end_is_dragged_and_the_next_follows,
        its_start_is_dragged_alone,
        the_launch_stage_takes_the_release_along,
        hovering_tells_and_escape_changes_nothing,
        dropped_where_it_was_it_is_no_step,
        a_drop_is_undone_and_done_again,
        a_menu_gives_the_focus_back,
        the_toast_takes_it_back,
        what_is_unticked_stays,
        keys_do_what_the_pointer_does,
        quick_keys_all_count,
        the_lane_in_focus_is_decided_on,
        the_menu_moves_it_to_a_date,
        the_menu_changes_its_length,
        of_what_runs_only_the_end_moves,
        it_zooms_and_comes_back_to_today,
        a_lane_read_out_says_every_stage,
        a_bar_of_the_calendar_is_dragged_whole,
        a_bar_of_the_calendar_is_dragged_by_its_end,
        a_bar_of_the_quarter_scrolls_at_the_edge,
        escape_leaves_a_bar_of_the_calendar,
        a_day_read_out_says_its_stages,
        a_stage_of_a_day_is_moved_by_keys,
        a_stage_of_a_day_has_its_menu,
        stages_without_room_are_counted_and_listed,
    ))
