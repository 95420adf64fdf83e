/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-inflater.h"

#include <glib/gi18n-lib.h>

#define BUFFER_BYTES ((gsize) 16 * 1024)
#define FREE_BYTES   ((gsize) 1024 * 1024)

struct _SlipFeedInflater {
  GConverter *converter; /* NULL: nothing is compressed */
  GByteArray *body;
  gsize max_bytes;
  guint max_ratio;
  gsize n_in;
  gboolean is_at_end;
};

SlipFeedInflater *
slip_feed_inflater_new (gboolean is_compressed,
                        gsize max_bytes,
                        guint max_ratio)
{
  SlipFeedInflater *self = g_new0 (SlipFeedInflater, 1);

  if (is_compressed)
    self->converter =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  self->body = g_byte_array_new ();
  self->max_bytes = max_bytes;
  self->max_ratio = max_ratio;
  return self;
}

void
slip_feed_inflater_free (SlipFeedInflater *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->converter);
  g_byte_array_unref (self->body);
  g_free (self);
}

static gboolean
fail_large (const SlipFeedInflater *self, GError **error)
{
  g_autofree char *limit =
    g_format_size_full (self->max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_TOO_LARGE,
               /* Translators: a size, such as 8 MiB. */
               _ ("The answer is too long: at most %s are read"), limit);
  return FALSE;
}

static gboolean
fail_compressed (GError **error)
{
  g_set_error_literal (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_INVALID,
                       _ ("The compressed answer is damaged or cut short"));
  return FALSE;
}

static gboolean
keep (SlipFeedInflater *self, const guint8 *data, gsize length, GError **error)
{
  if (length > self->max_bytes - self->body->len)
    return fail_large (self, error);
  g_byte_array_append (self->body, data, (guint) length);
  if (self->converter != NULL && self->body->len > FREE_BYTES &&
      self->body->len / self->max_ratio > self->n_in) {
    g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_TOO_LARGE,
                 _ ("The answer is compressed more than %u times, which is "
                    "not read"),
                 self->max_ratio);
    return FALSE;
  }
  return TRUE;
}

static gboolean
inflate (SlipFeedInflater *self,
         const guint8 *data,
         gsize length,
         GError **error)
{
  guint8 buffer[BUFFER_BYTES];
  gsize at = 0;

  while (at < length) {
    g_autoptr (GError) own_error = NULL;
    gsize n_read = 0, n_written = 0;

    if (self->is_at_end)
      return fail_compressed (error);
    GConverterResult result =
      g_converter_convert (self->converter, data + at, length - at, buffer,
                           sizeof buffer, G_CONVERTER_NO_FLAGS, &n_read,
                           &n_written, &own_error);
    if (result == G_CONVERTER_ERROR)
      /* It wants more than there is: what was read is kept inside. */
      return g_error_matches (own_error, G_IO_ERROR,
                              G_IO_ERROR_PARTIAL_INPUT) ||
             fail_compressed (error);
    at += n_read;
    if (!keep (self, buffer, n_written, error))
      return FALSE;
    self->is_at_end = result == G_CONVERTER_FINISHED;
  }
  return TRUE;
}

/* What zlib still holds back when all of the input went in. */
static gboolean
drain (SlipFeedInflater *self, GError **error)
{
  guint8 buffer[BUFFER_BYTES];

  while (!self->is_at_end) {
    gsize n_read = 0, n_written = 0;
    GConverterResult result =
      g_converter_convert (self->converter, "", 0, buffer, sizeof buffer,
                           G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);

    if (result == G_CONVERTER_ERROR)
      return fail_compressed (error);
    if (!keep (self, buffer, n_written, error))
      return FALSE;
    self->is_at_end = result == G_CONVERTER_FINISHED;
  }
  return TRUE;
}

gboolean
slip_feed_inflater_add (SlipFeedInflater *self,
                        const guint8 *data,
                        gsize length,
                        GError **error)
{
  self->n_in += length;
  if (self->converter == NULL)
    return keep (self, data, length, error);
  return inflate (self, data, length, error);
}

GBytes *
slip_feed_inflater_end (SlipFeedInflater *self, GError **error)
{
  if (self->converter != NULL && !drain (self, error))
    return NULL;
  GByteArray *body = g_steal_pointer (&self->body);
  self->body = g_byte_array_new ();
  return g_byte_array_free_to_bytes (body);
}
