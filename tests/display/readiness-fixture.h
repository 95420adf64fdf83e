/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-assignment.h"
#include "slip-entity-edit.h"
#include "slip-intent.h"
#include "slip-widget-name.h"

#include <adwaita.h>

/*
 * What the tests of readiness share: a small plan as of 1 December 2026 in a
 * window that writes down which of its actions were asked for and does what
 * they ask.
 *
 * 'Mobile 4.2' on 8 December: 'Support' of the Support lead, 1 of 2, due on 4
 * December; 'Sales', unowned, 0 of 1, overdue since 27 November; 'Marketing'
 * not needed.  'Mobile 4.3' on 16 December: 'Support' ready.  'Mobile 5.0'
 * unscheduled.  Ids are plain words.
 */

#define TODAY   (slip_date_new (2026, 12, 1))
#define CONTEXT ((SlipConflictContext){ TODAY, 2, 10, SLIP_MONDAY })

typedef struct {
  SlipPlanState *state;
  GtkWidget *window;
  GString *log; /* 'action parameter' a line */
  void (*changed) (gpointer fixture);
} Readiness;

static inline void
readiness_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static inline void
readiness_run (Readiness *self, SlipIntentFunc func, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (func, data, self->state, &error);
  SlipPlanState *next;

  g_assert_no_error (error);
  next = slip_plan_state_apply (self->state, set, &error);
  g_assert_no_error (error);
  slip_plan_state_unref (self->state);
  self->state = next;
  if (self->changed)
    self->changed (self);
}

/* Makes an entity; @owner may be NULL.  The pairs are property names and texts
 * as slip_property_parse() reads them. */
static inline void
readiness_create (Readiness *self,
                  SlipKind kind,
                  const char *id,
                  const char *owner,
                  const char *const *pairs)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (kind, id, owner);

  for (; pairs[0]; pairs += 2) {
    int property = slip_schema_find_property (kind, pairs[0]);
    g_auto (SlipValue) value = SLIP_VALUE_INIT;

    g_assert_cmpint (property, >=, 0);
    slip_property_parse (slip_schema_get_property (kind, (guint) property),
                         pairs[1], &value, NULL);
    slip_entity_edit_add (edit, (guint) property, &value);
  }
  readiness_run (self, slip_entity_edit_run, edit);
}

#define READINESS_CREATE(self, kind, id, owner, ...)                           \
  readiness_create (self, kind, id, owner,                                     \
                    (const char *const[]){ __VA_ARGS__, NULL })

static inline void
readiness_add_release (Readiness *self,
                       const char *id,
                       const char *version,
                       const char *day)
{
  READINESS_CREATE (self, SLIP_KIND_RELEASE, id, NULL, "product", "mobile",
                    "version", version, "owner_person", "lead", "market_owner",
                    "lead", "release_date", day, "release_certainty",
                    *day ? "confirmed" : "unscheduled");
}

static inline void
readiness_fill (Readiness *self)
{
  READINESS_CREATE (self, SLIP_KIND_PERSON, "lead", NULL, "name",
                    "Support lead");
  READINESS_CREATE (self, SLIP_KIND_PERSON, "ops", NULL, "name", "Sales ops");
  READINESS_CREATE (self, SLIP_KIND_AUDIENCE, "support", NULL, "name",
                    "Support");
  READINESS_CREATE (self, SLIP_KIND_AUDIENCE, "sales", NULL, "name", "Sales",
                    "owner_person", "ops");
  READINESS_CREATE (self, SLIP_KIND_AUDIENCE, "marketing", NULL, "name",
                    "Marketing");
  READINESS_CREATE (self, SLIP_KIND_PRODUCT, "mobile", NULL, "name", "Mobile");
  readiness_add_release (self, "first", "4.2", "2026-12-08");
  readiness_add_release (self, "second", "4.3", "2026-12-16");
  readiness_add_release (self, "loose", "5.0", "");
  READINESS_CREATE (self, SLIP_KIND_CHECKLIST, "first-support", "first",
                    "audience", "support", "owner_person", "lead");
  READINESS_CREATE (self, SLIP_KIND_CHECKLIST, "first-sales", "first",
                    "audience", "sales");
  READINESS_CREATE (self, SLIP_KIND_CHECKLIST, "first-marketing", "first",
                    "audience", "marketing", "is_not_needed", "true", "reason",
                    "Nothing to tell");
  READINESS_CREATE (self, SLIP_KIND_CHECKLIST, "second-support", "second",
                    "audience", "support", "owner_person", "lead");
  READINESS_CREATE (self, SLIP_KIND_ITEM, "train", "first", "checklist",
                    "first-support", "title", "Train the team", "is_required",
                    "true", "state", "done");
  READINESS_CREATE (self, SLIP_KIND_ITEM, "macro", "first", "checklist",
                    "first-support", "title", "Write macros", "is_required",
                    "true", "state", "doing", "due_date", "2026-12-04");
  READINESS_CREATE (self, SLIP_KIND_ITEM, "deck", "first", "checklist",
                    "first-sales", "title", "Make the deck", "is_required",
                    "true", "due_date", "2026-11-27");
  READINESS_CREATE (self, SLIP_KIND_ITEM, "ready", "second", "checklist",
                    "second-support", "title", "Train the team", "is_required",
                    "true", "state", "done");
}

