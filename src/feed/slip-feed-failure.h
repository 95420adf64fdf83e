/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-feed-error.h"

G_BEGIN_DECLS

/*
 * Words for what goes wrong on the way.  All of them set @error in
 * SLIP_FEED_ERROR and name the host; what a server or a library said stands in
 * them as plain text, on one line.
 */

/* Answers of HTTP that are neither a document nor 'not modified'.
 * @is_limited: whether the server said that too much was asked. */
void slip_feed_failure_set_status (GError **error,
                                   const char *host,
                                   guint status,
                                   const char *reason,
                                   gboolean is_limited);

/* Answers of a proxy that did not let us through to @host. */
void slip_feed_failure_set_proxy (GError **error,
                                  const char *host,
                                  guint status,
                                  const char *reason);

/* What a library said: no network, no such name, no connection.
 * @has_network: whether this computer has a network at all. */
void slip_feed_failure_set_transport (GError **error,
                                      const char *host,
                                      const GError *cause,
                                      gboolean has_network);

/* A certificate that was not believed, and all that is wrong with it. */
void slip_feed_failure_set_certificate (GError **error,
                                        const char *host,
                                        GTlsCertificateFlags faults,
                                        const GError *cause);

G_END_DECLS
