# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the program as a shell, the desktop and the bus do."""

import os
import signal
import subprocess
import sys

from activation import activated
from calendar_drag import check_shown
from cases import check_eventually, main
from driver import WAIT_SECONDS, wait_for
from planfile import RELEASES, make_plan

MOBILE = "chip:Mobile 4.2"


def start_again(case, *words):
    """Starts the program while it runs; returns its status and complaints."""
    done = subprocess.run(
        [os.environ["SLIPWAY"], *words], capture_output=True, text=True,
        env=dict(os.environ, **case.environment), check=False,
        cwd=case.folder, timeout=WAIT_SECONDS)
    return done.returncode, done.stderr.strip()


def n_windows(window):
    return sum(shown.type == "SlipWindow" for shown in window.list())


def keep_settings(case):
    """Settings are kept from one start to the next."""
    case.shrink(1280, 840)


def options_show_what_they_name(case):
    window = case.open(case.make_plan(), options=(
        "--view", "rollout", "--release", "Mobile 4.2"))
    window.wait_to_see("rollout-section")
    wait_for(lambda: not window.has("day:2026-12-01"), "another view")
    window.wait_for_text("Mobile 4.2")


def second_start_reaches_the_running_program(case):
    plan, window = case.start()
    assert start_again(case, "--date", "2027-03-10") == (0, "")
    window.wait_to_see("day:2027-03-10")
    assert start_again(case, "--release", "mobile 4.2") == (0, "")
    check_shown(window, MOBILE, "day:2026-12-08")
    window.wait_to_see("rollout-section")
    assert start_again(case, "--view", "board", "plan.slipway") == (0, "")
    window.wait_to_see("card:Mobile 4.3")
    # The board knows no days.
    assert start_again(case, "--date", "2027-05-12") == (0, "")
    window.wait_to_see("day:2027-05-12")
    assert start_again(case, "--release", "Nothing 1") == (0, "")
    window.wait_for_text("Nothing 1")
    assert n_windows(window) == 1
    assert start_again(case) == (0, "")
    assert n_windows(window) == 1

    status, said = start_again(case, "--view", "moon")
    assert status == 2 and "my-day" in said, said
    status, said = start_again(case, "--date", "31.12.2026")
    assert status == 2 and "2026-12-31" in said, said
    assert plan.n_steps() == len(plan.history())


def releases_of_one_name_are_shown(case):
    plan = case.make_plan()
    for product in ("Mobile", "Desktop"):
        plan.cli("add", "Beta", "--product", product, "--date", "2026-12-09")
    window = case.open(plan)
    assert start_again(case, "--release", "Beta") == (0, "")
    window.wait_for_text("Several releases are called “Beta”")
    window.wait_to_lose(MOBILE)
    assert not any("-" in text and "Beta" in text for text in window.texts())


def two_windows_show_one_plan(case):
    plan, window = case.start()
    assert start_again(case, "--new-window", "--view", "board") == (0, "")
    wait_for(lambda: n_windows(window) == 2, "another window")
    window.wait_to_see("card:Mobile 4.2")
    assert window.has(MOBILE)
    plan.cli("move", "Mobile 4.2", "2026-12-17")
    check_shown(window, MOBILE, "day:2026-12-17")
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Mobile 4.2"), "2026-12-08")
    check_shown(window, MOBILE, "day:2026-12-08")
    window.key("ctrl+w")
    wait_for(lambda: n_windows(window) == 1, "one window")
    check_shown(window, MOBILE, "day:2026-12-08")
    plan.cli("move", "Mobile 4.2", "2026-12-17")
    check_shown(window, MOBILE, "day:2026-12-17")


def template_is_imported_by_its_file(case):
    plan, window = case.start()
    path = os.path.join(case.folder, "mine.slipway-template")
    plan.cli("template", "export", "Feature", path)
    n_steps = plan.n_steps()
    assert start_again(case, "mine.slipway-template") == (0, "")
    check_eventually(plan.n_steps, n_steps + 1)
    assert n_windows(window) == 1


