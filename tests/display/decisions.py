# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole life of a release in decisions, its gates and its records."""

import sys

from cases import check_eventually, main

MOBILE = "Mobile 4.2"
CHIP = "chip:" + MOBILE


def start_staged(case):
    """Mobile 4.2 with the stages and gates of a template, in a window."""
    plan = case.make_plan()
    plan.cli("template", "apply", "Full launch", MOBILE)
    window = case.open(plan)
    window.click(CHIP)
    return plan, window


def decisions(plan):
    return plan.read("decisions", MOBILE)


def stages(plan):
    """The names of the stages and their states."""
    release = plan.read("stages", MOBILE)
    rows = release["stages"] if isinstance(release, dict) else release
    return {row["name"]: row["state"] for row in rows}


def ask(window):
    window.key("ctrl+g")
    window.wait_to_see("decision-dialog")


def decide(window, reason=None, other=None):
    """Answers the question of Ctrl+G, by keys and by clicks."""
    ask(window)
    if other:
        window.click(other)
    if reason:
        window.wait_for_focus("reason")
        window.type(reason)
    window.click("decide")
    window.wait_to_lose("decision-dialog")


def a_release_is_lived_through(case):
    plan, window = start_staged(case)
    decide(window, "Only we see it")
    check_eventually(lambda: stages(plan)["Internal"], "active")
    decide(window, "They wait for it")
    check_eventually(lambda: stages(plan)["5 %"], "active")
    decide(window, "Errors", "hold")
    check_eventually(lambda: stages(plan)["5 %"], "held")
    decide(window, None, "resume")
    check_eventually(lambda: stages(plan)["5 %"], "active")
    decide(window, "It was the network")
    check_eventually(lambda: stages(plan)["25 %"], "active")
    decide(window, "More errors", "roll-back")
    check_eventually(lambda: (stages(plan)["5 %"], stages(plan)["25 %"]),
                     ("active", "rolled-back"))
    decide(window, "Fixed")
    check_eventually(lambda: stages(plan)["25 %"], "active")
    decide(window, "All is well")
    check_eventually(lambda: stages(plan)["Everyone"], "active")
    assert [row["type"] for row in decisions(plan)] == [
        "go", "go", "hold", "resume", "go", "roll-back", "go", "go"]
    assert decisions(plan)[5]["to_stage_name"] == "5 %"
    plan.check()

    # Undo takes back what it did, and never the record.
    window.key("ctrl+z")
    check_eventually(lambda: stages(plan)["Everyone"], "planned")
    assert decisions(plan)[7]["is_withdrawn"]
    assert decisions(plan)[7]["reason"] == "All is well"
    plan.check()


def a_card_dropped_at_a_shut_gate_is_decided_on(case):
    plan = case.make_plan()
    plan.cli("stage", "preset", MOBILE, "canary")
    for stage in ("Canary", "Everyone"):
        plan.cli("criterion", "add", MOBILE, stage, "rollback-plan")
    window = case.open(plan)
    window.key("ctrl+2")
    window.wait_to_see("card:" + MOBILE)
    for column, stage in (("rolling-out", "Canary"), ("released", "Everyone")):
        window.drag("card:" + MOBILE, "column:" + column)
        window.wait_to_see("stage-question")
        window.key("Return")
        window.wait_to_see("decision-dialog")
        window.wait_to_hear("not met, must: Rollback plan written")
        assert plan.show(MOBILE)["status"] != column
        window.click("reason")
        window.type("They wait for it")
        window.click("decide")
        window.wait_to_lose("decision-dialog")
        check_eventually(lambda: stages(plan)[stage], "active")
    # Nothing is left that asks.
    window.drag("card:" + MOBILE, "column:released")
    window.wait_to_see("stage-question")
    window.key("Return")
    check_eventually(lambda: plan.show(MOBILE)["status"], "released")
    window.wait_for_text("Mobile 4.2 is now Released")
    assert [row["stage_name"] for row in decisions(plan)] == ["Canary",
                                                              "Everyone"]
    plan.check()


def check_whole(window):
    """Checks that nothing is cut off of what has the focus."""
    height = window.where(window.input().focus_name)[3]
    check_eventually(lambda: window.call("Focus")[-1], height)


def the_reason_is_in_sight_below_a_long_gate(case):
    plan = case.make_plan()
    plan.cli("template", "apply", "Full launch", MOBILE)
    for text in ("Load test", "Backup", "Alarms", "Texts", "Prices", "Rota"):
        plan.cli("criterion", "add", MOBILE, "Internal", "own", f"text={text}")
    window = case.open(plan)
    window.click(CHIP)
    ask(window)
    window.wait_for_focus("reason")
    check_whole(window)
    window.click("no-go")
    window.wait_for_focus("reason")
    check_whole(window)


def going_anyway_needs_a_reason(case):
    plan, window = start_staged(case)
    plan.cli("criterion", "add", MOBILE, "Internal", "own",
             "text=Legal agrees")
    ask(window)
    window.wait_for_text("Legal agrees")
    window.click("decide")
    assert window.has("decision-dialog"), "it went without a reason"
    (criterion,) = [row for row in plan.read("criterion", "list", MOBILE)
                    if row["type"] == "own"]
    # The dialog follows what happens elsewhere.
    plan.cli("criterion", "tick", criterion["id"])
    check_eventually(lambda: "ticked" in window.texts(), True)
    window.click("decide")
    window.wait_to_lose("decision-dialog")
    check_eventually(lambda: stages(plan)["Internal"], "active")


