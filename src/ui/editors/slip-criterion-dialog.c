/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-criterion-dialog.h"

#include "slip-ask.h"
#include "slip-criterion-edit.h"
#include "slip-decimal.h"
#include "slip-gate.h"

#include <glib/gi18n-lib.h>

#define NEW_KEY "slip-is-new"
#define AT_KEY  "slip-figure-at"

gboolean
slip_criterion_type_has_fields (SlipCriterionType type)
{
  return type == SLIP_CRITERION_ITEMS || type == SLIP_CRITERION_NOTICE ||
         type == SLIP_CRITERION_FEED || type == SLIP_CRITERION_FIGURE_WITHIN ||
         type == SLIP_CRITERION_OWN;
}

static char *
dup_text (const SlipRow *draft, guint property)
{
  const SlipProperty *info =
    slip_schema_get_property (SLIP_KIND_CRITERION, property);
  g_autofree char *text =
    slip_property_print (info, slip_row_peek (draft, property));
  char *number;

  if (!text)
    return g_strdup ("");
  /* What is no number is refused by the rules of the model. */
  number =
    property == SLIP_CRITERION_THRESHOLD || property == SLIP_CRITERION_FIGURE
      ? slip_decimal_normalize (text)
      : NULL;
  return number ? number : g_steal_pointer (&text);
}

/* The names and texts of @properties (ended by -1) of the draft, by turns. */
static GPtrArray *
new_pairs (const SlipRow *draft, const int *properties)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);

  for (; *properties >= 0; properties++) {
    guint property = (guint) *properties;

    g_ptr_array_add (
      pairs, g_strdup (
               slip_schema_get_property (SLIP_KIND_CRITERION, property)->name));
    g_ptr_array_add (pairs, dup_text (draft, property));
  }
  return pairs;
}

static void
ask (SlipFormWindow *window, GPtrArray *pairs)
{
  const SlipRow *draft = slip_form_window_get_draft (window);

  g_ptr_array_add (pairs, NULL);
  if (g_object_get_data (G_OBJECT (window), NEW_KEY))
    slip_ask_create (GTK_WIDGET (window), SLIP_KIND_CRITERION,
                     slip_row_get_id (draft), slip_row_get_owner (draft),
                     (const char *const *) pairs->pdata);
  else
    slip_ask_edit (GTK_WIDGET (window), SLIP_KIND_CRITERION,
                   slip_row_get_id (draft), (const char *const *) pairs->pdata);
  gtk_window_close (GTK_WINDOW (window));
}

/* Shows what would break a rule of the model. */
static gboolean
check (SlipFormWindow *window)
{
  g_autoptr (GError) error = NULL;

  if (slip_criterion_check_row (slip_form_window_get_draft (window), &error))
    return TRUE;
  slip_form_window_show_fault (window, error->message);
  return FALSE;
}

static void
edited_cb (SlipFormWindow *window)
{
  static const int properties[] = {
    SLIP_CRITERION_STAGE,      SLIP_CRITERION_TYPE,
    SLIP_CRITERION_AUDIENCE,   SLIP_CRITERION_TEXT,
    SLIP_CRITERION_COMPARISON, SLIP_CRITERION_THRESHOLD,
    SLIP_CRITERION_IS_MUST,    -1
  };
  const SlipRow *draft = slip_form_window_get_draft (window);
  g_autoptr (GPtrArray) pairs = NULL;

  if (!check (window))
    return;
  if (slip_row_get_integer (draft, SLIP_CRITERION_TYPE) ==
        SLIP_CRITERION_FIGURE_WITHIN &&
      !slip_row_get_text (draft, SLIP_CRITERION_THRESHOLD)) {
    slip_form_window_show_fault (window, _ ("Say what the threshold is"));
    return;
  }
  pairs = new_pairs (draft, properties);
  ask (window, pairs);
}

