/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-server.h"

#include "slip-status-document.h"

#include <libsoup/soup.h>
#include <string.h>

/* What libsoup has no name for. */
#define TOO_MANY_REQUESTS 429

#define BOMB_BYTES ((gsize) 64 * 1024 * 1024)

struct _SlipFeedServer {
  GObject parent_instance;

  GFile *file;
  SoupServer *server;
  char *address;
  SlipFeedFault fault;
  guint delay_ms;
  char *authorization; /* what must be sent; NULL for anything */
  char *challenge;
};

G_DEFINE_FINAL_TYPE (SlipFeedServer, slip_feed_server, G_TYPE_OBJECT)

enum {
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const faults[SLIP_FEED_N_FAULTS] = {
  [SLIP_FEED_FAULT_NONE] = "none",
  [SLIP_FEED_FAULT_DELAY] = "delay",
  [SLIP_FEED_FAULT_CUT] = "cut",
  [SLIP_FEED_FAULT_BUSY] = "429",
  [SLIP_FEED_FAULT_BROKEN] = "500",
  [SLIP_FEED_FAULT_BOMB] = "bomb",
  [SLIP_FEED_FAULT_REDIRECT] = "redirect",
  [SLIP_FEED_FAULT_GARBAGE] = "garbage",
};

/* The document as it is at a request. */
typedef struct {
  GBytes *bytes;
  char *etag;
  char *last_modified;
} Document;

static void
document_free (Document *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, document_free)

const char *
slip_feed_fault_get_nick (SlipFeedFault fault)
{
  g_return_val_if_fail (fault < SLIP_FEED_N_FAULTS, NULL);

  return faults[fault];
}

gboolean
slip_feed_fault_find (const char *nick, SlipFeedFault *fault)
{
  for (guint i = 0; i < SLIP_FEED_N_FAULTS; i++)
    if (g_str_equal (faults[i], nick)) {
      *fault = (SlipFeedFault) i;
      return TRUE;
    }
  return FALSE;
}

/* Reads no more than a document may be, and one byte to tell that it is more.
 */
static GBytes *
load_bytes (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  GByteArray *bytes = g_byte_array_new ();
  guint8 buffer[16 * 1024];
  gssize n = -1;

  if (stream != NULL)
    do {
      n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer,
                               NULL, error);
      if (n > 0)
        g_byte_array_append (bytes, buffer, (guint) n);
    } while (n > 0 && bytes->len <= SLIP_STATUS_DOCUMENT_MAX_BYTES);
  if (n < 0) {
    g_byte_array_unref (bytes);
    return NULL;
  }
  return g_byte_array_free_to_bytes (bytes);
}

SlipStatusReport *
slip_feed_server_read (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = load_bytes (file, error);

  return bytes != NULL ? slip_status_document_parse (bytes, error) : NULL;
}

static char *
dup_last_modified (GFile *file)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED,
                       G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) at =
    info != NULL ? g_file_info_get_modification_date_time (info) : NULL;

  return at != NULL ? soup_date_time_to_string (at, SOUP_DATE_HTTP) : NULL;
}

/* Loads the document and checks it. */
static Document *
load_document (SlipFeedServer *self, GError **error)
{
  g_autoptr (Document) document = g_new0 (Document, 1);
  g_autoptr (SlipStatusReport) report = NULL;

  document->last_modified = dup_last_modified (self->file);
  document->bytes = load_bytes (self->file, error);
  if (document->bytes == NULL)
    return NULL;
  report = slip_status_document_parse (document->bytes, error);
  if (report == NULL)
    return NULL;
  g_autofree char *sum =
    g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document->bytes);
  /* Weak, as it stands for the bytes with and without gzip. */
  document->etag = g_strdup_printf ("W/\"%.16s\"", sum);
  return g_steal_pointer (&document);
}

static gboolean
is_unchanged (SoupMessageHeaders *headers, const Document *document)
{
  const char *etags = soup_message_headers_get_list (headers, "If-None-Match");
  const char *since =
    soup_message_headers_get_one (headers, "If-Modified-Since");

  if (etags != NULL)
    return strstr (etags, document->etag) != NULL || g_str_equal (etags, "*");
  return since != NULL && g_strcmp0 (since, document->last_modified) == 0;
}

/* @length bytes of @data, @n times, as gzip. */
static GBytes *
compress (gconstpointer data, gsize length, guint n)
{
  g_autoptr (GZlibCompressor) compressor =
    g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) output =
    g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  for (guint i = 0; i < n; i++)
    g_output_stream_write_all (output, data, length, NULL, NULL, NULL);
  g_output_stream_close (output, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (
    G_MEMORY_OUTPUT_STREAM (memory));
}

static void
set_body (SoupServerMessage *message, GBytes *bytes)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_body_append_bytes (soup_server_message_get_response_body (
                                    message),
                                  bytes);
}

