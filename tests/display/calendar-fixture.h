/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-calendar-index.h"
#include "slip-entity-edit.h"
#include "slip-intent.h"
#include "slip-widget-name.h"

#include <adwaita.h>

/*
 * What the tests of the calendar share: a small plan around 1 December 2026, a
 * window that writes down which of its actions were asked for, and a way to
 * find the controllers of a widget.
 */

#define TODAY   (slip_date_new (2026, 12, 1))
#define PRODUCT "00000000-0000-4000-8000-00000000000a"
#define FIRST   "00000000-0000-4000-8000-000000000001"
#define SECOND  "00000000-0000-4000-8000-000000000002"
#define LOOSE   "00000000-0000-4000-8000-000000000003"

static inline void
run_edit (SlipPlanState **state, SlipEntityEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_entity_edit_run, edit, *state, &error);
  g_assert_no_error (error);
  SlipPlanState *next = slip_plan_state_apply (*state, set, &error);
  g_assert_no_error (error);
  slip_plan_state_unref (*state);
  *state = next;
  slip_entity_edit_free (edit);
}

static inline SlipPlannedDate
plan_on (SlipDate date, SlipCertainty certainty)
{
  return (SlipPlannedDate){ date, certainty };
}

static inline void
add_release (SlipPlanState **state,
             const char *id,
             const char *version,
             SlipPlannedDate planned)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, id, NULL);

  slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT, PRODUCT);
  slip_entity_edit_add_text (edit, SLIP_RELEASE_VERSION, version);
  slip_entity_edit_add_planned (edit, SLIP_ANCHOR_RELEASE, planned);
  run_edit (state, edit);
}

static inline void
set_integer (SlipPlanState **state, const char *id, guint property, int value)
{
  SlipEntityEdit *edit = slip_entity_edit_new_set (SLIP_KIND_RELEASE, id);

  slip_entity_edit_add_integer (edit, property, value);
  run_edit (state, edit);
}

static inline void
set_planned (SlipPlanState **state,
             const char *id,
             SlipAnchor anchor,
             SlipPlannedDate planned)
{
  SlipEntityEdit *edit = slip_entity_edit_new_set (SLIP_KIND_RELEASE, id);

  slip_entity_edit_add_planned (edit, anchor, planned);
  run_edit (state, edit);
}

/* 'Tool 1.0' on 8 December, 'Tool 1.1' on 10 December, 'Tool 1.2' on no day, a
 * freeze from 21 to 27 December and a key date on 9 December. */
static inline SlipPlanState *
new_plan (void)
{
  SlipPlanState *state = slip_plan_state_new ();
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_PRODUCT, PRODUCT, NULL);

  slip_entity_edit_add_text (edit, SLIP_PRODUCT_NAME, "Tool");
  slip_entity_edit_add_text (edit, SLIP_PRODUCT_COLOR, "#3584e4");
  run_edit (&state, edit);
  add_release (&state, FIRST, "1.0",
               plan_on (slip_date_new (2026, 12, 8), SLIP_CERTAINTY_CONFIRMED));
  add_release (&state, SECOND, "1.1",
               plan_on (slip_date_new (2026, 12, 10),
                        SLIP_CERTAINTY_TENTATIVE));
  add_release (&state, LOOSE, "1.2", SLIP_UNSCHEDULED);

  edit = slip_entity_edit_new_create (SLIP_KIND_FREEZE, NULL, NULL);
  slip_entity_edit_add_text (edit, SLIP_FREEZE_NAME, "Year-end freeze");
  slip_entity_edit_add_date (edit, SLIP_FREEZE_FIRST_DAY,
                             slip_date_new (2026, 12, 21));
  slip_entity_edit_add_date (edit, SLIP_FREEZE_LAST_DAY,
                             slip_date_new (2026, 12, 27));
  run_edit (&state, edit);

  edit = slip_entity_edit_new_create (SLIP_KIND_KEY_DATE, NULL, NULL);
  slip_entity_edit_add_text (edit, SLIP_KEY_DATE_NAME, "Fair");
  slip_entity_edit_add_date (edit, SLIP_KEY_DATE_FIRST_DAY,
                             slip_date_new (2026, 12, 9));
  slip_entity_edit_add_date (edit, SLIP_KEY_DATE_LAST_DAY,
                             slip_date_new (2026, 12, 9));
  run_edit (&state, edit);
  return state;
}

static inline SlipCalendarIndex *
new_index (const SlipPlanState *state)
{
  g_autoptr (SlipQuery) query = slip_query_new ();

  return slip_calendar_index_new (state, query, TODAY);
}

static inline void
asked_cb (GSimpleAction *action, GVariant *parameter, GString *asked)
{
  g_autofree char *text = g_variant_print (parameter, FALSE);

  g_string_append_printf (asked, "%s %s\n",
                          g_action_get_name (G_ACTION (action)), text);
}

/* A window around @child that appends to @asked what was asked for. */
static inline GtkWidget *
open_window (GtkWidget *child, GString *asked, int width, int height)
{
  static const struct {
    const char *name;
    const char *type;
  } actions[] = {
    { "select-release", "s" },     { "pick-release", "s" },
    { "open-release", "s" },       { "new-release", "s" },
    { "move-release", "(ssb)" },   { "move-release-by", "(sib)" },
    { "unschedule-release", "s" }, { "delete-release", "s" },
    { "load-parts", "s" },
  };
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    g_autoptr (GSimpleAction) action =
      g_simple_action_new (actions[i].name, G_VARIANT_TYPE (actions[i].type));

    g_signal_connect (action, "activate", G_CALLBACK (asked_cb), asked);
    g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  }
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

/* Handles what is pending until nothing is. */
static inline void
settle (GtkWidget *widget)
{
  gtk_test_widget_wait_for_draw (widget);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static inline void
close_window (GtkWidget *window)
{
  GtkWidget *watched = window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &watched);
  gtk_window_destroy (GTK_WINDOW (window));
  for (int i = 0; watched != NULL && i < 1000; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (watched);
}

/* Returns a new reference. */
static inline GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller =
      g_list_model_get_item (controllers, i);

    if (g_type_is_a (G_OBJECT_TYPE (controller), type))
      return g_steal_pointer (&controller);
  }
  return NULL;
}

static inline GtkWidget *
find_widget (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (slip_widget_name_get (widget), name) == 0 &&
      gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_widget (child, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Presses a key that @widget or one of its parents has a binding for. */
static inline gboolean
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget)) {
    g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (widget);

    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
      g_autoptr (GtkEventController) controller =
        g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      guint n = g_list_model_get_n_items (G_LIST_MODEL (controller));
      for (guint j = 0; j < n; j++) {
        g_autoptr (GtkShortcut) shortcut =
          g_list_model_get_item (G_LIST_MODEL (controller), j);
        GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

        if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
            gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) ==
              key &&
            gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) ==
              modifiers &&
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                          widget,
                                          gtk_shortcut_get_arguments (
                                            shortcut)))
          return TRUE;
      }
    }
  }
  return FALSE;
}
