/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-form-window.h"

G_BEGIN_DECLS

/**
 * slip_holidays_dialog_new:
 * @calendar: the id of a working calendar
 *
 * A dialog that adds the holidays of a country for some years, or the events of
 * whole days of an iCalendar file, after showing them; accepting is one
 * `SLIP_ACTION_TAKE_HOLIDAYS`.
 */
SlipFormWindow *slip_holidays_dialog_new (const SlipPlanState *state,
                                          const char *calendar,
                                          SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;

/* Shows the file @path instead of a country; in the file name encoding. */
void slip_holidays_dialog_read (SlipFormWindow *window, const char *path);

G_END_DECLS
