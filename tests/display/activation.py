# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as the bus starts it, for somebody who asks for it there."""

import contextlib
import os
import re
import shutil
import signal

from gi.repository import Gio, GLib

from driver import APPLICATION, CALL_MS, Window
from planfile import TODAY, make_plan, say_who_i_am

OBJECT = "/" + APPLICATION.replace(".", "/")
GIVEN = ("DISPLAY", "GDK_BACKEND", "GDK_DEBUG", "GSK_RENDERER",
         "GSETTINGS_BACKEND", "GSETTINGS_SCHEMA_DIR", "LC_ALL", "TZ",
         "XDG_DATA_DIRS")


def make_default_plan():
    """The plan that is opened where none is named."""
    folder = os.path.join(os.environ["XDG_DATA_HOME"], "slipway")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    plan = make_plan(folder)
    say_who_i_am(plan)
    return plan


class Activated(Window):
    """Not started yet; whatever is asked of its name starts it."""

    def __init__(self):
        self.log_path = os.devnull
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.pressed = []
        self.process = self

    def poll(self):
        return None

    def call_bus(self, method, kinds=None, *arguments):
        return self.bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus",
            "org.freedesktop.DBus", method,
            GLib.Variant(kinds, arguments) if kinds else None, None, 0,
            CALL_MS, None)

    def start(self):
        """Starts it without a wish; returns the process."""
        self.call_bus("StartServiceByName", "(su)", APPLICATION, 0)
        return self.call_bus("GetConnectionUnixProcessID", "(s)",
                             APPLICATION).unpack()[0]

    def activate(self, action):
        self.bus.call_sync(
            APPLICATION, OBJECT, "org.freedesktop.Application",
            "ActivateAction", GLib.Variant("(sava{sv})", (action, [], {})),
            None, 0, CALL_MS, None)


@contextlib.contextmanager
def activated():
    """Has the bus know the program, by the file that is installed for it."""
    name = APPLICATION + ".service"
    with open(os.path.join(os.environ["SLIPWAY_DATA"], name),
              encoding="utf-8") as file:
        service = re.sub("Exec=[^ ]+", "Exec=" + os.environ["SLIPWAY"],
                         file.read())
    path = os.path.join(os.environ["SLIPWAY_SESSION"], "services", name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(service)
    window = Activated()
    window.call_bus("UpdateActivationEnvironment", "(a{ss})",
                    {name: os.environ[name] for name in GIVEN
                     if name in os.environ}
                    | {"SLIPWAY_TEST_HOOKS": "1", "SLIPWAY_TODAY": TODAY})
    window.call_bus("ReloadConfig")
    try:
        yield window
    finally:
        with contextlib.suppress(GLib.Error, ProcessLookupError):
            os.kill(window.call_bus("GetConnectionUnixProcessID", "(s)",
                                    APPLICATION).unpack()[0], signal.SIGTERM)
        window.wait_until_gone()
        os.remove(path)
