/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-feed-error.h"
#include "slip-status-report.h"

G_BEGIN_DECLS

/**
 * SlipFeedFault:
 * @SLIP_FEED_FAULT_NONE: all is well
 * @SLIP_FEED_FAULT_DELAY: the answer comes late
 * @SLIP_FEED_FAULT_CUT: the connection ends in the middle of it
 * @SLIP_FEED_FAULT_BUSY: status 429, come back in half a minute
 * @SLIP_FEED_FAULT_BROKEN: status 500
 * @SLIP_FEED_FAULT_REDIRECT: a redirect to another origin, which answers well
 * @SLIP_FEED_FAULT_BOMB: a little gzip that becomes 64 MiB
 * @SLIP_FEED_FAULT_GARBAGE: bytes that are no text
 *
 * What a server can be told to do wrong.
 */
typedef enum {
  SLIP_FEED_FAULT_NONE,
  SLIP_FEED_FAULT_DELAY,
  SLIP_FEED_FAULT_CUT,
  SLIP_FEED_FAULT_BUSY,
  SLIP_FEED_FAULT_BROKEN,
  SLIP_FEED_FAULT_REDIRECT,
  SLIP_FEED_FAULT_BOMB,
  SLIP_FEED_FAULT_GARBAGE,
  SLIP_FEED_N_FAULTS,
} SlipFeedFault;

/* The word for @fault: `none`, `delay`, `cut`, `429`, `500`, … */
const char *slip_feed_fault_get_nick (SlipFeedFault fault);

/* Returns: whether @nick is such a word. */
gboolean slip_feed_fault_find (const char *nick, SlipFeedFault *fault);

/**
 * SlipFeedServerOptions:
 * @port: where to listen on 127.0.0.1; 0 for a free one
 * @fault: what to do wrong with every answer; `?fault=cut` asks for one
 * @delay_ms: how late `SLIP_FEED_FAULT_DELAY` is
 * @bearer: (nullable): the token that must be sent
 * @user: (nullable): the name that must be sent, by basic authentication
 * @password: (nullable): its password
 */
typedef struct {
  guint16 port;
  SlipFeedFault fault;
  guint delay_ms;
  const char *bearer;
  const char *user;
  const char *password;
} SlipFeedServerOptions;

/**
 * SlipFeedServer:
 *
 * Gives a status document on this computer, to try a feed with and to see how
 * an endpoint behaves: with ETag, Last-Modified and gzip, and with faults.  It
 * reads the file anew for each request, in the main context it was made in, and
 * answers with status 500 and the reason if the document is not valid.
 *
 * Signals: `answered (char *request, uint status, char *problem)` after each
 * request; the problem is %NULL or why the document is not valid.
 */
#define SLIP_TYPE_FEED_SERVER (slip_feed_server_get_type ())

G_DECLARE_FINAL_TYPE (SlipFeedServer,
                      slip_feed_server,
                      SLIP,
                      FEED_SERVER,
                      GObject)

/**
 * slip_feed_server_new:
 * @options: (nullable): copied
 *
 * Returns: (transfer full): a server that listens, or %NULL with an error.
 */
SlipFeedServer *slip_feed_server_new (GFile *file,
                                      const SlipFeedServerOptions *options,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where it listens: `http://127.0.0.1:8080/`. */
const char *slip_feed_server_get_address (SlipFeedServer *self);

/**
 * slip_feed_server_read:
 *
 * Reads the document as the server does, blocking.
 *
 * Returns: (transfer full): what it says, or %NULL with the error of reading or
 *   of slip_status_document_parse().
 */
SlipStatusReport *slip_feed_server_read (GFile *file, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
