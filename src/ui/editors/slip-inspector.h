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
 * slip_inspector_show_part:
 * @kind: of a part of the release shown
 * @id: its id
 *
 * Goes to a checklist, an item or a stage, as soon as it is there, opens it and
 * gives it the keyboard focus.
 */
void slip_inspector_show_part (SlipInspector *self,
                               SlipKind kind,
                               const char *id);

/* Gives the field of @property, a SlipReleaseProperty that has one, the
 * keyboard focus. */
void slip_inspector_show_field (SlipInspector *self, guint property);

/* Gives what adds a checklist the keyboard focus. */
void slip_inspector_show_adding (SlipInspector *self);

/* Goes to what status feeds say of @audience: of the release itself, if that
 * has no checklist. */
void slip_inspector_show_feeds (SlipInspector *self, const char *audience);

/**
 * slip_inspector_set_history:
 * @id: the release that @steps are about; another than the one shown is ignored
 * @steps: (element-type SlipStep): newest first
 */
void slip_inspector_set_history (SlipInspector *self,
                                 const char *id,
                                 GPtrArray *steps);

G_END_DECLS
