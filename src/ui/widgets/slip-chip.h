/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-calendar-index.h"

G_BEGIN_DECLS

/**
 * SlipChip:
 *
 * A release on a day or in the tray: its product's colour, its title and marks
 * for what is not as it should be.  It can be dragged, opened, moved by keys
 * and has the release's menu; all of it by asking the window's actions.  It
 * tells the calendar around it, by 'calendar.drag', that it is being dragged,
 * and that it no longer is.  One chip may show one release after the other.
 */
#define SLIP_TYPE_CHIP (slip_chip_get_type ())
G_DECLARE_FINAL_TYPE (SlipChip, slip_chip, SLIP, CHIP, GtkWidget)

GtkWidget *slip_chip_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_chip_set_release:
 * @index: (nullable): what @release is from; not kept
 * @release: (nullable): %NULL for none
 * @anchor: the release date, or another one, which is shown lightly and cannot
 *   be dragged
 */
void slip_chip_set_release (SlipChip *self,
                            const SlipCalendarIndex *index,
                            const SlipRow *release,
                            SlipAnchor anchor);

/* The id of the release, or %NULL. */
const char *slip_chip_get_release (SlipChip *self);
SlipAnchor slip_chip_get_anchor (SlipChip *self);

/* The release's full title, date, status, readiness and conflicts, for
 * people. */
const char *slip_chip_get_label (SlipChip *self);

void slip_chip_set_selected (SlipChip *self, gboolean is_selected);

/**
 * slip_chip_set_n_lines:
 * @n_lines: at least 1
 *
 * Lets the title take more than one line; the last of three or more tells the
 * status.
 */
void slip_chip_set_n_lines (SlipChip *self, int n_lines);

/* What was drawn last, as it fitted, or %NULL; for tests. */
const char *slip_chip_get_shown_text (SlipChip *self);

/* Whether it shows how ready the release is. */
gboolean slip_chip_has_ring (SlipChip *self);

/* Whether it carries a mark for a conflict. */
gboolean slip_chip_is_marked (SlipChip *self);

/* A compact chip is a short bar without text, which takes no events. */
void slip_chip_set_compact (SlipChip *self, gboolean is_compact);

G_END_DECLS
