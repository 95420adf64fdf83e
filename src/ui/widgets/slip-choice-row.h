/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SlipChoiceRow:
 *
 * A row for a control at its end.  The keyboard focus goes straight to the
 * control: on the row itself no key would do anything, and Return would be
 * taken by the dialog around it.
 */
#define SLIP_TYPE_CHOICE_ROW (slip_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipChoiceRow,
                      slip_choice_row,
                      SLIP,
                      CHOICE_ROW,
                      AdwActionRow)

G_END_DECLS