static void
set_words (SoupServerMessage *message, guint status, const char *words)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/plain; charset=utf-8",
                                    SOUP_MEMORY_COPY, words, strlen (words));
}

static void
answer_document (SoupServerMessage *message, const Document *document)
{
  SoupMessageHeaders *asked = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *headers =
    soup_server_message_get_response_headers (message);
  gsize length;
  gconstpointer data = g_bytes_get_data (document->bytes, &length);

  soup_message_headers_replace (headers, "ETag", document->etag);
  if (document->last_modified != NULL)
    soup_message_headers_replace (headers, "Last-Modified",
                                  document->last_modified);
  soup_message_headers_replace (headers, "Vary", "Accept-Encoding");
  if (is_unchanged (asked, document)) {
    soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
    return;
  }
  soup_message_headers_set_content_type (headers, "application/json", NULL);
  if (!soup_message_headers_header_contains (asked, "Accept-Encoding",
                                             "gzip")) {
    set_body (message, document->bytes);
    return;
  }
  g_autoptr (GBytes) packed = compress (data, length, 1);
  soup_message_headers_replace (headers, "Content-Encoding", "gzip");
  set_body (message, packed);
}

static void
cut_cb (SoupServerMessage *message, gpointer data)
{
  g_socket_shutdown (soup_server_message_get_socket (message), TRUE, TRUE,
                     NULL);
}

/* Says how long the document is and sends the half of it. */
static void
answer_cut (SoupServerMessage *message, const Document *document)
{
  SoupMessageHeaders *headers =
    soup_server_message_get_response_headers (message);
  gsize length = g_bytes_get_size (document->bytes);
  g_autoptr (GBytes) half =
    g_bytes_new_from_bytes (document->bytes, 0, length / 2);

  soup_message_headers_set_content_type (headers, "application/json", NULL);
  soup_message_headers_set_content_length (headers, (goffset) length);
  set_body (message, half);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (cut_cb), NULL);
}

static void
answer_bomb (SoupServerMessage *message)
{
  const gsize piece = 64 * 1024;
  g_autofree char *blanks = g_strnfill (piece, ' ');
  g_autoptr (GBytes) packed =
    compress (blanks, piece, (guint) (BOMB_BYTES / piece));
  SoupMessageHeaders *headers =
    soup_server_message_get_response_headers (message);

  soup_message_headers_set_content_type (headers, "application/json", NULL);
  soup_message_headers_replace (headers, "Content-Encoding", "gzip");
  set_body (message, packed);
}

static void
answer_garbage (SoupServerMessage *message)
{
  static const guint8 garbage[] = { 0xff, 0x00, 0xc3, 0x28, '{', 0xfe };
  g_autoptr (GBytes) bytes = g_bytes_new_static (garbage, sizeof garbage);

  soup_message_headers_set_content_type (
    soup_server_message_get_response_headers (message), "application/json",
    NULL);
  set_body (message, bytes);
}

/* This server by its other name, which is another origin. */
static void
answer_redirect (SlipFeedServer *self, SoupServerMessage *message)
{
  g_autoptr (GUri) own = g_uri_parse (self->address, G_URI_FLAGS_NONE, NULL);
  g_autofree char *other =
    g_strdup_printf ("http://localhost:%d/?fault=none", g_uri_get_port (own));

  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, other);
}

static gboolean
unpause_cb (gpointer data)
{
  soup_server_message_unpause (data);
  return G_SOURCE_REMOVE;
}

static void
stop_waiting_cb (SoupServerMessage *message, gpointer data)
{
  g_source_destroy (data);
}

