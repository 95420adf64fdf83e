/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flag-dialog.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-control-name.h"
#include "slip-date-entry.h"
#include "slip-flag-edit.h"
#include "slip-flag.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define DATA_KEY "slip-flag-dialog"

/* The editors of what one stage expects, or of what was observed. */
typedef struct {
  char *stage; /* NULL for what was observed */
  GtkDropDown *flag_state;
  GtkEditable *share;
} StateEditor;

/* What a dialog has beside its draft. */
typedef struct {
  char *flag;        /* NULL for a new one */
  GPtrArray *stages; /* StateEditor */
  SlipDateEntry *day;
  GtkEditable *time;
  SlipDate today;
} Dialog;

static void
state_editor_free (gpointer data)
{
  StateEditor *editor = data;

  g_free (editor->stage);
  g_free (editor);
}

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;

  g_free (dialog->flag);
  g_ptr_array_unref (dialog->stages);
  g_free (dialog);
}

static Dialog *
get_dialog (SlipFormWindow *window)
{
  return g_object_get_data (G_OBJECT (window), DATA_KEY);
}

static Dialog *
add_dialog (SlipFormWindow *window, const char *flag)
{
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->flag = g_strdup (flag);
  dialog->stages = g_ptr_array_new_with_free_func (state_editor_free);
  g_object_set_data_full (G_OBJECT (window), DATA_KEY, dialog, dialog_free);
  return dialog;
}

/* Only what is on is so for a share. */
static void
state_selected_cb (GtkDropDown *flag_state,
                   GParamSpec *pspec,
                   StateEditor *editor)
{
  gtk_widget_set_sensitive (GTK_WIDGET (editor->share),
                            gtk_drop_down_get_selected (flag_state) ==
                              SLIP_FLAG_STATE_ON);
}

static GtkWidget *
new_share_entry (const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 7);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "%");
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_set_tooltip_text (entry, _ ("For how many, in percent; empty if "
                                         "that does not matter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return entry;
}

/* A line with a state and its share; @none: what unknown is called */
static GtkWidget *
new_state_line (StateEditor *editor, const char *name, const char *none)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *off = slip_flag_dup_state (SLIP_FLAG_STATE_OFF, -1);
  g_autofree char *on = slip_flag_dup_state (SLIP_FLAG_STATE_ON, -1);
  const char *const states[] = { none, off, on, NULL };
  GtkWidget *flag_state = gtk_drop_down_new_from_strings (states);
  /* Translators: a rollout stage: for how many a flag is on then. */
  g_autofree char *label = g_strdup_printf (_ ("%s: share in percent"), name);
  GtkWidget *share = new_share_entry (label);
  g_autofree char *state_name = g_strconcat ("state:", name, NULL);
  g_autofree char *share_name = g_strconcat ("share:", name, NULL);

  editor->flag_state = GTK_DROP_DOWN (flag_state);
  editor->share = GTK_EDITABLE (share);
  gtk_widget_set_name (flag_state, state_name);
  gtk_widget_set_name (share, share_name);
  gtk_widget_set_hexpand (flag_state, TRUE);
  slip_control_name_set (flag_state, name);
  g_signal_connect (flag_state, "notify::selected",
                    G_CALLBACK (state_selected_cb), editor);
  gtk_box_append (GTK_BOX (line), flag_state);
  gtk_box_append (GTK_BOX (line), share);
  return line;
}

static void
show_state (StateEditor *editor, SlipFlagState flag_state, gint64 share)
{
  g_autofree char *text =
    share >= 0 ? g_strdup_printf ("%.10g", (double) share / 100) : NULL;

  gtk_drop_down_set_selected (editor->flag_state, flag_state);
  gtk_editable_set_text (editor->share, text ? text : "");
  state_selected_cb (editor->flag_state, NULL, editor);
}

/* (transfer full) (nullable): what @editor says, as slip_flag_parse_state()
 * reads it; %NULL if its share is none. */
static char *
dup_state_text (StateEditor *editor)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_FLAG, SLIP_FLAG_OBSERVED);
  guint selected = gtk_drop_down_get_selected (editor->flag_state);
  g_autofree char *share =
    g_strstrip (g_strdup (gtk_editable_get_text (editor->share)));

  if (selected != SLIP_FLAG_STATE_ON || *share == '\0')
    return g_strdup (property->values[selected].nick);
  if (slip_share_parse (share) < 0)
    return NULL;

  return g_strdup_printf ("%s=%s", property->values[selected].nick, share);
}

static void
complain_of_share (SlipFormWindow *window, StateEditor *editor)
{
  slip_form_window_show_fault (window,
                               _ ("A share is a number of percent, from 0 to "
                                  "100"));
  gtk_widget_grab_focus (GTK_WIDGET (editor->share));
}

/* (nullable): `a(ss)` of stages and states, %NULL if one is none. */
static GVariant *
new_expectations (SlipFormWindow *window)
{
  const GPtrArray *stages = get_dialog (window)->stages;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < stages->len; i++) {
    StateEditor *editor = stages->pdata[i];
    g_autofree char *text = dup_state_text (editor);

    if (!text) {
      complain_of_share (window, editor);
      g_variant_builder_clear (&builder);
      return NULL;
    }
    g_variant_builder_add (&builder, "(ss)", editor->stage, text);
  }
  return g_variant_builder_end (&builder);
}