def a_gate_is_edited_by_keys(case):
    plan, window = start_staged(case)
    window.focus("gate-of-release", n_most=300)
    window.key("Return")
    window.wait_to_see("gate-dialog")
    window.focus("add-criterion")
    window.key("Return")
    window.focus("=Own criterion", "Down")
    window.key("Return")
    window.wait_to_see("criterion-dialog")
    window.click("field:text")
    window.type("Legal agrees")
    window.click("accept")
    window.wait_to_lose("criterion-dialog")
    window.wait_for_text("Legal agrees")
    criteria = plan.read("criterion", "list", MOBILE, "Internal")
    assert criteria[-1]["text"] == "Legal agrees", criteria
    line = "gate-line:%d" % (len(criteria) - 1)
    window.focus(line)
    window.key("Return")
    check_eventually(lambda: "ticked" in window.texts(), True)
    window.key("Escape")
    window.wait_to_lose("gate-dialog")
    plan.check()


def go_to_the_rollback_plan(plan, window):
    """From the line of a gate, with a reason half given."""
    plan.cli("criterion", "add", MOBILE, "Internal", "rollback-plan")
    criteria = plan.read("criterion", "list", MOBILE, "Internal")
    place = [row["type"] for row in criteria].index("rollback-plan")
    ask(window)
    window.wait_for_focus("reason")
    window.type("Only we see it")
    window.wait_to_see("gate-line:%d" % place)
    window.focus("gate-line:%d" % place)
    window.key("Return")


def write_the_rollback_plan(plan, window):
    window.wait_for_focus("GtkTextView")
    window.type("Switch the flag off")
    window.key("Tab")
    check_eventually(lambda: plan.read("show", MOBILE)["rollback_plan"],
                     "Switch the flag off")


def decide_as_it_was(plan, window):
    """Decides in the dialog that came back with what was typed before."""
    window.focus("decide")
    window.key("Return")
    window.wait_to_lose("decision-dialog")
    check_eventually(lambda: [row["reason"] for row in decisions(plan)],
                     ["Only we see it"])
    plan.check()


def a_line_of_a_gate_goes_to_its_field(case):
    plan, window = start_staged(case)
    go_to_the_rollback_plan(plan, window)
    write_the_rollback_plan(plan, window)
    # The question comes back as it was left.
    window.key("ctrl+g")
    decide_as_it_was(plan, window)


def a_dialog_does_not_cover_a_narrow_window(case):
    case.shrink(360, 720)
    plan, window = start_staged(case)
    window.call("Activate", "(ss)", "win.select-release",
                "'%s'" % plan.read("show", MOBILE)["id"])
    go_to_the_rollback_plan(plan, window)
    window.wait_to_lose("decision-dialog")
    write_the_rollback_plan(plan, window)
    # The details are closed, and the question is there as it was.
    window.key("Escape")
    window.wait_to_see("decision-dialog")
    decide_as_it_was(plan, window)


def choose(window, line, entry):
    """Chooses an entry of the menu of a gate's line, by keys."""
    window.focus(line)
    window.focus("GtkToggleButton")
    window.key("Return")
    window.focus("=" + entry, "Down")
    window.key("Return")
    window.wait_to_see("criterion-dialog")


def a_figure_is_entered_and_a_criterion_waived(case):
    plan, window = start_staged(case)
    plan.cli("criterion", "add", MOBILE, "Internal", "threshold",
             "text=Error rate", "comparison=below", "threshold=0.5")
    window.wait_to_see("gate-of-release")
    window.focus("gate-of-release", n_most=300)
    window.key("Return")
    window.wait_for_text("Error rate below 0.5")
    choose(window, "gate-line:2", "Enter Figure…")
    window.click("field:figure")
    window.type("0,51")
    window.click("field:figure_source")
    window.type("Dashboard")
    window.key("Return")
    window.wait_to_lose("criterion-dialog")
    window.wait_for_text("0.51, Dashboard")
    (*_, criterion) = plan.read("criterion", "list", MOBILE, "Internal")
    assert criterion["figure"] == "0.51", criterion
    assert criterion["figure_at"], criterion

    choose(window, "gate-line:2", "Waive…")
    window.click("field:waiver_reason")
    window.type("The test environment is noisy")
    window.click("accept")
    window.wait_for_text("Say who waives it")
    plan.check()


if __name__ == "__main__":
    sys.exit(main(a_release_is_lived_through,
                  a_card_dropped_at_a_shut_gate_is_decided_on,
        the_reason_is_in_sight_below_a_long_gate,
        going_anyway_needs_a_reason,
                  a_line_of_a_gate_goes_to_its_field,
        a_dialog_does_not_cover_a_narrow_window,
                  a_gate_is_edited_by_keys,
                  a_figure_is_entered_and_a_criterion_waived))
