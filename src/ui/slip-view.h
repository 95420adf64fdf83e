/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"
#include "slip-query.h"

G_BEGIN_DECLS

/**
 * SlipView:
 *
 * One way to show the plan: calendar, board, ….  A view is told what to show
 * and asks for edits by activating the window's actions (slip-actions.h); it
 * never edits and never holds the workspace.
 */
#define SLIP_TYPE_VIEW (slip_view_get_type ())
G_DECLARE_INTERFACE (SlipView, slip_view, SLIP, VIEW, GtkWidget)

struct _SlipViewInterface {
  GTypeInterface parent;

  void (*set_plan) (SlipView *self,
                    const SlipPlanState *state,
                    const SlipQuery *query,
                    SlipDate today);
  void (*set_selected) (SlipView *self, const char *release);
  void (*go) (SlipView *self, int direction);
  void (*go_to_date) (SlipView *self, SlipDate date);
  gboolean (*focus_release) (SlipView *self, const char *release);
  gboolean (*focus_content) (SlipView *self);
  const char *(*get_focused_release) (SlipView *self);
};

/**
 * slip_view_set_plan:
 *
 * Shows @state filtered by @query.  Called again whenever any of them, or the
 * day, has changed; keeps the scroll position, the period shown and the focus.
 */
void slip_view_set_plan (SlipView *self,
                         const SlipPlanState *state,
                         const SlipQuery *query,
                         SlipDate today);

/* Marks @release (nullable) as the selected one. */
void slip_view_set_selected (SlipView *self, const char *release);

/* Goes to the next (1), previous (-1) or present (0) period, where the view has
 * periods. */
void slip_view_go (SlipView *self, int direction);
void slip_view_go_to_date (SlipView *self, SlipDate date);

/* Whether it shows days that can be gone to. */
gboolean slip_view_has_days (SlipView *self);

/**
 * slip_view_focus_release:
 *
 * Brings @release into sight and gives its chip or card the keyboard focus.
 *
 * Returns: `FALSE` if the view does not show it.
 */
gboolean slip_view_focus_release (SlipView *self, const char *release);

/* Gives the keyboard focus to what the view shows, rather than to its bar;
 * where it had it already, it stays where it is. */
gboolean slip_view_focus_content (SlipView *self);

/* The release that has the keyboard focus in the view without being the
 * selected one; %NULL if there is none, or if the focus always selects. */
const char *slip_view_get_focused_release (SlipView *self);

G_END_DECLS
