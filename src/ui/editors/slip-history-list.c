/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-history-list.h"

#include "slip-change-text.h"
#include "slip-date-text.h"
#include "slip-plain-text.h"

#include <glib/gi18n-lib.h>

/* The row is for a glance. */
#define MAX_CHANGES 6

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
dup_changes_text (const SlipPlanState *state, const SlipStep *step)
{
  g_autoptr (GPtrArray) lines = slip_change_set_dup_lines (state, step->set);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (lines->len, MAX_CHANGES); i++)
    g_string_append_printf (text, "\n%s", (const char *) lines->pdata[i]);
  if (lines->len > MAX_CHANGES)
    g_string_append (text, "\n…");

  return g_strdup (text->str);
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
  g_autofree char *when = slip_instant_dup_text (step->at_ms);
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
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (expander), _ ("History"));
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
