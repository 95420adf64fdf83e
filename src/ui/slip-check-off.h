/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-open-plans.h"

G_BEGIN_DECLS

/**
 * slip_check_off_async:
 * @path: a plan's file
 *
 * Checks off an item of a plan, which need not be shown: as whom the plan knows
 * me.  As every edit it can be undone.
 */
void slip_check_off_async (SlipOpenPlans *plans,
                           const char *path,
                           const char *release,
                           const char *item,
                           GAsyncReadyCallback callback,
                           gpointer data);

/**
 * slip_check_off_finish:
 *
 * Returns: whether it is done now.  `FALSE` if the plan does not know who I am,
 * or the item asks for more than that: then it is to be done in a window.
 */
gboolean slip_check_off_finish (GAsyncResult *result, GError **error);

G_END_DECLS
