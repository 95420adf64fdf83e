/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipDayMore:
 *
 * The '+n' of a day, which stands for what has no room on it.
 */
#define SLIP_TYPE_DAY_MORE (slip_day_more_get_type ())
G_DECLARE_FINAL_TYPE (SlipDayMore, slip_day_more, SLIP, DAY_MORE, GtkButton)

GtkWidget *slip_day_more_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Says for how many releases and how many stages of @date it stands. */
void slip_day_more_set (SlipDayMore *self,
                        SlipDate date,
                        int n_releases,
                        int n_stages);

G_END_DECLS
