/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-client.h"

#include "slip-feed-address.h"
#include "slip-feed-failure.h"
#include "slip-feed-headers.h"
#include "slip-feed-inflater.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#define USER_AGENT   "Slipway/" PACKAGE_VERSION
#define BUFFER_BYTES ((gsize) 32 * 1024)

struct _SlipFeedClient {
  GObject parent_instance;

  SlipClock *clock;
  SoupSession *session;
  SoupSession *direct_session; /* this computer, never by a proxy */
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (SlipFeedClient, slip_feed_client, G_TYPE_OBJECT)

/* One exchange, from the request to the answer. */
typedef struct {
  GUri *uri;
  GUri *secret_uri;
  char *etag;
  char *last_modified;
  char *secret_header;
  char *secret_value;
  SlipFeedLimits limits;
  guint n_redirects;

  SoupSession *session;
  SoupMessage *message;
  GInputStream *stream;
  SlipFeedInflater *inflater;

  GCancellable *outer;
  GCancellable *inner;
  gulong cancelled_id;
  GSource *deadline;
  gboolean is_late;
  SlipFeedAnswer *answer;
} Exchange;

void
slip_feed_answer_free (SlipFeedAnswer *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->next);
  g_clear_error (&self->error);
  g_free (self);
}

static void
exchange_free (gpointer data)
{
  Exchange *self = data;

  g_clear_pointer (&self->uri, g_uri_unref);
  g_clear_pointer (&self->secret_uri, g_uri_unref);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->secret_header);
  g_free (self->secret_value);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  slip_feed_inflater_free (self->inflater);
  g_clear_object (&self->outer);
  g_clear_object (&self->inner);
  slip_feed_answer_free (self->answer);
  g_free (self);
}

/* Closing may wait for the rest of a body that nobody reads.  libsoup 3.2 does
 * not, but promises nothing; told that nobody waits, it cannot. */
static void
drop_stream (Exchange *self)
{
  g_autoptr (GCancellable) nobody_waits = g_cancellable_new ();

  if (self->stream == NULL)
    return;
  g_cancellable_cancel (nobody_waits);
  g_input_stream_close (self->stream, nobody_waits, NULL);
  g_clear_object (&self->stream);
}

/* Ends the exchange; takes @task and, if it failed, @error. */
static void
conclude (GTask *task, GError *error)
{
  SlipFeedClient *client = g_task_get_source_object (task);
  Exchange *self = g_task_get_task_data (task);
  SlipFeedAnswer *answer = g_steal_pointer (&self->answer);

  if (self->deadline != NULL) {
    g_source_destroy (self->deadline);
    g_clear_pointer (&self->deadline, g_source_unref);
  }
  g_cancellable_disconnect (self->outer, self->cancelled_id);
  self->cancelled_id = 0;
  drop_stream (self);
  if (error != NULL) {
    /* What is still on the way is not wanted. */
    if (self->session != NULL)
      soup_session_abort (self->session);
    g_clear_pointer (&answer->body, g_bytes_unref);
    answer->is_unchanged = FALSE;
    answer->error = error;
  }
  client->is_busy = FALSE;
  g_task_return_pointer (task, answer, (GDestroyNotify) slip_feed_answer_free);
  g_object_unref (task);
}

static const char *
get_host (const Exchange *self)
{
  return g_uri_get_host (self->uri);
}

static gboolean
has_network (void)
{
  return g_network_monitor_get_network_available (
    g_network_monitor_get_default ());
}

/* Ends the exchange with what a library said; takes @task and @cause. */
static void
conclude_transport (GTask *task, GError *cause)
{
  Exchange *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (self->is_late)
    g_set_error (&error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_TIMED_OUT,
                 ngettext ("%s did not answer in full within %u second",
                           "%s did not answer in full within %u seconds",
                           (self->limits.deadline_ms + 999) / 1000),
                 get_host (self), (self->limits.deadline_ms + 999) / 1000);
  else if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    slip_feed_failure_set_certificate (
      &error, get_host (self),
      soup_message_get_tls_peer_certificate_errors (self->message), cause);
  else
    slip_feed_failure_set_transport (&error, get_host (self), cause,
                                     has_network ());
  g_error_free (cause);
  conclude (task, error);
}