static const char *
find_fault (SlipFormWindow *window)
{
  const SlipRow *draft = slip_form_window_get_draft (window);
  const char *key = slip_row_get_text (draft, SLIP_FLAG_KEY);
  const SlipRow *twin;

  if (!key)
    return _ ("A feature flag needs a key");
  twin = slip_flag_find (slip_form_window_get_state (window),
                         slip_row_get_owner (draft), key,
                         slip_row_get_text (draft, SLIP_FLAG_ENVIRONMENT));
  if (twin && g_strcmp0 (slip_row_get_id (twin), get_dialog (window)->flag))
    return _ ("The release has a flag of this key and environment already");

  return NULL;
}

static void
accepted_cb (SlipFormWindow *window)
{
  const char *flag = get_dialog (window)->flag;
  const char *fault = find_fault (window);
  GVariant *expectations;

  if (fault) {
    slip_form_window_show_fault (window, fault);
    return;
  }
  expectations = new_expectations (window);
  if (!expectations)
    return;
  slip_ask (GTK_WIDGET (window), SLIP_ACTION_SET_FLAG,
            g_variant_new ("(ss@a(ss)@a(ss))",
                           slip_row_get_owner (
                             slip_form_window_get_draft (window)),
                           flag ? flag : "",
                           slip_form_window_new_pairs (window), expectations));
  gtk_window_close (GTK_WINDOW (window));
}

static void
add_stage (SlipFormWindow *window,
           AdwPreferencesGroup *group,
           const SlipPlanState *state,
           const SlipRow *stage)
{
  Dialog *dialog = get_dialog (window);
  const SlipRow *flag =
    slip_plan_state_get (state, SLIP_KIND_FLAG, dialog->flag);
  const SlipRow *expected =
    flag ? slip_flag_find_expected (state, flag, slip_row_get_id (stage))
         : NULL;
  const char *name = slip_row_get_text (stage, SLIP_STAGE_NAME);
  StateEditor *editor = g_new0 (StateEditor, 1);
  GtkWidget *line =
    /* Translators: what is expected of a feature flag. */
    new_state_line (editor, name ? name : "", C_ ("flag", "Nothing"));

  editor->stage = g_strdup (slip_row_get_id (stage));
  g_ptr_array_add (dialog->stages, editor);
  slip_form_window_add_row (window, group, name ? name : "", line);
  show_state (editor,
              !expected ? SLIP_FLAG_STATE_UNKNOWN
              : slip_row_get_boolean (expected, SLIP_FLAG_STAGE_IS_ON)
                ? SLIP_FLAG_STATE_ON
                : SLIP_FLAG_STATE_OFF,
              expected ? slip_flag_get_share (expected, SLIP_FLAG_STAGE_SHARE)
                       : -1);
}

static void
add_stages (SlipFormWindow *window,
            const SlipPlanState *state,
            const char *release)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);
  AdwPreferencesGroup *group = slip_form_window_add_group (
    window, _ ("What Each Stage Expects"),
    stages->len > 0 ? _ ("On for how many, in percent, if that matters")
                    : _ ("The release has no rollout stages yet"));

  for (guint i = 0; i < stages->len; i++)
    add_stage (window, group, state, stages->pdata[i]);
}

SlipFormWindow *
slip_flag_dialog_new (const SlipPlanState *state,
                      const char *release,
                      const char *flag,
                      SlipDate today)
{
  static const struct {
    SlipFlagProperty property;
    SlipFieldForm form;
  } fields[] = {
    { SLIP_FLAG_KEY, SLIP_FIELD_PLAIN },
    { SLIP_FLAG_ENVIRONMENT, SLIP_FIELD_PLAIN },
    { SLIP_FLAG_TYPE, SLIP_FIELD_PLAIN },
    { SLIP_FLAG_OWNER, SLIP_FIELD_OPTIONAL },
    { SLIP_FLAG_IS_PERMANENT, SLIP_FIELD_PLAIN },
    { SLIP_FLAG_NOTE, SLIP_FIELD_LONG },
  };
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_FLAG, flag);
  g_autofree char *id = slip_id_new ();
  g_autoptr (SlipRow) draft =
    row ? slip_row_ref ((SlipRow *) row)
        : slip_row_new (SLIP_KIND_FLAG, id, release, NULL);
  SlipFormWindow *window =
    slip_form_window_new ("flag-dialog",
                          row ? _ ("Feature Flag") : _ ("Add Feature Flag"),
                          row ? _ ("_Save") : _ ("_Add"));
  SlipField *field = NULL;
  AdwPreferencesGroup *group;

  add_dialog (window, row ? flag : NULL);
  slip_form_window_set_draft (window, state, draft, today);
  group = slip_form_window_add_group (window, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    field = slip_form_window_add_field (window, group, fields[i].property,
                                        fields[i].form);
    if (fields[i].property == SLIP_FLAG_KEY)
      gtk_widget_grab_focus (GTK_WIDGET (field));
    if (fields[i].property == SLIP_FLAG_IS_PERMANENT)
      slip_field_set_note (field,
                           _ ("It stays. Any other gets an item to clean it up "
                              "once everyone has the release"),
                           FALSE);
  }
  add_stages (window, state, release);
  g_signal_connect (window, "accepted", G_CALLBACK (accepted_cb), NULL);
  return window;
}

