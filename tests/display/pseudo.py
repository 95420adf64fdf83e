# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for texts that cannot be translated, or have no room to be longer."""

import os
import re
import sys

import pseudo_language
from cases import main
from driver import wait_for
from planfile import Plan

NARROW = 360

# What is not Slipway's to translate: names of days, which the C library has, keys
# and what GTK says itself, and its names of types, which nobody hears.
FOREIGN = re.compile(
    r"\b(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?\b"
    r"|^(Minimize|Maximize|Restore|Close)( the window)?$"
    r"|\b(Shift\+|Ctrl\+|Alt\+)+\w*|\bDelete$"
    r"|^(Gtk|Adw|Slip)[A-Z]\w+$|^\(None\)$|^slipway$")

# The keys of the views, the wide ones first.
VIEWS = ("ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4", "ctrl+0")

# Keys that open something over the view, and what is seen then.
DIALOGS = (
    ("ctrl+n", "release-name"),
    ("ctrl+t", "template-choice"),
    ("ctrl+m", "tell-dialog"),
    ("ctrl+g", "decision-dialog"),
    ("ctrl+k", "palette-entry"),
)


def make_sample(case, name, environment):
    """The sample plan, as somebody with this environment makes it."""
    os.environ.update(environment)
    plan = Plan(os.path.join(case.folder, name + ".slipway"))
    plan.cli("sample")
    return plan


def start(case):
    """The window in a language that nobody speaks, with the details of a
    release."""
    environment = pseudo_language.make(os.environ["SLIPWAY_SOURCE"],
                                       case.folder)
    plan = make_sample(case, "plan", environment)
    title = plan.read("list", "--status", "building")[0]["title"]
    return case.open(plan, environment, options=("--release", title))


def find_dialog(window):
    """The window that came last."""
    program = window.accessible()
    return program.get_child_at_index(program.get_child_count() - 1)


def check_all_is_marked(window, where, root=None):
    left = {text for text in window.said(root=root)
            if re.search("[A-Za-z]{2,}", FOREIGN.sub(
                "", pseudo_language.without_marked(text)))}
    # The title of the window is the name of the file.
    left.discard("plan")
    assert not left, f"not translated in {where}: {sorted(left)}"


def every_text_is_translated(case):
    window = start(case)
    for key in VIEWS:
        window.key(key)
    check_all_is_marked(window, "the views")
    window.key("F1")
    window.wait_to_see("help:my-day")
    check_all_is_marked(window, "the help", find_dialog(window))
    wait_for(lambda: window.key("Escape") or not window.has("help:my-day"),
             "the help to go")
    for key, sign in DIALOGS:
        window.key(key)
        window.wait_to_see(sign)
        check_all_is_marked(window, sign, find_dialog(window))
        window.key("Escape")
        window.wait_to_lose(sign)


def every_language_fits_a_narrow_window(case):
    case.shrink(NARROW, 640)
    folder = os.environ["SLIPWAY_LOCALES"]
    for language in sorted(os.listdir(folder)):
        if os.path.isdir(os.path.join(folder, language, "LC_MESSAGES")):
            check_fits(case, language, folder)


def check_fits(case, language, folder):
    environment = {"SLIPWAY_LOCALE_DIR": folder, "LANGUAGE": language}
    window = case.open(make_sample(case, language, environment), environment)
    for key in VIEWS:
        window.key(key)
        width = window.where_type("AdwToastOverlay")[2]
        assert width <= NARROW, f"{width} pixels in {language} with {key}"
    window.quit()


if __name__ == "__main__":
    sys.exit(main(
        every_text_is_translated,
        every_language_fits_a_narrow_window,
    ))
