/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipMaskChoice:
 *
 * A row of buttons, one for each bit of a set: weekdays or months.
 */
#define SLIP_TYPE_MASK_CHOICE (slip_mask_choice_get_type ())
G_DECLARE_FINAL_TYPE (SlipMaskChoice,
                      slip_mask_choice,
                      SLIP,
                      MASK_CHOICE,
                      GtkWidget)

/**
 * SlipMaskChoice::chosen:
 *
 * Somebody has changed slip_mask_choice_get_mask().
 */

/* The days of the week in the locale's order; bit i - 1 is ISO weekday i. */
GtkWidget *slip_mask_choice_new_weekdays (void) G_GNUC_WARN_UNUSED_RESULT;
/* The months of the year; bit i - 1 is month i. */
GtkWidget *slip_mask_choice_new_months (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_mask_choice_set_mask (SlipMaskChoice *self, guint mask);
guint slip_mask_choice_get_mask (SlipMaskChoice *self);

/* Its accessible name. */
void slip_mask_choice_set_label (SlipMaskChoice *self, const char *label);

G_END_DECLS
