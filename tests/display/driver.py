# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window as a person would: with a pointer and keys of the display.

Widgets are found by their names through the program's test hooks, which also
say when it has nothing left to do: the driver waits for the program, never for
time to pass.  What a blind person would be told is read over AT-SPI.
"""

import contextlib
import json
import os
import re
import signal
import subprocess
import time
from typing import NamedTuple

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from planfile import TODAY  # noqa: E402
from remote import get_remote  # noqa: E402

APPLICATION = "io.github.slipway_planner.Slipway"
HOOKS_PATH = "/io/github/slipway_planner/Slipway/test"
HOOKS = "io.github.slipway_planner.Slipway.Test"

WAIT_SECONDS = float(os.environ.get("SLIPWAY_WAIT", "30"))
CALL_MS = 20000
# A window that asks for no frame in that time asks for none.
REST_SECONDS = 0.3
COMPLAINT = re.compile(r"WARNING|CRITICAL|ERROR|runtime error|Sanitizer")
# The sanitizer does not know glibc's %Id, which Arabic dates are written with;
# newer GTKs trip over their own frames where nothing says when they are shown,
# and on Wayland over those they gave up before.
NO_COMPLAINT = re.compile(
    r"WARNING: unexpected format specifier in printf|"
    r"gdk_frame_timings_submitted\(\) called on submitted frame|"
    r"gdk_frame_timings_presented\(\) called on discarded frame|"
    r"gdk_frame_timings_throttling_hint: runtime check failed: "
    r"\(self->result != GDK_FRAME_PREPARING\)")

IS_WAYLAND = os.environ.get("SLIPWAY_SESSION_KIND") == "wayland"
NEEDS_REMOTE = IS_WAYLAND and "DISPLAY" not in os.environ


class Shown(NamedTuple):
    """A widget on the screen, in pixels of the screen."""

    type: str
    name: str
    text: str
    x: int
    y: int
    width: int
    height: int


class Input(NamedTuple):
    is_dragging: bool
    focus_name: str
    focus_text: str
    x: int
    y: int


def wait_for(holds, what, seconds=None):
    """Returns the first true answer of holds (); fails if there is none."""
    end = time.monotonic() + (seconds or WAIT_SECONDS)
    last = None
    while time.monotonic() < end:
        try:
            last = holds()
            if last:
                return last
        except GLib.Error as error:
            last = error.message
        time.sleep(0.02)
    raise AssertionError(f"waited in vain for {what}; last: {last!r}")


# With newer keyboard tables xdotool holds Alt for them; by number it does not.
FUNCTION_KEYS = {f"F{i + 1}": str(number) for i, number in enumerate(
    (*range(67, 77), 95, 96))}


# What brings up menus, and how long it is held at most: then it would repeat.
MENU_KEYS = ("F10", "Menu")
HOLD_SECONDS = 0.4

# How long a key may take through a compositor.
KEY_SECONDS = 2

# Dialogs come first.
DESCRIBED_TEXTS = 40

# How long the window manager may take to hand over the keyboard.
ACTIVE_SECONDS = 10


def by_number(keys):
    """A function key, with what is held, by its number of the keyboard."""
    *held, key = keys.split("+")
    return "+".join((*held, FUNCTION_KEYS.get(key, key)))


def xdotool(*words):
    if NEEDS_REMOTE:
        get_remote().do(*words)
        return
    subprocess.run(["xdotool", *(str(word) for word in words)], check=True,
                   timeout=WAIT_SECONDS)


def point_at(x, y):
    """Moves the pointer there.  A compositor in a window of the X server does
    not see it jump, but sees it take a step."""
    if IS_WAYLAND:
        xdotool("mousemove", x - 1, y - 1, "mousemove_relative", 1, 1)
    else:
        xdotool("mousemove", x, y)


class Window:
    """The running program and its window."""

    def __init__(self, path, log, environment=None, wrapper=(), options=()):
        self.log_path = log
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.pressed = []
        self.is_kept_waiting = False  # by a window manager that is not there
        if NEEDS_REMOTE:
            get_remote()  # else there is no keyboard to have the focus
        words = [*wrapper, os.environ["SLIPWAY"], *options, path]
        with open(log, "w", encoding="utf-8") as file:
            self.process = subprocess.Popen(
                words, stdout=file, stderr=file,
                env=dict(os.environ, SLIPWAY_TEST_HOOKS="1",
                         SLIPWAY_TODAY=TODAY) | (environment or {}))
        wait_for(self.answers, "the window")
        # By then the window manager has put it where it stays.
        wait_for(lambda: self.input().focus_name, "the keyboard")
        if IS_WAYLAND:
            wait_for(self.fills_screen, "the window to fill the screen")
        self.settle()

    # The hooks

    def call(self, method, kinds=None, *arguments):
        answer = self.bus.call_sync(
            APPLICATION, HOOKS_PATH, HOOKS, method,
            GLib.Variant(kinds, arguments) if kinds else None, None,
            Gio.DBusCallFlags.NO_AUTO_START, CALL_MS, None)
        return answer.unpack()

    def answers(self):
        if self.process.poll() is not None:
            raise AssertionError(
                f"the program ended with {self.process.returncode}: "
                f"{self.read_log()[-2000:]}")
        return self.call("List")[0]

    def fills_screen(self):
        """Only then are places on a Wayland surface those of the screen."""
        size = tuple(map(int, os.environ["SLIPWAY_GEOMETRY"].split("x")))
        return self.where_type("SlipWindow")[2:] == size

    def settle(self):
        """Waits until a frame is complete and no edit is under way."""
        self.call("Idle")

    def list(self):
        return [Shown(*row) for row in self.call("List")[0]]

    def input(self):
        return Input(*self.call("Input"))

    def has(self, name):
        try:
            self.call("Where", "(s)", name)
        except GLib.Error:
            return False
        return True

    def where(self, name):
        """The place of a widget: x, y, width, height."""
        return wait_for(lambda: self.call("Where", "(s)", name),
                        f"{name} on the screen")

    def where_type(self, type_name):
        """The place of the first widget of that type."""
        return next((shown.x, shown.y, shown.width, shown.height)
                    for shown in self.list() if shown.type == type_name)

    def at(self, name):
        x, y, width, height = self.where(name)
        return x + width // 2, y + height // 2

    def wait_to_see(self, name):
        wait_for(lambda: self.has(name), f"{name} on the screen")
        self.settle()

    def wait_to_lose(self, name):
        wait_for(lambda: not self.has(name), f"{name} to go")
        self.settle()

    def describe(self):
        """What there is to be seen and who has the keyboard, to be read where
        a case failed."""
        with contextlib.suppress(GLib.Error):
            return (f"active: {self.call('Active')[0]}, input: {self.input()}, "
                    f"texts: {self.texts()[:DESCRIBED_TEXTS]}")
        return "gives no answer"

    def count_frames(self):
        return json.loads(self.call("Frames", "(b)", False)[0])["counter"]

    def wait_for_rest(self):
        """Waits until the window asks for no frame by itself."""
        def rests():
            before = self.count_frames()
            time.sleep(REST_SECONDS)
            return self.count_frames() == before
        wait_for(rests, "the window to rest")

    def texts(self):
        return [shown.text for shown in self.list() if shown.text]

    def wait_for_text(self, text):
        wait_for(lambda: any(text in shown for shown in self.texts()),
                 f"“{text}” on the screen")

    # The pointer and the keys

    def move_pointer(self, x, y):
        point_at(x, y)
        if IS_WAYLAND:
            # While the window is still being placed, a step tells the program
            # where the pointer was on its old place, and it takes another.
            wait_for(lambda: self.sees_pointer(x, y) or point_at(x, y),
                     "the pointer")
        self.settle()

    def sees_pointer(self, x, y):
        seen = self.input()
        return abs(seen.x - x) < 2 and abs(seen.y - y) < 2

    def points_at(self, name):
        """Moves the pointer there; false if it went away meanwhile, as what
        is in a new window does until the window has its size."""
        place = self.at(name)
        self.move_pointer(*place)
        return self.at(name) == place

    def press(self):
        self.pressed.append(1)
        xdotool("mousedown", 1)
        self.settle()

    def release(self):
        self.pressed.clear()
        xdotool("mouseup", 1)
        self.settle()

    def click(self, name, button=1):
        self.wait_for_active()
        self.settle()
        wait_for(lambda: self.points_at(name), f"{name} to stay in its place")
        xdotool("click", button)
        self.settle()

    def key(self, *keys):
        for key in keys:
            self.wait_for_active()
            if IS_WAYLAND and key.endswith(MENU_KEYS):
                self.hold_until_popup(by_number(key))
            elif IS_WAYLAND:
                self.press_and_wait(by_number(key))
            else:
                xdotool("key", by_number(key))
            self.settle()

    def wait_for_active(self):
        """A key that is pressed between a dialog's end and the return of the
        keyboard to its window is nobody's, and a dialog that has no keyboard
        yet has no place yet."""
        if not self.is_kept_waiting:
            # A session without a window manager has no active window.
            try:
                wait_for(lambda: self.call("Active")[0], "the keyboard",
                         ACTIVE_SECONDS)
            except AssertionError:
                print("# no window has the keyboard", flush=True)
                self.is_kept_waiting = True

    def press_and_wait(self, key):
        """A key takes its time through the compositor: whoever looks sooner
        presses once more than was meant."""
        before = self.n_keys()
        xdotool("key", key)
        # What the compositor keeps to itself never comes.
        with contextlib.suppress(AssertionError):
            wait_for(lambda: self.n_keys() >= before + len(key.split("+")),
                     "the key", KEY_SECONDS)

    def n_keys(self):
        return self.call("Keys")[0]

    def hold_until_popup(self, key):
        """A compositor takes a popover away again whose key is up before it
        asks for the keyboard, as that of a busy program may be."""
        before = self.n_popovers()
        xdotool("keydown", key)
        with contextlib.suppress(AssertionError):
            wait_for(lambda: self.n_popovers() > before, "a menu",
                     HOLD_SECONDS)
        xdotool("keyup", key)

    def n_popovers(self):
        return sum(shown.type.endswith(("Popover", "PopoverMenu", "Picker"))
                   for shown in self.list())

    def key_at_once(self, *keys):
        """Does not wait for the program between the keys."""
        xdotool("key", "--delay", 1, *keys)

    def import_file(self, path):
        """Chooses Import… in the main menu and types the path."""
        self.key("F10")
        self.focus("=Import…", "Down")
        self.key("Return")
        self.wait_to_see("GtkFileChooserDialog")
        self.choose_file(path)

    def choose_file(self, path):
        """Types the path into the system's dialog that is there."""
        wait_for(lambda: "GtkFileChooserDialog" in self.call("Focus")[1],
                 "the keyboard in the dialog")
        self.type(path)
        # Whoever types faster than it completes has both in the entry.
        self.key("shift+End", "Delete")
        self.key("Return")
        wait_for(self.confirms_file, "GtkFileChooserDialog to go")
        self.settle()

    def confirms_file(self):
        """Whether the dialog is gone.  Newer GTKs go to the folder of what was
        typed, and want to be told once more when they have read it."""
        if (self.has("GtkFileChooserDialog")
                and self.input().focus_name != "GtkText"):
            self.key("Return")
        with contextlib.suppress(AssertionError):
            wait_for(lambda: not self.has("GtkFileChooserDialog"), "", 0.5)
        return not self.has("GtkFileChooserDialog")

    def type(self, text):
        xdotool("type", "--delay", 8, text)
        self.settle()

    def has_focus(self, name):
        seen = self.input()
        return name in (seen.focus_name, "=" + seen.focus_text)

    def wait_for_focus(self, name):
        wait_for(lambda: self.has_focus(name), f"{name} to have the focus; "
                 f"now {self.input()}")

    def focus(self, name, key="Tab", n_most=60):
        """Goes on by a key until the widget has the focus."""
        seen = []
        for _ in range(n_most):
            if self.has_focus(name):
                return
            seen.append(self.input().focus_name)
            self.key(key)
        raise AssertionError(f"{name} cannot be reached by {key}: {seen}")

    def wait_for_keyboard(self):
        """Waits until a window that is new gets the keys: on Wayland it is
        there before the compositor gives it the keyboard."""
        before = self.input()[1:3]
        wait_for(lambda: self.key("Tab") or self.input()[1:3] != before,
                 "the keyboard in the new window")

    # Dragging

    @contextlib.contextmanager
    def dragging(self, name):
        """Takes the widget up; what is not dropped inside is let go after."""
        drag = Drag(self, name)
        try:
            yield drag
        finally:
            if self.pressed:
                self.pressed.clear()
                xdotool("key", "Escape", "mouseup", 1)

    def drag(self, name, target):
        with self.dragging(name) as drag:
            drag.over(target)
            drag.drop()

    # Assistive technology

    def accessible(self):
        def find():
            desktop = Atspi.get_desktop(0)
            for i in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(i)
                if child and child.get_process_id() == self.process.pid:
                    return child
            return None
        found = wait_for(find, "the program on the accessibility bus")
        found.set_cache_mask(Atspi.Cache.NONE)
        return found

    def nodes(self, root=None):
        """All accessible objects of the program, the windows first, or those
        below one."""
        todo = [root or self.accessible()]
        while todo:
            node = todo.pop(0)
            if node is None:
                continue
            yield node
            with contextlib.suppress(GLib.Error):
                todo += [node.get_child_at_index(i)
                         for i in range(node.get_child_count())]

    def said(self, role=None, root=None):
        """What there is to be read out, of all roles or of one, everywhere or
        below one object."""
        names = []
        for node in self.nodes(root):
            with contextlib.suppress(GLib.Error):
                if role is None or node.get_role_name() == role:
                    names += filter(None, (node.get_name(),
                                           node.get_description()))
        return names

    def is_checked(self, text):
        """Whether the check button of that name is told as checked."""
        for node in self.nodes():
            with contextlib.suppress(GLib.Error):
                if (node.get_role_name() == "check box"
                        and node.get_name() == text):
                    return node.get_state_set().contains(
                        Atspi.StateType.CHECKED)
        raise AssertionError(f"“{text}” cannot be checked")

    def wait_to_hear(self, text):
        return wait_for(lambda: next((name for name in self.said()
                                      if text in name), None),
                        f"“{text}” to be said")

    # The end

    def read_log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def complaints(self):
        return [line for line in self.read_log().splitlines()
                if COMPLAINT.search(line) and not NO_COMPLAINT.search(line)]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.wait_until_gone()
        if self.pressed:
            self.pressed.clear()
            xdotool("mouseup", 1)

    def quit(self):
        """Closes the program as its key does, and waits until it has ended."""
        if self.process.poll() is None:
            self.key_without_answer("ctrl+q")
            try:
                self.process.wait(WAIT_SECONDS)
            except subprocess.TimeoutExpired as error:
                raise AssertionError("the program does not end") from error
        self.wait_until_gone()
        assert self.process.returncode == 0, self.process.returncode

    def key_without_answer(self, key):
        xdotool("key", key)

    def stop(self):
        """Ends it somehow, at the end of a case."""
        if self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(WAIT_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.wait_until_gone()

    def wait_until_gone(self):
        def is_gone():
            return not self.bus.call_sync(
                "org.freedesktop.DBus", "/org/freedesktop/DBus",
                "org.freedesktop.DBus", "NameHasOwner",
                GLib.Variant("(s)", (APPLICATION,)), None, 0, CALL_MS,
                None).unpack()[0]
        wait_for(is_gone, "the program to leave the bus")


class Drag:
    """A widget held by the pointer."""

    NUDGES = ((6, 4), (14, 8))
    N_MOVES = 6
    N_TRIES = 3

    def __init__(self, window, name):
        self.window = window
        window.settle()
        self.x, self.y = window.at(name)
        window.move_pointer(self.x, self.y)
        window.press()
        for x, y in self.NUDGES:
            point_at(self.x + x, self.y + y)
            window.settle()
        wait_for(lambda: self.is_under_way() or self.tremble(),
                 f"the drag of {name} to begin")
        window.settle()

    def tremble(self):
        """Newer GTKs take no press of less than a tenth of a second for the
        beginning of a drag, and look again when the pointer moves."""
        for x in (1, 0):
            point_at(self.x + self.NUDGES[-1][0] + x,
                     self.y + self.NUDGES[-1][1])
        self.window.settle()

    def is_under_way(self):
        return self.window.input().is_dragging

    def over(self, target):
        """Goes over a widget, or to a place of the screen, and stays there."""
        if not isinstance(target, str):
            self.go(*target)
            return
        # What scrolls or opens beside it moves it under way; what makes room
        # for what is dragged would never come to rest.
        for _ in range(self.N_TRIES):
            place = self.window.at(target)
            self.go(*place)
            if self.window.at(target) == place:
                return

    def go(self, x, y):
        for i in range(1, self.N_MOVES + 1):
            point_at(self.x + (x - self.x) * i // self.N_MOVES,
                     self.y + (y - self.y) * i // self.N_MOVES)
            self.window.settle()
        self.x, self.y = x + 3, y + 2
        self.window.move_pointer(self.x, self.y)
        self.window.settle()

    def drop(self):
        self.window.release()
        self.wait_for_end()

    def escape(self):
        xdotool("key", "Escape")
        self.wait_for_end()
        self.window.release()

    def wait_for_end(self):
        wait_for(lambda: not self.is_under_way(), "the drag to end")
        self.window.settle()
