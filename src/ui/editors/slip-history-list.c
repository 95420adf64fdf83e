/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-history-list.h"

#include "slip-date-text.h"
#include "slip-plain-text.h"
#include "slip-release.h"

#include <glib/gi18n-lib.h>

/* Longer texts are cut: the row is for a glance. */
#define MAX_VALUE_CHARS 60
#define MAX_CHANGES     6

struct _SlipHistoryList {
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *expander;
  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (SlipHistoryList,
                     slip_history_list,
                     ADW_TYPE_PREFERENCES_GROUP)

enum {
  WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
cut (char *text)
{
  char *line_end = strchr (text, '\n');

  if (line_end)
    *line_end = '\0';
  if (g_utf8_strlen (text, -1) > MAX_VALUE_CHARS) {
    g_autofree char *whole = text;
    g_autofree char *start = g_utf8_substring (whole, 0, MAX_VALUE_CHARS);

    return g_strconcat (start, "…", NULL);
  }

  return text;
}

static char *
dup_value_text (const SlipPlanState *state,
                const SlipProperty *property,
                const SlipValue *value)
{
  const SlipRow *row;
  char *text;

  if (value->type == SLIP_VALUE_NONE)
    return g_strdup (_ ("none"));

  switch (property->type) {
  case SLIP_PROPERTY_REFERENCE:
    row = slip_plan_state_get (state, property->target,
                               slip_value_get_text (value));
    return row ? slip_entity_dup_label (state, row) : g_strdup ("?");
  case SLIP_PROPERTY_BOOLEAN:
    return g_strdup (slip_value_get_integer (value) ? _ ("yes") : _ ("no"));
  case SLIP_PROPERTY_ENUM:
    return g_strdup (slip_enum_value_get_label (
      &property->values[slip_value_get_integer (value)]));
  case SLIP_PROPERTY_DATE:
    return slip_date_dup_text (slip_value_get_date (value),
                               SLIP_DATE_STYLE_MEDIUM, SLIP_DATE_NONE);
  case SLIP_PROPERTY_TEXT:
  case SLIP_PROPERTY_INTEGER:
  case SLIP_PROPERTY_INSTANT:
    break;
  }

  text = slip_property_print (property, value);
  return text ? cut (text) : g_strdup ("");
}

static char *
dup_changes_text (const SlipPlanState *state, const SlipStep *step)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_shown = 0;

  for (guint i = 0; i < step->set->changes->len; i++) {
    g_autofree char *line =
      slip_history_list_dup_change_text (state, step->set->changes->pdata[i]);

    if (!line)
      continue;
    if (n_shown++ == MAX_CHANGES) {
      g_string_append (text, "\n…");
      break;
    }
    g_string_append_printf (text, "\n%s", line);
  }

  return g_strdup (text->str);
}

static char *
dup_when_text (const SlipStep *step)
{
  g_autoptr (GDateTime) at =
    g_date_time_new_from_unix_local (step->at_ms / 1000);
  SlipDate day = SLIP_DATE_NONE;
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  if (!at)
    return g_strdup ("");
  day = slip_date_new (g_date_time_get_year (at), g_date_time_get_month (at),
                       g_date_time_get_day_of_month (at));
  date = slip_date_dup_text (day, SLIP_DATE_STYLE_MEDIUM, SLIP_DATE_NONE);
  time = g_date_time_format (at, "%H:%M");
  return g_strdup_printf ("%s, %s", date, time);
}

/* 'Move of Payments 3.9', as a line of its own. */
static char *
dup_title (const SlipStep *step)
{
  g_autofree char *text = slip_step_describe (step, SLIP_WRITER_WINDOW);
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return *text ? g_strconcat (first, rest, NULL) : g_strdup ("");
}

static GtkWidget *
new_step_row (const SlipPlanState *state, const SlipStep *step)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_title (step);
  g_autofree char *when = dup_when_text (step);
  g_autofree char *changes = dup_changes_text (state, step);
  g_autofree char *subtitle = NULL;
  const char *name = step->author ? step->author->name : NULL;
  const char *reason = step->set->reason;

  subtitle =
    g_strconcat (when, name ? " · " : "", name ? name : "", reason ? "\n" : "",
                 reason ? reason : "", changes, NULL);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), title);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
add_row (SlipHistoryList *self, GtkWidget *row)
{
  adw_expander_row_add_row (self->expander, row);
  g_ptr_array_add (self->rows, row);
}

static void
expanded_cb (AdwExpanderRow *expander, GParamSpec *pspec, SlipHistoryList *self)
{
  if (adw_expander_row_get_expanded (expander))
    g_signal_emit (self, signals[WANTED], 0);
}

static void
remove_rows (SlipHistoryList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->expander, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
slip_history_list_finalize (GObject *object)
{
  g_ptr_array_unref (SLIP_HISTORY_LIST (object)->rows);

  G_OBJECT_CLASS (slip_history_list_parent_class)->finalize (object);
}

static void
slip_history_list_class_init (SlipHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_history_list_finalize;
  signals[WANTED] =
    g_signal_new ("wanted", SLIP_TYPE_HISTORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_history_list_init (SlipHistoryList *self)
{
  GtkWidget *expander = adw_expander_row_new ();

  self->rows = g_ptr_array_new ();
  self->expander = ADW_EXPANDER_ROW (expander);
  gtk_widget_set_name (expander, "history");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("History"));
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb),
                    self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), expander);
}

GtkWidget *
slip_history_list_new (void)
{
  return g_object_new (SLIP_TYPE_HISTORY_LIST, NULL);
}

void
slip_history_list_set_steps (SlipHistoryList *self,
                             const SlipPlanState *state,
                             GPtrArray *steps)
{
  g_return_if_fail (SLIP_IS_HISTORY_LIST (self));

  remove_rows (self);
  for (guint i = 0; steps && i < steps->len; i++)
    add_row (self, new_step_row (state, steps->pdata[i]));
  if (steps && steps->len == 0) {
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                   _ ("Nothing has happened yet"));
    add_row (self, row);
  }
}

gboolean
slip_history_list_is_open (SlipHistoryList *self)
{
  g_return_val_if_fail (SLIP_IS_HISTORY_LIST (self), FALSE);

  return adw_expander_row_get_expanded (self->expander);
}

void
slip_history_list_close (SlipHistoryList *self)
{
  g_return_if_fail (SLIP_IS_HISTORY_LIST (self));

  adw_expander_row_set_expanded (self->expander, FALSE);
  remove_rows (self);
}

char *
slip_history_list_dup_change_text (const SlipPlanState *state,
                                   const SlipChange *change)
{
  const SlipProperty *property;
  const char *label;
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;

  if (change->type != SLIP_CHANGE_SET)
    return NULL;
  property = slip_schema_get_property (change->kind, change->property);
  if (g_str_equal (property->name, "rank") ||
      g_str_has_prefix (property->name, "import_") ||
      g_str_equal (property->name, "first_planned_date"))
    return NULL;

  label = g_dgettext (GETTEXT_PACKAGE, property->label);
  new_text = dup_value_text (state, property, &change->new_value);
  if (change->old_value.type == SLIP_VALUE_NONE)
    return g_strdup_printf ("%s: %s", label, new_text);
  old_text = dup_value_text (state, property, &change->old_value);
  return g_strdup_printf ("%s: %s → %s", label, old_text, new_text);
}
