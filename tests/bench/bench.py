# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what Slipway costs on a small plan and on a large one.

Both plans are generated once and kept in the build folder.  In one run and in
turns, so that whatever else the machine does meets both alike, the window is
driven on each by the display's own pointer and keys, and the command line is
run on it.  What the window reads in the background after its first frame is
waited for and has a line of its own.  Counted are CPU seconds of the program (user and system, all its
threads); elapsed time is shown for the command line only.  The floor is a bare
window of libadwaita.

The table has the median of all repetitions after one to warm up, and the large
plan's figure divided by the small one's, with a '!' where that is over 1.5.
Nothing fails for being slow: a person reads the table.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
DISPLAY = os.path.join(HERE, "..", "display")
sys.path.insert(0, DISPLAY)

TODAY = "2026-12-01"
PLANS = {
    "small": ("--releases", "50", "--items", "40", "--seed", "1"),
    "large": ("--releases", "25000", "--items", "40", "--seed", "1"),
}
RELEASE = "Product 1 1.0"
PERSON = "Person 1"
MARKED_ABOVE = 1.5

N_PAGES = 24
N_HOVERS = 24
N_BARE = 12
N_MOVES = 4
N_CELLS = 6
TYPED = "product 7"
# A window that does less than this in that time rests.
BUSY_MS = 3
REST_SECONDS = 0.5
# The window waits so long for another key before it searches.
TYPING_SECONDS = 0.25


# Before the session: what there is to measure.

def make_plan(build, name):
    """Returns the path of the plan, made if it is not there yet."""
    folder = os.path.join(build, "bench")
    path = os.path.join(folder, name + ".slipway")
    if not os.path.exists(path):
        print(f"Making the {name} plan", file=sys.stderr)
        os.makedirs(folder, exist_ok=True)
        new = os.path.join(folder, "new-" + name + ".slipway")
        for rest in ("", "-wal", "-shm"):
            if os.path.exists(new + rest):
                os.remove(new + rest)
        subprocess.run([os.path.join(build, "src", "cli", "slipway-cli"),
                        "--db", new, "generate", *PLANS[name]], check=True,
                       env=dict(os.environ, SLIPWAY_TODAY=TODAY),
                       stdout=subprocess.DEVNULL)
        os.rename(new, path)
    return path


def enter_session(options):
    """Runs this program again, in a display and a home of its own."""
    build = os.path.abspath(options.build)
    for name in PLANS:
        make_plan(build, name)
    data = os.path.join(HERE, "..", "..", "data")
    environment = dict(
        os.environ, LC_ALL="C.UTF-8", TZ="UTC", PYTHONDONTWRITEBYTECODE="1",
        GSETTINGS_SCHEMA_DIR=os.path.join(build, "data"),
        XDG_DATA_DIRS=data + ":/usr/local/share:/usr/share",
        SLIPWAY=os.path.join(build, "src", "slipway"),
        SLIPWAY_CLI=os.path.join(build, "src", "cli", "slipway-cli"))
    for name in ("SLIPWAY_DB", "SLIPWAY_PERSON"):
        environment.pop(name, None)
    return subprocess.run(
        [os.path.join(DISPLAY, "session"), "-g", options.geometry, "--",
         sys.executable, os.path.abspath(__file__), build, "--in-session",
         "--repetitions", str(options.repetitions),
         *(["--json"] if options.json else []),
         *(["--only", options.only] if options.only else [])],
        env=environment, check=False).returncode


# In the session.

