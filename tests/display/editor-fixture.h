/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-actions.h"
#include "slip-board.h"
#include "slip-entity-edit.h"
#include "slip-entity-find.h"
#include "slip-intent.h"
#include "slip-move.h"
#include "slip-sample.h"
#include "slip-template-application.h"
#include "slip-widget-name.h"
#include "slip-wishes.h"

#include <adwaita.h>

/*
 * What the tests of the board and the editors share: the sample plan as of
 * 1 December 2026 in a window that writes down which of its actions were asked
 * for and does what they ask.
 */

#define TODAY   (slip_date_new (2026, 12, 1))
#define CONTEXT ((SlipConflictContext){ TODAY, 2, 10, SLIP_MONDAY })

typedef struct {
  SlipPlanState *state;
  GtkWidget *window;
  GString *log;        /* 'action parameter' a line */
  gboolean is_refused; /* edits are noted and not done */
  void (*changed) (gpointer fixture);
} Editor;

static inline void
editor_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static inline void
editor_run (Editor *editor, SlipIntentFunc func, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (func, data, editor->state, &error);
  SlipPlanState *next;

  g_assert_no_error (error);
  next = slip_plan_state_apply (editor->state, set, &error);
  g_assert_no_error (error);
  slip_plan_state_unref (editor->state);
  editor->state = next;
  if (editor->changed)
    editor->changed (editor);
}

static inline void
editor_add_pairs (SlipEntityEdit *edit, SlipKind kind, GVariantIter *pairs)
{
  const char *name;
  const char *text;

  while (g_variant_iter_next (pairs, "(&s&s)", &name, &text)) {
    int property = slip_schema_find_property (kind, name);
    g_auto (SlipValue) value = SLIP_VALUE_INIT;
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (property, >=, 0);
    slip_property_parse (slip_schema_get_property (kind, (guint) property),
                         text, &value, &error);
    g_assert_no_error (error);
    slip_entity_edit_add (edit, (guint) property, &value);
  }
}

static inline void
editor_edit (Editor *editor, const char *name, GVariant *parameter)
{
  g_autoptr (SlipEntityEdit) edit = NULL;
  g_autoptr (GVariantIter) pairs = NULL;
  const char *kind_name;
  const char *id;
  const char *owner = "";
  SlipKind kind;

  if (g_str_equal (name, "create-entity"))
    g_variant_get (parameter, "(&s&s&sa(ss))", &kind_name, &id, &owner, &pairs);
  else if (g_str_equal (name, "edit-entity"))
    g_variant_get (parameter, "(&s&sa(ss))", &kind_name, &id, &pairs);
  else
    g_variant_get (parameter, "(&s&s)", &kind_name, &id);
  kind = slip_schema_find_kind (kind_name);
  if (g_str_equal (name, "create-entity"))
    edit = slip_entity_edit_new_create (kind, *id ? id : NULL,
                                        *owner ? owner : NULL);
  else if (g_str_equal (name, "edit-entity"))
    edit = slip_entity_edit_new_set (kind, id);
  else
    edit = slip_entity_edit_new_remove (kind, id);
  if (pairs)
    editor_add_pairs (edit, kind, pairs);
  editor_run (editor, slip_entity_edit_run, edit);
}

static inline void
editor_edit_all (Editor *editor, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  gboolean has_release;
  g_autoptr (GPtrArray) edits =
    slip_wishes_read (parameter, &has_release, &error);

  g_assert_no_error (error);
  editor_run (editor, slip_entity_edit_run_all, edits);
}

static inline SlipStatus
editor_find_status (const char *nick)
{
  for (guint i = 0; i < SLIP_N_STATUSES; i++)
    if (g_str_equal (slip_status_get_nick (i), nick))
      return i;

  g_assert_not_reached ();
}

static inline void
editor_place (Editor *editor, GVariant *parameter)
{
  g_autoptr (SlipBoardMove) move = NULL;
  const char *id;
  const char *nick;
  const char *before;
  const char *after;

  g_variant_get (parameter, "(&s&s&s&s)", &id, &nick, &before, &after);
  move = slip_board_move_new (id, editor_find_status (nick),
                              *before ? before : NULL, *after ? after : NULL);
  editor_run (editor, slip_board_move_run, move);
}

/* What the window does: the release, if it is new, and what a template adds. */
static inline void
editor_take (Editor *editor, GVariant *parameter)
{
  g_autoptr (GVariant) wishes = NULL;
  g_autofree const char **without = NULL;
  g_autoptr (SlipTemplateApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *edits;
  const char *release;
  const char *template_id;
  gboolean has_release;

  g_variant_get (parameter, "(&s&s@a(ssssa(ss))^a&s)", &release, &template_id,
                 &wishes, &without);
  edits = slip_wishes_read (wishes, &has_release, &error);
  g_assert_no_error (error);
  application = slip_template_application_new (template_id, release);
  slip_template_application_set_without (application, without);
  if (edits->len > 0)
    slip_template_application_take_creation (application, edits);
  else
    g_ptr_array_unref (edits);
  editor_run (editor, slip_template_application_run, application);
}

static inline void
editor_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Editor *editor = data;
  const char *name = g_action_get_name (G_ACTION (action));
  g_autofree char *text = g_variant_print (parameter, FALSE);

  g_string_append_printf (editor->log, "%s %s\n", name, text);
  if (editor->is_refused)
    return;
  if (g_str_has_suffix (name, "-entity"))
    editor_edit (editor, name, parameter);
  else if (g_str_equal (name, "edit-entities"))
    editor_edit_all (editor, parameter);
  else if (g_str_equal (name, "take-template"))
    editor_take (editor, parameter);
  else if (g_str_equal (name, "place-card"))
    editor_place (editor, parameter);
}

