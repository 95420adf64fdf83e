/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-cli-session.h"
#include "slip-status-report.h"

G_BEGIN_DECLS

/**
 * slip_cli_print_feed:
 * @n_pages: how many pages it came in
 *
 * Prints what a feed says, and what of it matches nothing in the open plan.
 */
void slip_cli_print_feed (const SlipCli *cli,
                          const SlipStatusReport *report,
                          guint n_pages);

/* Prints the feeds of the plan and how they fare, after slip_cli_load_feeds().
 */
void slip_cli_print_feeds (const SlipCli *cli);

/**
 * slip_cli_print_feed_values:
 * @feed: the id of a feed
 * @past: (nullable) (element-type SlipFeedPast): what it said before
 *
 * Prints how one feed fares, what it says, since when, and what of it was not
 * found in the plan.
 */
void slip_cli_print_feed_values (const SlipCli *cli,
                                 const char *feed,
                                 const GPtrArray *past);

G_END_DECLS