def window_is_found_as_it_was_left(case):
    keep_settings(case)
    plan = case.make_plan()
    window = case.open(plan)
    window.wait_for_text("All products")
    window.key("F9", "Page_Down", "Page_Down")
    window.wait_to_see("day:2027-02-10")
    window.key("ctrl+2")
    window.wait_to_see("card:Mobile 4.2")
    window.quit()
    window = case.open(plan)
    window.wait_to_see("card:Mobile 4.2")
    assert "All products" not in window.texts()
    window.key("ctrl+1")
    window.wait_to_see("day:2027-02-10")
    window.quit()
    # On another day it begins with that one.
    window = case.open(plan, environment={"SLIPWAY_TODAY": "2026-12-02"})
    window.wait_to_see("day:2026-12-02")
    assert not window.has("day:2027-02-10")


def maximized_window_is_so_again(case):
    case.shrink(800, 600)
    with open(os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0",
                           "settings", "keyfile"), "a",
              encoding="utf-8") as file:
        file.write("is-maximized=true\n")
    screen = tuple(map(int, os.environ["SLIPWAY_GEOMETRY"].split("x")))
    plan = case.make_plan()
    for _ in range(2):
        window = case.open(plan)
        check_eventually(lambda: window.where_type("SlipWindow")[2:], screen)
        window.quit()


def recent_plans_are_in_the_menu(case):
    folder = os.path.join(case.folder, "other")
    os.mkdir(folder)
    other = make_plan(folder, RELEASES[:1])
    path = os.path.join(folder, "autumn_plan.slipway")
    os.rename(other.path, path)
    _, window = case.start()
    assert start_again(case, path) == (0, "")
    wait_for(lambda: n_windows(window) == 2, "the other plan")
    window.key("ctrl+w")
    wait_for(lambda: n_windows(window) == 1, "the first plan")
    window.wait_to_see(MOBILE)
    window.key("F10")
    window.focus("=Open Recent", "Down")
    window.key("Return")
    window.wait_for_text("plan (autumn_plan.slipway)")
    window.focus("=plan (autumn_plan.slipway)", "Down")
    window.key("Return")
    window.wait_to_lose(MOBILE)
    window.wait_to_see("chip:Payments 3.9")


def end_by(window, number):
    window.process.send_signal(number)
    window.process.wait(WAIT_SECONDS)
    window.wait_until_gone()
    return window.process.returncode


def crash_keeps_every_edit_and_is_told(case):
    plan, window = case.start()
    window.drag("chip:Payments 3.9", "day:2026-12-16")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-16")
    assert end_by(window, signal.SIGABRT) == -signal.SIGABRT
    assert "fault" not in plan.check().lower(), plan.check()
    window = case.open(plan)
    window.wait_for_text("Slipway ended unexpectedly last time")
    check_shown(window, "chip:Payments 3.9", "day:2026-12-16")
    window.click("copy-report")
    window.wait_for_text("Report copied")
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-03")
    # The end of the session is no accident.
    assert end_by(window, signal.SIGTERM) == 0
    window = case.open(plan)
    check_shown(window, "chip:Payments 3.9", "day:2026-12-03")
    assert not window.has("accident-bar")


def report_needs_no_display_and_names_nobody(case):
    plan = case.make_plan()
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("DISPLAY", "WAYLAND_DISPLAY",
                                   "DBUS_SESSION_BUS_ADDRESS")}
    done = subprocess.run(
        [os.environ["SLIPWAY"], "--diagnostics", plan.path], text=True,
        capture_output=True, env=environment, check=True,
        timeout=WAIT_SECONDS)
    assert "release: 7\n" in done.stdout, done.stdout
    assert "Integrity: sound" in done.stdout, done.stdout
    for name in ("Payments", "Release manager", "Year-end", case.folder,
                 os.environ["HOME"], "plan.slipway"):
        assert name not in done.stdout, name
    assert done.stderr == "", done.stderr


def bus_starts_the_program(case):
    with activated() as window:
        window.activate("new-release")
        wait_for(lambda: window.call("List")[0], "the window")
        window.wait_to_see("release-name")
        window.activate("quit")
        window.wait_until_gone()
        # Without a window it ends as well.
        os.kill(window.start(), signal.SIGTERM)
        window.wait_until_gone()


if __name__ == "__main__":
    sys.exit(main(
        options_show_what_they_name,
        second_start_reaches_the_running_program,
        releases_of_one_name_are_shown,
        two_windows_show_one_plan,
        template_is_imported_by_its_file,
        window_is_found_as_it_was_left,
        maximized_window_is_so_again,
        recent_plans_are_in_the_menu,
        crash_keeps_every_edit_and_is_told,
        report_needs_no_display_and_names_nobody,
        bus_starts_the_program,
    ))