/* The instant that day and time say, in local time; -1 if they say none. */
static gint64
read_instant (Dialog *dialog)
{
  SlipDate day = slip_date_entry_get_planned (dialog->day).date;
  g_autoptr (GDateTime) at = NULL;
  int hour;
  int minute;
  int year;
  int month;
  int month_day;
  char rest;

  if (!slip_date_is_set (day) ||
      sscanf (gtk_editable_get_text (dialog->time), " %2d:%2d %c", &hour,
              &minute, &rest) != 2)
    return -1;
  slip_date_get_parts (day, &year, &month, &month_day);
  at = g_date_time_new_local (year, month, month_day, hour, minute, 0);
  return at ? g_date_time_to_unix (at) * 1000 : -1;
}

static void
observed_cb (SlipFormWindow *window)
{
  Dialog *dialog = get_dialog (window);
  StateEditor *editor = dialog->stages->pdata[0];
  g_autofree char *text = dup_state_text (editor);
  const char *source = slip_row_get_text (slip_form_window_get_draft (window),
                                          SLIP_FLAG_OBSERVED_SOURCE);
  gint64 at_ms;

  if (!text) {
    complain_of_share (window, editor);
    return;
  }
  if (!slip_date_entry_commit (dialog->day)) {
    gtk_widget_grab_focus (GTK_WIDGET (dialog->day));
    return;
  }
  at_ms = read_instant (dialog);
  if (at_ms < 0) {
    slip_form_window_show_fault (window, _ ("A time is written like 14:30"));
    gtk_widget_grab_focus (GTK_WIDGET (dialog->time));
    return;
  }
  if (slip_date_is_before (dialog->today,
                           slip_date_entry_get_planned (dialog->day).date)) {
    slip_form_window_show_fault (window, _ ("It must have been observed today "
                                            "or before"));
    gtk_widget_grab_focus (GTK_WIDGET (dialog->day));
    return;
  }
  slip_ask (GTK_WIDGET (window), SLIP_ACTION_RECORD_FLAG,
            g_variant_new ("(sssx)", dialog->flag, text, source ? source : "",
                           at_ms));
  gtk_window_close (GTK_WINDOW (window));
}

static void
add_when (SlipFormWindow *window, AdwPreferencesGroup *group, gint64 now_ms)
{
  Dialog *dialog = get_dialog (window);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (now_ms / 1000);
  g_autofree char *text = g_date_time_format (now, "%H:%M");
  GtkWidget *day = slip_date_entry_new (FALSE);
  GtkWidget *time = gtk_entry_new ();

  dialog->day = SLIP_DATE_ENTRY (day);
  dialog->time = GTK_EDITABLE (time);
  slip_date_entry_set_label (dialog->day, _ ("Day"));
  slip_date_entry_set_planned (dialog->day,
                               (SlipPlannedDate){ dialog->today,
                                                  SLIP_CERTAINTY_CONFIRMED },
                               dialog->today);
  gtk_editable_set_text (dialog->time, text);
  gtk_widget_set_name (time, "time");
  slip_form_window_add_row (window, group, _ ("Day"), day);
  slip_form_window_add_row (window, group, _ ("Time"), time);
}

SlipFormWindow *
slip_flag_dialog_new_observation (const SlipPlanState *state,
                                  const char *flag,
                                  gint64 now_ms,
                                  SlipDate today)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_FLAG, flag);
  SlipFormWindow *window =
    slip_form_window_new ("observation-dialog", _ ("What Was Observed"),
                          _ ("_Record"));
  Dialog *dialog = add_dialog (window, flag);
  StateEditor *editor = g_new0 (StateEditor, 1);
  g_autofree char *label = slip_flag_dup_label (row);
  AdwPreferencesGroup *group;

  dialog->today = today;
  slip_form_window_set_draft (window, state, row, today);
  group = slip_form_window_add_group (window, label, NULL);
  g_ptr_array_add (dialog->stages, editor);
  slip_form_window_add_row (window, group, _ ("State"),
                            new_state_line (editor, _ ("State"),
                                            C_ ("flag state", "Unknown")));
  show_state (editor,
              (SlipFlagState) slip_row_get_integer (row, SLIP_FLAG_OBSERVED),
              slip_flag_get_share (row, SLIP_FLAG_OBSERVED_SHARE));
  slip_form_window_add_field (window, group, SLIP_FLAG_OBSERVED_SOURCE,
                              SLIP_FIELD_PLAIN);
  add_when (window, group, now_ms);
  gtk_widget_grab_focus (GTK_WIDGET (editor->flag_state));
  g_signal_connect (window, "accepted", G_CALLBACK (observed_cb), NULL);
  return window;
}