class Figures:
    """What was measured: by case, by plan, a number a repetition."""

    def __init__(self):
        self.rows = {}

    def add(self, case, unit, plan, number):
        row = self.rows.setdefault(case, {"unit": unit, "numbers": {}})
        row["numbers"].setdefault(plan, []).append(number)

    def median(self, case, plan):
        numbers = self.rows[case]["numbers"].get(plan)
        return statistics.median(numbers) if numbers else None

    def table(self):
        for case, row in self.rows.items():
            small, large, floor = (self.median(case, plan)
                                   for plan in ("small", "large", "floor"))
            ratio = large / small if small and large is not None else None
            yield {"case": case, "unit": row["unit"], "small": small,
                   "large": large, "ratio": ratio, "floor": floor}

    def print(self):
        print(f"{'case':38}{'':4}{'small':>9}{'large':>9}{'ratio':>8}  "
              f"{'floor':>8}")
        for row in self.table():
            small, large, floor = (
                "" if row[plan] is None else f"{row[plan]:.1f}"
                for plan in ("small", "large", "floor"))
            ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
            mark = "!" if (row["ratio"] or 0) > MARKED_ABOVE else ""
            print(f"{row['case']:38}{row['unit']:4}{small:>9}{large:>9}"
                  f"{ratio:>8}{mark:2}{floor:>8}".rstrip())


def read_cpu_ms(pid):
    """The time that a running process has had of the processors."""
    clock = (~pid << 3) | 2
    return time.clock_gettime_ns(clock) / 1e6


def read_memory_mb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        for line in file:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    raise AssertionError("the system does not tell the memory")


def open_window(driver, path, log):
    """Starts the program; asks it nothing but when it has become whole, which
    is all that answers to the driver cost in what is measured."""

    class Quiet(driver.Window):
        start_ms = None

        def answers(self):
            if self.process.poll() is not None:
                raise AssertionError(self.read_log()[-2000:])
            self.settle()
            if self.start_ms is None:
                self.start_ms = read_cpu_ms(self.process.pid)
            return True

        def key(self, *keys):
            for key in keys:
                driver.xdotool("key", driver.by_number(key))
                self.settle()

    return Quiet(path, log)


