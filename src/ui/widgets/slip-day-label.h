/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-calendar-index.h"

G_BEGIN_DECLS

/**
 * slip_day_label_dup:
 * @entries: (element-type SlipCalendarEntry): what is on it
 * @names: (nullable): what the day is
 * @stages: (nullable): its rollout stages, a line each
 *
 * Returns: (transfer full): a day of the calendar in words, for whoever does
 * not see it.
 */
char *slip_day_label_dup (SlipDate date,
                          gboolean is_today,
                          GArray *entries,
                          const char *names,
                          const char *stages) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
