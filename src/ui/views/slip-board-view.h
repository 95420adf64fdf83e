/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-view.h"

G_BEGIN_DECLS

/**
 * SlipBoardView:
 *
 * The plan as a board: a column for each status, the releases as cards that
 * are dragged between and within them.  On hold and Cancelled show when they
 * hold something or something is dragged.  Too narrow for two columns, it shows
 * one and a switcher.
 */
#define SLIP_TYPE_BOARD_VIEW (slip_board_view_get_type ())
G_DECLARE_FINAL_TYPE (SlipBoardView,
                      slip_board_view,
                      SLIP,
                      BOARD_VIEW,
                      GtkWidget)

GtkWidget *slip_board_view_new (void);

G_END_DECLS
