/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-member-row.h"

#include "slip-ask.h"
#include "slip-entity-choice.h"
#include "slip-inner-focus.h"
#include "slip-plain-text.h"
#include "slip-release.h"

#include <glib/gi18n-lib.h>

/* A tick's data: the entity, and the part that says it is ticked, if any. */
#define TARGET_KEY "slip-target"
#define PART_KEY   "slip-part"

struct _SlipMemberRow {
  AdwPreferencesRow parent_instance;

  SlipKind kind;
  char *owner;
  gboolean is_filling;
  GtkLabel *label;
  GtkFlowBox *flow;
};

G_DEFINE_FINAL_TYPE (SlipMemberRow, slip_member_row, ADW_TYPE_PREFERENCES_ROW)

static void
toggled_cb (GtkCheckButton *check, SlipMemberRow *self)
{
  const char *target = g_object_get_data (G_OBJECT (check), TARGET_KEY);
  const char *part = g_object_get_data (G_OBJECT (check), PART_KEY);
  const char *name = slip_schema_get_property (self->kind, 0)->name;

  if (self->is_filling)
    return;
  if (gtk_check_button_get_active (check))
    slip_ask_create (GTK_WIDGET (self), self->kind, NULL, self->owner,
                     (const char *const[]){ name, target, NULL });
  else if (part)
    slip_ask_remove (GTK_WIDGET (self), self->kind, part);
}

static const char *
find_part (GPtrArray *parts, const char *target)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (slip_row_get_text (parts->pdata[i], 0), target) == 0)
      return slip_row_get_id (parts->pdata[i]);

  return NULL;
}

static GtkWidget *
find_check (SlipMemberRow *self, const char *target)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->flow));

  for (; child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *check =
      gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

    if (g_strcmp0 (g_object_get_data (G_OBJECT (check), TARGET_KEY), target) ==
        0)
      return check;
  }

  return NULL;
}

/* A long name must not make the window wide. */
static void
set_label (GtkWidget *check, const char *name)
{
  GtkWidget *label;

  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), name);
  label = gtk_widget_get_last_child (check);
  if (GTK_IS_LABEL (label)) {
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  }
}

static GtkWidget *
add_check (SlipMemberRow *self, const char *target)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *child = gtk_flow_box_child_new ();

  g_object_set_data_full (G_OBJECT (check), TARGET_KEY, g_strdup (target),
                          g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), check);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->flow, child);
  return check;
}

static void
remove_gone (SlipMemberRow *self, const SlipPlanState *state, SlipKind target)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->flow));

  while (child) {
    GtkWidget *next = gtk_widget_get_next_sibling (child);
    GtkWidget *check =
      gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

    if (!slip_plan_state_get (state, target,
                              g_object_get_data (G_OBJECT (check), TARGET_KEY)))
      gtk_flow_box_remove (self->flow, child);
    child = next;
  }
}

static void
slip_member_row_finalize (GObject *object)
{
  g_free (SLIP_MEMBER_ROW (object)->owner);

  G_OBJECT_CLASS (slip_member_row_parent_class)->finalize (object);
}

static void
slip_member_row_class_init (SlipMemberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_member_row_finalize;
  GTK_WIDGET_CLASS (klass)->focus = slip_inner_focus;
}

static void
slip_member_row_init (SlipMemberRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "field-label");
  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->flow, 4);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->flow));
  gtk_widget_add_css_class (box, "field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
slip_member_row_new (SlipKind kind)
{
  SlipMemberRow *self = g_object_new (SLIP_TYPE_MEMBER_ROW, NULL);

  self->kind = kind;
  gtk_widget_set_name (GTK_WIDGET (self), "members");
  return GTK_WIDGET (self);
}

/* Whole sentences, as languages bend the words in them. */
static const char *
get_text (SlipKind target, gboolean is_narrowed)
{
  if (target == SLIP_KIND_AUDIENCE)
    return is_narrowed
             ? _ ("Only for releases that need a checklist for one of the "
                  "audiences ticked")
             : _ ("Whatever audiences a release is for; tick some to hold only "
                  "what they have to be ready for");

  return is_narrowed ? _ ("Only for the products ticked")
                     : _ ("For all products; tick some to hold only those");
}

void
slip_member_row_set_plan (SlipMemberRow *self,
                          const SlipPlanState *state,
                          const char *owner)
{
  SlipKind target = slip_schema_get_property (self->kind, 0)->target;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) targets = NULL;

  g_return_if_fail (SLIP_IS_MEMBER_ROW (self));

  g_free (self->owner);
  self->owner = g_strdup (owner);
  parts = slip_plan_state_list_owned (state, self->kind, owner);
  targets = slip_entity_choice_list (state, target, NULL);
  self->is_filling = TRUE;
  remove_gone (self, state, target);
  for (guint i = 0; i < targets->len; i++) {
    const char *id = slip_row_get_id (targets->pdata[i]);
    g_autofree char *name = slip_entity_dup_label (state, targets->pdata[i]);
    const char *part = find_part (parts, id);
    GtkWidget *check = find_check (self, id);

    if (!check)
      check = add_check (self, id);
    set_label (check, name);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), part != NULL);
    g_object_set_data_full (G_OBJECT (check), PART_KEY, g_strdup (part),
                            g_free);
  }
  gtk_label_set_text (self->label, get_text (target, parts->len > 0));
  self->is_filling = FALSE;
}
