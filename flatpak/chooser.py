#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""chooser.py ANSWER: a file chooser for the portal that asks nobody.

Takes the place of a desktop's own behind org.freedesktop.portal.FileChooser
and answers each question with the address that the file ANSWER holds then.
"""

import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.impl.portal.desktop.slipway"
PATH = "/org/freedesktop/portal/desktop"
ASK = """<method name="{}">
  <arg type="o" direction="in"/><arg type="s" direction="in"/>
  <arg type="s" direction="in"/><arg type="s" direction="in"/>
  <arg type="a{{sv}}" direction="in"/>
  <arg type="u" direction="out"/><arg type="a{{sv}}" direction="out"/>
</method>"""
XML = ("<node><interface name='org.freedesktop.impl.portal.FileChooser'>"
       + "".join(map(ASK.format, ("OpenFile", "SaveFile")))
       + "</interface></node>")


def main(answer):
    def asked_cb(_bus, _sender, _path, _interface, _method, _words, call):
        with open(answer, encoding="utf-8") as file:
            uri = file.read().strip()
        results = {"uris": GLib.Variant("as", [uri]),
                   "writable": GLib.Variant("b", True)}
        call.return_value(GLib.Variant("(ua{sv})", (0, results)))

    def bus_cb(bus, _name):
        interface = Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0]
        bus.register_object(PATH, interface, asked_cb, None, None)

    def lost_cb(_bus, _name):
        sys.exit("chooser: the name is taken")

    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE,
                     bus_cb, lambda *_: print("ready", flush=True), lost_cb)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main(sys.argv[1])
