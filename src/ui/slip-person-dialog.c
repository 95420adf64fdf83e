/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-person-dialog.h"

#include "slip-plain-text.h"

#include <glib/gi18n.h>

/* One question; lives as long as its dialog. */
typedef struct {
  SlipPersonFunc callback;
  gpointer data;
  GDestroyNotify data_free;
  char *person;      /* offered, or NULL */
  char *name;        /* offered */
  GPtrArray *people; /* of SlipRow */
  GPtrArray *checks; /* of GtkCheckButton, in that order, borrowed */
  AdwEntryRow *name_row;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;
  question->data_free (question->data);
  g_ptr_array_unref (question->people);
  g_ptr_array_unref (question->checks);
  g_free (question->person);
  g_free (question->name);
  g_free (question);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  return g_utf8_collate (slip_row_get_text (row_a, SLIP_PERSON_NAME),
                         slip_row_get_text (row_b, SLIP_PERSON_NAME));
}

static void
add_person (const SlipRow *row, gpointer data)
{
  if (!slip_row_get_boolean (row, SLIP_PERSON_IS_RETIRED))
    g_ptr_array_add (data, slip_row_ref (row));
}

static GPtrArray *
list_people (const SlipPlanState *state)
{
  GPtrArray *people =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  slip_plan_state_foreach (state, SLIP_KIND_PERSON, add_person, people);
  g_ptr_array_sort (people, compare_names);
  return people;
}

static void
answer (const Question *question,
        const char *person,
        const char *name,
        gboolean is_new)
{
  SlipPersonAnswer answer = { person, name, is_new };
  question->callback (&answer, question->data);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "cancel")) {
    question->callback (NULL, question->data);
    return;
  }
  if (g_str_equal (response, "skip")) {
    answer (question, NULL, question->name, FALSE);
    return;
  }
  for (guint i = 0; i < question->people->len; i++) {
    const SlipRow *row = question->people->pdata[i];
    if (!gtk_check_button_get_active (question->checks->pdata[i]))
      continue;
    answer (question, slip_row_get_id (row),
            slip_row_get_text (row, SLIP_PERSON_NAME), FALSE);
    return;
  }
  g_autofree char *name = g_strstrip (
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->name_row))));
  answer (question, NULL, *name != '\0' ? name : question->name, TRUE);
}

static GtkCheckButton *
add_check (AdwPreferencesRow *row, GtkCheckButton *group)
{
  GtkWidget *check = gtk_check_button_new ();
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (row), -1);
  return GTK_CHECK_BUTTON (check);
}

static GtkCheckButton *
add_person_row (GtkListBox *list,
                const SlipRow *person,
                Question *question,
                GtkCheckButton *group)
{
  const char *name = slip_row_get_text (person, SLIP_PERSON_NAME);
  GtkWidget *row = adw_action_row_new ();
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), name);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row),
                                    slip_row_get_text (person,
                                                       SLIP_PERSON_ROLE));
  GtkCheckButton *check = add_check (ADW_PREFERENCES_ROW (row), group);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row),
                                         GTK_WIDGET (check));
  gtk_list_box_append (list, row);
  g_ptr_array_add (question->checks, check);
  if (question->person != NULL
        ? g_strcmp0 (slip_row_get_id (person), question->person) == 0
        : g_strcmp0 (name, question->name) == 0)
    gtk_check_button_set_active (check, TRUE);
  return check;
}

static void
name_wanted_cb (GtkCheckButton *check)
{
  gtk_check_button_set_active (check, TRUE);
}

/* The row for whoever is not in the plan yet comes first: its name is offered
 * and taken unless somebody else is chosen. */
static void
add_name_row (GtkListBox *list, Question *question, GtkCheckButton *group)
{
  GtkWidget *row = adw_entry_row_new ();
  gtk_widget_set_name (row, "person-name");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Your Name"));
  gtk_editable_set_text (GTK_EDITABLE (row), question->name);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  question->name_row = ADW_ENTRY_ROW (row);
  gtk_list_box_prepend (list, row);
  if (group == NULL)
    return;
  GtkCheckButton *check = add_check (ADW_PREFERENCES_ROW (row), group);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), GTK_WIDGET (check));
  /* Not the focus, which comes by itself. */
  GtkGesture *click = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (name_wanted_cb), check,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (row, "changed", G_CALLBACK (name_wanted_cb), check,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < question->checks->len; i++)
    if (gtk_check_button_get_active (question->checks->pdata[i]))
      return;
  gtk_check_button_set_active (check, TRUE);
}

static GtkWidget *
new_list (Question *question)
{
  GtkWidget *list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  GtkCheckButton *group = NULL;
  for (guint i = 0; i < question->people->len; i++)
    group = add_person_row (GTK_LIST_BOX (list), question->people->pdata[i],
                            question, group);
  add_name_row (GTK_LIST_BOX (list), question, group);

  GtkWidget *scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (
                                                      scrolled),
                                                    TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled),
                                              320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

/* Return takes what is offered. */
static void
focus_answer (GtkWindow *dialog, const Question *question)
{
  GtkWidget *widget = GTK_WIDGET (question->name_row);
  for (guint i = 0; i < question->checks->len; i++)
    if (gtk_check_button_get_active (question->checks->pdata[i]))
      widget = gtk_window_get_default_widget (dialog);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

static void
add_responses (AdwMessageDialog *dialog, gboolean can_skip)
{
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  if (can_skip)
    adw_message_dialog_add_response (dialog, "skip", _ ("_Skip"));
  adw_message_dialog_add_response (dialog, "continue",
                                   can_skip ? _ ("C_ontinue") : _ ("_Save"));
  adw_message_dialog_set_response_appearance (dialog, "continue",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "continue");
  adw_message_dialog_set_close_response (dialog, "cancel");
}

void
slip_person_dialog_ask (GtkWindow *parent,
                        const SlipPlanState *state,
                        const SlipPersonQuestion *asked,
                        SlipPersonFunc callback,
                        gpointer data,
                        GDestroyNotify data_free)
{
  g_return_if_fail (state != NULL && callback != NULL);
  g_return_if_fail (asked != NULL && asked->name != NULL);

  Question *question = g_new (Question, 1);
  *question = (Question){
    .callback = callback,
    .data = data,
    .data_free = data_free,
    .person = g_strdup (asked->person),
    .name = g_strdup (asked->name),
    .people = list_people (state),
    .checks = g_ptr_array_new (),
  };
  GtkWidget *dialog = adw_message_dialog_new (
    parent, _ ("Who Are You?"),
    asked->can_skip
      ? _ ("The plan’s history says who changed what. You are asked only once.")
      : _ ("The plan’s history says who changed what."));
  gtk_widget_set_name (dialog, "person-dialog");
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  add_responses (message, asked->can_skip);
  adw_message_dialog_set_extra_child (message, new_list (question));
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question,
                         (GClosureNotify) free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  focus_answer (GTK_WINDOW (dialog), question);
}
