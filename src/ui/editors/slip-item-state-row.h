/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipItemStateRow:
 *
 * The state of an item, with the words that some states need: by whom or what
 * it is blocked, why it is not applicable, or the evidence that it is done.  A
 * state that lacks them is asked for once they are typed.
 */
#define SLIP_TYPE_ITEM_STATE_ROW (slip_item_state_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipItemStateRow,
                      slip_item_state_row,
                      SLIP,
                      ITEM_STATE_ROW,
                      AdwPreferencesRow)

GtkWidget *slip_item_state_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_item_state_row_set_item (SlipItemStateRow *self, const SlipRow *item);

/* Commits what somebody has typed. */
void slip_item_state_row_commit (SlipItemStateRow *self);

G_END_DECLS
