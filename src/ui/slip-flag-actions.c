/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flag-actions.h"

#include "slip-edit-runner.h"
#include "slip-exception-dialog.h"
#include "slip-exception.h"
#include "slip-flag-dialog.h"
#include "slip-flag-edit.h"

#include <glib/gi18n.h>

typedef struct _Wish Wish;

/* Returns: (nullable): the dialog, %NULL if what it is about is gone. */
typedef SlipFormWindow *(*DialogFunc) (const Wish *wish,
                                       const SlipPlanState *state);

/* A dialog reads the parts of its release, so they must be there. */
struct _Wish {
  SlipWindow *window;
  DialogFunc new_dialog;
  char *release;
  char *part;   /* a flag or a stage, or NULL */
  char *freeze; /* or NULL */
};

static void
free_wish (Wish *wish)
{
  g_object_unref (wish->window);
  g_free (wish->release);
  g_free (wish->part);
  g_free (wish->freeze);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, free_wish)

static const char *
get_filled (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static void
show_dialog (const Wish *wish)
{
  const SlipPlanState *state = slip_window_get_state (wish->window);
  SlipFormWindow *dialog = NULL;
  if (state != NULL &&
      slip_plan_state_get (state, SLIP_KIND_RELEASE, wish->release) != NULL)
    dialog = wish->new_dialog (wish, state);
  if (dialog == NULL)
    return;
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (wish->window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  gboolean is_loaded =
    slip_workspace_load_parts_finish (SLIP_WORKSPACE (source), result, &error);
  slip_window_end_work (wish->window);
  if (slip_window_get_workspace (wish->window) != SLIP_WORKSPACE (source))
    return;
  if (is_loaded)
    show_dialog (wish);
  else
    slip_window_say (wish->window, error->message);
}

static void
ask (SlipWindow *window,
     DialogFunc new_dialog,
     const char *release,
     const char *part,
     const char *freeze)
{
  if (get_filled (release) == NULL)
    release = slip_plan_page_get_selected (slip_window_get_page (window));
  if (release == NULL || slip_window_get_workspace (window) == NULL)
    return;
  Wish *wish = g_new (Wish, 1);
  *wish =
    (Wish){ g_object_ref (window), new_dialog, g_strdup (release),
            g_strdup (get_filled (part)), g_strdup (get_filled (freeze)) };
  slip_window_begin_work (window);
  slip_workspace_load_parts_async (slip_window_get_workspace (window),
                                   (const char *const[]){ release, NULL }, NULL,
                                   loaded_cb, wish);
}

static SlipFormWindow *
new_flag_dialog (const Wish *wish, const SlipPlanState *state)
{
  return slip_flag_dialog_new (state, wish->release, wish->part,
                               slip_window_get_today (wish->window));
}

static void
edit_flag_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *flag;
  g_variant_get (parameter, "(&s&s)", &release, &flag);
  ask (window, new_flag_dialog, release, flag, NULL);
}

static SlipClock *
get_clock (SlipWindow *window)
{
  return slip_workspace_get_clock (slip_window_get_workspace (window));
}

static SlipFormWindow *
new_observation_dialog (const Wish *wish, const SlipPlanState *state)
{
  return slip_plan_state_get (state, SLIP_KIND_FLAG, wish->part) != NULL
           ? slip_flag_dialog_new_observation (
               state, wish->part,
               slip_clock_get_now_ms (get_clock (wish->window)),
               slip_window_get_today (wish->window))
           : NULL;
}

static void
observe_flag_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *flag;
  g_variant_get (parameter, "(&s&s)", &release, &flag);
  ask (window, new_observation_dialog, release, flag, NULL);
}

static void
run_flag_edit (SlipWindow *window, SlipFlagEdit *edit)
{
  slip_edit_runner_run (slip_window_get_runner (window), slip_flag_edit_run,
                        edit, (GDestroyNotify) slip_flag_edit_free,
                        SLIP_EDIT_DEFAULT);
}

static gboolean
take_pairs (SlipFlagEdit *edit, GVariant *pairs, GError **error)
{
  GVariantIter iter;
  const char *name;
  const char *text;

  g_variant_iter_init (&iter, pairs);
  while (g_variant_iter_next (&iter, "(&s&s)", &name, &text)) {
    int property = slip_schema_find_property (SLIP_KIND_FLAG, name);
    g_auto (SlipValue) value = SLIP_VALUE_INIT;

    if (property < 0)
      continue;
    if (!slip_property_parse (slip_schema_get_property (SLIP_KIND_FLAG,
                                                        (guint) property),
                              text, &value, error))
      return FALSE;
    slip_flag_edit_set (edit, (SlipFlagProperty) property, &value);
  }
  return TRUE;
}

