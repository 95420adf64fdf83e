/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-field.h"

G_BEGIN_DECLS

/**
 * SlipFormWindow:
 *
 * A dialog that fills in one entity that is in no plan yet, the draft:
 * *Cancel*, a button that accepts, and groups of rows.  Return in a line of
 * text is as good as the button.
 */
#define SLIP_TYPE_FORM_WINDOW (slip_form_window_get_type ())
G_DECLARE_FINAL_TYPE (SlipFormWindow,
                      slip_form_window,
                      SLIP,
                      FORM_WINDOW,
                      AdwWindow)

/**
 * SlipFormWindow::accepted:
 *
 * Somebody wants it so, and every field holds a value.  The handler closes the
 * window or shows a fault.
 */

/**
 * SlipFormWindow::changed:
 *
 * The draft is another one.
 */

/**
 * slip_form_window_new:
 * @name: its widget's name, for tests
 * @accept: what the button that accepts is called, with a mnemonic
 */
SlipFormWindow *slip_form_window_new (const char *name,
                                      const char *title,
                                      const char *accept)
  G_GNUC_WARN_UNUSED_RESULT;

/* Before anything is added. */
void slip_form_window_set_draft (SlipFormWindow *self,
                                 const SlipPlanState *state,
                                 const SlipRow *draft,
                                 SlipDate today);

/* Fills in a property as a field does that holds @text. */
void slip_form_window_set_text (SlipFormWindow *self,
                                guint property,
                                const char *text);

/* The draft as it is filled in so far, and the plan it was begun in. */
const SlipRow *slip_form_window_get_draft (SlipFormWindow *self);
const SlipPlanState *slip_form_window_get_state (SlipFormWindow *self);
SlipDate slip_form_window_get_today (SlipFormWindow *self);

/* @title and @description (nullable) are shown as they are. */
AdwPreferencesGroup *slip_form_window_add_group (SlipFormWindow *self,
                                                 const char *title,
                                                 const char *description);

/* Adds a group of the caller's own. */
void slip_form_window_take_group (SlipFormWindow *self,
                                  AdwPreferencesGroup *group);

/* Adds a field for a property of the draft. */
SlipField *slip_form_window_add_field (SlipFormWindow *self,
                                       AdwPreferencesGroup *group,
                                       guint property,
                                       SlipFieldForm form);

/* Adds a row with an editor of the caller's. */
void slip_form_window_add_row (SlipFormWindow *self,
                               AdwPreferencesGroup *group,
                               const char *title,
                               GtkWidget *editor);

/**
 * slip_form_window_new_pairs:
 *
 * Returns: (transfer floating): `a(ss)` of the names and texts of the
 * properties that have fields.
 */
GVariant *slip_form_window_new_pairs (SlipFormWindow *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* Says what is wrong; %NULL for nothing. */
void slip_form_window_show_fault (SlipFormWindow *self, const char *fault);

/**
 * slip_form_window_commit:
 *
 * Takes in what is typed and not committed yet.
 *
 * Returns: whether every field holds a value; else it says which does not.
 */
gboolean slip_form_window_commit (SlipFormWindow *self);

/* Whether there is anything to accept. */
void slip_form_window_set_can_accept (SlipFormWindow *self,
                                      gboolean can_accept);

/* Accepts as a click on the button does. */
void slip_form_window_accept (SlipFormWindow *self);

G_END_DECLS
