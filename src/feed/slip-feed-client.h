/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-clock.h"
#include "slip-feed-error.h"
#include "slip-properties.h"

G_BEGIN_DECLS

/* What an exchange is allowed unless it is told otherwise. */
#define SLIP_FEED_DEADLINE_MS   30000u
#define SLIP_FEED_MAX_BYTES     ((gsize) 8 * 1024 * 1024)
#define SLIP_FEED_MAX_RATIO     200u
#define SLIP_FEED_MAX_REDIRECTS 3u

/**
 * SlipFeedLimits:
 * @deadline_ms: how long all of it may take, redirects included
 * @max_bytes: most bytes of the body once it is inflated
 * @max_ratio: most bytes that a compressed byte may become
 *
 * 0 stands for the defaults above.
 */
typedef struct {
  guint deadline_ms;
  gsize max_bytes;
  guint max_ratio;
} SlipFeedLimits;

/**
 * SlipFeedRequest:
 * @address: what to ask, see slip_feed_address_parse()
 * @etag: (nullable): what the last good answer of @address gave
 * @last_modified: (nullable): the same
 * @secret_type: how @secret is sent
 * @secret_name: (nullable): the name for basic authentication, or of the header
 * @secret: (nullable): never shown, never logged
 * @secret_address: (nullable): the secret is sent to the origin of this address
 *   only; %NULL for that of @address
 * @limits: what the exchange is allowed
 *
 * What to ask.  @etag and @last_modified are to be kept for an address *and* a
 * secret: what one may see, another may not.
 */
typedef struct {
  const char *address;
  const char *etag;
  const char *last_modified;
  SlipFeedSecretType secret_type;
  const char *secret_name;
  const char *secret;
  const char *secret_address;
  SlipFeedLimits limits;
} SlipFeedRequest;

/**
 * SlipFeedAnswer:
 * @body: (nullable): the whole body, inflated; %NULL if there is no new one
 * @is_unchanged: whether the server said 'not modified': what was got with the
 *   validators of the request still holds
 * @etag: (nullable): to be sent the next time
 * @last_modified: (nullable): the same
 * @next: (nullable): absolute address of the next page, of the same origin
 * @not_before_ms: the instant before which the server does not want to be asked
 *   again, 0 if it said none; may come with a good answer
 * @error: (nullable): in `SLIP_FEED_ERROR`, why there is neither of the first
 *   two
 *
 * What came of it: exactly one of @body, @is_unchanged and @error is there.
 */
typedef struct {
  GBytes *body;
  gboolean is_unchanged;
  char *etag;
  char *last_modified;
  char *next;
  gint64 not_before_ms;
  GError *error;
} SlipFeedAnswer;

void slip_feed_answer_free (SlipFeedAnswer *self);

/**
 * SlipFeedClient:
 *
 * Asks servers, one exchange after the other: no cookies, no cache, no
 * authentication but the given secret, nothing kept but open connections.  Make
 * one for each run over a feed.  Belongs to the thread and the main context it
 * was made in, and never blocks them.
 */
#define SLIP_TYPE_FEED_CLIENT (slip_feed_client_get_type ())

G_DECLARE_FINAL_TYPE (SlipFeedClient,
                      slip_feed_client,
                      SLIP,
                      FEED_CLIENT,
                      GObject)

/* @clock: tells when 'in ten seconds' is. */
SlipFeedClient *slip_feed_client_new (SlipClock *clock)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_feed_client_set_trust:
 * @database: (nullable): the authorities to believe; %NULL for the system's
 */
void slip_feed_client_set_trust (SlipFeedClient *self, GTlsDatabase *database);

/**
 * slip_feed_client_set_proxies:
 * @resolver: (nullable): which proxies to use; %NULL for the system's.  This
 *   computer is always asked directly.
 */
void slip_feed_client_set_proxies (SlipFeedClient *self,
                                   GProxyResolver *resolver);

/**
 * slip_feed_client_ask_async:
 * @request: copied
 *
 * Gets one document, and no more than it may be:
 *
 * - redirects are followed by hand, to the same origin, at most
 *   `SLIP_FEED_MAX_REDIRECTS`;
 * - the body is read in pieces and inflated here, and given up as soon as it
 *   exceeds its limit, its ratio or its time;
 * - a body that ends before its end is refused.  One way to end is not seen
 *   here: libsoup 3.2 takes the end of the connection between two chunks for
 *   the end of the body.  What is lost then, the check of gzip or the gate for
 *   JSON finds: no beginning of an object is an object.
 *
 * No other exchange of @self may be under way.
 */
void slip_feed_client_ask_async (SlipFeedClient *self,
                                 const SlipFeedRequest *request,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/**
 * slip_feed_client_ask_finish:
 *
 * Returns: (transfer full): what came of it, or %NULL with
 *   `G_IO_ERROR_CANCELLED`.
 */
SlipFeedAnswer *slip_feed_client_ask_finish (SlipFeedClient *self,
                                             GAsyncResult *result,
                                             GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedAnswer, slip_feed_answer_free)

G_END_DECLS
