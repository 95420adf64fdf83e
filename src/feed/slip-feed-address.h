/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-feed-error.h"

G_BEGIN_DECLS

/* The longest address that is asked, in bytes. */
#define SLIP_FEED_ADDRESS_MAX_BYTES 4096u

/**
 * slip_feed_address_parse:
 * @text: an address as a person or a server wrote it
 *
 * The one place that decides which addresses are asked: https, and http for
 * this computer alone (`localhost`, 127.0.0.0/8, ::1).  An address with a name
 * and password in it is refused: it would be kept and shown as plain text.
 *
 * Returns: (transfer full): the address without its fragment, or %NULL with
 *   `SLIP_FEED_ERROR_ADDRESS`.
 */
GUri *slip_feed_address_parse (const char *text,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_feed_address_follow:
 * @from: the address that was asked
 * @reference: (nullable): where its answer points, absolute or relative
 *
 * Resolves what a server sent: a redirect or a next page.  Only the same
 * origin is followed, as otherwise a server could make Slipway ask others.
 *
 * Returns: (transfer full): where to go, or %NULL with
 *   `SLIP_FEED_ERROR_REDIRECT`.
 */
GUri *slip_feed_address_follow (GUri *from,
                                const char *reference,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether scheme, host and port are the same. */
gboolean slip_feed_address_is_same_origin (GUri *a, GUri *b);

/* Whether @address stays on this computer, so that http is private. */
gboolean slip_feed_address_is_loopback (GUri *address);

G_END_DECLS
