# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves the pointer and presses keys in a mutter without a screen.

Understands the words of xdotool that the driver says.  Mutter takes them over
the bus, from whoever asked for a session, as long as that one stays there.
"""

import ctypes
import functools
import os

from gi.repository import Gio, GLib

NAME = "org.gnome.Mutter.RemoteDesktop"
PATH = "/org/gnome/Mutter/RemoteDesktop"
CALL_MS = 20000
BUTTONS = {1: 0x110, 2: 0x112, 3: 0x111}
MODIFIERS = {"shift": "Shift_L", "ctrl": "Control_L", "alt": "Alt_L",
             "super": "Super_L"}
STROKES = {"click": (True, False), "mousedown": (True,), "mouseup": (False,),
           "key": (True, False), "keydown": (True,), "keyup": (False,)}
VERBS = {*STROKES, "mousemove", "mousemove_relative", "type"}
# X counts the keys of a keyboard from there.
FIRST_KEY = 8


@functools.cache
def load_keysyms():
    library = ctypes.CDLL("libxkbcommon.so.0")
    library.xkb_keysym_from_name.argtypes = ctypes.c_char_p, ctypes.c_int
    library.xkb_utf32_to_keysym.argtypes = ctypes.c_uint32,
    for function in (library.xkb_keysym_from_name, library.xkb_utf32_to_keysym):
        function.restype = ctypes.c_uint32
    return library


def find_keysym(name):
    """0 if no key is called so."""
    return load_keysyms().xkb_keysym_from_name(
        MODIFIERS.get(name, name).encode(), 0)


def split_words(words):
    """Yields each verb with what it is about."""
    starts = [i for i, word in enumerate(words) if word in VERBS]
    if starts[:1] != [0]:
        raise ValueError(f"no words of xdotool that are known: {words}")
    if words[0] == "type":  # whatever it may be
        del starts[1:]
    for start, end in zip(starts, [*starts[1:], len(words)]):
        command = words[start:end]
        if "--delay" in command[1:2]:
            del command[1:3]
        yield command


class Remote:
    """A pointer and a keyboard of their own."""

    def __init__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.session = self.call(PATH, NAME, "CreateSession").unpack()[0]
        self.tell("Start")
        # It can only be moved from where it is; in the corner that is known.
        self.place = tuple(map(int, os.environ["SLIPWAY_GEOMETRY"].split("x")))
        self.move(0, 0)
        self.do("key", "shift")  # the keyboard comes with its first key

    def call(self, path, interface, method, arguments=None):
        return self.bus.call_sync(NAME, path, interface, method, arguments,
                                  None, Gio.DBusCallFlags.NONE, CALL_MS, None)

    def tell(self, method, kinds=None, *arguments):
        self.call(self.session, NAME + ".Session", method,
                  GLib.Variant(kinds, arguments) if kinds else None)

    def move(self, x, y):
        self.tell("NotifyPointerMotionRelative", "(dd)",
                  x - self.place[0], y - self.place[1])
        self.place = x, y

    def press_button(self, button, is_down):
        self.tell("NotifyPointerButton", "(ib)", BUTTONS[int(button)], is_down)

    def press_key(self, name, is_down):
        keysym = find_keysym(name)
        if keysym:
            self.tell("NotifyKeyboardKeysym", "(ub)", keysym, is_down)
        else:
            self.tell("NotifyKeyboardKeycode", "(ub)", int(name) - FIRST_KEY,
                      is_down)

    def press_keys(self, keys, is_down):
        names = keys.split("+")
        for name in names if is_down else reversed(names):
            self.press_key(name, is_down)

    def type(self, text):
        for letter in text:
            keysym = load_keysyms().xkb_utf32_to_keysym(ord(letter))
            for is_down in (True, False):
                self.tell("NotifyKeyboardKeysym", "(ub)", keysym, is_down)

    def do(self, *words):
        """Does what xdotool would with these words."""
        for verb, *what in split_words([str(word) for word in words]):
            if verb == "mousemove":
                self.move(*map(int, what))
            elif verb == "mousemove_relative":
                self.move(*map(sum, zip(self.place, map(int, what))))
            elif verb == "type":
                self.type(*what)
            else:
                press = (self.press_keys if verb.startswith("key")
                         else self.press_button)
                for one in what:
                    for is_down in STROKES[verb]:
                        press(one, is_down)


@functools.cache
def get_remote():
    return Remote()
