/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-inspector.h"
#include "slip-moment.h"
#include "slip-query.h"
#include "slip-view.h"
#include "slip-window-settings.h"
#include "slip-workspace.h"

G_BEGIN_DECLS

/**
 * SlipPlanPage:
 *
 * What a window shows of a plan: the views, the sidebar that filters them, the
 * inspector of the selected release and the search.  On a narrow window the
 * panes lie over the views.
 */
#define SLIP_TYPE_PLAN_PAGE (slip_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (SlipPlanPage, slip_plan_page, SLIP, PLAN_PAGE, AdwBin)

/**
 * SlipPlanPage:shows-sidebar:
 * SlipPlanPage:shows-inspector:
 * SlipPlanPage:is-searching:
 *
 * Whether the pane or the search entry is to be seen.
 */

/**
 * SlipPlanPage:is-narrow:
 *
 * Whether there is no room for the sidebar beside the view.
 */

/**
 * SlipPlanPage:view:
 *
 * The name of the view shown, 'calendar', 'board', 'readiness' or
 * 'my-day'.
 */

/**
 * SlipPlanPage:selected:
 *
 * The id of the selected release, or %NULL.
 */

/* @person: (nullable): the id of who sits in front of it. */
void slip_plan_page_set_me (SlipPlanPage *self, const char *person);

/* @workspace: (nullable): where its search looks; to be set with the plan. */
void slip_plan_page_set_workspace (SlipPlanPage *self,
                                   SlipWorkspace *workspace);

/* Shows what the plan is called, so that two can be told apart. */
void slip_plan_page_set_name (SlipPlanPage *self, const char *name);

/**
 * SlipPlanPage::history-wanted:
 * @release: an id
 *
 * As #SlipInspector::history-wanted; answered by slip_plan_page_set_history().
 */

/**
 * slip_plan_page_restore:
 *
 * Shows the panes and the view as they were left.  Called before the page is
 * shown.
 *
 * Returns: whether the page is going to be narrow.
 */
gboolean slip_plan_page_restore (SlipPlanPage *self,
                                 const SlipWindowSettings *settings);

/* The opposite, at the end. */
void slip_plan_page_remember (SlipPlanPage *self, SlipWindowSettings *settings);

/* For view switchers. */
AdwViewStack *slip_plan_page_get_view_stack (SlipPlanPage *self);

/**
 * slip_plan_page_set_plan:
 * @state: (nullable): the plan; %NULL to forget the last one
 */
void slip_plan_page_set_plan (SlipPlanPage *self,
                              const SlipPlanState *state,
                              SlipDate today);

/* @steps: (element-type SlipStep): of @release, newest first. */
void slip_plan_page_set_history (SlipPlanPage *self,
                                 const char *release,
                                 GPtrArray *steps);

const SlipQuery *slip_plan_page_get_query (SlipPlanPage *self);

/**
 * slip_plan_page_select:
 * @release: (nullable): an id
 *
 * Marks @release in every view and shows it in the inspector.
 */
void slip_plan_page_select (SlipPlanPage *self, const char *release);
const char *slip_plan_page_get_selected (SlipPlanPage *self);

/**
 * slip_plan_page_open_release:
 * @release: an id
 *
 * Selects @release and opens it in the inspector.
 *
 * Returns: (nullable) (transfer none): the inspector, to go to a part of it;
 * %NULL if there is no such release.
 */
SlipInspector *slip_plan_page_open_release (SlipPlanPage *self,
                                            const char *release);

/* Goes where the selected release is and gives it the keyboard focus. */
void slip_plan_page_focus_selected (SlipPlanPage *self);

/* Gives the keyboard focus to what is shown: the selected release, else what
 * the view shows; to what one can begin with if the plan has no releases. FALSE
 * if it has no place yet. */
gboolean slip_plan_page_focus_view (SlipPlanPage *self);

/* Whether there is a view of that name, or a span of the calendar, and the
 * names, 'calendar, board'. */
gboolean slip_plan_page_has_view (const char *name);
char *slip_plan_page_dup_view_names (void) G_GNUC_WARN_UNUSED_RESULT;

/* @name: a view's, or that of a #SlipCalendarSpan for the calendar with it;
 * anything else does nothing. */
void slip_plan_page_show_view (SlipPlanPage *self, const char *name);
const char *slip_plan_page_get_view_name (SlipPlanPage *self);
SlipView *slip_plan_page_get_view (SlipPlanPage *self);

void slip_plan_page_show_sidebar (SlipPlanPage *self, gboolean is_shown);
void slip_plan_page_show_inspector (SlipPlanPage *self, gboolean is_shown);
gboolean slip_plan_page_shows_sidebar (SlipPlanPage *self);
gboolean slip_plan_page_shows_inspector (SlipPlanPage *self);
gboolean slip_plan_page_is_narrow (SlipPlanPage *self);

/* Whether what is shown is still being worked out. */
gboolean slip_plan_page_is_busy (SlipPlanPage *self);

/* Shows the search entry, gives it the keyboard focus and looks for @text
 * (nullable: for what is in it). */
void slip_plan_page_search (SlipPlanPage *self, const char *text);

/**
 * slip_plan_page_close_pane:
 *
 * Returns: `TRUE` if a pane lay over the view and now is gone.
 */
gboolean slip_plan_page_close_pane (SlipPlanPage *self);

/* Says what time it is, for what counts hours. */
void slip_plan_page_show_moment (SlipPlanPage *self, SlipMoment moment);

G_END_DECLS
