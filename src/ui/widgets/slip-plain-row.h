/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SlipPlainRow:
 *
 * A row of a list that is only there for what is in it: it does nothing itself
 * and takes no focus.
 */
#define SLIP_TYPE_PLAIN_ROW (slip_plain_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipPlainRow,
                      slip_plain_row,
                      SLIP,
                      PLAIN_ROW,
                      AdwPreferencesRow)

GtkWidget *slip_plain_row_new (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
