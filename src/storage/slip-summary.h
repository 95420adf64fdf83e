/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"
#include "slip-readiness.h"

G_BEGIN_DECLS

/*
 * What the checklists of releases come to, kept in the file, so that a view of
 * many releases need not read their items.  Counted by core alone, written in
 * the transaction that changes what is counted; not part of the plan, of its
 * history or its digest.  All of it runs within a reading or writing that the
 * caller has begun.
 */

/* Whether the table is there with its columns. */
gboolean slip_summary_prepare (SlipConnection *connection, GError **error);

/**
 * slip_summary_list_touched:
 * @changes: (element-type SlipChange):
 *
 * Returns: (transfer container) (element-type utf8): the ids of the releases
 * whose checklists or items @changes touch, which keep them.
 */
GPtrArray *slip_summary_list_touched (const GPtrArray *changes)
  G_GNUC_WARN_UNUSED_RESULT;

/* Counts each of @releases (element-type utf8) anew, and writes that. */
gboolean slip_summary_renew (SlipConnection *connection,
                             const GPtrArray *releases,
                             GError **error);

/**
 * slip_summary_fill:
 * @rows: (element-type SlipRow): all that the file holds, which has no
 *   summaries yet
 */
gboolean slip_summary_fill (SlipConnection *connection,
                            const GPtrArray *rows,
                            GError **error);

/**
 * slip_summary_read:
 *
 * Returns: (transfer full): what the file says of @release; without checklists
 * if that is nothing.
 */
SlipReleaseSummary *slip_summary_read (SlipConnection *connection,
                                       const char *release,
                                       GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_summary_list_unfinished:
 *
 * Returns: (transfer full) (element-type utf8): the ids of releases that have
 * come out and have a flag left to be cleaned up.
 */
GPtrArray *slip_summary_list_unfinished (SlipConnection *connection,
                                         GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_summary_count:
 *
 * Returns: (transfer full): what the checklists and items of @release in the
 * file come to.
 */
SlipReleaseSummary *slip_summary_count (SlipConnection *connection,
                                        const char *release,
                                        GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
