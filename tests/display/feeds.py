# SPDX-License-Identifier: GPL-3.0-or-later
"""A status feed from its set-up to what it says being accepted and undone."""

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import time

from cases import check_eventually, main
from driver import wait_for

MOBILE = "Mobile 4.2"

DAY_MS = 24 * 60 * 60 * 1000


class Server:
    """`serve-status` on this computer, with a document that can change."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "status.json")
        self.say("at_risk")
        self.process = subprocess.Popen(
            [os.environ["SLIPWAY_CLI"], "serve-status", self.path],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        lines = iter(self.process.stdout.readline, "")
        self.address = next(word for line in lines for word in line.split()
                            if word.startswith("http://"))

    def say(self, state, release=MOBILE):
        self.write(json.dumps({
            "format": "slipway-status", "version": 1,
            "source": {"name": "Support desk"},
            "statuses": [{"release": release, "audience": "Helpdesk",
                          "state": state}]}))

    def write(self, text):
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(self.path + ".new", self.path)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def act(window, action, parameter=""):
    window.call("Activate", "(ss)", action, parameter)
    window.settle()


def press(window, name, key="Tab"):
    """By keys: a pointer over a dialog is not followed on Wayland."""
    window.focus(name, key, n_most=200)
    window.key("Return")


def set_up(window, server):
    act(window, "win.show-feeds")
    window.wait_to_see("add-feed")
    press(window, "add-feed")
    window.wait_to_see("feed-dialog")
    window.wait_for_focus("GtkText")
    window.type("Desk")
    window.key("Tab", "Tab")
    window.type(server.address)
    press(window, "try-feed")
    window.wait_for_text("Support desk: 1 value, about 1 release of this plan")
    window.wait_for_text("No audience is called “Helpdesk”")
    press(window, "this-is:Helpdesk")
    window.wait_to_see("audience:Support")
    press(window, "audience:Support")
    window.wait_for_text("→ Mobile 4.2 · Support")
    press(window, "accept")
    window.wait_to_lose("feed-dialog")
    window.wait_to_see("feed:Desk")
    wait_for(lambda: any("1 value" in text for text in window.texts()),
             "the first answer")
    window.key("Escape")
    window.wait_to_lose("feed:Desk")


def sync(window):
    act(window, "win.sync-feeds")


def setting_up_seeing_accepting_failing(case):
    plan = case.make_plan()
    plan.cli("checklist", "add", MOBILE, "Support")
    plan.cli("checklist", "owner", MOBILE, "Support", "Release manager")
    plan.cli("item", "add", MOBILE, "Support", "Train the team")
    server = Server(case.folder)
    window = case.open(plan)
    try:
        set_up(window, server)
        n_steps = plan.n_steps()

        server.say("done")
        sync(window)
        window.click("chip:" + MOBILE)
        window.wait_for_text("≠ feed: done")
        press(window, "checklist:Support")
        window.wait_to_see("feed-values")
        window.wait_for_text("≠ Desk says “Done”")
        assert plan.n_steps() == n_steps, "a feed has edited the plan"

        press(window, "value-history:Support")
        window.wait_to_see("feed-history")
        window.wait_for_text("From “At risk” to “Done” on")
        window.key("Escape")
        window.wait_to_lose("feed-history")

        press(window, "accept-value:Support", "shift+Tab")
        window.wait_to_see("accept-dialog")
        window.wait_for_text("Train the team")
        press(window, "accept")
        window.wait_to_lose("accept-dialog")
        check_eventually(plan.n_steps, n_steps + 1)
        wait_for(lambda: not any("≠" in text for text in window.texts()),
                 "feed and plan to agree")
        window.key("ctrl+z")
        window.wait_for_text("≠ feed: done")

        server.write("{")
        sync(window)
        window.wait_for_text("Desk: ")
        window.wait_for_text("≠ feed: done")
        act(window, "win.show-feeds")
        window.wait_to_see("feed:Desk")
        window.wait_for_text("failing")
        server.say("at_risk")
        sync(window)
        wait_for(lambda: not any("failing" in text
                                 for text in window.texts()),
                 "the feed to have recovered")
        window.key("Escape")
        window.wait_for_text("feed: at risk")
    finally:
        server.stop()


def asking_one_that_nothing_else_asks(case):
    plan = case.make_plan()
    server = Server(case.folder)
    plan.cli("feed", "add", "Desk", server.address, "--by-hand")
    window = case.open(plan)
    try:
        act(window, "win.show-feeds")
        window.wait_to_see("sync-feed:Desk")
        window.wait_for_text("not asked yet; asked only by hand")
        press(window, "sync-feed:Desk")
        window.wait_for_text("answered just now; asked only by hand · 1 value")
        server.write("{")
        press(window, "sync-feed:Desk")
        window.wait_for_text("; failing; asked only by hand")
    finally:
        server.stop()


def fail_for_days(path, days):
    """As if the feed had not answered for so long."""
    now = int(time.time() * 1000)
    with contextlib.closing(sqlite3.connect(path)) as file, file:
        file.execute(
            "UPDATE feed_state SET succeeded_at = ?, failing_since = ?, "
            "tried_at = ?, next_at = ?, n_failures = 9, error = 'No route'",
            (now - (days + 1) * DAY_MS, now - days * DAY_MS, now - 1000,
             now + 30 * 60 * 1000))


def being_loud_when_a_feed_fails_for_days(case):
    plan = case.make_plan()
    server = Server(case.folder)
    try:
        plan.cli("feed", "add", "Desk", server.address)
        plan.cli("sync")
    finally:
        server.stop()
    fail_for_days(plan.path, 3)
    window = case.open(plan)
    window.wait_to_see("feed-bar")
    window.wait_for_text("Status feed Desk: answered 4 d ago; failing for 3 d. "
                         "No route")
    window.click("chip:" + MOBILE)
    window.wait_for_text("not confirmed for 4 d")
    window.click("show-feeds")
    window.wait_to_see("feed:Desk")


if __name__ == "__main__":
    sys.exit(main(setting_up_seeing_accepting_failing,
                  asking_one_that_nothing_else_asks,
                  being_loud_when_a_feed_fails_for_days))