static gboolean
take_expectations (SlipFlagEdit *edit, GVariant *expectations, GError **error)
{
  GVariantIter iter;
  const char *stage;
  const char *text;

  g_variant_iter_init (&iter, expectations);
  while (g_variant_iter_next (&iter, "(&s&s)", &stage, &text)) {
    SlipFlagState expected;
    gint64 share;

    if (!slip_flag_parse_state (text, &expected, &share, error))
      return FALSE;
    slip_flag_edit_expect (edit, stage, expected, share);
  }
  return TRUE;
}

static void
set_flag_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *flag;
  g_autoptr (GVariant) pairs = NULL;
  g_autoptr (GVariant) expectations = NULL;
  g_autoptr (SlipFlagEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(&s&s@a(ss)@a(ss))", &release, &flag, &pairs,
                 &expectations);
  edit = slip_flag_edit_new (release, get_filled (flag));
  if (take_pairs (edit, pairs, &error) &&
      take_expectations (edit, expectations, &error))
    run_flag_edit (window, g_steal_pointer (&edit));
  else
    slip_window_say (window, error->message);
}

static void
record_flag_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const SlipPlanState *state = slip_window_get_state (window);
  const char *flag;
  const char *text;
  const char *source;
  gint64 at_ms;
  gint64 share;
  SlipFlagState observed;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(&s&s&sx)", &flag, &text, &source, &at_ms);
  const SlipRow *row =
    state != NULL ? slip_plan_state_get (state, SLIP_KIND_FLAG, flag) : NULL;
  if (row == NULL)
    return;
  if (!slip_flag_parse_state (text, &observed, &share, &error)) {
    slip_window_say (window, error->message);
    return;
  }
  SlipFlagEdit *edit = slip_flag_edit_new (slip_row_get_owner (row), flag);
  slip_flag_edit_observe (edit, observed, share, get_filled (source), at_ms);
  run_flag_edit (window, edit);
}

static SlipFormWindow *
new_exception_dialog (const Wish *wish, const SlipPlanState *state)
{
  return slip_plan_state_get (state, SLIP_KIND_FREEZE, wish->freeze) != NULL
           ? slip_exception_dialog_new (
               state, wish->release, wish->part, wish->freeze,
               slip_edit_runner_get_me (slip_window_get_runner (wish->window)),
               slip_window_get_today (wish->window))
           : NULL;
}

static void
ask_exception_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *stage;
  const char *freeze;
  g_variant_get (parameter, "(&s&s&s)", &release, &stage, &freeze);
  ask (window, new_exception_dialog, release, stage, freeze);
}

static void
record_exception_cb (GSimpleAction *action,
                     GVariant *parameter,
                     gpointer window)
{
  const char *release;
  const char *stage;
  const char *freeze;
  const char *asked_by;
  const char *person;
  const char *reason;
  const char *until;

  if (slip_window_get_workspace (window) == NULL)
    return;
  g_variant_get (parameter, "(&s&s&s&s&s&s&s)", &release, &stage, &freeze,
                 &asked_by, &person, &reason, &until);
  SlipException *exception =
    slip_exception_new (release, get_filled (stage), freeze);
  exception->asked_by = g_strdup (asked_by);
  exception->person = g_strdup (get_filled (person));
  exception->reason = g_strdup (reason);
  exception->until = slip_date_parse (until);
  exception->at_ms = slip_clock_get_now_ms (get_clock (window));
  slip_edit_runner_run (slip_window_get_runner (window), slip_exception_run,
                        exception, (GDestroyNotify) slip_exception_free,
                        SLIP_EDIT_DEFAULT);
}

static const GActionEntry entries[] = {
  { "edit-flag", edit_flag_cb, "(ss)" },
  { "set-flag", set_flag_cb, "(ssa(ss)a(ss))" },
  { "observe-flag", observe_flag_cb, "(ss)" },
  { "record-flag", record_flag_cb, "(sssx)" },
  { "ask-exception", ask_exception_cb, "(sss)" },
  { "record-exception", record_exception_cb, "(sssssss)" },
};

void
slip_flag_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
}

void
slip_flag_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                   G_ACTION_MAP (window), entries[i].name)),
                                 slip_window_can_edit (window));
}
