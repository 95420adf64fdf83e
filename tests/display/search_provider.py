# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches as the desktop does: over the bus, without a window."""

import sys

from gi.repository import GLib

from activation import activated, make_default_plan
from cases import check_eventually, main
from driver import APPLICATION, CALL_MS, wait_for

MOBILE = "Mobile 4.2"
OBJECT = "/io/github/slipway_planner/Slipway/SearchProvider"
INTERFACE = "org.gnome.Shell.SearchProvider2"


def ask(window, method, kinds, *arguments):
    return window.bus.call_sync(
        APPLICATION, OBJECT, INTERFACE, method, GLib.Variant(kinds, arguments),
        None, 0, CALL_MS, None).unpack()


def find(window, *words):
    """The names of what is found, the likeliest first, and their ids."""
    ids = ask(window, "GetInitialResultSet", "(as)", words)[0]
    metas = ask(window, "GetResultMetas", "(as)", ids)[0]
    assert [meta["id"] for meta in metas] == ids, metas
    assert all(meta["icon"] for meta in metas), metas
    return {meta["name"]: meta for meta in metas}


def found_without_a_window_and_opened_in_one(case):
    plan = make_default_plan()
    plan.cli("item", "add", MOBILE, "Support", "Übersicht schreiben")
    with activated() as window:
        assert MOBILE in find(window, "mob"), find(window, "mob")
        # Accents and what is in checklists.
        meta = find(window, "ubersicht")["Übersicht schreiben"]
        assert MOBILE in meta["description"], meta
        assert find(window, "nothing", "of", "this") == {}
        ids = ask(window, "GetInitialResultSet", "(as)", ("mobile",))[0]
        fewer = ask(window, "GetSubsearchResultSet", "(asas)", ids,
                    ("mobile", "4.3"))[0]
        assert 0 < len(fewer) < len(ids), (ids, fewer)
        # An edit of somebody else is found at once.
        plan.cli("item", "add", MOBILE, "Support", "Zebra crossing")
        check_eventually(lambda: list(find(window, "zebra")),
                         ["Zebra crossing"])
        assert window.call("List")[0] == [], "a window came up"

        ids = ask(window, "GetInitialResultSet", "(as)", ("zebra",))[0]
        ask(window, "ActivateResult", "(sasu)", ids[0], ("zebra",), 0)
        wait_for(lambda: window.call("List")[0], "the window")
        window.wait_for_text(MOBILE)
        window.wait_to_see("chip:" + MOBILE)
        ask(window, "LaunchSearch", "(asu)", ("payments",), 0)
        window.wait_to_lose("chip:" + MOBILE)
        assert window.has("chip:Payments 3.9")
        window.activate("quit")
        window.wait_until_gone()


if __name__ == "__main__":
    sys.exit(main(
        found_without_a_window_and_opened_in_one,
    ))
