# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the cases of a driving test and prints TAP.

A case is a function that takes a Case and has its name after the behaviour.
Each has a plan of its own; its windows are closed at its end, and what they
complained about makes it fail.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

from driver import IS_WAYLAND, Window, wait_for
from planfile import RELEASES, make_plan, say_who_i_am

UNPLACED = re.compile("Trying to snapshot Gtk[A-Za-z]+ 0x[0-9a-f]+ "
                      "without a current allocation")


# For windows with the system's dialogs for files, in which libcloudproviders
# leaks: the leak checker knows that by its stack, which is to be whole.
WHOLE_STACKS = {name: value + ":fast_unwind_on_malloc=0"
                for name, value in os.environ.items()
                if name == "ASAN_OPTIONS"}


class Skipped(Exception):
    """The display cannot do what the case is about."""


class Case:
    def __init__(self, folder):
        self.folder = folder
        self.windows = []
        self.environment = {}

    def make_plan(self, releases=RELEASES, is_known=True):
        """is_known: whether the plan knows who 'I' am."""
        plan = make_plan(self.folder, releases)
        if is_known:
            say_who_i_am(plan)
        return plan

    def shrink(self, width, height):
        """Makes windows of this size, as if they were left so."""
        folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0",
                              "settings")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "keyfile"), "w",
                  encoding="utf-8") as file:
            file.write("[io/github/slipway_planner/Slipway]\n"
                       f"window-width={width}\nwindow-height={height}\n")
        self.environment["GSETTINGS_BACKEND"] = "keyfile"

    def open(self, path, environment=None, wrapper=(), options=()):
        path = getattr(path, "path", path)
        log = os.path.join(os.environ["SLIPWAY_SESSION"],
                           f"window-{len(self.windows)}.log")
        window = Window(path, log, self.environment | (environment or {}),
                        wrapper, options)
        self.windows.append(window)
        return window

    def start(self, releases=RELEASES, **more):
        """A plan and the window that shows it."""
        plan = self.make_plan(releases)
        return plan, self.open(plan, **more)

    def end(self):
        for window in self.windows:
            window.stop()
        for name in ("glib-2.0", "slipway"):
            shutil.rmtree(os.path.join(os.environ["XDG_CONFIG_HOME"], name),
                          ignore_errors=True)

    def tell_logs(self):
        for window in self.windows:
            comment(window.describe())
            comment("\n".join(window.read_log().splitlines()[-20:]))

    def complaints(self):
        """What fails a case although all of its checks held."""
        lines = [line for window in self.windows
                 for line in window.complaints()]
        known = [line for line in lines if is_known(line)]
        comment("\n".join(known))
        return [line for line in lines if line not in known]


def is_known(line):
    """GTK 4.8 on Wayland now and then paints a frame for which the window was
    not laid out yet: it tells so, and the next frame puts it right."""
    return IS_WAYLAND and UNPLACED.search(line) is not None


def needs_x11(why):
    if IS_WAYLAND:
        raise Skipped(why)


def check_eventually(read, wanted):
    """Checks that read () comes to be what is wanted."""
    last = []

    def holds():
        last[:] = [read()]
        return last[0] == wanted

    try:
        wait_for(holds, "")
    except AssertionError:
        raise AssertionError(f"{last[0]!r} is not {wanted!r}") from None


def take_picture(name):
    folder = os.environ.get("SLIPWAY_FAILED_PICTURES")
    if not folder or "DISPLAY" not in os.environ:
        return
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name.strip("/").replace("/", "-") + ".png")
    subprocess.run(["import", "-window", "root", path], check=False)
    print(f"# picture: {path}")


def comment(text):
    for line in text.rstrip().splitlines():
        print("#", line)


def run_case(name, function):
    """Returns the words that TAP wants after the number of the test."""
    with tempfile.TemporaryDirectory() as folder:
        case = Case(folder)
        try:
            try:
                function(case)
            except Skipped as skipped:
                return f"ok {{}} - {name} # SKIP {skipped}"
            except Exception:
                comment(traceback.format_exc())
                case.tell_logs()
                take_picture(name)
                raise
            finally:
                case.end()
            complaints = case.complaints()
            comment("\n".join(complaints))
            return f"{'not ok' if complaints else 'ok'} {{}} - {name}"
        except Exception as error:
            comment(str(error))
            return f"not ok {{}} - {name}"


def main(*functions):
    """Runs the cases, or those whose names hold a word of the command line."""
    file = os.path.splitext(os.path.basename(sys.argv[0]))[0]
    display = "wayland" if IS_WAYLAND else "x11"
    chosen = [function for function in functions
              if len(sys.argv) == 1
              or any(word in function.__name__ for word in sys.argv[1:])]
    print(f"1..{len(chosen)}", flush=True)
    is_good = True
    for i, function in enumerate(chosen, 1):
        name = function.__name__.replace("_", "-")
        answer = run_case(f"/display/{file}/{display}/{name}", function)
        is_good = is_good and answer.startswith("ok")
        print(answer.format(i), flush=True)
    return 0 if is_good else 1
