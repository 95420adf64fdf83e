# SPDX-License-Identifier: GPL-3.0-or-later
"""Text of twice the size in a window of 720 pixels, and nothing that moves.

No view and no dialog becomes wider than the window or cuts a control off, and
what is opened is there in the next frame when animations are off.
"""

import contextlib
import os
import sys

from cases import comment, main
from driver import wait_for, xdotool
from walk import STOPS, Walk, make_sample, read_ids, write_calendar

WIDTH, HEIGHT = 720, 800

# Windows of the libraries, and what is come to by a chip of a wide calendar or
# by details beside the view.
NOT_HERE = {"slip-import-dialog", "slip-commands", "slip-application",
            "slip-adjust-dialog", "slip-what-if-dialog", "slip-date-entry",
            "slip-checklist-asker", "slip-item-dialog"}
N_FRAMES = 8


@contextlib.contextmanager
def settings(**values):
    """GTK's settings as the desktop would have them."""
    path = os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0",
                        "settings.ini")
    with open(path, encoding="utf-8") as file:
        before = file.read()
    try:
        with open(path, "a", encoding="utf-8") as file:
            for name, value in values.items():
                file.write(f"gtk-{name.replace('_', '-')}={value}\n")
        yield
    finally:
        with open(path, "w", encoding="utf-8") as file:
            file.write(before)


# What is wider than its window, to be scrolled.
SCROLLED = ("SlipLoadStrip", "SlipRolloutGrid", "SlipReadinessGrid",
            "SlipDifferenceTable", "SlipPeopleStrip", "SlipBoardColumns")


class Measure(Walk):
    """Looks at the sizes only."""

    def check(self, place):
        self.place = place
        self.window.settle()
        front = self.measure()
        if front.width > WIDTH:  # it would like to be, and may not have to
            xdotool("getactivewindow", "windowsize", WIDTH, HEIGHT)
            with contextlib.suppress(AssertionError):
                wait_for(lambda: self.measure().width <= WIDTH, "less", 2)
            front = self.measure()
        if front.width > WIDTH:
            self.blame(f"{front.type} is {front.width} pixels wide")

    def measure(self):
        """The front window, which comes first.  What it cuts off is told."""
        front = self.window.list()[0]
        for _, path, name, text, x, _, width, _ in self.window.call(
                "Targets")[0]:
            if (path.split("/")[1] == front.type
                    and not any(part in path for part in SCROLLED)
                    and not front.x <= x <= x + width <= front.x + front.width):
                self.blame(f"{'/'.join(path.split('/')[-3:])} {name} “{text}” "
                           f"from {x - front.x} to {x + width - front.x} of "
                           f"{front.width}")
        return front


def is_measured(stop):
    return not (stop.sees.endswith(("Menu", "Popover", "picker"))
                or NOT_HERE & set(stop.sources.split()))


def twice_the_text_fits_720_pixels(case):
    case.shrink(WIDTH, HEIGHT)
    with settings(font_name="Cantarell 22"):
        plan = make_sample(case)
        window = case.open(plan)
        walk = Measure(window, dict(read_ids(plan), **{
            "calendar-file": write_calendar(case.folder)}))
        window.call("Activate", "(ss)", "win.open-release",
                    f"'{walk.ids['mobile']}'")
        walk.check("start")
        for stop in filter(is_measured, STOPS):
            try:
                walk.visit(stop)
            except AssertionError as error:
                walk.blame(f"{stop.sources}: {error}")
    for fault in walk.faults:
        comment(fault)
    assert not walk.faults, f"{len(walk.faults)} faults"


def nothing_moves_without_animations(case):
    """What is shown is there at once: the frames after are the same."""
    _, window = case.start()
    for key in ("ctrl+2", "ctrl+3", "ctrl+4", "ctrl+0", "ctrl+1", "F9", "F9",
                "ctrl+i", "ctrl+k", "Escape", "ctrl+n", "Escape"):
        window.key(key)
        wait_for(lambda: window.call("Focus")[0], "the keyboard")
        window.settle()
        drawn = {window.call("Drawn", "(b)", True)}
        for _ in range(N_FRAMES):
            window.settle()
            drawn.add(window.call("Drawn", "(b)", True))
        assert len(drawn) == 1, f"{key}: {len(drawn)} pictures"


if __name__ == "__main__":
    sys.exit(main(twice_the_text_fits_720_pixels,
                  nothing_moves_without_animations))
