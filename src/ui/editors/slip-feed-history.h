/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-observation.h"

G_BEGIN_DECLS

/**
 * SlipFeedWord:
 * @observation: what a feed said
 * @since_ms: since when, milliseconds since 1970 UTC
 * @until_ms: until when; 0 if it still says so
 */
typedef struct {
  const SlipObservation *observation;
  gint64 since_ms;
  gint64 until_ms;
} SlipFeedWord;

/**
 * slip_feed_history_new:
 * @words: (array length=n_words): about one thing, the newest first
 * @source: whose words they are
 *
 * A window that tells how what a feed says of one thing has changed.  Named
 * `feed-history`.
 */
GtkWidget *slip_feed_history_new (const SlipFeedWord *words,
                                  guint n_words,
                                  const char *source,
                                  SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