static const char *
get_header (const Exchange *self, const char *name)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (
                                         self->message),
                                       name);
}

/* The first of two names that a header goes by. */
static const char *
get_either (const Exchange *self, const char *name, const char *other)
{
  const char *value = get_header (self, name);

  return value != NULL ? value : get_header (self, other);
}

static void
note_wait (SlipFeedClient *client, Exchange *self, gboolean *is_limited)
{
  gint64 now_ms = slip_clock_get_now_ms (client->clock);
  const char *remaining =
    get_either (self, "X-RateLimit-Remaining", "RateLimit-Remaining");
  const char *reset = get_either (self, "X-RateLimit-Reset", "RateLimit-Reset");
  gint64 reset_ms = slip_feed_headers_parse_reset (remaining, reset, now_ms);
  gint64 after_ms =
    slip_feed_headers_parse_retry_after (get_header (self, "Retry-After"),
                                         now_ms);

  self->answer->not_before_ms = MAX (after_ms, reset_ms);
  *is_limited = reset_ms > 0 || (after_ms > 0 && remaining != NULL);
}

static void
conclude_body (GTask *task)
{
  Exchange *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->answer->body = slip_feed_inflater_end (self->inflater, &error);
  conclude (task, error);
}

static void read_more (GTask *task);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Exchange *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
    g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (bytes == NULL) {
    conclude_transport (task, error);
    return;
  }
  if (g_bytes_get_size (bytes) == 0) {
    conclude_body (task);
    return;
  }
  if (slip_feed_inflater_add (self->inflater, g_bytes_get_data (bytes, NULL),
                              g_bytes_get_size (bytes), &error))
    read_more (task);
  else
    conclude (task, error);
}

static void
read_more (GTask *task)
{
  Exchange *self = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (self->stream, BUFFER_BYTES,
                                   G_PRIORITY_DEFAULT, self->inner, read_cb,
                                   task);
}

/* Whether the body is in a form that is read here. */
static gboolean
check_form (const Exchange *self, gboolean *is_compressed, GError **error)
{
  SoupMessageHeaders *headers =
    soup_message_get_response_headers (self->message);
  const char *encoding = get_header (self, "Content-Encoding");
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  *is_compressed =
    encoding != NULL && (g_ascii_strcasecmp (encoding, "gzip") == 0 ||
                         g_ascii_strcasecmp (encoding, "x-gzip") == 0);
  if (encoding != NULL && !*is_compressed &&
      g_ascii_strcasecmp (encoding, "identity") != 0) {
    g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_INVALID,
                 _ ("The answer of %s is compressed in a way that was not "
                    "asked for"),
                 get_host (self));
    return FALSE;
  }
  if (type != NULL &&
      (g_ascii_strcasecmp (type, "text/html") == 0 ||
       g_ascii_strcasecmp (type, "application/xhtml+xml") == 0)) {
    g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_INVALID,
                 _ ("%s sent a web page and no data; it may want a sign-in"),
                 get_host (self));
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_length (const Exchange *self, GError **error)
{
  SoupMessageHeaders *headers =
    soup_message_get_response_headers (self->message);
  g_autofree char *limit = NULL;

  if (soup_message_headers_get_encoding (headers) !=
        SOUP_ENCODING_CONTENT_LENGTH ||
      soup_message_headers_get_content_length (headers) <=
        (goffset) self->limits.max_bytes)
    return TRUE;
  limit = g_format_size_full (self->limits.max_bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_TOO_LARGE,
               _ ("The answer is too long: at most %s are read"), limit);
  return FALSE;
}