/* Answers later, unless nobody waits any more. */
static void
delay (SlipFeedServer *self, SoupServerMessage *message)
{
  GSource *source = g_timeout_source_new (self->delay_ms);

  soup_server_message_pause (message);
  g_source_set_callback (source, unpause_cb, g_object_ref (message),
                         g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
  g_signal_connect_data (message, "disconnected", G_CALLBACK (stop_waiting_cb),
                         source, (GClosureNotify) (GCallback) g_source_unref,
                         0);
}

static void
answer_well_or_not (SlipFeedServer *self,
                    SoupServerMessage *message,
                    SlipFeedFault fault,
                    const Document *document)
{
  switch (fault) {
  case SLIP_FEED_FAULT_NONE:
    answer_document (message, document);
    break;
  case SLIP_FEED_FAULT_DELAY:
    answer_document (message, document);
    delay (self, message);
    break;
  case SLIP_FEED_FAULT_CUT:
    answer_cut (message, document);
    break;
  case SLIP_FEED_FAULT_BUSY:
    soup_message_headers_replace (soup_server_message_get_response_headers (
                                    message),
                                  "Retry-After", "30");
    set_words (message, TOO_MANY_REQUESTS, "Slow down\n");
    soup_server_message_set_status (message, TOO_MANY_REQUESTS,
                                    "Too Many Requests");
    break;
  case SLIP_FEED_FAULT_BROKEN:
    set_words (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, "Out of order\n");
    break;
  case SLIP_FEED_FAULT_REDIRECT:
    answer_redirect (self, message);
    break;
  case SLIP_FEED_FAULT_BOMB:
    answer_bomb (message);
    break;
  case SLIP_FEED_FAULT_GARBAGE:
    answer_garbage (message);
    break;
  case SLIP_FEED_N_FAULTS:
    g_assert_not_reached ();
  }
}

/* Whether the secret came; answers if not. */
static gboolean
check_secret (SlipFeedServer *self, SoupServerMessage *message)
{
  const char *sent = soup_message_headers_get_one (
    soup_server_message_get_request_headers (message), "Authorization");

  if (self->authorization == NULL || g_strcmp0 (sent, self->authorization) == 0)
    return TRUE;
  soup_message_headers_replace (soup_server_message_get_response_headers (
                                  message),
                                "WWW-Authenticate", self->challenge);
  set_words (message, SOUP_STATUS_UNAUTHORIZED, "A secret is needed\n");
  return FALSE;
}

static SlipFeedFault
find_fault (SlipFeedServer *self, GHashTable *query)
{
  const char *nick =
    query != NULL ? g_hash_table_lookup (query, "fault") : NULL;
  SlipFeedFault fault = self->fault;

  if (nick != NULL)
    slip_feed_fault_find (nick, &fault);
  return fault;
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer data)
{
  SlipFeedServer *self = data;
  const char *method = soup_server_message_get_method (message);
  g_autofree char *request = g_strdup_printf ("%s %s", method, path);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (method, "GET") && !g_str_equal (method, "HEAD")) {
    set_words (message, SOUP_STATUS_METHOD_NOT_ALLOWED, "Only GET\n");
  } else if (check_secret (self, message)) {
    g_autoptr (Document) document = load_document (self, &error);
    if (document != NULL)
      answer_well_or_not (self, message, find_fault (self, query), document);
    else
      set_words (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, error->message);
  }
  g_signal_emit (self, signals[ANSWERED], 0, request,
                 soup_server_message_get_status (message),
                 error != NULL ? error->message : NULL);
}

static void
set_secret (SlipFeedServer *self, const SlipFeedServerOptions *options)
{
  if (options->bearer != NULL) {
    self->authorization = g_strconcat ("Bearer ", options->bearer, NULL);
    self->challenge = g_strdup ("Bearer realm=\"slipway-status\"");
  } else if (options->user != NULL) {
    g_autofree char *pair =
      g_strdup_printf ("%s:%s", options->user,
                       options->password != NULL ? options->password : "");
    g_autofree char *code =
      g_base64_encode ((const guchar *) pair, strlen (pair));

    self->authorization = g_strconcat ("Basic ", code, NULL);
    self->challenge = g_strdup ("Basic realm=\"slipway-status\"");
  }
}

static gboolean
listen_on (SlipFeedServer *self, guint16 port, GError **error)
{
  if (!soup_server_listen_local (self->server, port,
                                 SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return FALSE;

  GSList *uris = soup_server_get_uris (self->server);
  self->address = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return TRUE;
}

SlipFeedServer *
slip_feed_server_new (GFile *file,
                      const SlipFeedServerOptions *options,
                      GError **error)
{
  g_autoptr (SlipFeedServer) self = g_object_new (SLIP_TYPE_FEED_SERVER, NULL);

  self->file = g_object_ref (file);
  if (options != NULL) {
    self->fault = options->fault;
    self->delay_ms = options->delay_ms;
    set_secret (self, options);
  }
  if (!listen_on (self, options != NULL ? options->port : 0, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
slip_feed_server_get_address (SlipFeedServer *self)
{
  g_return_val_if_fail (SLIP_IS_FEED_SERVER (self), NULL);

  return self->address;
}

static void
slip_feed_server_dispose (GObject *object)
{
  SlipFeedServer *self = SLIP_FEED_SERVER (object);

  if (self->server != NULL) {
    soup_server_remove_handler (self->server, NULL);
    soup_server_disconnect (self->server);
  }
  g_clear_object (&self->server);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (slip_feed_server_parent_class)->dispose (object);
}

static void
slip_feed_server_finalize (GObject *object)
{
  SlipFeedServer *self = SLIP_FEED_SERVER (object);

  g_free (self->address);
  g_free (self->authorization);
  g_free (self->challenge);
  G_OBJECT_CLASS (slip_feed_server_parent_class)->finalize (object);
}

static void
slip_feed_server_class_init (SlipFeedServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = slip_feed_server_dispose;
  object_class->finalize = slip_feed_server_finalize;
  signals[ANSWERED] =
    g_signal_new ("answered", SLIP_TYPE_FEED_SERVER, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT,
                  G_TYPE_STRING);
}

static void
slip_feed_server_init (SlipFeedServer *self)
{
  self->server =
    g_object_new (SOUP_TYPE_SERVER, "server-header", "slipway-cli", NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
}
