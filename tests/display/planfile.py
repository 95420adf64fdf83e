# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan's file, made and looked at from outside by the command line.

The command line is the second program on the file that the window has open.
"""

import contextlib
import json
import os
import sqlite3
import subprocess

TODAY = "2026-12-01"

RELEASES = (
    # product, version, status, release date, deploy date
    ("Payments", "3.9", "ready", "2026-12-03", "2026-12-02"),
    ("Mobile", "4.2", "building", "2026-12-08", "2026-12-07"),
    ("Desktop", "9.0", "building", "2026-12-10", None),
    ("Console", "12.1", "rolling-out", "2026-12-04", None),
    ("Mobile", "4.3", "planned", "2026-12-16", None),
    ("Payments", "4.0", "planned", None, None),
    ("Console", "13.0", "planned", None, None),
)


class Refused(Exception):
    """The command line ended with another status than 0."""


class Plan:
    """What the file holds, read anew each time."""

    def __init__(self, path):
        self.path = path

    def cli(self, *words):
        """Runs the command line on the file; returns what it printed."""
        done = subprocess.run(
            [os.environ["SLIPWAY_CLI"], "--db", self.path, *words],
            env=dict(os.environ, SLIPWAY_TODAY=TODAY), capture_output=True,
            text=True, check=False, timeout=60)
        if done.returncode != 0:
            raise Refused(f"{' '.join(words)}: {done.returncode} "
                          f"{done.stderr.strip()}")
        return done.stdout

    def read(self, *words):
        return json.loads(self.cli(*words, "--json"))

    def show(self, release):
        return self.read("show", release)

    def date(self, release):
        return self.show(release)["release_day"]

    def dates(self):
        return {release["title"]: release["release_day"]
                for release in self.read("list")}

    def statuses(self):
        return {release["title"]: release["status"]
                for release in self.read("list")}

    def column(self, status):
        """The titles of a column of the board, from the top."""
        releases = self.read("list", "--status", status)
        releases.sort(key=lambda release: (release["rank"] is None,
                                           release["rank"] or ""))
        return [release["title"] for release in releases]

    def history(self):
        """All steps, the newest first."""
        return self.read("history")

    def n_steps(self):
        return len(self.history())

    def head(self):
        return self.history()[0]

    def check(self):
        return self.cli("check")

    def id(self):
        with contextlib.closing(sqlite3.connect(self.path)) as file:
            return file.execute("SELECT id FROM plan").fetchone()[0]

    def add(self, product, version, status="planned", date=None, deploy=None):
        words = ["add", "", "--product", product, "--version", version,
                 "--status", status]
        words += ["--date", date] if date else []
        words += ["--deploy", deploy] if deploy else []
        self.cli(*words)


def make_plan(folder, releases=RELEASES):
    """A plan with four products, a freeze, a person and the releases."""
    plan = Plan(os.path.join(folder, "plan.slipway"))
    for product in ("Payments", "Mobile", "Desktop", "Console"):
        plan.cli("product", "add", product)
    plan.cli("person", "add", "Release manager")
    plan.cli("freeze", "add", "Year-end freeze", "--from", "2026-12-21",
             "--to", "2026-12-31")
    for release in releases:
        plan.add(*release)
    return plan


def say_who_i_am(plan):
    """Answers beforehand what the first edit would ask."""
    folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "slipway")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "people.ini"), "a",
              encoding="utf-8") as file:
        file.write(f"[{plan.id()}]\nname=Release manager\n")
