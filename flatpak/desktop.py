#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""desktop.py ANSWER: what portals ask a desktop for, from one that asks nobody.

Stands behind two of org.freedesktop.portal: FileChooser, which answers each
question with the address that the file ANSWER holds then, and Secret, which
gives a program the same key at all times.
"""

import os
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.impl.portal.desktop.slipway"
PATH = "/org/freedesktop/portal/desktop"
CHOOSER = "org.freedesktop.impl.portal.FileChooser"
SECRET = "org.freedesktop.impl.portal.Secret"
INTERFACES = CHOOSER, SECRET

# As long as the key of a real one, and as secret as a test has to be.
KEY = bytes(range(64))

ASK = """<method name="{}">
  <arg type="o" direction="in"/><arg type="s" direction="in"/>
  <arg type="s" direction="in"/><arg type="s" direction="in"/>
  <arg type="a{{sv}}" direction="in"/>
  <arg type="u" direction="out"/><arg type="a{{sv}}" direction="out"/>
</method>"""
RETRIEVE = """<property name="version" type="u" access="read"/>
<method name="RetrieveSecret">
  <arg type="o" direction="in"/><arg type="s" direction="in"/>
  <arg type="h" direction="in"/><arg type="a{sv}" direction="in"/>
  <arg type="u" direction="out"/><arg type="a{sv}" direction="out"/>
</method>"""
XML = (f"<node><interface name='{CHOOSER}'>"
       + "".join(map(ASK.format, ("OpenFile", "SaveFile")))
       + f"</interface><interface name='{SECRET}'>{RETRIEVE}</interface></node>")


def done(call, **results):
    call.return_value(GLib.Variant("(ua{sv})", (0, results)))


def main(answer):
    def choose(call):
        with open(answer, encoding="utf-8") as file:
            uri = file.read().strip()
        done(call, uris=GLib.Variant("as", [uri]),
             writable=GLib.Variant("b", True))

    def retrieve(call, words):
        number = words.unpack()[2]
        pipe = call.get_message().get_unix_fd_list().get(number)
        with os.fdopen(pipe, "wb") as file:
            file.write(KEY)
        done(call)

    def asked_cb(_bus, _sender, _path, interface, _method, words, call):
        if interface == SECRET:
            retrieve(call, words)
        else:
            choose(call)

    def read_cb(_bus, _sender, _path, _interface, _property):
        return GLib.Variant("u", 1)

    def bus_cb(bus, _name):
        node = Gio.DBusNodeInfo.new_for_xml(XML)
        for interface in node.interfaces:
            bus.register_object(PATH, interface, asked_cb, read_cb, None)

    def lost_cb(_bus, _name):
        sys.exit("desktop: the name is taken")

    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE,
                     bus_cb, lambda *_: print("ready", flush=True), lost_cb)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main(sys.argv[1])
