# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what a program tells assistive technology, quickly.

Libatspi asks one question after the other; here all are on their way at once,
over the bus that AT-SPI is.  What was seen before is not asked again.
"""

from typing import NamedTuple

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"
CALL_MS = 20000

# What newer AT-SPIs and GTKs call the same.
ROLES = {"button": "push button", "toggle button": "push button",
         "entry": "text", "grid cell": "table cell"}


def get_role_name(number):
    name = Atspi.role_get_name(Atspi.Role(number))
    return ROLES.get(name, name)


class Node(NamedTuple):
    path: str
    parent: str
    role: str
    name: str
    description: str
    states: int

    def has(self, state):
        return bool(self.states >> int(state) & 1)

    def is_focusable(self):
        return self.has(Atspi.StateType.FOCUSABLE)


class Reader:
    def __init__(self, process):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
            None, None, 0, CALL_MS, None).unpack()[0]
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.name = self.find(process)
        self.n_open = 0

    def call(self, name, path, interface, method, arguments=None):
        return self.bus.call_sync(name, path, interface, method, arguments,
                                  None, 0, CALL_MS, None).unpack()

    def find(self, process):
        (children,) = self.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE,
                                "GetChildren")
        for name, _ in children:
            (its_process,) = self.call(
                "org.freedesktop.DBus", "/org/freedesktop/DBus",
                "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                GLib.Variant("(s)", (name,)))
            if its_process == process:
                return name
        raise AssertionError("the program is not on the accessibility bus")

    def ask(self, path, interface, method, arguments, take):
        """take (answer) is called in read (), unless the object is gone."""
        self.n_open += 1

        def answered_cb(bus, result):
            self.n_open -= 1
            try:
                answer = bus.call_finish(result).unpack()
            except GLib.Error:
                return
            take(answer)

        self.bus.call(self.name, path, interface, method, arguments, None, 0,
                      CALL_MS, None, answered_cb)

    def wait(self):
        context = GLib.MainContext.default()
        while self.n_open:
            context.iteration(True)

    def windows(self):
        (children,) = self.call(self.name, ROOT, ACCESSIBLE, "GetChildren")
        return [path for _, path in children]

    def paths(self, root):
        """All objects from root down, each with its parent."""
        parents = {root: ""}

        def look(path):
            def take(answer):
                for name, child in answer[0]:
                    if name == self.name and child not in parents:
                        parents[child] = path
                        look(child)
            self.ask(path, ACCESSIBLE, "GetChildren", None, take)

        look(root)
        self.wait()
        return parents

    def read(self, paths):
        """What the objects say of themselves: a list of nodes."""
        seen = {path: {} for path in paths}
        for path, facts in seen.items():
            self.ask(path, ACCESSIBLE, "GetRole", None,
                     lambda answer, facts=facts:
                     facts.update(role=answer[0]))
            self.ask(path, ACCESSIBLE, "GetState", None,
                     lambda answer, facts=facts:
                     facts.update(states=answer[0][0] | answer[0][1] << 32))
            self.ask(path, PROPERTIES, "GetAll",
                     GLib.Variant("(s)", (ACCESSIBLE,)),
                     lambda answer, facts=facts:
                     facts.update(name=answer[0]["Name"],
                                  description=answer[0]["Description"]))
        self.wait()
        return [Node(path, paths[path],
                     get_role_name(facts["role"]),
                     facts["name"], facts["description"], facts["states"])
                for path, facts in seen.items() if len(facts) == 4]

    def nodes(self, root=None):
        """All of one window or of all."""
        roots = [root] if root else self.windows()
        return [node for window in roots
                for node in self.read(self.paths(window))]

    def place(self, path):
        """x, y, width, height in the window."""
        return self.call(self.name, path, COMPONENT, "GetExtents",
                         GLib.Variant("(u)", (1,)))[0]