static gboolean
find_next (Exchange *self, GError **error)
{
  SoupMessageHeaders *headers =
    soup_message_get_response_headers (self->message);
  g_autofree char *next = slip_feed_headers_dup_next (
    soup_message_headers_get_list (headers, "Link"));
  g_autoptr (GUri) uri = NULL;

  if (next == NULL)
    return TRUE;
  uri = slip_feed_address_follow (self->uri, next, error);
  if (uri == NULL)
    return FALSE;
  self->answer->next = g_uri_to_string (uri);
  return TRUE;
}

static void
receive_document (GTask *task)
{
  Exchange *self = g_task_get_task_data (task);
  gboolean is_compressed;
  GError *error = NULL;

  self->answer->etag = g_strdup (get_header (self, "ETag"));
  self->answer->last_modified = g_strdup (get_header (self, "Last-Modified"));
  if (!check_form (self, &is_compressed, &error) ||
      !check_length (self, &error) || !find_next (self, &error)) {
    conclude (task, error);
    return;
  }
  self->inflater =
    slip_feed_inflater_new (is_compressed, self->limits.max_bytes,
                            self->limits.max_ratio);
  read_more (task);
}

static void
receive_unchanged (GTask *task)
{
  Exchange *self = g_task_get_task_data (task);
  const char *etag = get_header (self, "ETag");
  GError *error = NULL;

  if (self->etag == NULL && self->last_modified == NULL) {
    slip_feed_failure_set_status (&error, get_host (self),
                                  SOUP_STATUS_NOT_MODIFIED, "Not Modified",
                                  FALSE);
    conclude (task, error);
    return;
  }
  self->answer->is_unchanged = TRUE;
  self->answer->etag = g_strdup (etag != NULL ? etag : self->etag);
  self->answer->last_modified = g_strdup (self->last_modified);
  conclude (task, NULL);
}

static void send_message (GTask *task);

static void
receive_redirect (GTask *task)
{
  Exchange *self = g_task_get_task_data (task);
  GError *error = NULL;
  GUri *uri = NULL;

  if (++self->n_redirects > SLIP_FEED_MAX_REDIRECTS)
    g_set_error (&error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_REDIRECT,
                 _ ("%s sends from one address to the next and on"),
                 get_host (self));
  else
    uri = slip_feed_address_follow (self->uri, get_header (self, "Location"),
                                    &error);
  if (uri == NULL) {
    conclude (task, error);
    return;
  }
  drop_stream (self);
  g_uri_unref (self->uri);
  self->uri = uri;
  send_message (task);
}

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 ||
         status == 308;
}

/* Whether the answer is the server's own.  That of a proxy which refuses the
 * way to it comes as if it were: then there was no server to prove itself. */
static gboolean
is_from_server (const Exchange *self)
{
  return !g_str_equal (g_uri_get_scheme (self->uri), "https") ||
         soup_message_get_tls_peer_certificate (self->message) != NULL;
}

static void
receive (GTask *task)
{
  Exchange *self = g_task_get_task_data (task);
  guint status = soup_message_get_status (self->message);
  const char *reason = soup_message_get_reason_phrase (self->message);
  gboolean is_limited;
  GError *error = NULL;

  if (!is_from_server (self)) {
    slip_feed_failure_set_proxy (&error, get_host (self), status, reason);
    conclude (task, error);
    return;
  }
  note_wait (g_task_get_source_object (task), self, &is_limited);
  if (status == SOUP_STATUS_OK) {
    receive_document (task);
  } else if (status == SOUP_STATUS_NOT_MODIFIED) {
    receive_unchanged (task);
  } else if (is_redirect (status)) {
    receive_redirect (task);
  } else {
    slip_feed_failure_set_status (&error, get_host (self), status, reason,
                                  is_limited);
    conclude (task, error);
  }
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Exchange *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->stream =
    soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL) {
    conclude_transport (task, error);
    return;
  }
  receive (task);
}

