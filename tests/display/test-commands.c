/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-commands.h"
#include "slip-palette.h"
#include "slip-widget-name.h"

#include <string.h>

/* A window without a plan. */
typedef struct {
  GtkApplication *application;
  SlipClock *clock;
  SlipOpenPlans *plans;
  SlipDayWatch *day_watch;
  SlipWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock =
    slip_clock_new_fixed (slip_date_new (2026, 12, 1), 1796083200000);
  fixture->plans = slip_open_plans_new (fixture->clock);
  fixture->day_watch = slip_day_watch_new (fixture->clock);
  fixture->window = slip_window_new (NULL, fixture->plans, fixture->day_watch);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->plans);
  g_assert_finalize_object (fixture->day_watch);
  slip_clock_unref (fixture->clock);
}

/* The action of @command without its group, if it is one of the window's. */
static GAction *
find_action (Fixture *fixture, const SlipCommand *command, GVariant **target)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (command->action, &name, target, &error);
  g_assert_no_error (error);
  if (!g_str_has_prefix (name, "win."))
    return NULL;
  return g_action_map_lookup_action (G_ACTION_MAP (fixture->window),
                                     name + strlen ("win."));
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  guint n;
  const SlipCommand *commands = slip_commands_list (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GVariant) target = NULL;
    GAction *action = NULL;
    const GVariantType *type = NULL;

    if (commands[i].action == NULL ||
        g_str_has_prefix (commands[i].action, "app."))
      continue;
    g_test_message ("%s", commands[i].action);
    action = find_action (fixture, &commands[i], &target);
    g_assert_nonnull (action);
    type = g_action_get_parameter_type (action);
    if (type == NULL)
      g_assert_null (target);
    else
      g_assert_true (g_variant_is_of_type (target, type));
  }
}

static gboolean
is_command (const char *action)
{
  guint n;
  const SlipCommand *commands = slip_commands_list (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (commands[i].action, action) == 0)
      return TRUE;

  return FALSE;
}

/* Every wish that needs nothing said beside it has its command. */
static void
test_reach (Fixture *fixture, gconstpointer data)
{
  /* Answers to a question that is on the screen, or offered where they belong.
   */
  static const char *const others[] = {
    "open-again",           "import-templates",   "add-shipped-templates",
    "keep-rest-of-what-if", "bring-back-what-if", NULL,
  };
  g_auto (GStrv) names =
    g_action_group_list_actions (G_ACTION_GROUP (fixture->window));

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *action = g_strconcat ("win.", names[i], NULL);

    if (g_action_group_get_action_parameter_type (
          G_ACTION_GROUP (fixture->window), names[i]) != NULL ||
        g_strv_contains (others, names[i]))
      continue;
    g_test_message ("%s", action);
    g_assert_true (is_command (action));
  }
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  guint n;
  const SlipCommand *commands = slip_commands_list (&n);

  for (guint i = 0; i < n; i++) {
    g_auto (GStrv) keys = NULL;

    if (commands[i].keys == NULL) {
      g_assert_nonnull (commands[i].action);
      g_assert_false (commands[i].flags & SLIP_COMMAND_ACCEL);
      continue;
    }
    keys = g_strsplit (commands[i].keys, " ", -1);
    for (guint k = 0; keys[k] != NULL; k++) {
      guint key;
      GdkModifierType modifiers;

      g_assert_true (gtk_accelerator_parse (keys[k], &key, &modifiers));
    }
  }
}

/* The key that desktop programs share for their preferences. */
static void
test_preferences_key (Fixture *fixture, gconstpointer data)
{
  guint n;
  const SlipCommand *commands = slip_commands_list (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (commands[i].action, "win.preferences") == 0) {
      g_assert_cmpstr (commands[i].keys, ==, "<Control>comma");
      g_assert_true (commands[i].flags & SLIP_COMMAND_ACCEL);
      return;
    }
  g_assert_not_reached ();
}

static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  GtkShortcutsWindow *window = slip_commands_new_shortcuts_window ();

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (slip_widget_name_get (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_named (child, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
offers (GtkWidget *palette, const char *title)
{
  g_autofree char *name = g_strconcat ("command:", title, NULL);
  GtkWidget *row = find_named (palette, name);

  return row != NULL && gtk_widget_get_visible (row);
}

/* Without a plan nothing can be done to one. */
static void
test_palette (Fixture *fixture, gconstpointer data)
{
  GtkWidget *palette = slip_palette_new (fixture->window);
  GtkWidget *entry = find_named (palette, "palette-entry");

  g_assert_true (offers (palette, "New plan"));
  g_assert_false (offers (palette, "New release"));
  g_assert_false (offers (palette, "Undo"));
  g_assert_false (offers (palette, "Move to a date"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "np");
  g_assert_true (offers (palette, "New plan"));
  g_assert_false (offers (palette, "Preferences"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "options");
  g_assert_true (offers (palette, "Preferences"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzz");
  g_assert_false (offers (palette, "New plan"));
  gtk_window_destroy (GTK_WINDOW (palette));
}

#define ADD(name, func)                                                        \
  g_test_add ("/commands/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("actions-are-there-with-their-parameters", test_actions);
  ADD ("every-action-without-parameter-is-reached", test_reach);
  ADD ("keys-are-keys", test_keys);
  ADD ("preferences-have-their-usual-key", test_preferences_key);
  ADD ("shortcuts-window-is-made-of-them", test_shortcuts);
  ADD ("palette-offers-what-can-be-done", test_palette);
  return g_test_run ();
}
