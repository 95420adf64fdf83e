/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-what-if-mode.h"

G_BEGIN_DECLS

/**
 * SlipWhatIfBar:
 *
 * The bar above the plan that says that a what-if is on, or that one of another
 * day is offered, and what can be done with it.
 */
#define SLIP_TYPE_WHAT_IF_BAR (slip_what_if_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlipWhatIfBar,
                      slip_what_if_bar,
                      SLIP,
                      WHAT_IF_BAR,
                      GtkWidget)

/* Says how @mode is now. */
void slip_what_if_bar_update (SlipWhatIfBar *self, SlipWhatIfMode *mode);

/* Puts the buttons below the text. */
void slip_what_if_bar_set_narrow (SlipWhatIfBar *self, gboolean is_narrow);

G_END_DECLS
