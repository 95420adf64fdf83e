/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

G_BEGIN_DECLS

/*
 * On which days somebody was reminded of something, so that they are not again
 * on the same day, also after a restart: `slipway/reminded.ini` in the user's
 * folder for state, with a group for each plan's id.
 */

/**
 * slip_reminded_file_load:
 * @plan: the id of a plan
 * @what: the name of a kind of reminder
 *
 * Returns: the last day on which they were; unset if there is none.
 */
SlipDate slip_reminded_file_load (const char *plan, const char *what);

/* Keeps @day; what cannot be kept is told again, and no more. */
void slip_reminded_file_save (const char *plan, const char *what, SlipDate day);

G_END_DECLS
