/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/**
 * slip_accident_bar_add:
 *
 * Says in @window, which shows a plan, that the program did not end as it
 * should when it had that plan open last, and up to when all of it is there;
 * offers a report.  It stays until it is closed.
 */
void slip_accident_bar_add (SlipWindow *window);

G_END_DECLS
