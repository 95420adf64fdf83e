# SPDX-License-Identifier: GPL-3.0-or-later
"""Is notified of what is due, acts on it, and stays in the background."""

import contextlib
import json
import os
import subprocess
import sys

from gi.repository import GLib

from cases import check_eventually, main
from driver import APPLICATION, CALL_MS, wait_for

OBJECT = "/" + APPLICATION.replace(".", "/")
MOBILE = "Mobile 4.2"


class Desktop:
    """The notifications that are shown, and all that was asked for."""

    def __init__(self, folder, *words):
        self.path = os.path.join(folder, "desktop.log")
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                              "notified.py")
        self.process = subprocess.Popen([sys.executable, script, self.path,
                                         *words])
        wait_for(lambda: os.path.exists(self.path) and self.calls("ready"),
                 "the desktop")

    def calls(self, method):
        with open(self.path, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        return [row[1:] for row in rows if row[0] == method]

    def added(self, kind):
        return [content for id, content in self.calls("AddNotification")
                if id.startswith(kind)]

    def removed(self, kind):
        return [id for id, in self.calls("RemoveNotification")
                if id.startswith(kind)]

    def wait_for(self, kind):
        return wait_for(lambda: self.added(kind), f"notification of {kind}")[-1]


@contextlib.contextmanager
def desktop(case, *words):
    shown = Desktop(case.folder, *words)
    try:
        yield shown
    finally:
        shown.process.terminate()
        shown.process.wait()


def wish(case, *keys):
    """Settings are kept, and these are on."""
    case.shrink(1280, 840)
    path = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings",
                        "keyfile")
    with open(path, "a", encoding="utf-8") as file:
        file.writelines(f"{key}=true\n" for key in keys)


def activate(window, action, target):
    window.bus.call_sync(
        APPLICATION, OBJECT, "org.freedesktop.Application", "ActivateAction",
        GLib.Variant("(sava{sv})", (action, [target], {})), None, 0, CALL_MS,
        None)


def act(window, button):
    """Presses a button of a notification, as the desktop does."""
    path, *texts = button["target"]
    activate(window, button["action"].removeprefix("app."),
             GLib.Variant("(ayss)", (bytes(path), *texts)))


def item_state(plan, title):
    return next(row["state"] for row in plan.read("item", "list", MOBILE)
                if row["title"] == title)


def items_due_are_told_once_and_done(case):
    plan = case.make_plan()
    plan.cli("item", "add", MOBILE, "Support", "Write the brief",
             "--due", "2026-12-01")
    wish(case, "notify-items")
    with desktop(case) as shown:
        window = case.open(plan)
        told = shown.wait_for("items")
        assert told["title"] == "1 item is due today", told
        assert told["body"] == "Mobile 4.2: Write the brief", told
        assert shown.removed("items") == []
        done = next(button for button in told["buttons"]
                    if button["label"] == "Done")
        act(window, done)
        check_eventually(lambda: item_state(plan, "Write the brief"), "done")
        wait_for(lambda: shown.removed("items"), "it to be taken away")
        window.key("ctrl+z")
        check_eventually(lambda: item_state(plan, "Write the brief"), "to-do")
        window.quit()

        # Once a day, also after a restart; another kind comes all the same.
        plan.cli("tell", MOBILE, "Support", "--kind", "brief",
                 "--date-told", "2026-12-09")
        wish(case, "notify-items", "notify-wrong-dates")
        window = case.open(plan)
        told = shown.wait_for("wrong-dates")
        assert told["title"] == "1 audience knows a wrong date", told
        assert len(shown.added("items")) == 1
        act(window, told["buttons"][-1])
        window.wait_to_see("who-knows")
        plan.cli("tell", MOBILE, "Support", "--kind", "brief")
        wait_for(lambda: shown.removed("wrong-dates"), "it to be taken away")


def switch_runs_it_in_the_background(case):
    plan = case.make_plan()
    wish(case, "notify-items")
    with desktop(case) as shown:
        window = case.open(plan)
        window.key("F10")
        window.focus("=Preferences", "Down")
        window.key("Return")
        window.wait_to_see("run-in-background")
        window.click("run-in-background")
        asked = wait_for(lambda: shown.calls("RequestBackground"),
                         "the portal to be asked")[0][0]
        assert asked["autostart"] is True, asked
        assert asked["commandline"][1] == "--gapplication-service", asked
        window.key("Escape")
        window.key_without_answer("ctrl+w")
        wait_for(lambda: not window.call("List")[0], "no window")
        plan.cli("item", "add", MOBILE, "Support", "Write the brief",
                 "--due", "2026-12-01")
        told = shown.wait_for("items")
        act(window, told["buttons"][-1])
        wait_for(lambda: window.call("List")[0], "a window")
        window.wait_for_text("Write the brief")
        window.quit()


def desktop_may_refuse(case):
    plan = case.make_plan()
    wish(case)
    with desktop(case, "--refuse") as shown:
        window = case.open(plan)
        window.key("F10")
        window.focus("=Preferences", "Down")
        window.key("Return")
        window.wait_to_see("run-in-background")
        window.click("run-in-background")
        wait_for(lambda: shown.calls("RequestBackground"),
                 "the portal to be asked")
        window.wait_for_text("does not let Slipway run in the background")
        while window.has("run-in-background"):
            window.key("Escape")  # the first may close the toast
        window.key_without_answer("ctrl+w")
        window.wait_until_gone()


if __name__ == "__main__":
    sys.exit(main(
        items_due_are_told_once_and_done,
        switch_runs_it_in_the_background,
        desktop_may_refuse,
    ))
