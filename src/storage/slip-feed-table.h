/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"
#include "slip-store-feeds.h"

G_BEGIN_DECLS

/* How feeds fare, their pages and their leases, in the file. */

/* Returns: (element-type SlipFeedStanding): of each feed ever asked. */
GPtrArray *slip_feed_table_read_standings (SlipConnection *connection,
                                           GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* That of @feed; as of one that was never asked, if it was not. */
SlipFeedStanding *slip_feed_table_read_standing (SlipConnection *connection,
                                                 const char *feed,
                                                 GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (element-type SlipFeedPageRow) */
GPtrArray *slip_feed_table_read_pages (SlipConnection *connection,
                                       const char *feed,
                                       const char *credential,
                                       const char *print,
                                       GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* The following write, each in one transaction.  @is_granted: whether it is
 * the holder's now. */
SlipFeedGrant *slip_feed_table_lease (SlipConnection *connection,
                                      const SlipFeedLease *lease,
                                      GError **error);
gboolean slip_feed_table_release (SlipConnection *connection,
                                  const char *feed,
                                  const char *holder,
                                  GError **error);
gboolean slip_feed_table_record (SlipConnection *connection,
                                 const SlipFeedRecord *record,
                                 GError **error);

G_END_DECLS