static void
set_headers (const Exchange *self)
{
  SoupMessageHeaders *headers =
    soup_message_get_request_headers (self->message);

  soup_message_headers_replace (headers, "Accept", "application/json");
  soup_message_headers_replace (headers, "Accept-Encoding", "gzip");
  if (self->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", self->etag);
  if (self->last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since",
                                  self->last_modified);
  if (self->secret_value != NULL &&
      slip_feed_address_is_same_origin (self->uri, self->secret_uri))
    soup_message_headers_replace (headers, self->secret_header,
                                  self->secret_value);
}

static void
send_message (GTask *task)
{
  SlipFeedClient *client = g_task_get_source_object (task);
  Exchange *self = g_task_get_task_data (task);

  g_clear_object (&self->message);
  self->message = soup_message_new_from_uri ("GET", self->uri);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  set_headers (self);
  self->session = slip_feed_address_is_loopback (self->uri)
                    ? client->direct_session
                    : client->session;
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT,
                           self->inner, sent_cb, task);
}

static gboolean
deadline_cb (gpointer data)
{
  Exchange *self = data;

  self->is_late = TRUE;
  g_cancellable_cancel (self->inner);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *outer, gpointer data)
{
  g_cancellable_cancel (data);
}

/* Text that can stand in a header as it is. */
static gboolean
is_header_text (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isprint (*p))
      return FALSE;
  return TRUE;
}

/* What was kept of an earlier answer; nothing if it cannot be sent. */
static char *
dup_validator (const char *text)
{
  return text != NULL && *text != '\0' && is_header_text (text)
           ? g_strdup (text)
           : NULL;
}

static gboolean
is_header_name (const char *name)
{
  static const char allowed[] =
    G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "!#$%&'*+-.^_`|~";

  return name != NULL && *name != '\0' &&
         strspn (name, allowed) == strlen (name);
}

static char *
dup_basic (const SlipFeedRequest *request)
{
  g_autofree char *pair =
    g_strdup_printf ("%s:%s",
                     request->secret_name != NULL ? request->secret_name : "",
                     request->secret);
  g_autofree char *code =
    g_base64_encode ((const guchar *) pair, strlen (pair));

  return g_strconcat ("Basic ", code, NULL);
}

static void
set_secret (Exchange *self, const SlipFeedRequest *request)
{
  const char *name = "Authorization";

  switch (request->secret_type) {
  case SLIP_FEED_SECRET_NONE:
    break;
  case SLIP_FEED_SECRET_BEARER:
    self->secret_value = g_strconcat ("Bearer ", request->secret, NULL);
    break;
  case SLIP_FEED_SECRET_BASIC:
    self->secret_value = dup_basic (request);
    break;
  case SLIP_FEED_SECRET_HEADER:
    name = request->secret_name;
    self->secret_value = g_strdup (request->secret);
    break;
  }
  self->secret_header = g_strdup (name);
}

/* Sets what is sent; the words of the error never hold the secret. */
static gboolean
prepare (Exchange *self, const SlipFeedRequest *request, GError **error)
{
  self->uri = slip_feed_address_parse (request->address, error);
  if (self->uri == NULL)
    return FALSE;
  if (request->secret_address != NULL)
    self->secret_uri = slip_feed_address_parse (request->secret_address, error);
  else
    self->secret_uri = g_uri_ref (self->uri);
  if (self->secret_uri == NULL)
    return FALSE;
  self->etag = dup_validator (request->etag);
  self->last_modified = dup_validator (request->last_modified);
  if (request->secret == NULL || request->secret_type == SLIP_FEED_SECRET_NONE)
    return TRUE;
  set_secret (self, request);
  if (!is_header_name (self->secret_header) ||
      !is_header_text (self->secret_value)) {
    g_set_error_literal (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_DENIED,
                         _ ("The secret has a character that cannot be sent, "
                            "such as a line end"));
    return FALSE;
  }
  return TRUE;
}

