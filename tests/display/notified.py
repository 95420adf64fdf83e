# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's part, played by a process of its own: it takes notifications
and answers the portal for the background, and writes a line of JSON for each.

notified.py FILE [--refuse]: --refuse lets no program run in the background.
"""

import json
import sys

from gi.repository import Gio, GLib

INTERFACES = """<node>
<interface name='org.gtk.Notifications'>
<method name='AddNotification'><arg type='s' direction='in'/>
<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/></method>
<method name='RemoveNotification'><arg type='s' direction='in'/>
<arg type='s' direction='in'/></method>
</interface>
<interface name='org.freedesktop.portal.Background'>
<method name='RequestBackground'><arg type='s' direction='in'/>
<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>
</interface>
</node>"""

PORTAL = "/org/freedesktop/portal/desktop"


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    log = open(sys.argv[1], "w", encoding="utf-8", buffering=1)
    is_allowed = "--refuse" not in sys.argv

    def answer(_bus, sender, _path, _interface, method, arguments, invocation):
        values = arguments.unpack()
        if method != "RequestBackground":
            log.write(json.dumps([method, *values[1:]]) + "\n")
            invocation.return_value(None)
            return
        log.write(json.dumps([method, values[1]]) + "\n")
        request = "/".join((PORTAL, "request", sender[1:].replace(".", "_"),
                            values[1]["handle_token"]))
        invocation.return_value(GLib.Variant("(o)", (request,)))
        bus.emit_signal(
            sender, request, "org.freedesktop.portal.Request", "Response",
            GLib.Variant("(ua{sv})", (
                0, {"background": GLib.Variant("b", is_allowed),
                    "autostart": GLib.Variant("b", is_allowed)})))

    node = Gio.DBusNodeInfo.new_for_xml(INTERFACES)
    bus.register_object("/org/gtk/Notifications", node.interfaces[0], answer)
    bus.register_object(PORTAL, node.interfaces[1], answer)
    for name in ("org.gtk.Notifications", "org.freedesktop.portal.Desktop"):
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus",
                      "org.freedesktop.DBus", "RequestName",
                      GLib.Variant("(su)", (name, 4)), None, 0, -1, None)
    log.write(json.dumps(["ready"]) + "\n")
    GLib.MainLoop().run()


main()
