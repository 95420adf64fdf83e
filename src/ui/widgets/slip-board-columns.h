/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipBoardColumns:
 *
 * The columns of a board side by side, all of the same width.
 */
#define SLIP_TYPE_BOARD_COLUMNS (slip_board_columns_get_type ())
G_DECLARE_FINAL_TYPE (SlipBoardColumns,
                      slip_board_columns,
                      SLIP,
                      BOARD_COLUMNS,
                      GtkWidget)

void slip_board_columns_append (SlipBoardColumns *self, GtkWidget *column);

/**
 * slip_board_columns_set_is_held:
 *
 * Whether no column gets narrower than it is now.  While a card is dragged the
 * columns that come up beside it must not move the others away under the
 * pointer.
 */
void slip_board_columns_set_is_held (SlipBoardColumns *self, gboolean is_held);

G_END_DECLS
