/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"
#include "slip-store.h"

G_BEGIN_DECLS

/*
 * What a store asks of its file.  Each call but slip_reading_take_news() is one
 * consistent reading.
 */

/**
 * slip_reading_take_news:
 *
 * Returns: (transfer full): the steps after number @since and what is next, as
 *   part of a reading or writing under way.
 */
SlipNews *slip_reading_take_news (SlipConnection *connection,
                                  gint64 since,
                                  GError **error);

/* Adds the summaries of @news's steps to it, in the same reading or writing. */
gboolean slip_reading_add_summaries (SlipConnection *connection,
                                     SlipNews *news,
                                     GError **error);

/**
 * slip_reading_load:
 * @news: (out): the state's news, without steps
 *
 * Returns: (transfer full): the plan without the parts of releases.
 */
SlipPlanState *slip_reading_load (SlipConnection *connection,
                                  SlipNews **news,
                                  GError **error);

/**
 * slip_reading_load_parts:
 * @releases: (nullable): ids; all for %NULL
 *
 * Returns: (transfer full) (element-type SlipRow): their parts.
 */
GPtrArray *slip_reading_load_parts (SlipConnection *connection,
                                    const char *const *releases,
                                    gint64 since,
                                    SlipNews **news,
                                    GError **error);

/**
 * slip_reading_poll:
 *
 * As slip_reading_take_news(), but next to nothing is read if the connection
 * was asked before and nobody has written since.
 */
SlipNews *slip_reading_poll (SlipConnection *connection,
                             gint64 since,
                             GError **error);

GPtrArray *slip_reading_history (SlipConnection *connection,
                                 const char *release,
                                 gint64 before,
                                 guint limit,
                                 GError **error);

/**
 * slip_reading_copy:
 *
 * Writes a copy to @path, which must not exist: it is there complete and safe
 * from a crash, or not at all.
 */
gboolean slip_reading_copy (SlipConnection *connection,
                            const char *path,
                            GError **error);

G_END_DECLS
