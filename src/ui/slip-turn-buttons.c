/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-turn-buttons.h"

#include "slip-what-if-mode.h"

#include <glib/gi18n.h>

/* @what: (nullable) (transfer full): what would be undone or redone */
static void
name_button (GtkWidget *button, const char *name, char *what)
{
  g_autofree char *step = what;
  /* Translators: 'Undo' or 'Redo' and what, as in 'Undo: move of Mobile 4'. */
  g_autofree char *text =
    step != NULL ? g_strdup_printf (_ ("%s: %s"), name, step) : g_strdup (name);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static char *
dup_move (SlipWindow *window, const SlipWhatIfMove *move)
{
  return move != NULL
           ? slip_what_if_move_dup_text (move, slip_window_get_state (window),
                                         slip_window_get_today (window))
           : NULL;
}

static char *
dup_step (const SlipStep *step)
{
  return step != NULL ? slip_step_describe (step, SLIP_WRITER_WINDOW) : NULL;
}

void
slip_turn_buttons_name (SlipWindow *window,
                        GtkWidget *undo_button,
                        GtkWidget *redo_button)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  SlipWorkspace *workspace = slip_window_get_workspace (window);
  SlipWhatIf *what_if =
    slip_what_if_mode_get (slip_window_get_what_if (window));
  char *undo = NULL;
  char *redo = NULL;
  if (what_if != NULL) {
    undo = dup_move (window, slip_what_if_peek_undo (what_if));
    redo = dup_move (window, slip_what_if_peek_redo (what_if));
  } else if (workspace != NULL) {
    undo = dup_step (slip_workspace_peek_undo (workspace));
    redo = dup_step (slip_workspace_peek_redo (workspace));
  }
  name_button (undo_button, _ ("Undo"), undo);
  name_button (redo_button, _ ("Redo"), redo);
}
