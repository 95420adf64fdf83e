/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-row.h"

G_BEGIN_DECLS

/**
 * slip_generate_rows:
 * @n_releases: how many releases, spread over five years around @today, 120 of
 *   them on @today if there are as many
 * @n_items: how many items each release has
 * @seed: the same seed makes the same plan
 *
 * Makes a reference plan: 4 % of the releases, but at least 50, or 120 where
 * those on @today make more, are open and dated from @today on; the rest are
 * Released.  Most items of open releases have T-dates, an owner and a state
 * that fits the day they are due; some checklists are not needed or have no
 * owner, and some audiences were told of a release, or of an older date of it.
 *
 * Returns: (transfer full) (element-type SlipRow): its entities, owners before
 * their parts.
 */
GPtrArray *slip_generate_rows (guint n_releases,
                               guint n_items,
                               guint32 seed,
                               SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
