/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-window.h"

G_BEGIN_DECLS

/**
 * SlipPalette:
 *
 * The command palette: an entry, and below it every command that can be done
 * now, with its keys, and the pages of the help and the releases that are
 * meant.  Typing narrows both; the arrows choose while the focus stays in the
 * entry; Return does it.
 */
#define SLIP_TYPE_PALETTE (slip_palette_get_type ())
G_DECLARE_FINAL_TYPE (SlipPalette, slip_palette, SLIP, PALETTE, AdwWindow)

/* A palette in front of @window. */
GtkWidget *slip_palette_new (SlipWindow *window);

G_END_DECLS