class Measurement:
    """The window on one plan, from its start to its end."""

    def __init__(self, driver, plan, path, figures):
        self.driver = driver
        self.plan = plan
        self.figures = figures
        self.window = open_window(
            driver, path,
            os.path.join(os.environ["SLIPWAY_SESSION"], plan + ".log"))
        self.figures.add("start to the first whole frame", "ms", plan,
                         self.window.start_ms)
        self.wait_for_rest()
        self.note("read in the background after it",
                  self.window.start_ms)

    def read(self):
        return read_cpu_ms(self.window.process.pid)

    def note(self, case, since, n=1):
        self.figures.add(case, "ms", self.plan, (self.read() - since) / n)

    def wait_for_rest(self):
        """Waits until the items of the open releases have been read."""
        before = -BUSY_MS
        while self.read() - before >= BUSY_MS:
            before = self.read()
            time.sleep(REST_SECONDS)

    def turn_pages(self):
        window = self.window
        x, y, _, _ = window.where("day:2026-12-09")
        window.move_pointer(x + 8, y + 8)
        self.driver.xdotool("click", 1)
        window.settle()
        pages = (("a page turned forwards", "Page_Down"),
                 ("a page turned back", "Page_Up"),
                 ("a page turned into the past", "Page_Up"))
        begun = self.read()
        for case, key in pages:
            since = self.read()
            for _ in range(N_PAGES):
                window.key(key)
            self.note(case, since, N_PAGES)
        self.note("a page turned, all of these", begun, len(pages) * N_PAGES)
        window.key("ctrl+Home")

    def find_chip(self):
        return next(shown.name for shown in self.window.list()
                    if shown.name.startswith("chip:"))

    def hover(self):
        window = self.window
        places = [window.at(f"day:2026-12-{day:02}") for day in range(2, 26)]
        with window.dragging(self.find_chip()) as drag:
            drag.over(places[-1])
            since = self.read()
            for place in places:
                self.driver.point_at(*place)
                window.settle()
            self.note("a hover over another day", since, len(places))
            x, y = places[10]
            since = self.read()
            for i in range(N_HOVERS):
                self.driver.point_at(x + i % 7, y + i % 5)
                window.settle()
            self.note("a hover within a day", since, N_HOVERS)
            drag.over(places[0])
            drag.drop()
        window.key("ctrl+z")

    def change_view(self):
        window = self.window
        for case, key in (("to the board at first", "ctrl+2"),
                          ("back to the calendar", "ctrl+1"),
                          ("to the board again", "ctrl+2"),
                          ("back to the calendar", "ctrl+1")):
            since = self.read()
            window.key(key)
            self.note(case, since)

    def rollout(self):
        window = self.window
        for case, key in (("to the rollout view at first", "ctrl+4"),
                          ("back to the calendar", "ctrl+1"),
                          ("to the rollout view again", "ctrl+4"),
                          ("back to the calendar", "ctrl+1")):
            since = self.read()
            window.key(key)
            self.note(case, since)

    def open_menu(self, button):
        """Clicks again if the click went to a menu that was still closing."""
        window = self.window
        self.driver.wait_for(lambda: window.has_focus("GtkModelButton")
                             or window.click(button), "the menu")

    def week(self):
        """The calendar's other span, chosen by a letter in its menu."""
        window = self.window
        for case, letter in (("to a week at first", "w"),
                             ("back to a month", "m"),
                             ("to a week again", "w"),
                             ("back to a month", "m")):
            self.open_menu("calendar-span")
            since = self.read()
            window.key(letter)
            self.note(case, since)
            window.wait_for_focus("=Week" if letter == "w" else "=Month")

    def quarter(self):
        self.show_span("quarter", "alt+3", "day:2027-02-24")

    def agenda(self):
        self.show_span("agenda", "alt+4", "agenda-list")
        self.window.key("alt+4")
        since = self.read()
        for _ in range(N_PAGES):
            self.window.key("Page_Down")
        self.note("a page down in the agenda", since, N_PAGES)
        since = self.read()
        self.window.key("End")
        self.note("to the end of the agenda", since)
        self.window.key("alt+Home", "alt+1")

    def show_span(self, span, key, sign):
        """Another span of the calendar, by its key; back to a month.  The
        sign is something that only the span shows."""
        window = self.window
        for case, pressed in ((f"to the {span} at first", key),
                              ("back to a month", "alt+1"),
                              (f"to the {span} again", key),
                              ("back to a month", "alt+1")):
            since = self.read()
            window.key(pressed)
            self.note(case, since)
            assert window.has(sign) == (pressed == key), case

    def my_day(self):
        """Everybody's, which is the most."""
        window = self.window
        for case, key in (("to My Day at first", "ctrl+0"),
                          ("back to the calendar", "ctrl+1"),
                          ("to My Day again", "ctrl+0"),
                          ("back to the calendar", "ctrl+1")):
            since = self.read()
            window.key(key)
            self.note(case, since)

    def readiness(self):
        """At the end the calendar is shown again, as the other parts want."""
        window = self.window
        since = self.read()
        window.key("ctrl+3")
        self.note("to the readiness view at first", since)
        # Everything there is fills the screen in both plans.
        window.click("readiness-window")
        window.key("End")
        window.key("Return")
        titles = [shown for shown in window.list()
                  if shown.name.startswith("cell:")
                  and shown.name.count(":") == 1]
        window.click(min(titles, key=lambda title: title.y).name)
        for case, keys in (("a key down in the matrix", ("Down",)),
                           ("a key along in the matrix", ("Right",)),
                           ("a page of the matrix", ("Page_Down", "Page_Up"))):
            since = self.read()
            for i in range(N_CELLS):
                window.key(keys[i % len(keys)])
            self.note(case, since, N_CELLS)
        window.key("ctrl+1")
        since = self.read()
        window.key("ctrl+3")
        self.note("to the readiness view again", since)
        window.key("ctrl+1")

    def edit(self):
        window = self.window
        window.click(self.find_chip())
        since = self.read()
        for _ in range(N_MOVES):
            window.key("alt+Right")
        self.note("a move by key", since, N_MOVES)
        since = self.read()
        for _ in range(N_MOVES):
            window.key("ctrl+z")
        self.note("a step undone", since, N_MOVES)

    def search(self):
        window = self.window
        window.key("ctrl+f")
        since = self.read()
        for letter in TYPED:
            window.key("space" if letter == " " else letter)
            time.sleep(TYPING_SECONDS)
            window.settle()
        self.note("a key in the search", since, len(TYPED))
        window.key("Escape")

    def rest(self):
        since = self.read()
        for _ in range(N_BARE):
            self.window.settle()
        self.note("a frame with nothing new", since, N_BARE)

    def end(self):
        self.figures.add("most memory", "MB", self.plan,
                         read_memory_mb(self.window.process.pid))
        for line in self.window.complaints():
            print(f"{self.plan}: {line}", file=sys.stderr)
        self.window.quit()


