/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest that a server can make us wait: a day, in milliseconds. */
#define SLIP_FEED_MAX_WAIT_MS ((gint64) 24 * 60 * 60 * 1000)

/**
 * slip_feed_headers_parse_retry_after:
 * @text: (nullable): the value of Retry-After: seconds, or an HTTP date
 * @now_ms: the present instant, in milliseconds since 1970-01-01 UTC
 *
 * Returns: the instant before which the server does not want to be asked, at
 *   most `SLIP_FEED_MAX_WAIT_MS` from now; 0 if it says none.
 */
gint64 slip_feed_headers_parse_retry_after (const char *text, gint64 now_ms);

/**
 * slip_feed_headers_parse_reset:
 * @remaining: (nullable): the value of X-RateLimit-Remaining
 * @reset: (nullable): that of X-RateLimit-Reset: seconds since 1970, as GitHub
 *   and GitLab say it, or seconds from now
 *
 * Returns: as slip_feed_headers_parse_retry_after(), 0 while something remains.
 */
gint64 slip_feed_headers_parse_reset (const char *remaining,
                                      const char *reset,
                                      gint64 now_ms);

/**
 * slip_feed_headers_dup_next:
 * @text: (nullable): the value of Link (RFC 8288), several joined by commas
 *
 * Returns: (transfer full) (nullable): where the relation `next` points, as it
 *   was written.
 */
char *slip_feed_headers_dup_next (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
