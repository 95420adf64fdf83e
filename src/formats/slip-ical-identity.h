/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * slip_ical_settle_identity:
 * @entries: (element-type SlipIcalEntry): in the order of the file; the events
 *   of those that are superseded become %NULL, the UIDs of the others unique
 * @skipped: (element-type SlipIcalSkipped): every such change is added
 *
 * Applies the rules told at slip_ical_parse().  Takes time proportional to the
 * number of entries, even if all have one UID.
 */
void slip_ical_settle_identity (GPtrArray *entries, GPtrArray *skipped);

G_END_DECLS
