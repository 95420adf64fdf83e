/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-dialog.h"

#include "slip-checklist.h"
#include "slip-due-editor.h"
#include "slip-field.h"
#include "slip-item-row.h"
#include "slip-item-state-row.h"
#include "slip-open-uri.h"
#include "slip-plain-text.h"
#include "slip-window.h"

#include <glib/gi18n-lib.h>

#define N_FIELDS 6

struct _SlipItemDialog {
  AdwWindow parent_instance;

  char *item;
  SlipField *fields[N_FIELDS];
  SlipItemStateRow *state;
  SlipDueEditor *due;
  GtkWidget *open;
  char *evidence;

  AdwWindowTitle *heading;
  AdwPreferencesGroup *what;
  AdwPreferencesGroup *when;
  AdwPreferencesGroup *proof;
  GtkWidget *origin;
};

G_DEFINE_FINAL_TYPE (SlipItemDialog, slip_item_dialog, ADW_TYPE_WINDOW)

static const struct {
  SlipItemProperty property;
  SlipFieldForm form;
  gboolean is_proof;
} field_table[N_FIELDS] = {
  { SLIP_ITEM_TITLE, SLIP_FIELD_PLAIN, FALSE },
  { SLIP_ITEM_OWNER, SLIP_FIELD_OPTIONAL, FALSE },
  { SLIP_ITEM_IS_REQUIRED, SLIP_FIELD_PLAIN, FALSE },
  { SLIP_ITEM_NEEDS_EVIDENCE, SLIP_FIELD_PLAIN, TRUE },
  { SLIP_ITEM_EVIDENCE, SLIP_FIELD_LONG, TRUE },
  { SLIP_ITEM_NOTE, SLIP_FIELD_LONG, TRUE },
};

/* What was typed belongs to the item, however the window is closed. */
static void
commit (SlipItemDialog *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    slip_field_commit (self->fields[i]);
  slip_item_state_row_commit (self->state);
  slip_due_editor_commit (self->due);
}

static gboolean
slip_item_dialog_close_request (GtkWindow *window)
{
  commit (SLIP_ITEM_DIALOG (window));

  return GTK_WINDOW_CLASS (slip_item_dialog_parent_class)
    ->close_request (window);
}

static void
open_clicked_cb (GtkButton *button, SlipItemDialog *self)
{
  slip_open_uri (GTK_WIDGET (self), self->evidence);
}

static void
slip_item_dialog_finalize (GObject *object)
{
  SlipItemDialog *self = SLIP_ITEM_DIALOG (object);

  g_free (self->item);
  g_free (self->evidence);

  G_OBJECT_CLASS (slip_item_dialog_parent_class)->finalize (object);
}

static void
slip_item_dialog_class_init (SlipItemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_item_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = slip_item_dialog_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-item-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlipItemDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, SlipItemDialog, what);
  gtk_widget_class_bind_template_child (widget_class, SlipItemDialog, when);
  gtk_widget_class_bind_template_child (widget_class, SlipItemDialog, proof);
  gtk_widget_class_bind_template_child (widget_class, SlipItemDialog, origin);
}

static void
add_due (SlipItemDialog *self)
{
  GtkWidget *due = slip_due_editor_new ();

  self->due = SLIP_DUE_EDITOR (due);
  gtk_widget_add_css_class (due, "card");
  adw_preferences_group_add (self->when, due);
}

static void
slip_item_dialog_init (SlipItemDialog *self)
{
  GtkWidget *state = slip_item_state_row_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_FIELDS; i++) {
    GtkWidget *field = slip_field_new (SLIP_KIND_ITEM, field_table[i].property,
                                       field_table[i].form);

    self->fields[i] = SLIP_FIELD (field);
    adw_preferences_group_add (field_table[i].is_proof ? self->proof
                                                       : self->what,
                               field);
    if (i > 0)
      continue;
    self->state = SLIP_ITEM_STATE_ROW (state);
    adw_preferences_group_add (self->what, state);
  }
  add_due (self);
  self->open = gtk_button_new_with_mnemonic (_ ("_Open the Evidence"));
  gtk_widget_set_name (self->open, "open-evidence");
  gtk_widget_set_halign (self->open, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->open, 6);
  g_signal_connect (self->open, "clicked", G_CALLBACK (open_clicked_cb), self);
  adw_preferences_group_add (self->proof, self->open);
}

