#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the installed Flatpak as a person would; see ./prove, which starts it
in a display, a bus and a home of its own.

Prints TAP.  The plan lies where the sandbox keeps it; the command line that
looks at it is the one in the sandbox.
"""

import http.server
import os
import subprocess
import sys
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, os.pardir, "tests", "display")]

APPLICATION = "io.github.slipway_planner.Slipway"
FOLDER = os.environ["SLIPWAY_FLATPAK_FOLDER"]
SANDBOX = os.path.join(os.environ["HOME"], ".var", "app", APPLICATION)

ANSWER = os.path.join(FOLDER, "answer")
PAYMENTS = "chip:Payments 3.9"
TOKEN = "harbour-7319"

# No desktop is there to ask not to be suspended, and GTK 4.24 is at odds with
# itself about frames on Xvfb.
KNOWN = ("Creating a portal monitor failed", "gdk_frame_timings_submitted")


def write_script(name, *words):
    path = os.path.join(FOLDER, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\nexec " + " ".join(words) + ' "$@"\n')
    os.chmod(path, 0o755)
    return path


def prepare():
    """Lets the driver of the display tests find the program in the sandbox."""
    for name in ("data", "config"):
        os.makedirs(os.path.join(SANDBOX, name), exist_ok=True)
    os.makedirs(os.path.join(SANDBOX, "data", "slipway"), exist_ok=True)
    run = ["flatpak", "--user", "run"]
    os.environ.update(
        SLIPWAY=write_script("slipway", *run, APPLICATION),
        SLIPWAY_CLI=write_script("slipway-cli", *run, "--command=slipway-cli",
                                 APPLICATION),
        SLIPWAY_SESSION=tempfile.mkdtemp(dir=FOLDER, prefix="session."),
        SLIPWAY_SESSION_KIND="x11",
        SLIPWAY_WAIT="60",
        XDG_CONFIG_HOME=os.path.join(SANDBOX, "config"),
        TMPDIR=os.path.join(SANDBOX, "data", "slipway"),
        GSK_RENDERER="cairo",
        LC_ALL="C.UTF-8",
        TZ="UTC",
    )


def flatpak(*words):
    subprocess.run(["flatpak", *words], check=True,
                   capture_output=True)


def start_portal():
    """The real portals, with a desktop behind them that asks nobody."""
    folder = os.path.join(FOLDER, "portals")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "slipway.portal"), "w",
              encoding="utf-8") as file:
        file.write("[portal]\n"
                   "DBusName=org.freedesktop.impl.portal.desktop.slipway\n"
                   f"Interfaces={';'.join(INTERFACES)};\n"
                   "UseIn=slipway\n")
    environment = dict(os.environ, XDG_DESKTOP_PORTAL_DIR=folder,
                       XDG_CURRENT_DESKTOP="slipway")
    desktop = subprocess.Popen(
        ["/usr/bin/python3", os.path.join(HERE, "desktop.py"), ANSWER],
        env=environment, stdout=subprocess.PIPE, text=True)
    assert desktop.stdout.readline() == "ready\n"
    portal = subprocess.Popen(["/usr/libexec/xdg-desktop-portal"],
                              env=environment, stderr=subprocess.DEVNULL)
    return desktop, portal


def choose(path):
    with open(ANSWER, "w", encoding="utf-8") as file:
        file.write("file://" + path)


def upgrade():
    flatpak("--user", "install", "-y", "--noninteractive",
            os.path.join(FOLDER, "slipway.flatpak"))


def plan_of_an_older_bundle_is_kept(case):
    if not os.path.exists(os.path.join(FOLDER, "older.flatpak")):
        raise Skipped("no older tree was known")
    plan, window = case.start()
    move_by_key(window)
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-04")
    window.quit()
    case.windows.clear()  # whatever the older one complained of
    upgrade()
    plan.check()
    assert plan.date("Payments 3.9") == "2026-12-04"
    assert len(plan.dates()) == len(RELEASES)
    window = case.open(plan)
    window.wait_to_see(PAYMENTS)
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-03")
    plan.check()


def move_by_key(window):
    window.wait_to_see(PAYMENTS)
    window.click(PAYMENTS)
    window.key("alt+Right")


def kill_loses_nothing(case):
    plan, window = case.start()
    move_by_key(window)
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-04")
    window.kill()
    plan.check()
    window = case.open(plan)
    window.wait_to_see(PAYMENTS)
    assert plan.date("Payments 3.9") == "2026-12-04"
    window.key("ctrl+z")
    check_eventually(lambda: plan.date("Payments 3.9"), "2026-12-03")
    subprocess.run(["import", "-window", "root",
                    os.path.join(FOLDER, "slipway.png")], check=True)


def plans_come_and_go_through_the_portal(case):
    plan, window = case.start()
    outside = os.path.join(os.environ["HOME"], "Winter.slipway")
    choose(outside)
    window.key("F10")
    window.focus("=Save a Copy…", "Down")
    window.key("Return")
    wait_for(lambda: os.path.exists(outside) and os.path.getsize(outside),
             "the copy outside")
    window.wait_for_text("Copy saved as “Winter.slipway”")
    with open(outside, "rb") as file:
        before = file.read()
    window.key("ctrl+o")
    window.wait_to_see("from-file")
    window.click("from-file")
    window.wait_for_text("This is a copy of the file")
    inside = Plan(os.path.join(SANDBOX, "data", "slipway", "Winter.slipway"))
    assert inside.dates() == plan.dates()
    move_by_key(window)
    check_eventually(lambda: inside.date("Payments 3.9"), "2026-12-04")
    assert plan.date("Payments 3.9") == "2026-12-03"
    with open(outside, "rb") as file:
        assert file.read() == before
    inside.check()


class Asked(http.server.BaseHTTPRequestHandler):
    """A feed that says nothing, and remembers who asked it how."""

    def do_GET(self):
        self.server.heard.append(self.headers.get("Authorization"))
        body = b'{"format": "slipway-status", "version": 1, "statuses": []}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words):
        pass


def start_feed():
    feed = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    feed.heard = []
    threading.Thread(target=feed.serve_forever, daemon=True).start()
    return feed


def press(window, name):
    window.focus(name, n_most=200)
    window.key("Return")


def show_feeds(window):
    window.call("Activate", "(ss)", "win.show-feeds", "")
    window.wait_to_see("feed:Desk")


def check_it_asks_with_the_secret(window, feed):
    feed.heard.clear()
    show_feeds(window)
    press(window, "sync-feed:Desk")
    check_eventually(lambda: feed.heard, ["Bearer " + TOKEN])
    window.key("ctrl+w")
    window.wait_to_lose("feed:Desk")


def secret_is_kept_through_the_portal(case):
    plan = case.make_plan()
    feed = start_feed()
    plan.cli("feed", "add", "Desk", f"http://127.0.0.1:{feed.server_port}/",
             "--auth", "bearer", "--by-hand")
    window = case.open(plan)
    show_feeds(window)
    press(window, "feed:Desk")
    window.wait_to_see("feed-dialog")
    window.focus("try-feed", n_most=80)
    window.key("shift+Tab", "shift+Tab")
    window.type(TOKEN)
    press(window, "accept")
    window.wait_to_lose("feed-dialog")
    window.key("ctrl+w")
    window.wait_to_lose("feed:Desk")
    check_it_asks_with_the_secret(window, feed)
    window.quit()
    window = case.open(plan)
    check_it_asks_with_the_secret(window, feed)
    keyring = os.path.join(SANDBOX, "data", "keyrings", "default.keyring")
    for path in (keyring, plan.path):
        with open(path, "rb") as file:
            assert TOKEN.encode() not in file.read(), path
    feed.shutdown()


def make_window_class(base):
    class SandboxedWindow(base):
        """Its process is flatpak's, which the program outlives."""

        def kill(self):
            flatpak("kill", APPLICATION)  # with SIGKILL
            self.process.wait()
            self.wait_until_gone()

        def stop(self):
            if self.process.poll() is None:
                self.kill()

        def complaints(self):
            return [line for line in super().complaints()
                    if not any(known in line for known in KNOWN)]

    return SandboxedWindow


if __name__ == "__main__":
    prepare()
    import cases
    from cases import Skipped, check_eventually, main
    from driver import wait_for
    from desktop import INTERFACES
    from planfile import RELEASES, Plan
    cases.Window = make_window_class(cases.Window)
    PORTAL = start_portal()
    try:
        CODE = main(plan_of_an_older_bundle_is_kept, kill_loses_nothing,
                    plans_come_and_go_through_the_portal,
                    secret_is_kept_through_the_portal)
    finally:
        for part in PORTAL:
            part.terminate()
    sys.exit(CODE)
