/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/*
 * Whoever knows a wrong date has to be told.  When a release moves away from
 * the day an audience was told, a change notice is planned for it; when it
 * comes back before that was sent, the notice goes again.
 */

/**
 * slip_change_notice_settle:
 * @release: the id of a release
 * @today: the day on which it is done
 *
 * Plans a change notice, due on the next working day after @today, for each
 * audience that knows a wrong date of @release and has none planned.  Takes
 * away those it planned that have become needless, unless somebody wrote
 * something into them.  Does nothing for a closed release.  Needs its parts.
 */
void slip_change_notice_settle (SlipEdit *edit,
                                const char *release,
                                SlipDate today);

/* The same, if @edit has put the release date on another day so far. */
void slip_change_notice_settle_if_moved (SlipEdit *edit,
                                         const char *release,
                                         SlipDate today);

/* Whether @communication is a change notice that is still to be sent. */
gboolean slip_change_notice_is_due (const SlipRow *communication);

/**
 * slip_change_notice_is_added:
 *
 * Whether slip_change_notice_settle() made @communication.  Its id says so: it
 * comes from the release and the audience, so that the same intent makes the
 * same notice however often it is run.
 */
gboolean slip_change_notice_is_added (const SlipRow *communication);

/* Counts the change notices of @release that are still to be sent. */
guint slip_change_notice_count_due (const SlipPlanState *state,
                                    const char *release);

G_END_DECLS
