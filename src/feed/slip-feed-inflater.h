/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-feed-error.h"

G_BEGIN_DECLS

/**
 * SlipFeedInflater:
 *
 * Collects a body of bounded size, inflating it as it comes if it is gzip.  It
 * never holds more than its limit and one buffer, whatever is fed to it.
 */
typedef struct _SlipFeedInflater SlipFeedInflater;

/**
 * slip_feed_inflater_new:
 * @is_compressed: whether what comes is gzip
 * @max_bytes: most bytes once inflated
 * @max_ratio: most bytes out for a byte in; looked at once a mebibyte is out,
 *   as short texts of blanks are innocent
 */
SlipFeedInflater *slip_feed_inflater_new (gboolean is_compressed,
                                          gsize max_bytes,
                                          guint max_ratio)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_feed_inflater_free (SlipFeedInflater *self);

/**
 * slip_feed_inflater_add:
 *
 * Returns: `FALSE` with `SLIP_FEED_ERROR_TOO_LARGE` or `INVALID`; nothing may
 *   be added then.
 */
gboolean slip_feed_inflater_add (SlipFeedInflater *self,
                                 const guint8 *data,
                                 gsize length,
                                 GError **error);

/**
 * slip_feed_inflater_end:
 *
 * Returns: (transfer full): the body, or %NULL with `SLIP_FEED_ERROR_INVALID`
 *   if what was compressed is not whole.
 */
GBytes *slip_feed_inflater_end (SlipFeedInflater *self,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedInflater, slip_feed_inflater_free)

G_END_DECLS
