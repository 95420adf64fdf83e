/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * slip_sample_file_renew_async:
 * @path: the file of a sample plan, which nobody has open
 * @today: the day that its dates are to lie around
 *
 * Takes the file away if it holds a sample plan that was made on another day
 * and that nobody has touched since, so that it is made anew.  Everything else
 * stays as it is.
 */
void slip_sample_file_renew_async (const char *path,
                                   SlipDate today,
                                   GAsyncReadyCallback callback,
                                   gpointer data);

/* Returns: whether it was taken away. */
gboolean slip_sample_file_renew_finish (GAsyncResult *result);

G_END_DECLS
