# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a release, step by step: internal, 5 %, hold, resume, 25 %, roll
back, fixed, everyone, undone, restarted, released.

After each step the window tells it, to the eye and to the ear, the file holds
it, and the plan keeps its rules.
"""

import contextlib
import sqlite3
import sys

from cases import check_eventually, main
from driver import wait_for

MOBILE = "Mobile 4.2"
CHIP = "chip:" + MOBILE
PRESET = "Internal, beta, 5 %, 25 %, everyone"
FIX = "Crash at checkout fixed"

# What was decided until the roll back, and the stages after each.
GO_INTERNAL = ("go", "--reason", "Only we see it")
GO_5 = ("go", "--reason", "They wait for it")
HOLD = ("hold", "--reason", "Too many errors", "--review", "2026-12-03")
RESUME = ("resume", "--reason", "It was the network")
GO_25 = ("go", "--reason", "Quiet for a day")
ROLL_BACK = ("roll-back", "--to", "5 %", "--reason", "Crash at checkout")
GO_AGAIN = ("go", "--reason", "The crash is fixed")
GO_EVERYONE = ("go", "--reason", "All is well")
LIFE = (GO_INTERNAL, GO_5, HOLD, RESUME, GO_25, ROLL_BACK, GO_AGAIN,
        GO_EVERYONE)


# What the file holds

def read(plan, words, *values):
    with contextlib.closing(sqlite3.connect(plan.path)) as file:
        return file.execute(words, values).fetchall()


def stages(plan):
    """The stages that count: name → state."""
    return dict(read(plan, "SELECT name, state FROM stage"
                     " WHERE name <> 'Beta testers' ORDER BY rank"))


def status(plan):
    return read(plan, "SELECT status FROM release WHERE version = '4.2'")[0][0]


def records(plan):
    """Type, stage and reason of all records, the oldest first."""
    return read(plan, "SELECT type, stage_name, reason FROM decision"
                " ORDER BY at, rowid")


def last_record(plan, column):
    return read(plan, f"SELECT {column} FROM decision"
                " ORDER BY at DESC, rowid DESC LIMIT 1")[0][0]


def expect(plan, release_status, *states):
    """Waits for the states of the four stages; the plan keeps its rules."""
    check_eventually(lambda: (status(plan), *stages(plan).values()),
                     (release_status, *states))
    assert list(stages(plan)) == ["Internal", "5 %", "25 %", "Everyone"]
    assert "fault" not in plan.check().lower(), plan.check()


# What the window does

def choose_preset(window, name, a_stage):
    window.focus("choose-preset", n_most=200)
    window.key("space")
    window.wait_for_text(name)
    window.focus("=" + name, "Down")
    window.key("Return")
    window.wait_to_see("acts:" + a_stage)


def act(window, stage, *items):
    """Chooses from the menu of a stage."""
    window.focus("acts:" + stage, n_most=200)
    window.key("space")
    for item in items:
        window.wait_for_text(item)
        window.focus("=" + item, "Down")
        window.key("Return")


def begin(case):
    """Mobile 4.2 with a usual rollout and its gates, in the window."""
    plan = case.make_plan()
    plan.cli("person", "add", "Support lead")
    window = case.open(plan)
    window.click(CHIP)
    window.wait_to_see("rollout-section")
    choose_preset(window, PRESET, "Beta testers")
    # What is needed only here: somebody may say what has to be fixed.
    plan.cli("criterion", "add", MOBILE, "25 %", "items")
    act(window, "Beta testers", "Skip")
    check_eventually(lambda: read(
        plan, "SELECT state FROM stage WHERE name = 'Beta testers'"),
        [("skipped",)])
    return plan, window


def decide_elsewhere(plan, words):
    plan.cli("decide", MOBILE, *words, "--by", "Release manager")


def ask(window, question, other=None):
    """Opens the decision by its key, and goes on to another by a click."""
    window.key("ctrl+g")
    window.wait_to_see("decision-dialog")
    if other:
        window.click(other)
    window.wait_for_text(question)
    window.wait_to_hear(question)


def decide(window, reason, verb):
    """Gives the reason that is missing, and decides."""
    window.wait_for_focus("reason")
    window.type(reason)
    window.wait_for_text(verb)
    window.click("decide")
    window.wait_to_lose("decision-dialog")


def stays_open(window):
    """The button does nothing as long as something is missing."""
    window.click("decide")
    assert window.has("decision-dialog"), "it was decided without a reason"
    window.click("reason")


# The steps

def it_starts_with_our_own(plan, window):
    window.wait_to_hear("Nobody has it yet")
    window.focus("go-wider", n_most=200)
    window.key("Return")
    window.wait_to_see("decision-dialog")
    window.wait_to_hear("Mobile 4.2: start Internal?")
    window.wait_to_hear("not met, should: Rollback plan written")
    window.click("reason")
    decide(window, "Only we see it", "Go")
    expect(plan, "rolling-out", "active", "planned", "planned", "planned")
    assert records(plan) == [("go", "Internal", "Only we see it")]
    evidence = last_record(plan, "evidence")
    assert "✗ not met, should: Rollback plan written" in evidence, evidence
    assert last_record(plan, "person_name") == "Release manager"
    window.wait_to_hear("Rollout. Internal: ")
    window.wait_to_hear("Only we see it")


def five_percent_with_open_lines_takes_a_reason(plan, window):
    ask(window, "Mobile 4.2: Internal → 5 %?")
    window.wait_to_hear("not met, must: Soaked")
    window.wait_for_text("Going wider means 5 %")
    window.wait_for_text("Reason (required to go with an open line)")
    stays_open(window)
    assert len(records(plan)) == 1, records(plan)
    decide(window, "They wait for it", "Go Anyway")
    expect(plan, "rolling-out", "done", "active", "planned", "planned")
    assert records(plan)[1] == ("go", "5 %", "They wait for it")
    window.wait_to_hear("Exposed now: 5 %")


def errors_hold_it(plan, window):
    ask(window, "Mobile 4.2: hold at 5 %?", "hold")
    stays_open(window)
    window.type("Too many errors")
    window.click("review-day")
    window.key("ctrl+a")
    window.type("2026-12-03")
    window.click("decide")
    window.wait_to_lose("decision-dialog")
    expect(plan, "rolling-out", "done", "held", "planned", "planned")
    assert records(plan)[2] == ("hold", "5 %", "Too many errors")
    assert last_record(plan, "review_day") == "2026-12-03"
    window.wait_to_hear("5 %: held since ")
    window.wait_to_hear("Too many errors")


def it_goes_on(plan, window):
    ask(window, "Mobile 4.2: resume 5 %?", "resume")
    decide(window, "It was the network", "Resume")
    expect(plan, "rolling-out", "done", "active", "planned", "planned")
    assert records(plan)[3] == ("resume", "5 %", "It was the network")
    paused, held_at = read(plan, "SELECT paused_seconds, held_at FROM stage"
                           " WHERE name = '5 %'")[0]
    assert paused >= 0 and held_at is None, (paused, held_at)
    window.wait_to_hear("soaks ")


def a_quarter_gets_it(plan, window):
    ask(window, "Mobile 4.2: 5 % → 25 %?")
    window.wait_for_text("Going wider means 25 %")
    decide(window, "Quiet for a day", "Go Anyway")
    expect(plan, "rolling-out", "done", "done", "active", "planned")
    assert records(plan)[4] == ("go", "25 %", "Quiet for a day")
    window.wait_to_hear("Exposed now: 25 %")


def it_is_rolled_back(plan, window):
    ask(window, "Mobile 4.2: roll 25 % back?", "roll-back")
    window.wait_for_text("Back to")
    stays_open(window)
    decide(window, "Crash at checkout", "Roll Back")
    expect(plan, "rolling-out", "done", "active", "rolled-back", "planned")
    assert records(plan)[5] == ("roll-back", "25 %", "Crash at checkout")
    assert last_record(plan, "to_stage_name") == "5 %"
    window.wait_to_hear("Exposed now: 5 %")
    window.wait_to_hear("rolled back, ended ")


def what_has_to_be_fixed_stands_in_the_way(plan, window):
    plan.cli("checklist", "add", MOBILE, "Engineering")
    plan.cli("checklist", "owner", MOBILE, "Engineering", "Support lead")
    plan.cli("item", "add", MOBILE, "Engineering", FIX)
    window.wait_to_see("checklist:Engineering")
    window.click("checklist:Engineering")
    window.wait_to_see("item:" + FIX)
    ask(window, "Mobile 4.2: 5 % → 25 %?")
    window.wait_to_hear("not met, must: Required items")
    window.key("Escape")
    window.wait_to_lose("decision-dialog")
    window.focus("item:" + FIX, "Tab", 200)
    window.key("space")
    check_eventually(lambda: read(plan, "SELECT state FROM item"),
                     [("done",)])
    ask(window, "Mobile 4.2: 5 % → 25 %?")
    window.wait_to_hear("met, must: Required items")
    assert not any("not met, must: Required items" in name
                   for name in window.said())
    decide(window, "The crash is fixed", "Go Anyway")
    expect(plan, "rolling-out", "done", "done", "active", "planned")
    assert records(plan)[6] == ("go", "25 %", "The crash is fixed")
    evidence = last_record(plan, "evidence")
    assert "✓ met, must: Required items" in evidence, evidence


def everyone_gets_it(plan, window):
    ask(window, "Mobile 4.2: 25 % → Everyone?")
    decide(window, "All is well", "Go Anyway")
    expect(plan, "rolling-out", "done", "done", "done", "active")
    assert records(plan)[7] == ("go", "Everyone", "All is well")
    window.wait_to_hear("Exposed now: 100 %")


def undo_withdraws_the_last_and_restores(plan, window):
    before = records(plan)
    window.key("ctrl+z")
    expect(plan, "rolling-out", "done", "done", "active", "planned")
    assert records(plan)[:8] == before
    assert [record[0] for record in records(plan)[8:]] == ["withdrawn"]
    window.wait_to_hear("withdrawn · ")
    window.key("ctrl+shift+z")
    expect(plan, "rolling-out", "done", "done", "done", "active")
    assert [record[0] for record in records(plan)[8:]] == ["withdrawn",
                                                           "restored"]
    check_eventually(lambda: any("withdrawn · " in name
                                 for name in window.said()), False)


def all_of_it_is_there_after_a_restart(plan, window, reopen):
    before = (records(plan), stages(plan), plan.read("decisions", MOBILE))
    window.quit()
    window = reopen()
    window.click(CHIP)
    window.wait_to_hear("Exposed now: 100 %")
    for words in LIFE:
        window.wait_to_hear(words[words.index("--reason") + 1])
    assert (records(plan), stages(plan),
            plan.read("decisions", MOBILE)) == before
    # Undo is, too.
    window.key("ctrl+z")
    expect(plan, "rolling-out", "done", "done", "active", "planned")
    check_eventually(lambda: records(plan)[-1][0], "withdrawn")
    window.key("ctrl+shift+z")
    expect(plan, "rolling-out", "done", "done", "done", "active")
    return window


def it_is_released(plan, window):
    before = records(plan)
    act(window, "Everyone", "End")
    expect(plan, "released", "done", "done", "done", "done")
    window.wait_for_text("Released")
    # To end is no decision.
    assert records(plan) == before, records(plan)
    assert read(plan, "SELECT count (*) FROM stage WHERE state = 'done'"
                " AND (started_at IS NULL OR ended_at IS NULL)") == [(0,)]


# The cases

def a_release_is_lived_through(case):
    plan, window = begin(case)
    for step in (it_starts_with_our_own,
                 five_percent_with_open_lines_takes_a_reason,
                 errors_hold_it,
                 it_goes_on,
                 a_quarter_gets_it,
                 it_is_rolled_back,
                 what_has_to_be_fixed_stands_in_the_way,
                 everyone_gets_it,
                 undo_withdraws_the_last_and_restores):
        step(plan, window)
    window = all_of_it_is_there_after_a_restart(plan, window,
                                                lambda: case.open(plan))
    it_is_released(plan, window)


def it_goes_back_to_the_stage_before_whatever_happens(case):
    """The question is open while others decide."""
    plan, window = begin(case)
    decide_elsewhere(plan, GO_INTERNAL)
    window.wait_to_hear("Rollout. Internal: ")
    ask(window, "Mobile 4.2: Internal → 5 %?")
    for words in LIFE[1:5]:
        decide_elsewhere(plan, words)
    window.wait_for_text("Mobile 4.2: 25 % → Everyone?")
    window.click("roll-back")
    window.wait_for_text("Mobile 4.2: roll 25 % back?")
    decide(window, "Crash at checkout", "Roll Back")
    expect(plan, "rolling-out", "done", "active", "rolled-back", "planned")
    assert last_record(plan, "to_stage_name") == "5 %"


def what_has_soaked_is_told_and_listed(case):
    plan, window = case.start()
    window.click(CHIP)
    window.wait_to_see("rollout-section")
    choose_preset(window, "Canary", "Canary")
    decide_elsewhere(plan, GO_INTERNAL)
    window.wait_for_text("Only we see it")
    window.quit()
    # As if it had begun a week ago.
    with contextlib.closing(sqlite3.connect(plan.path)) as file, file:
        file.execute("UPDATE stage SET started_at = started_at - 604800000"
                     " WHERE state = 'active'")
    window = case.open(plan)
    window.wait_for_text("The soak of 1 stage is over: it can go wider")
    window.click("=_Show")
    window.wait_to_see("waiting-window")
    window.key("Escape")
    window.wait_to_lose("waiting-window")
    # The notice is gone, the menu stays.
    window.key("F10")
    window.focus("=Waiting for a Decision", "Down")
    window.key("Return")
    window.wait_to_see("waiting-window")
    window.wait_to_hear("Mobile 4.2: Canary → Everyone")
    window.focus("start")
    window.key("Return")
    window.wait_to_see("decision-dialog")
    window.wait_for_text("Mobile 4.2: Canary → Everyone?")
    window.click("decide")
    window.wait_to_lose("decision-dialog")
    check_eventually(lambda: read(plan, "SELECT name FROM stage"
                                  " WHERE state = 'active'"), [("Everyone",)])
    window.wait_for_text("Nothing Left")


def the_file_refuses_to_change_a_record(case):
    plan = case.make_plan()
    plan.cli("stage", "preset", MOBILE, "gradual")
    decide_elsewhere(plan, GO_INTERNAL)
    for words in ("UPDATE decision SET reason = 'No reason'",
                  "DELETE FROM decision",
                  "INSERT OR REPLACE INTO decision SELECT * FROM decision"):
        with contextlib.closing(sqlite3.connect(plan.path)) as file:
            try:
                file.execute(words)
            except sqlite3.Error as error:
                assert "record" in str(error), error
            else:
                raise AssertionError(f"{words} was done")
    assert records(plan) == [("go", "Internal", "Only we see it")]
    wait_for(lambda: status(plan) == "rolling-out", "the status")


if __name__ == "__main__":
    sys.exit(main(
        a_release_is_lived_through,
        it_goes_back_to_the_stage_before_whatever_happens,
        what_has_soaked_is_told_and_listed,
        the_file_refuses_to_change_a_record,
    ))
