/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-day-watch.h"
#include "slip-open-plans.h"
#include "slip-plan-page.h"

G_BEGIN_DECLS

typedef struct _SlipEditRunner SlipEditRunner;
typedef struct _SlipWhatIfMode SlipWhatIfMode;

/**
 * SlipWindow:
 *
 * A window onto one plan.  State flows down from the workspace to the page that
 * shows it; wishes come up as actions (slip-window-actions.h).
 */
#define SLIP_TYPE_WINDOW (slip_window_get_type ())
G_DECLARE_FINAL_TYPE (SlipWindow,
                      slip_window,
                      SLIP,
                      WINDOW,
                      AdwApplicationWindow)

/**
 * SlipWindowStart:
 * @SLIP_WINDOW_START_PLAIN: nothing
 * @SLIP_WINDOW_START_STARTER: a working calendar and audiences
 * @SLIP_WINDOW_START_SAMPLE: the sample plan
 *
 * What a plan without any history is filled with when it is opened.
 */
typedef enum {
  SLIP_WINDOW_START_PLAIN,
  SLIP_WINDOW_START_STARTER,
  SLIP_WINDOW_START_SAMPLE,
} SlipWindowStart;

SlipWindow *slip_window_new (GtkApplication *application,
                             SlipOpenPlans *plans,
                             SlipDayWatch *day_watch) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_window_open:
 * @path: the plan's file, in the file name encoding
 *
 * Opens the plan in this window, in place of the one it shows.  The window
 * presents itself when there is something to see; what is wrong with a file is
 * shown in it.
 */
void slip_window_open (SlipWindow *self,
                       const char *path,
                       SlipStoreFlags flags,
                       SlipWindowStart start);

/* Opens the same file again. */
void slip_window_open_again (SlipWindow *self);

/**
 * SlipWindow::plan-shown:
 *
 * A plan that was asked for is there, and can be looked at.
 */

/* Whether a plan is shown, and not that one is being opened or what is wrong
 * with it. */
gboolean slip_window_shows_plan (SlipWindow *self);

/* The file shown or tried, without links; %NULL before the first. */
const char *slip_window_get_path (SlipWindow *self);

SlipPlanPage *slip_window_get_page (SlipWindow *self);

/* Carries out the edits asked for in this window. */
SlipEditRunner *slip_window_get_runner (SlipWindow *self);

/* What is tried out in this window. */
SlipWhatIfMode *slip_window_get_what_if (SlipWindow *self);

/* Both %NULL while no plan is shown.  While a what-if is on, the state is the
 * plan as it would be. */
SlipWorkspace *slip_window_get_workspace (SlipWindow *self);
const SlipPlanState *slip_window_get_state (SlipWindow *self);

/* Who asks the status feeds of the plan; %NULL while none is shown. */
SlipFeedService *slip_window_get_feeds (SlipWindow *self);

SlipDate slip_window_get_today (SlipWindow *self);

/* Now, on the day that the window shows as today; with a plan only. */
SlipMoment slip_window_get_moment (SlipWindow *self);

/**
 * SlipWindow::refreshed:
 *
 * The plan is shown as it is now; who else shows it does so too.
 */

/* Shows the plan as it is, whatever was typed over it. */
void slip_window_refresh (SlipWindow *self);

/* Whether a plan is open that can be written. */
gboolean slip_window_can_write (SlipWindow *self);

/**
 * slip_window_can_edit:
 *
 * Whether a plan is shown that can be written: it is open for that, and no
 * what-if of it is on.
 */
gboolean slip_window_can_edit (SlipWindow *self);

/* Shows @toast in place of the one shown, in the plan's settings if these stand
 * in front. */
void slip_window_take_toast (SlipWindow *self, AdwToast *toast);

/* Says @text in a toast, and to assistive technology. */
void slip_window_say (SlipWindow *self, const char *text);

/* Counts work under way: a window with some is not idle. */
void slip_window_begin_work (SlipWindow *self);
void slip_window_end_work (SlipWindow *self);
gboolean slip_window_is_working (SlipWindow *self);

G_END_DECLS
