/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/**
 * slip_starter_run:
 *
 * A #SlipIntentFunc without data: gives an empty plan a working calendar
 * (Monday to Friday), the eight audiences and the shipped templates.  As the
 * first step of a file it cannot be undone.
 */
gboolean slip_starter_run (SlipEdit *edit, gconstpointer data, GError **error);

/**
 * slip_sample_run:
 *
 * A #SlipIntentFunc over a pointer to the #SlipDate of today: fills an empty
 * plan with invented products and releases around that day, the roles that own
 * them, and checklists, stages and communications from the shipped templates
 * that are in part done, late, blocked or told wrongly.  Ids are derived from
 * the content, so that every sample plan of a day is the same.  As the first
 * step of a file it cannot be undone.
 */
gboolean slip_sample_run (SlipEdit *edit, gconstpointer today, GError **error);

G_END_DECLS
