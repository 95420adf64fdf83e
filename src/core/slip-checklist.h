/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/*
 * The checklists of a release and their items, as far as they are in memory.
 */

/**
 * slip_checklist_list:
 *
 * Returns: (transfer full) (element-type SlipRow): the checklists of @release
 * in the order in which their audiences are told, those without one last.
 */
GPtrArray *slip_checklist_list (const SlipPlanState *state,
                                const char *release) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_checklist_list_items:
 * @checklist: (nullable): the id of a checklist of @release; %NULL for the
 *   items of all
 *
 * Returns: (transfer full) (element-type SlipRow): its items in their order:
 * by rank, those without one last.
 */
GPtrArray *slip_checklist_list_items (const SlipPlanState *state,
                                      const char *release,
                                      const char *checklist)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_checklist_list_missing:
 *
 * Returns: (transfer full) (element-type SlipRow): the audiences in use that
 * @release has no checklist for, in the order of telling.
 */
GPtrArray *slip_checklist_list_missing (const SlipPlanState *state,
                                        const char *release)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_checklist_check:
 * @row: a checklist or an item
 *
 * Checks what @row's values alone cannot break: a release has one checklist for
 * an audience, and an item lies in a checklist of its own release.
 *
 * Returns: `FALSE` with a `SLIP_PLAN_ERROR_INVALID`; `TRUE` for every other
 * kind.
 */
gboolean slip_checklist_check (const SlipPlanState *state,
                               const SlipRow *row,
                               GError **error);

/* Whether @item is open and was due before @today. */
gboolean slip_item_is_overdue (const SlipRow *item, SlipDate today);

/* Whether @item has to have evidence before it can be done, and has none. */
gboolean slip_item_lacks_evidence (const SlipRow *item);

/* Whether @state of an item takes a note: by whom or what it is blocked, or why
 * it is not applicable. */
static inline gboolean
slip_item_state_takes_note (SlipItemState state)
{
  return state == SLIP_ITEM_STATE_BLOCKED ||
         state == SLIP_ITEM_STATE_NOT_APPLICABLE;
}

/**
 * slip_checklist_dup_title:
 *
 * Returns: (transfer full): what people call it: 'Mobile 4.2, Sales'.
 */
char *slip_checklist_dup_title (const SlipPlanState *state,
                                const SlipRow *checklist)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