static inline void
editor_add_actions (Editor *editor)
{
  static const struct {
    const char *name;
    const char *type;
  } actions[] = {
    { "select-release", "s" },
    { "pick-release", "s" },
    { "open-release", "s" },
    { "move-to-date", "s" },
    { "unschedule-release", "s" },
    { "set-status", "(ss)" },
    { "place-card", "(ssss)" },
    { "delete-release", "s" },
    { "move-release-planned", "(sssu)" },
    { "edit-entity", "(ssa(ss))" },
    { "create-entity", "(sssa(ss))" },
    { "remove-entity", "(ss)" },
    { "edit-entities", "a(ssssa(ss))" },
    { "load-parts", "s" },
    { "new-person", "(sss)" },
    { "apply-template", "s" },
    { "save-as-template", "s" },
    { "take-template", "(ssa(ssssa(ss))as)" },
    { "tell-audience", "(sss)" },
    { "record-telling", "(sssa(ss))" },
    { "act-on-stage", "(sss)" },
    { "show-stage", "(ss)" },
    { "apply-preset", "(ss)" },
    { "confirm-communication", "s" },
    { "unconfirm-communication", "s" },
    { "go-wider", "s" },
    { "record-decision", "(ssssssssa(sss))" },
    { "show-decision", "s" },
    { "open-cause", "(ssss)" },
    { "ask-exception", "(sss)" },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    g_autoptr (GSimpleAction) action =
      g_simple_action_new (actions[i].name, G_VARIANT_TYPE (actions[i].type));

    g_signal_connect (action, "activate", G_CALLBACK (editor_activate_cb),
                      editor);
    g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  }
  gtk_widget_insert_action_group (editor->window, "win",
                                  G_ACTION_GROUP (group));
  g_object_unref (group);
}

static inline void
editor_set_up (Editor *editor, int width, int height)
{
  SlipDate today = TODAY;

  editor->state = slip_plan_state_new ();
  editor->log = g_string_new (NULL);
  editor->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (editor->window), width, height);
  editor_add_actions (editor);
  editor_run (editor, slip_sample_run, &today);
}

static inline void
editor_show (Editor *editor, GtkWidget *child)
{
  gtk_window_set_child (GTK_WINDOW (editor->window), child);
  gtk_window_present (GTK_WINDOW (editor->window));
  gtk_test_widget_wait_for_draw (editor->window);
  editor_spin ();
}

/* Destroys the window and asserts that it and @child are gone. */
static inline void
editor_tear_down (Editor *editor, GtkWidget *child)
{
  gpointer weak_window = editor->window;
  gpointer weak_child = child;

  g_object_add_weak_pointer (weak_window, &weak_window);
  g_object_add_weak_pointer (weak_child, &weak_child);
  editor->changed = NULL;
  gtk_window_destroy (GTK_WINDOW (editor->window));
  for (int i = 0; (weak_window || weak_child) && i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (weak_child);
  g_assert_null (weak_window);
  slip_plan_state_unref (editor->state);
  g_string_free (editor->log, TRUE);
}

/* The first widget below @widget called @name, or NULL. */
static inline GtkWidget *
editor_find (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (slip_widget_name_get (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = editor_find (child, name);

    if (found)
      return found;
  }

  return NULL;
}

/* The first widget of @type at or below @widget. */
static inline GtkWidget *
editor_find_type (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = editor_find_type (child, type);

    if (found)
      return found;
  }

  return NULL;
}

/* A label at or below @widget that shows and says @part. */
static inline GtkWidget *
editor_find_text (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), part))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = editor_find_text (child, part);

    if (found)
      return found;
  }

  return NULL;
}

static inline GtkEventController *
editor_find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller =
      g_list_model_get_item (controllers, i);

    if (g_type_is_a (G_OBJECT_TYPE (controller), type))
      return controller;
  }

  return NULL;
}

static inline gboolean
editor_press_key (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  GtkEventController *keys =
    editor_find_controller (widget, GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean is_handled = FALSE;

  g_assert_nonnull (keys);
  g_signal_emit_by_name (keys, "key-pressed", key, 0, modifiers, &is_handled);
  return is_handled;
}

static inline const char *
editor_find_id (Editor *editor, SlipKind kind, const char *text)
{
  g_autoptr (GError) error = NULL;
  const SlipRow *row = slip_entity_find (editor->state, kind, text, &error);

  g_assert_no_error (error);
  return slip_row_get_id (row);
}

/* Asserts that exactly this was asked for since the last time. */
#define editor_assert_asked(editor, ...)                                       \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autofree char *expected_ = g_strdup_printf (__VA_ARGS__);                \
    g_assert_cmpstr ((editor)->log->str, ==, expected_);                       \
    g_string_truncate ((editor)->log, 0);                                      \
  }                                                                            \
  G_STMT_END