static void
waived_cb (SlipFormWindow *window)
{
  static const int properties[] = { SLIP_CRITERION_WAIVER_PERSON,
                                    SLIP_CRITERION_WAIVER_REASON,
                                    SLIP_CRITERION_WAIVER_UNTIL, -1 };
  const SlipRow *draft = slip_form_window_get_draft (window);
  g_autoptr (GPtrArray) pairs = NULL;
  const char *fault = NULL;

  if (!slip_row_get_text (draft, SLIP_CRITERION_WAIVER_PERSON))
    fault = _ ("Say who waives it");
  else if (!slip_row_get_text (draft, SLIP_CRITERION_WAIVER_REASON))
    fault = _ ("Say why it is waived");
  else if (!slip_date_is_set (
             slip_row_get_date (draft, SLIP_CRITERION_WAIVER_UNTIL)))
    fault = _ ("Say until when it is waived");
  else if (slip_date_is_before (slip_row_get_date (draft,
                                                   SLIP_CRITERION_WAIVER_UNTIL),
                                slip_form_window_get_today (window)))
    fault = _ ("The last day is already past");
  if (fault) {
    slip_form_window_show_fault (window, fault);
    return;
  }
  pairs = new_pairs (draft, properties);
  ask (window, pairs);
}

static void
figure_cb (SlipFormWindow *window)
{
  static const int properties[] = { SLIP_CRITERION_FIGURE,
                                    SLIP_CRITERION_FIGURE_SOURCE, -1 };
  const SlipRow *draft = slip_form_window_get_draft (window);
  const char *at = g_object_get_data (G_OBJECT (window), AT_KEY);
  gboolean is_known = slip_row_get_text (draft, SLIP_CRITERION_FIGURE) != NULL;
  g_autoptr (GPtrArray) pairs = NULL;

  if (!check (window))
    return;
  pairs = new_pairs (draft, properties);
  g_ptr_array_add (pairs, g_strdup ("figure_at"));
  g_ptr_array_add (pairs, g_strdup (is_known ? at : ""));
  ask (window, pairs);
}

static SlipFormWindow *
new_window (const char *title,
            const char *accept,
            const SlipPlanState *state,
            const SlipRow *draft,
            SlipDate today)
{
  SlipFormWindow *window =
    slip_form_window_new ("criterion-dialog", title, accept);

  slip_form_window_set_draft (window, state, draft, today);
  return window;
}

static void
add_fields (SlipFormWindow *window, const char *title)
{
  SlipCriterionType type = (SlipCriterionType) slip_row_get_integer (
    slip_form_window_get_draft (window), SLIP_CRITERION_TYPE);
  AdwPreferencesGroup *group = slip_form_window_add_group (window, title, NULL);
  SlipField *first = NULL;

  if (type == SLIP_CRITERION_ITEMS || type == SLIP_CRITERION_NOTICE ||
      type == SLIP_CRITERION_FEED) {
    first = slip_form_window_add_field (window, group, SLIP_CRITERION_AUDIENCE,
                                        SLIP_FIELD_OPTIONAL);
    slip_field_set_note (first,
                         _ ("Without one it asks for every audience that needs "
                            "something"),
                         FALSE);
  }
  if (type == SLIP_CRITERION_OWN || type == SLIP_CRITERION_FIGURE_WITHIN) {
    first = slip_form_window_add_field (window, group, SLIP_CRITERION_TEXT,
                                        SLIP_FIELD_PLAIN);
    slip_field_set_note (first,
                         type == SLIP_CRITERION_OWN
                           ? _ ("What has to be so, in your words")
                           : _ ("What the figure is of: “Error rate in %”"),
                         FALSE);
  }
  if (type == SLIP_CRITERION_FIGURE_WITHIN) {
    slip_form_window_add_field (window, group, SLIP_CRITERION_COMPARISON,
                                SLIP_FIELD_PLAIN);
    slip_form_window_add_field (window, group, SLIP_CRITERION_THRESHOLD,
                                SLIP_FIELD_PLAIN);
  }
  slip_form_window_add_field (window, group, SLIP_CRITERION_IS_MUST,
                              SLIP_FIELD_PLAIN);
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (first));
  g_signal_connect (window, "accepted", G_CALLBACK (edited_cb), NULL);
}

/* Takes @row (transfer full) with @property set. */
static SlipRow *
with_value (SlipRow *row, guint property, SlipValue value)
{
  g_autoptr (SlipRow) before = row;
  g_auto (SlipValue) owned = value;

  return slip_row_new_with (before, property, &owned);
}