/* Two more releases in the week of 'first', for which the same are needed. */
static inline void
readiness_crowd (Readiness *self)
{
  static const char *const ids[] = { "more", "most" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autofree char *support = g_strconcat (ids[i], "-support", NULL);
    g_autofree char *sales = g_strconcat (ids[i], "-sales", NULL);

    readiness_add_release (self, ids[i], ids[i], "2026-12-09");
    READINESS_CREATE (self, SLIP_KIND_CHECKLIST, support, ids[i], "audience",
                      "support", "owner_person", "ops");
    READINESS_CREATE (self, SLIP_KIND_CHECKLIST, sales, ids[i], "audience",
                      "sales", "owner_person", "ops");
  }
}

static inline void
readiness_assign (Readiness *self, GVariant *parameter)
{
  const char *release;
  const char *role;
  const char *person;
  const char *name;

  g_variant_get (parameter, "(&s&s&s&s)", &release, &role, &person, &name);
  g_autoptr (SlipAssignment) assignment =
    slip_assignment_new (release, role, *person ? person : NULL,
                         *name ? name : NULL);
  readiness_run (self, slip_assignment_run, assignment);
}

/* The one edit that is asked for here: checking an item off. */
static inline void
readiness_edit (Readiness *self, GVariant *parameter)
{
  const char *kind;
  const char *id;
  g_autoptr (GVariant) pairs = NULL;

  g_variant_get (parameter, "(&s&s@a(ss))", &kind, &id, &pairs);
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_ITEM, id);
  slip_entity_edit_add_integer (edit, SLIP_ITEM_STATE, SLIP_ITEM_STATE_DONE);
  readiness_run (self, slip_entity_edit_run, edit);
}

/* All of them are done. */
static inline void
readiness_set_state (Readiness *self, GVariant *parameter)
{
  g_autofree const char **items = NULL;

  g_variant_get (parameter, "(&s^a&s&s&s&s)", NULL, &items, NULL, NULL, NULL);
  for (guint i = 0; items[i]; i++) {
    g_autoptr (SlipEntityEdit) edit =
      slip_entity_edit_new_set (SLIP_KIND_ITEM, items[i]);

    slip_entity_edit_add_integer (edit, SLIP_ITEM_STATE, SLIP_ITEM_STATE_DONE);
    readiness_run (self, slip_entity_edit_run, edit);
  }
}

static inline void
readiness_activate_cb (GSimpleAction *action,
                       GVariant *parameter,
                       gpointer data)
{
  Readiness *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  g_autofree char *text = g_variant_print (parameter, FALSE);

  g_string_append_printf (self->log, "%s %s\n", name, text);
  if (g_str_equal (name, "assign-owner"))
    readiness_assign (self, parameter);
  else if (g_str_equal (name, "edit-entity"))
    readiness_edit (self, parameter);
  else if (g_str_equal (name, "set-items-state"))
    readiness_set_state (self, parameter);
}

static inline void
readiness_add_actions (Readiness *self, GtkWidget *window)
{
  static const struct {
    const char *name;
    const char *type;
  } actions[] = {
    { "select-release", "s" },        { "pick-release", "s" },
    { "open-release", "s" },          { "show-checklist", "(ss)" },
    { "assign-owner", "(ssss)" },     { "mark-not-needed", "(ss)" },
    { "mark-needed", "(ss)" },        { "edit-entity", "(ssa(ss))" },
    { "show-attention", "s" },        { "set-items-state", "(sassss)" },
    { "set-items-owner", "(sasss)" }, { "move-stage-by", "(sii)" },
    { "move-release-by", "(sib)" },   { "accept-observation", "(sss)" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    g_autoptr (GSimpleAction) action =
      g_simple_action_new (actions[i].name, G_VARIANT_TYPE (actions[i].type));

    g_signal_connect (action, "activate", G_CALLBACK (readiness_activate_cb),
                      self);
    g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  }
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

static inline void
readiness_set_up (Readiness *self)
{
  self->state = slip_plan_state_new ();
  self->log = g_string_new (NULL);
  readiness_fill (self);
}

static inline void
readiness_show (Readiness *self, GtkWidget *child, int width, int height)
{
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  readiness_add_actions (self, self->window);
  gtk_window_set_child (GTK_WINDOW (self->window), child);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  readiness_spin ();
}

/* Destroys @window and asserts that it is gone. */
static inline void
readiness_close (Readiness *self, GtkWidget *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (weak, &weak);
  self->changed = NULL;
  gtk_window_destroy (GTK_WINDOW (window));
  for (int i = 0; weak && i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (weak);
}

static inline void
readiness_tear_down (Readiness *self)
{
  slip_plan_state_unref (self->state);
  g_string_free (self->log, TRUE);
}

/* The first widget below @widget called @name, or NULL. */
static inline GtkWidget *
readiness_find (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (slip_widget_name_get (widget), name) == 0 &&
      gtk_widget_get_child_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = readiness_find (child, name);

    if (found)
      return found;
  }

  return NULL;
}

static inline GtkEventController *
readiness_find_controller (GtkWidget *widget, GType type)
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

/* Asserts that exactly this was asked for since the last time. */
#define readiness_assert_asked(self, text)                                     \
  G_STMT_START                                                                 \
  {                                                                            \
    g_assert_cmpstr ((self)->log->str, ==, text);                              \
    g_string_truncate ((self)->log, 0);                                        \
  }                                                                            \
  G_STMT_END
