# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits templates, applies them at creation and later, passes them on."""

import json
import os
import sys

from cases import WHOLE_STACKS, check_eventually, main
from driver import wait_for

QUICK = "=Add an item, or paste a list of them"
MOBILE = "chip:Mobile 4.2"


def titles(plan, template):
    return [item["title"] for audience in
            plan.read("template", "show", template)["audiences"]
            for item in audience["items"]]


def names(plan):
    return [template["name"] for template in plan.read("template", "list")]


def items(plan, release):
    return [item["title"] for item in plan.read("item", "list", release)]


def act(window, action, parameter=""):
    window.call("Activate", "(ss)", action, parameter)
    window.settle()


def show_templates(window):
    act(window, "win.plan-settings", "'templates'")
    window.wait_to_see("list:template")


def open_template(window, name):
    show_templates(window)
    window.click("template:" + name)
    window.wait_to_see("template-editor")


def close_settings(window):
    while window.has("list:template") or window.has("template-editor"):
        window.key("Escape")


def a_template_is_edited(case):
    plan, window = case.start()
    before = titles(plan, "Fix")
    n_steps = plan.n_steps()
    open_template(window, "Fix")
    window.focus(QUICK)
    for title in ("Say it in the channel", "Look again a day later"):
        window.type(title)
        window.key("Return")
    check_eventually(lambda: len(titles(plan, "Fix")), len(before) + 2)
    assert "Look again a day later" in titles(plan, "Fix")
    assert plan.n_steps() == n_steps + 2
    window.wait_to_see("entity:Look again a day later")

    # What another writer does shows at once.
    plan.cli("undo")
    window.wait_to_lose("entity:Look again a day later")
    window.wait_to_see("entity:Say it in the channel")
    close_settings(window)
    window.key("ctrl+z")
    check_eventually(lambda: titles(plan, "Fix"), before)


def an_audience_is_moved_by_keys(case):
    plan, window = case.start()

    def audiences():
        return [audience["audience_name"] for audience in
                plan.read("template", "show", "Fix")["audiences"]]
    before = audiences()
    open_template(window, "Fix")
    window.focus("audience-up")
    window.key("alt+Down")
    check_eventually(audiences, [before[1], before[0], *before[2:]])


def make_release(window):
    window.key("ctrl+n")
    window.wait_to_see("release-name")
    window.click("release-name")
    window.type("With all of it")
    window.click("tier")
    window.key("Down", "Return")
    window.wait_for_text("items")
    window.click("create")
    window.wait_to_lose("release-name")


def applied_at_creation_in_one_step(case):
    plan, window = case.start()
    n_steps = plan.n_steps()
    make_release(window)
    check_eventually(lambda: plan.n_steps(), n_steps + 1)
    assert sorted(items(plan, "With all of it")) == \
        sorted(titles(plan, "Full launch"))
    assert plan.show("With all of it")["template"] is not None
    plan.check()
    window.quit()

    # Also after a restart.
    window = case.open(plan)
    window.key("ctrl+z")
    check_eventually(lambda: "With all of it" in plan.dates(), False)
    window.key("ctrl+shift+z")
    check_eventually(lambda: "With all of it" in plan.dates(), True)
    assert len(items(plan, "With all of it")) == len(titles(plan, "Full launch"))


def applied_later_without_an_audience(case):
    plan, window = case.start()
    window.click(MOBILE)
    window.key("ctrl+t")
    window.wait_to_see("account")
    window.wait_to_see("add:Engineering")
    x, y, _, height = window.where("add:Engineering")
    window.move_pointer(x + 24, y + height // 2)
    window.press()
    window.release()
    window.click("apply")
    window.wait_to_lose("account")
    check_eventually(lambda: len(items(plan, "Mobile 4.2")) > 0, True)
    lists = [checklist["audience_name"] for checklist
             in plan.read("checklist", "list", "Mobile 4.2")]
    assert "Support" in lists
    assert "Engineering" not in lists
    plan.check()
    window.key("ctrl+z")
    check_eventually(lambda: items(plan, "Mobile 4.2"), [])


def passed_on_as_a_file(case):
    plan, window = case.start(environment=WHOLE_STACKS)
    path = os.path.join(case.folder, "mine.slipway-template")
    open_template(window, "Fix")
    window.click("template-menu")
    window.wait_for_text("Export…")
    window.focus("=Export…", "Down")
    window.key("Return")
    window.wait_to_see("GtkFileChooserDialog")
    window.key("ctrl+a")
    window.type(path)
    window.key("Return")
    wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 0,
             "the file")
    with open(path, encoding="utf-8") as file:
        assert json.load(file)["format"] == "slipway-template"

    window.click("back")
    window.click("templates-menu")
    window.wait_for_text("Import…")
    window.focus("=Import…", "Down")
    window.key("Return")
    window.wait_to_see("GtkFileChooserDialog")
    window.choose_file(path)
    check_eventually(lambda: "Fix 2" in names(plan), True)
    assert titles(plan, "Fix 2") == titles(plan, "Fix")
    window.wait_to_see("template:Fix 2")
    close_settings(window)
    window.key("ctrl+z")
    check_eventually(lambda: "Fix 2" in names(plan), False)


def made_from_a_release(case):
    plan, window = case.start()
    plan.cli("template", "apply", "Fix", "Mobile 4.2")
    window.click(MOBILE)
    act(window, "win.save-as-template", "''")
    window.wait_to_see("template-name")
    window.key("ctrl+a")
    window.type("As we do it")
    window.key("Return")
    check_eventually(lambda: "As we do it" in names(plan), True)
    assert sorted(titles(plan, "As we do it")) == sorted(titles(plan, "Fix"))


def focus_leaves_fields_backwards(case):
    _, window = case.start()
    open_template(window, "Fix")
    window.focus(QUICK)
    window.focus("audience-remove", "shift+Tab")
    window.focus("back", "shift+Tab")


if __name__ == "__main__":
    sys.exit(main(
        a_template_is_edited,
        an_audience_is_moved_by_keys,
        applied_at_creation_in_one_step,
        applied_later_without_an_audience,
        passed_on_as_a_file,
        made_from_a_release,
        focus_leaves_fields_backwards,
    ))
