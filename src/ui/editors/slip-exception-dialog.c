/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-exception-dialog.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-entity-choice.h"
#include "slip-freeze-text.h"
#include "slip-release.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

#define DATA_KEY "slip-exception-dialog"

/* What the dialog has beside its draft. */
typedef struct {
  char *freeze;
  GPtrArray *stages;  /* SlipRow, in the order of the drop-down */
  GtkDropDown *stage; /* the whole release first */
  SlipEntityChoice *person;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;

  g_free (dialog->freeze);
  g_ptr_array_unref (dialog->stages);
  g_free (dialog);
}

static Dialog *
get_dialog (SlipFormWindow *window)
{
  return g_object_get_data (G_OBJECT (window), DATA_KEY);
}

static const char *
get_stage (const Dialog *dialog)
{
  guint selected = gtk_drop_down_get_selected (dialog->stage);

  return selected > 0 && selected <= dialog->stages->len
           ? slip_row_get_id (dialog->stages->pdata[selected - 1])
           : "";
}

static const char *
find_fault (SlipFormWindow *window)
{
  const SlipRow *draft = slip_form_window_get_draft (window);

  if (!slip_row_get_text (draft, SLIP_DECISION_ASKED_BY))
    return _ ("Say who asks for the exception");
  if (!slip_entity_choice_get_id (get_dialog (window)->person))
    return _ ("Say who decides on the exception");
  if (!slip_row_get_text (draft, SLIP_DECISION_REASON))
    return _ ("Say why there is an exception");
  if (slip_date_is_before (slip_row_get_date (draft, SLIP_DECISION_UNTIL),
                           slip_form_window_get_today (window)))
    return _ ("The last day is already past");

  return NULL;
}

static void
accepted_cb (SlipFormWindow *window)
{
  const Dialog *dialog = get_dialog (window);
  const SlipRow *draft = slip_form_window_get_draft (window);
  const char *fault = find_fault (window);
  g_autofree char *until =
    slip_date_to_text (slip_row_get_date (draft, SLIP_DECISION_UNTIL));

  if (fault) {
    slip_form_window_show_fault (window, fault);
    return;
  }
  slip_ask (GTK_WIDGET (window), SLIP_ACTION_RECORD_EXCEPTION,
            g_variant_new ("(sssssss)", slip_row_get_owner (draft),
                           get_stage (dialog), dialog->freeze,
                           slip_row_get_text (draft, SLIP_DECISION_ASKED_BY),
                           slip_entity_choice_get_id (dialog->person),
                           slip_row_get_text (draft, SLIP_DECISION_REASON),
                           until ? until : ""));
  gtk_window_close (GTK_WINDOW (window));
}

static GtkWidget *
new_stage_choice (Dialog *dialog, const char *stage)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;
  GtkWidget *choice;

  gtk_string_list_append (names, _ ("The whole release"));
  for (guint i = 0; i < dialog->stages->len; i++) {
    const char *name =
      slip_row_get_text (dialog->stages->pdata[i], SLIP_STAGE_NAME);

    gtk_string_list_append (names, name ? name : _ ("A stage"));
    if (g_strcmp0 (slip_row_get_id (dialog->stages->pdata[i]), stage) == 0)
      selected = i + 1;
  }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_widget_set_name (choice, "exception-stage");
  dialog->stage = GTK_DROP_DOWN (choice);
  return choice;
}

static GtkWidget *
new_person_choice (Dialog *dialog, const SlipPlanState *state, const char *me)
{
  GtkWidget *choice =
    slip_entity_choice_new (SLIP_KIND_PERSON, _ ("Nobody"), NULL);

  dialog->person = SLIP_ENTITY_CHOICE (choice);
  gtk_widget_set_name (choice, "decided-by");
  slip_entity_choice_set_label (dialog->person, _ ("Decided by"));
  slip_entity_choice_set_plan (dialog->person, state, me);
  return choice;
}

static void
add_rows (SlipFormWindow *window,
          AdwPreferencesGroup *group,
          const char *stage,
          const char *me)
{
  Dialog *dialog = get_dialog (window);
  const SlipPlanState *state = slip_form_window_get_state (window);
  SlipField *field;

  field = slip_form_window_add_field (window, group, SLIP_DECISION_ASKED_BY,
                                      SLIP_FIELD_PLAIN);
  gtk_widget_grab_focus (GTK_WIDGET (field));
  slip_form_window_add_row (window, group, _ ("Decided by"),
                            new_person_choice (dialog, state, me));
  slip_form_window_add_field (window, group, SLIP_DECISION_REASON,
                              SLIP_FIELD_LONG);
  slip_form_window_add_row (window, group, _ ("For"),
                            new_stage_choice (dialog, stage));
  field = slip_form_window_add_field (window, group, SLIP_DECISION_UNTIL,
                                      SLIP_FIELD_PLAIN);
  slip_field_set_note (field, _ ("Its last day; without one it holds for good"),
                       FALSE);
}

SlipFormWindow *
slip_exception_dialog_new (const SlipPlanState *state,
                           const char *release,
                           const char *stage,
                           const char *freeze,
                           const char *me,
                           SlipDate today)
{
  SlipFormWindow *window =
    slip_form_window_new ("exception-dialog", _ ("Exception From a Freeze"),
                          _ ("_Record"));
  Dialog *dialog = g_new0 (Dialog, 1);
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  const SlipRow *freeze_row =
    slip_plan_state_get (state, SLIP_KIND_FREEZE, freeze);
  g_autofree char *id = slip_id_new ();
  g_autoptr (SlipRow) draft =
    slip_row_new (SLIP_KIND_DECISION, id, release, NULL);
  g_autofree char *title = slip_release_dup_title (state, row);
  g_autofree char *name = slip_entity_dup_label (state, freeze_row);
  g_autofree char *when = slip_freeze_dup_when (freeze_row, today);
  g_autofree char *about =
    /* Translators: a freeze and when it is. */
    g_strdup_printf (_ ("%s · %s"), name, when);

  dialog->freeze = g_strdup (freeze);
  dialog->stages = slip_stage_list (state, release);
  g_object_set_data_full (G_OBJECT (window), DATA_KEY, dialog, dialog_free);
  slip_form_window_set_draft (window, state, draft, today);
  add_rows (window, slip_form_window_add_group (window, title, about), stage,
            me);
  g_signal_connect (window, "accepted", G_CALLBACK (accepted_cb), NULL);
  return window;
}
