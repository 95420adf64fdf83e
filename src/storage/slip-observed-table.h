/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"
#include "slip-observation.h"

G_BEGIN_DECLS

/*
 * The rows of what feeds said.  A word in the file that this program does not
 * know (somebody edited the file by hand) reads as nothing said;
 * slip_check_run() names it.
 */

/**
 * SlipObservedRow:
 * @id: of the row
 * @key: what it is about, as the file has it
 * @until_ms: 0 while the feed says so
 * @is_sound: whether this program understands all that the file has
 */
typedef struct {
  gint64 id;
  char *feed;
  char *key;
  gint64 since_ms;
  gint64 until_ms;
  SlipObservation *observation;
  gboolean is_sound;
} SlipObservedRow;

void slip_observed_row_free (SlipObservedRow *self);

/* Reads what @feed, or each feed for %NULL, says at present.
 * Returns: (element-type SlipObservedRow): by feed and then as they came. */
GPtrArray *slip_observed_table_read (SlipConnection *connection,
                                     const char *feed,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads everything that was ever said.  Returns: (element-type
 * SlipObservedRow) */
GPtrArray *slip_observed_table_read_all (SlipConnection *connection,
                                         GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* Reads what @feed said, about @key only if there is one, the newest first.
 * Returns: (element-type SlipObservedRow) */
GPtrArray *slip_observed_table_read_past (SlipConnection *connection,
                                          const char *feed,
                                          const char *key,
                                          guint limit,
                                          GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_observed_table_replace:
 * @observations: (element-type SlipObservation): all that @feed says at @at_ms;
 *   a later one takes the place of an earlier one about the same
 *
 * Writes what has changed; the caller has begun to write.  A new time of the
 * last change alone is none.
 */
gboolean slip_observed_table_replace (SlipConnection *connection,
                                      const char *feed,
                                      const GPtrArray *observations,
                                      gint64 at_ms,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipObservedRow, slip_observed_row_free)

G_END_DECLS