static void
show_heading (SlipItemDialog *self,
              const SlipPlanState *state,
              const SlipRow *item)
{
  const SlipRow *checklist =
    slip_plan_state_follow (state, item, SLIP_ITEM_CHECKLIST);
  g_autofree char *where =
    checklist != NULL ? slip_checklist_dup_title (state, checklist) : NULL;

  adw_window_title_set_title (self->heading, _ ("Item"));
  adw_window_title_set_subtitle (self->heading, where != NULL ? where : "");
}

/* Says whose it is while it has no owner of its own. */
static void
show_owner (SlipItemDialog *self,
            const SlipPlanState *state,
            const SlipRow *item)
{
  const SlipRow *checklist =
    slip_plan_state_follow (state, item, SLIP_ITEM_CHECKLIST);
  const SlipRow *owner =
    checklist != NULL
      ? slip_plan_state_follow (state, checklist, SLIP_CHECKLIST_OWNER)
      : NULL;
  gboolean is_own = slip_row_get_text (item, SLIP_ITEM_OWNER) != NULL;
  g_autofree char *note =
    is_own || owner == NULL
      ? NULL
      : g_strdup_printf (_ ("Then it is with %s, who owns the checklist"),
                         slip_row_get_text (owner, SLIP_PERSON_NAME));

  for (guint i = 0; i < N_FIELDS; i++)
    if (field_table[i].property == SLIP_ITEM_OWNER)
      slip_field_set_note (self->fields[i],
                           is_own || note != NULL
                             ? note
                             : _ ("Nobody owns the checklist either"),
                           FALSE);
}

void
slip_item_dialog_set_plan (SlipItemDialog *self,
                           const SlipPlanState *state,
                           SlipDate today)
{
  const SlipRow *item;

  g_return_if_fail (SLIP_IS_ITEM_DIALOG (self));

  item = state != NULL ? slip_plan_state_get (state, SLIP_KIND_ITEM, self->item)
                       : NULL;
  if (item == NULL) {
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  show_heading (self, state, item);
  for (guint i = 0; i < N_FIELDS; i++)
    slip_field_set_row (self->fields[i], state, item, today);
  show_owner (self, state, item);
  slip_item_state_row_set_item (self->state, item);
  slip_due_editor_set_item (self->due, state, item, today);
  g_free (self->evidence);
  self->evidence = g_strdup (slip_row_get_text (item, SLIP_ITEM_EVIDENCE));
  gtk_widget_set_visible (self->open, slip_uri_is_web (self->evidence));
  gtk_widget_set_visible (self->origin,
                          slip_row_get_text (item, SLIP_ITEM_ORIGIN) != NULL);
}

static void
refreshed_cb (SlipItemDialog *self)
{
  SlipWindow *window =
    SLIP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));

  slip_item_dialog_set_plan (self, slip_window_get_state (window),
                             slip_window_get_today (window));
}

SlipItemDialog *
slip_item_dialog_show (GtkWidget *widget,
                       const SlipPlanState *state,
                       const char *item,
                       SlipDate today)
{
  SlipItemDialog *self = g_object_new (SLIP_TYPE_ITEM_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->item = g_strdup (item);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  if (SLIP_IS_WINDOW (root)) {
    gtk_widget_insert_action_group (GTK_WIDGET (self), "win",
                                    G_ACTION_GROUP (root));
    g_signal_connect_object (root, "refreshed", G_CALLBACK (refreshed_cb), self,
                             G_CONNECT_SWAPPED);
  }
  slip_item_dialog_set_plan (self, state, today);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
