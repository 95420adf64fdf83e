/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

/*
 * What a GTK says of itself and nobody here can change; any other warning ends
 * the test.
 */
static const char *const noise[] = {
  /* Newer GTKs, where nothing tells them when a frame was shown. */
  "gdk_frame_timings_submitted() called on submitted frame.",
  /* Newer libadwaitas, of which one rounds down and the other up. */
  "AdwClamp 0x* (clamp) reported min height * and natural height * in "
  "measure() with for_size=-1; natural size must be >= min size",
};

static gboolean
is_noise (const GLogField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (noise); i++)
    if (g_str_equal (field->key, "MESSAGE") && field->length < 0 &&
        g_pattern_match_simple (noise[i], field->value))
      return TRUE;
  return FALSE;
}

static GLogWriterOutput
write_cb (GLogLevelFlags level,
          const GLogField *fields,
          gsize n_fields,
          gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (is_noise (&fields[i]))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

/* Before main (), as all tests are to have it and none names it. */
static void __attribute__ ((constructor)) pass_over_noise (void)
{
  g_log_set_writer_func (write_cb, NULL, NULL);
}
