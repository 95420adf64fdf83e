/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-view.h"

G_BEGIN_DECLS

/**
 * SlipReadinessView:
 *
 * Who is not ready?  The matrix of upcoming releases by audience, gaps first,
 * for a window of weeks; above it the people, to be dragged onto what nobody
 * owns.
 */
#define SLIP_TYPE_READINESS_VIEW (slip_readiness_view_get_type ())
G_DECLARE_FINAL_TYPE (SlipReadinessView,
                      slip_readiness_view,
                      SLIP,
                      READINESS_VIEW,
                      GtkWidget)

/**
 * SlipReadinessView:is-only-gaps:
 *
 * Whether releases that nothing is missing in are left out.
 */

GtkWidget *slip_readiness_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What stands beside the title: 'next 6 weeks · 5 releases · 4 checklists
 * without an owner'. */
const char *slip_readiness_view_get_summary (SlipReadinessView *self);

/**
 * slip_readiness_view_set_n_days:
 * @n_days: one of the windows offered: 14, 28, 42, 91 or %SLIP_MATRIX_ALL
 */
void slip_readiness_view_set_n_days (SlipReadinessView *self, int n_days);

G_END_DECLS
