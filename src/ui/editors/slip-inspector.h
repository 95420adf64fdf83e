/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipInspector:
 *
 * A release's own page: what it is, how ready it is, its dates, owners, change
 * note, rollback plan, links, conflicts and history, all editable in place.
 * Each edit is asked for by an action when its field is left or Enter is
 * pressed.
 */
#define SLIP_TYPE_INSPECTOR (slip_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SlipInspector, slip_inspector, SLIP, INSPECTOR, GtkWidget)

/**
 * SlipInspector::history-wanted:
 * @id: the release
 *
 * Somebody wants to see the history; answered, perhaps later, by
 * slip_inspector_set_history().  Emitted again after each change while it is
 * shown.
 */

GtkWidget *slip_inspector_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_inspector_set_plan (SlipInspector *self,
                              const SlipPlanState *state,
                              SlipDate today);

/* Says what time it is: what counts hours shows that. */
void slip_inspector_show_moment (SlipInspector *self, SlipMoment moment);

/* Shows the release @id (nullable). */
void slip_inspector_set_release (SlipInspector *self, const char *id);

/**
 * slip_inspector_show_checklist:
 * @checklist: (nullable): the id of a checklist of the release shown; %NULL for
 *   all of them
 *
 * Opens the checklist and gives it the keyboard focus, as soon as its items are
 * there.
 */
void slip_inspector_show_checklist (SlipInspector *self, const char *checklist);

/**
 * slip_inspector_set_history:
 * @id: the release that @steps are about; another than the one shown is ignored
 * @steps: (element-type SlipStep): newest first
 */
void slip_inspector_set_history (SlipInspector *self,
                                 const char *id,
                                 GPtrArray *steps);

G_END_DECLS
