/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-cli-session.h"
#include "slip-store-feeds.h"

G_BEGIN_DECLS

/**
 * slip_cli_load_feeds:
 *
 * Has what the feeds of the open plan say beside the state.  The parts of open
 * releases are read for it, as it is about them; a plan without feeds costs
 * nothing.
 */
gboolean slip_cli_load_feeds (SlipCli *self, GError **error);

/* As slip_cli_open_release(), and then this. */
const SlipRow *slip_cli_open_release_with_feeds (SlipCli *self,
                                                 SlipCliOpening opening,
                                                 const char *text,
                                                 GError **error);

/* Returns: (transfer full) (element-type SlipFeedPast): what @feed has said,
 * the newest first, at most @limit. */
GPtrArray *slip_cli_load_feed_history (SlipCli *self,
                                       const char *feed,
                                       guint limit,
                                       GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
