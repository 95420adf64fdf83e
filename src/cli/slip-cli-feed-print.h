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

G_END_DECLS