def measure_window(driver, plan, path, figures, only):
    measurement = Measurement(driver, plan, path, figures)
    try:
        for part in ("rest", "turn_pages", "hover", "change_view",
                     "week", "quarter", "agenda", "readiness",
                     "rollout", "my_day", "edit", "search"):
            if not only or only in part:
                getattr(measurement, part)()
                # What it left to do in the background is no other part's.
                measurement.wait_for_rest()
        measurement.end()
    finally:
        measurement.window.stop()


def run_and_count(words, expected=0):
    """Returns the CPU and elapsed milliseconds of a program, and its MB."""
    began = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL,
                               env=dict(os.environ, SLIPWAY_TODAY=TODAY))
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != expected:
        raise AssertionError(f"{' '.join(words)}: {process.returncode}")
    return ((usage.ru_utime + usage.ru_stime) * 1000, elapsed * 1000,
            usage.ru_maxrss / 1024)


def measure_commands(plan, path, figures):
    cli = [os.environ["SLIPWAY_CLI"], "--db", path, "--as", PERSON]
    for case, words, status in (
            ("list of a month", ["list", "--from", TODAY,
                                 "--to", "2026-12-31"], 0),
            ("show", ["show", RELEASE], 0),
            ("ready", ["ready", RELEASE], 3),
            ("agenda", ["agenda", "--person", PERSON], 0),
            ("move --dry-run", ["move", RELEASE, "2026-12-09", "--dry-run"],
             0),
            ("add", ["add", "A thing", "--product", "Product 1"], 0)):
        cpu, elapsed, _ = run_and_count(cli + words, status)
        figures.add("command line: " + case, "ms", plan, cpu)
        figures.add("command line: " + case + ", elapsed", "ms", plan,
                    elapsed)
    subprocess.run(cli + ["undo"], check=True, stdout=subprocess.DEVNULL)


def measure_floor(build, figures):
    cpu, _, memory = run_and_count([os.path.join(build, "tests", "bench",
                                                 "floor")])
    figures.add("start to the first whole frame", "ms", "floor", cpu)
    figures.add("most memory", "MB", "floor", memory)


def measure(options):
    import driver
    from planfile import Plan

    paths = {name: make_plan(options.build, name) for name in PLANS}
    folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "slipway")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "people.ini"), "w",
              encoding="utf-8") as file:
        for path in paths.values():
            file.write(f"[{Plan(path).id()}]\nname={PERSON}\n")
    figures = Figures()
    for i in range(options.repetitions + 1):
        into = figures if i > 0 else Figures()
        measure_floor(options.build, into)
        for name, path in paths.items():
            measure_window(driver, name, path, into, options.only)
        for name, path in paths.items():
            if not options.only:
                measure_commands(name, path, into)
    if options.json:
        print(json.dumps(list(figures.table()), indent=2))
    else:
        figures.print()


def read_options():
    parser = argparse.ArgumentParser(
        prog="bench.py", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", metavar="FOLDER",
                        help="a build folder, made with --buildtype=release")
    parser.add_argument("-n", "--repetitions", type=int, default=5,
                        metavar="N", help="after one to warm up (5)")
    parser.add_argument("-g", "--geometry", default="1280x900",
                        metavar="WxH", help="size of the screen (1280x900)")
    parser.add_argument("--only", metavar="PART",
                        help="of the window only the start and one of rest, "
                        "turn_pages, hover, change_view, week, quarter, "
                        "agenda, "
                        "readiness, rollout, my_day, edit, search")
    parser.add_argument("--json", action="store_true",
                        help="print the table as JSON")
    parser.add_argument("--in-session", action="store_true",
                        help=argparse.SUPPRESS)
    return parser.parse_args()


def main():
    options = read_options()
    if not options.in_session:
        return enter_session(options)
    measure(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