static SlipFeedLimits
fill_limits (SlipFeedLimits limits)
{
  if (limits.deadline_ms == 0)
    limits.deadline_ms = SLIP_FEED_DEADLINE_MS;
  if (limits.max_bytes == 0)
    limits.max_bytes = SLIP_FEED_MAX_BYTES;
  if (limits.max_ratio == 0)
    limits.max_ratio = SLIP_FEED_MAX_RATIO;
  return limits;
}

void
slip_feed_client_ask_async (SlipFeedClient *self,
                            const SlipFeedRequest *request,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_return_if_fail (SLIP_IS_FEED_CLIENT (self));
  g_return_if_fail (request != NULL && request->address != NULL);
  g_return_if_fail (!self->is_busy);

  GTask *task = g_task_new (self, cancellable, callback, data);
  Exchange *exchange = g_new0 (Exchange, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, slip_feed_client_ask_async);
  g_task_set_task_data (task, exchange, exchange_free);
  self->is_busy = TRUE;
  exchange->limits = fill_limits (request->limits);
  exchange->answer = g_new0 (SlipFeedAnswer, 1);
  exchange->inner = g_cancellable_new ();
  if (!prepare (exchange, request, &error)) {
    conclude (task, error);
    return;
  }
  if (cancellable != NULL) {
    exchange->outer = g_object_ref (cancellable);
    exchange->cancelled_id =
      g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                             g_object_ref (exchange->inner), g_object_unref);
  }
  exchange->deadline = g_timeout_source_new (exchange->limits.deadline_ms);
  g_source_set_callback (exchange->deadline, deadline_cb, exchange, NULL);
  g_source_attach (exchange->deadline, g_main_context_get_thread_default ());
  send_message (task);
}

SlipFeedAnswer *
slip_feed_client_ask_finish (SlipFeedClient *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* No feature of libsoup is wanted: what it would add, inflate, answer or keep
 * is bounded or left out here. */
static SoupSession *
new_session (void)
{
  SoupSession *session =
    soup_session_new_with_options ("user-agent", USER_AGENT, "timeout", 0,
                                   "idle-timeout", 30, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_SNIFFER);
  return session;
}

void
slip_feed_client_set_trust (SlipFeedClient *self, GTlsDatabase *database)
{
  g_return_if_fail (SLIP_IS_FEED_CLIENT (self));

  if (database == NULL) {
    g_object_set (self->session, "tls-database", NULL, NULL);
    g_object_set (self->direct_session, "tls-database", NULL, NULL);
    return;
  }
  soup_session_set_tls_database (self->session, database);
  soup_session_set_tls_database (self->direct_session, database);
}

void
slip_feed_client_set_proxies (SlipFeedClient *self, GProxyResolver *resolver)
{
  g_return_if_fail (SLIP_IS_FEED_CLIENT (self));

  soup_session_set_proxy_resolver (self->session,
                                   resolver != NULL
                                     ? resolver
                                     : g_proxy_resolver_get_default ());
}

static void
slip_feed_client_finalize (GObject *object)
{
  SlipFeedClient *self = SLIP_FEED_CLIENT (object);

  g_object_unref (self->session);
  g_object_unref (self->direct_session);
  slip_clock_unref (self->clock);
  G_OBJECT_CLASS (slip_feed_client_parent_class)->finalize (object);
}

static void
slip_feed_client_class_init (SlipFeedClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_feed_client_finalize;
}

static void
slip_feed_client_init (SlipFeedClient *self)
{
  self->session = new_session ();
  self->direct_session = new_session ();
  soup_session_set_proxy_resolver (self->direct_session, NULL);
}

SlipFeedClient *
slip_feed_client_new (SlipClock *clock)
{
  SlipFeedClient *self = g_object_new (SLIP_TYPE_FEED_CLIENT, NULL);

  self->clock = slip_clock_ref (clock);
  return self;
}
