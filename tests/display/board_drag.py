# SPDX-License-Identifier: GPL-3.0-or-later
"""Drags cards over the board with a real pointer."""

import sys

from cases import check_eventually, main
from planfile import RELEASES

CARD = "card:Mobile 4.3"
ORDERED = (
    ("Mobile", "1", "planned", "2026-12-02", None),
    ("Mobile", "2", "planned", "2026-12-03", None),
    ("Mobile", "3", "planned", "2026-12-04", None),
    ("Desktop", "9.0", "building", "2026-12-10", None),
)


def start_on_board(case, releases=RELEASES):
    plan, window = case.start(releases)
    show_board(window)
    return plan, window


def show_board(window):
    window.key("ctrl+2")
    window.wait_to_see("column:planned")


def check_in_column(window, card, column):
    def is_inside():
        x, _, width, _ = window.where(card)
        left, _, column_width, _ = window.where(column)
        return left <= x and x + width <= left + column_width
    check_eventually(is_inside, True)


def upper_part(window, card):
    x, y, width, _ = window.where(card)
    return x + width // 2, y + 4


def lower_part(window, card):
    x, y, width, height = window.where(card)
    return x + width // 2, y + height - 6


def shown_order(window, cards):
    return sorted(cards, key=lambda card: window.where("card:" + card)[1])


def card_goes_to_another_column(case):
    plan, window = start_on_board(case)
    n_steps = plan.n_steps()
    window.drag(CARD, "column:ready")
    check_eventually(lambda: plan.show("Mobile 4.3")["status"], "ready")
    check_in_column(window, CARD, "column:ready")
    assert plan.n_steps() == n_steps + 1
    window.key("ctrl+z")
    check_eventually(lambda: plan.show("Mobile 4.3")["status"], "planned")
    check_in_column(window, CARD, "column:planned")
    window.key("ctrl+shift+z")
    check_eventually(lambda: plan.show("Mobile 4.3")["status"], "ready")
    check_in_column(window, CARD, "column:ready")
    plan.check()


def order_within_a_column_is_kept(case):
    plan, window = start_on_board(case, ORDERED)
    assert shown_order(window, ["Mobile 1", "Mobile 2", "Mobile 3"]) == \
        ["Mobile 1", "Mobile 2", "Mobile 3"]
    with window.dragging("card:Mobile 3") as drag:
        drag.over(upper_part(window, "card:Mobile 1"))
        drag.drop()
    order = ["Mobile 3", "Mobile 1", "Mobile 2"]
    check_eventually(lambda: plan.column("planned"), order)
    check_eventually(lambda: shown_order(window, order), order)
    window.quit()
    window = case.open(plan)
    show_board(window)
    assert shown_order(window, order) == order
    window.key("ctrl+z")
    check_eventually(lambda: plan.column("planned"),
                     ["Mobile 1", "Mobile 2", "Mobile 3"])


def card_takes_its_place_between_others(case):
    plan, window = start_on_board(case, ORDERED)
    with window.dragging("card:Desktop 9.0") as drag:
        drag.over(lower_part(window, "card:Mobile 1"))
        drag.drop()
    order = ["Mobile 1", "Desktop 9.0", "Mobile 2", "Mobile 3"]
    check_eventually(lambda: plan.column("planned"), order)
    check_eventually(lambda: shown_order(window, order), order)
    plan.check()


def hovering_tells_and_changes_nothing(case):
    plan, window = start_on_board(case)
    before = plan.history()
    with window.dragging(CARD) as drag:
        drag.over("column:building")
        window.wait_for_text("Planned → Building")
        assert plan.history() == before
        drag.over("sidebar")
        drag.drop()
    assert plan.history() == before
    assert "Planned → Building" not in window.texts()
    check_in_column(window, CARD, "column:planned")


def escape_changes_nothing(case):
    plan, window = start_on_board(case)
    before = plan.history()
    with window.dragging(CARD) as drag:
        drag.over("column:ready")
        drag.escape()
    assert plan.history() == before
    check_in_column(window, CARD, "column:planned")


def drop_nowhere_changes_nothing(case):
    plan, window = start_on_board(case)
    before = plan.history()
    with window.dragging(CARD) as drag:
        drag.over("column:ready")
        drag.over("sidebar")
        drag.drop()
    assert plan.history() == before
    check_in_column(window, CARD, "column:planned")


def card_lands_in_an_empty_column(case):
    plan, window = start_on_board(case)
    window.click("sidebar-button")
    window.wait_to_lose("sidebar")
    if window.has("=No Release Selected"):
        window.click("inspector-button")
        window.wait_to_lose("=No Release Selected")
    window.drag("card:Console 12.1", "column:released")
    check_eventually(lambda: plan.show("Console 12.1")["status"], "released")
    check_in_column(window, "card:Console 12.1", "column:released")


if __name__ == "__main__":
    sys.exit(main(
        card_goes_to_another_column,
        order_within_a_column_is_kept,
        card_takes_its_place_between_others,
        hovering_tells_and_changes_nothing,
        escape_changes_nothing,
        drop_nowhere_changes_nothing,
        card_lands_in_an_empty_column,
    ))
