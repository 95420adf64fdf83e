#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""contrast.py SOURCE: measures the contrast of the style sheets; prints TAP.

Every rule that sets a colour of text, a background below it or an opacity is
computed with libadwaita's own colours, in light and dark, without and with high
contrast, on every background that it may stand on.  Text has to have 4.5:1
(WCAG 1.4.3), marks of the focus and what tells a state 3:1 (1.4.11).
"""

import ctypes
import os
import re
import sys

from gi.repository import Gio, GLib

LIBRARY = "libadwaita-1.so.0"
STYLES = "/org/gnome/Adwaita/styles/"
BACKGROUNDS = ("view_bg_color", "window_bg_color", "card_bg_color",
               "popover_bg_color")
TEXT, SIGN = 4.5, 3.0

# What is no text, and needs 3:1 as signs do.
SIGNS = re.compile(r"image|drag-handle|^\.gate-mark|agenda-mark|flag-mark"
                   r"|^\.board-gap$")
# What is only there while it moves, or says nothing that is not said beside it,
# as the bar of the readiness, by its figure.
PASSING = re.compile(r"\.dragged|:hover|drop-here|hovered|:drop|selected"
                     r"|^\.what-if$|^progressbar\.readiness")
# Their text is drawn in the colours of a product, which its own test measures.
DRAWN = re.compile(r"^(?:chip|day\.|monthgrid)")


def parse_number(words):
    return tuple(float(word) for word in re.findall(r"[\d.]+", words))


class Palette:
    def __init__(self, names):
        self.names = names

    def split(self, words):
        """The arguments of a function, which may be functions."""
        parts, depth, part = [], 0, ""
        for letter in words:
            depth += (letter == "(") - (letter == ")")
            if letter == "," and depth == 0:
                parts.append(part.strip())
                part = ""
            else:
                part += letter
        return [*parts, part.strip()]

    def get(self, words, current):
        """Red, green, blue and alpha, each to 1; None if it is no colour."""
        words = words.strip()
        if words == "currentColor":
            return current
        if words.startswith("@"):
            return self.get(self.names[words[1:]], current)
        if words in ("white", "black", "transparent"):
            value = float(words == "white")
            return value, value, value, float(words != "transparent")
        if match := re.fullmatch(r"#([0-9a-f]{6})", words):
            return (*(int(match[1][i:i + 2], 16) / 255 for i in (0, 2, 4)), 1.)
        if match := re.fullmatch(r"rgba?\((.*)\)", words):
            red, green, blue, *rest = parse_number(match[1])
            return red / 255, green / 255, blue / 255, rest[0] if rest else 1.
        if match := re.fullmatch(r"alpha\((.*)\)", words):
            color, factor = self.split(match[1])
            color = self.get(color, current)
            return (*color[:3], color[3] * float(factor))
        if match := re.fullmatch(r"mix\((.*)\)", words):
            a, b, factor = self.split(match[1])
            a, b = self.get(a, current), self.get(b, current)
            factor = float(factor)
            return tuple(x * (1 - factor) + y * factor
                         for x, y in zip(a, b))
        return None


def over(color, below):
    """What is seen of a colour that lets through what is below."""
    alpha = color[3]
    return (*(x * alpha + y * (1 - alpha)
              for x, y in zip(color[:3], below[:3])), 1.)


def luminance(color):
    parts = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4
             for x in color[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a, b):
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def read_style(name):
    data = Gio.resources_lookup_data(STYLES + name, 0).get_data()
    return data.decode()


def read_palette(name):
    return Palette(dict(
        pair for style in ("base.css", name)
        for pair in re.findall(r"@define-color (\S+) ([^;]+);",
                               read_style(style))))


def read_rules(path):
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.DOTALL)
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        declarations = dict(
            (part.strip() for part in line.split(":", 1))
            for line in re.sub(r"\s+", " ", body).split(";") if ":" in line)
        for selector in selectors.split(","):
            yield " ".join(selector.split()), declarations


def get_outline(declarations):
    for name in ("outline", "border", "border-color"):
        words = declarations.get(name, "")
        if words.startswith(("0", "none", "1px solid transparent")):
            continue
        if color := re.search(r"(?:#|@|alpha|mix|currentColor).*$", words):
            yield color[0]


def measure_rule(palette, selector, rule):
    """All pairs that the rule makes: what is measured, ratio, wanted."""
    wanted = SIGN if SIGNS.search(selector) else TEXT
    for name in BACKGROUNDS:
        below = over(palette.get("@" + name, None),
                     palette.get("@window_bg_color", None))
        usual = palette.get("@" + name.replace("_bg_", "_fg_"), None)
        color = palette.get(rule.get("color", "inherit"), usual) or usual
        background = palette.get(
            rule.get("background-color", rule.get("background", "none")),
            color)
        page = over(background, below) if background else below
        opacity = float(rule.get("opacity", 1))
        if {"color", "background-color", "background",
                "opacity"} & set(rule):
            text = over((*color[:3], color[3] * opacity), page)
            yield f"text on {name}", contrast(text, page), wanted
        if ":focus" in selector or selector.startswith("stagebar."):
            for words in get_outline(rule):
                line = over(palette.get(words, color), below)
                yield f"line on {name}", contrast(line, below), SIGN


def is_measured(selector):
    return not (PASSING.search(selector) or DRAWN.search(selector))


def check_sheet(source, scheme, is_high):
    """The faults of one look."""
    palette = read_palette(f"defaults-{scheme}.css")
    folder = os.path.join(source, "src", "ui")
    rules = {}
    for name in ("style.css", "high-contrast.css")[:1 + is_high]:
        for selector, rule in read_rules(os.path.join(folder, name)):
            rules[selector] = rules.get(selector, {}) | rule
    faults = []
    for selector, rule in rules.items():
        for what, ratio, wanted in measure_rule(palette, selector, rule):
            if ratio < wanted and is_measured(selector):
                faults.append(f"{selector}: {what}: {ratio:.2f}:1, wants "
                              f"{wanted}:1")
    return faults


def main():
    try:
        ctypes.CDLL(LIBRARY)
        read_palette("defaults-light.css")
    except (OSError, GLib.Error, KeyError) as error:
        print(f"1..0 # SKIP no colours of libadwaita: {error}")
        return 0
    looks = [(scheme, is_high) for scheme in ("light", "dark")
             for is_high in (False, True)]
    print(f"1..{len(looks)}")
    is_good = True
    for i, (scheme, is_high) in enumerate(looks, 1):
        faults = check_sheet(sys.argv[1], scheme, is_high)
        for fault in faults:
            print("#", fault)
        is_good = is_good and not faults
        print(f"{'not ok' if faults else 'ok'} {i} - /contrast/{scheme}"
              f"{'-high' if is_high else ''}")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