SlipFormWindow *
slip_criterion_dialog_new_add (const SlipPlanState *state,
                               const char *release,
                               const char *stage,
                               SlipCriterionType type,
                               SlipDate today)
{
  g_autofree char *id = slip_id_new ();
  g_autoptr (SlipRow) draft =
    slip_row_new (SLIP_KIND_CRITERION, id, release, NULL);
  SlipFormWindow *window;

  draft = with_value (g_steal_pointer (&draft), SLIP_CRITERION_STAGE,
                      slip_value_new_text (stage));
  draft = with_value (g_steal_pointer (&draft), SLIP_CRITERION_TYPE,
                      slip_value_new_integer (type));
  draft = with_value (g_steal_pointer (&draft), SLIP_CRITERION_IS_MUST,
                      slip_value_new_integer (TRUE));
  window = new_window (_ ("Add Criterion"), _ ("_Add"), state, draft, today);
  g_object_set_data (G_OBJECT (window), NEW_KEY, GINT_TO_POINTER (TRUE));
  add_fields (window, slip_criterion_type_get_label (type));
  return window;
}

SlipFormWindow *
slip_criterion_dialog_new_edit (const SlipPlanState *state,
                                const SlipRow *criterion,
                                SlipDate today)
{
  SlipFormWindow *window =
    new_window (_ ("Edit Criterion"), _ ("_Save"), state, criterion, today);

  add_fields (window,
              slip_criterion_type_get_label ((
                SlipCriterionType) slip_row_get_integer (criterion,
                                                         SLIP_CRITERION_TYPE)));
  return window;
}

SlipFormWindow *
slip_criterion_dialog_new_figure (const SlipPlanState *state,
                                  const SlipRow *criterion,
                                  gint64 at_ms,
                                  SlipDate today)
{
  SlipFormWindow *window =
    new_window (_ ("Enter Figure"), _ ("_Save"), state, criterion, today);
  g_autofree char *title = slip_criterion_dup_title (state, criterion);
  AdwPreferencesGroup *group = slip_form_window_add_group (window, title, NULL);
  SlipField *figure =
    slip_form_window_add_field (window, group, SLIP_CRITERION_FIGURE,
                                SLIP_FIELD_PLAIN);
  SlipField *source =
    slip_form_window_add_field (window, group, SLIP_CRITERION_FIGURE_SOURCE,
                                SLIP_FIELD_PLAIN);

  slip_field_set_note (figure, _ ("Nothing if it is not known any more"),
                       FALSE);
  slip_field_set_note (source, _ ("A dashboard, a person"), FALSE);
  g_object_set_data_full (G_OBJECT (window), AT_KEY,
                          g_strdup_printf ("%" G_GINT64_FORMAT, at_ms), g_free);
  gtk_widget_grab_focus (GTK_WIDGET (figure));
  g_signal_connect (window, "accepted", G_CALLBACK (figure_cb), NULL);
  return window;
}

SlipFormWindow *
slip_criterion_dialog_new_waiver (const SlipPlanState *state,
                                  const SlipRow *criterion,
                                  const char *me,
                                  SlipDate today)
{
  g_autoptr (SlipRow) draft = slip_row_ref (criterion);
  g_autofree char *title = slip_criterion_dup_title (state, criterion);
  SlipFormWindow *window;
  AdwPreferencesGroup *group;
  SlipField *reason;

  if (!slip_criterion_is_waived (criterion))
    draft = with_value (g_steal_pointer (&draft), SLIP_CRITERION_WAIVER_PERSON,
                        slip_value_new_text (me));
  window =
    new_window (_ ("Waive Criterion"), _ ("_Waive"), state, draft, today);
  group = slip_form_window_add_group (window, title, NULL);
  slip_form_window_add_field (window, group, SLIP_CRITERION_WAIVER_PERSON,
                              SLIP_FIELD_OPTIONAL);
  reason =
    slip_form_window_add_field (window, group, SLIP_CRITERION_WAIVER_REASON,
                                SLIP_FIELD_LONG);
  slip_form_window_add_field (window, group, SLIP_CRITERION_WAIVER_UNTIL,
                              SLIP_FIELD_PLAIN);
  gtk_widget_grab_focus (GTK_WIDGET (reason));
  g_signal_connect (window, "accepted", G_CALLBACK (waived_cb), NULL);
  return window;
}
