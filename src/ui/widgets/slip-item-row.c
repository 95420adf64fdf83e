/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-row.h"

#include "slip-checklist.h"
#include "slip-item-text.h"
#include "slip-open-uri.h"

#include <glib/gi18n-lib.h>

struct _SlipItemRow {
  GtkListBoxRow parent_instance;

  char *id;
  SlipRow *item;
  guint place;
  gboolean is_filling;

  GtkCheckButton *check;
  GtkLabel *title;
  GtkLabel *state;
  GtkLabel *due;
  GtkLabel *extra;
  GtkWidget *evidence;
};

G_DEFINE_FINAL_TYPE (SlipItemRow, slip_item_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  TICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_closed (const SlipRow *item)
{
  return slip_item_state_is_closed (
    slip_row_get_integer (item, SLIP_ITEM_STATE));
}

static gboolean
is_done (const SlipRow *item)
{
  return slip_row_get_integer (item, SLIP_ITEM_STATE) == SLIP_ITEM_STATE_DONE;
}

static void
show_check (SlipItemRow *self)
{
  gint64 state = slip_row_get_integer (self->item, SLIP_ITEM_STATE);

  self->is_filling = TRUE;
  gtk_check_button_set_active (self->check, is_done (self->item));
  gtk_check_button_set_inconsistent (self->check,
                                     state == SLIP_ITEM_STATE_DOING ||
                                       state == SLIP_ITEM_STATE_NOT_APPLICABLE);
  self->is_filling = FALSE;
}

static void
toggled_cb (GtkCheckButton *check, SlipItemRow *self)
{
  gboolean wanted;

  if (self->is_filling || self->item == NULL)
    return;
  wanted = !is_done (self->item);
  show_check (self);
  g_signal_emit (self, signals[TICKED], 0, wanted);
}

static void
evidence_clicked_cb (GtkButton *button, SlipItemRow *self)
{
  slip_open_uri (GTK_WIDGET (self),
                 slip_row_get_text (self->item, SLIP_ITEM_EVIDENCE));
}

static void
slip_item_row_finalize (GObject *object)
{
  SlipItemRow *self = SLIP_ITEM_ROW (object);

  g_free (self->id);
  g_clear_pointer (&self->item, slip_row_unref);

  G_OBJECT_CLASS (slip_item_row_parent_class)->finalize (object);
}

static void
slip_item_row_class_init (SlipItemRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_item_row_finalize;
  signals[TICKED] =
    g_signal_new ("ticked", SLIP_TYPE_ITEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
new_texts (SlipItemRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->title = add_label (box, NULL);
  self->state = add_label (box, "caption");
  self->due = add_label (box, "caption");
  self->extra = add_label (box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->extra), "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
slip_item_row_init (SlipItemRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_START);
  /* The row has the focus, and its keys; Space ticks. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->check), FALSE);
  g_signal_connect (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  self->evidence = gtk_button_new ();
  gtk_widget_set_valign (self->evidence, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->evidence, "flat");
  gtk_widget_add_css_class (self->evidence, "item-evidence");
  g_signal_connect (self->evidence, "clicked", G_CALLBACK (evidence_clicked_cb),
                    self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (line), new_texts (self));
  gtk_box_append (GTK_BOX (line), self->evidence);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  gtk_widget_add_css_class (GTK_WIDGET (self), "item");
}

GtkWidget *
slip_item_row_new (const char *id)
{
  SlipItemRow *self = g_object_new (SLIP_TYPE_ITEM_ROW, NULL);

  self->id = g_strdup (id);
  return GTK_WIDGET (self);
}

const char *
slip_item_row_get_id (SlipItemRow *self)
{
  g_return_val_if_fail (SLIP_IS_ITEM_ROW (self), NULL);

  return self->id;
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_class (gpointer widget, const char *css_class, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Returns: (nullable): the owner, if it is not the checklist's. */
static const SlipRow *
find_other_owner (SlipItemRow *self, const SlipPlanState *state)
{
  const SlipRow *checklist =
    slip_plan_state_follow (state, self->item, SLIP_ITEM_CHECKLIST);
  const char *owner = slip_row_get_text (self->item, SLIP_ITEM_OWNER);

  if (checklist != NULL &&
      g_strcmp0 (slip_row_get_text (checklist, SLIP_CHECKLIST_OWNER), owner) ==
        0)
    return NULL;

  return slip_plan_state_get (state, SLIP_KIND_PERSON, owner);
}

static void
show_extra (SlipItemRow *self, const SlipPlanState *state)
{
  const SlipRow *owner = find_other_owner (self, state);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (!slip_row_get_boolean (self->item, SLIP_ITEM_IS_REQUIRED))
    g_ptr_array_add (parts, (char *) _ ("optional"));
  if (slip_item_lacks_evidence (self->item))
    g_ptr_array_add (parts, (char *) _ ("needs evidence"));
  if (owner != NULL)
    g_ptr_array_add (parts,
                     (char *) slip_row_get_text (owner, SLIP_PERSON_NAME));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv ("\u00a0· ", (char **) parts->pdata);
  show_text (self->extra, *text != '\0' ? text : NULL);
}

static void
show_evidence (SlipItemRow *self)
{
  const char *evidence = slip_row_get_text (self->item, SLIP_ITEM_EVIDENCE);
  gboolean may_open = slip_uri_is_web (evidence);
  g_autofree char *label =
    evidence == NULL ? NULL
                     : g_strdup_printf (may_open ? _ ("Open the evidence: %s")
                                                 : _ ("Evidence: %s"),
                                        evidence);

  gtk_widget_set_visible (self->evidence, evidence != NULL);
  gtk_button_set_icon_name (GTK_BUTTON (self->evidence),
                            may_open ? "web-browser-symbolic"
                                     : "text-x-generic-symbolic");
  gtk_widget_set_tooltip_text (self->evidence, label);
  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->evidence),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_names (SlipItemRow *self, const SlipPlanState *state, SlipDate today)
{
  const char *title = slip_row_get_text (self->item, SLIP_ITEM_TITLE);
  g_autofree char *name = g_strconcat ("item:", title, NULL);
  g_autofree char *check_name = g_strconcat ("check:", title, NULL);
  g_autofree char *label = slip_item_dup_label (state, self->item, today);
  g_autofree char *check_label =
    /* Translators: what ticking a box says, and of which item. */
    g_strdup_printf (_ ("Done: %s"), title != NULL ? title : "");

  gtk_widget_set_name (GTK_WIDGET (self), name);
  gtk_widget_set_name (GTK_WIDGET (self->check), check_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, check_label,
                                  -1);
}

void
slip_item_row_set_item (SlipItemRow *self,
                        const SlipPlanState *state,
                        const SlipRow *item,
                        guint place,
                        SlipDate today)
{
  g_autofree char *state_text = NULL;
  g_autofree char *due = NULL;
  SlipRow *old;

  g_return_if_fail (SLIP_IS_ITEM_ROW (self));

  old = self->item;
  self->item = slip_row_ref (item);
  g_clear_pointer (&old, slip_row_unref);
  self->place = place;
  state_text = slip_item_dup_state_text (item);
  due = slip_item_dup_due_text (state, item, today);
  show_check (self);
  show_text (self->title, slip_row_get_text (item, SLIP_ITEM_TITLE));
  show_text (self->state, state_text);
  show_text (self->due, due);
  set_class (self, "closed", is_closed (item));
  set_class (self->state, "item-loud",
             slip_row_get_integer (item, SLIP_ITEM_STATE) ==
               SLIP_ITEM_STATE_BLOCKED);
  set_class (self->due, "item-loud", slip_item_is_overdue (item, today));
  set_class (self->due, "dim-label", !slip_item_is_overdue (item, today));
  show_extra (self, state);
  show_evidence (self);
  show_names (self, state, today);
}

guint
slip_item_row_get_place (SlipItemRow *self)
{
  g_return_val_if_fail (SLIP_IS_ITEM_ROW (self), 0);

  return self->place;
}

const SlipRow *
slip_item_row_get_item (SlipItemRow *self)
{
  g_return_val_if_fail (SLIP_IS_ITEM_ROW (self), NULL);

  return self->item;
}

void
slip_item_row_set_drop (SlipItemRow *self, int edge)
{
  g_return_if_fail (SLIP_IS_ITEM_ROW (self));

  set_class (self, "drop-before", edge < 0);
  set_class (self, "drop-after", edge > 0);
}
