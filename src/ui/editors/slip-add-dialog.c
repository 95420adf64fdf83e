/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-add-dialog.h"

#include "slip-ask.h"
#include "slip-entity-edit.h"
#include "slip-intent.h"
#include "slip-product.h"

#include <glib/gi18n-lib.h>

#define WIDTH_PX      480
#define MAX_HEIGHT_PX 620
#define FRAME_PX      130
#define FIELD_PX      64

struct _SlipAddDialog {
  AdwWindow parent_instance;

  const SlipEntityForm *form;
  SlipPlanState *state;
  SlipDate today;
  SlipRow *draft; /* what has been filled in, in no plan yet */
  GVariant *use;  /* the wish that refers to it, or NULL */

  GPtrArray *fields; /* SlipField, borrowed */
  GtkWidget *box;
  GtkWidget *add;
  GtkWidget *fault;
};

G_DEFINE_FINAL_TYPE (SlipAddDialog, slip_add_dialog, ADW_TYPE_WINDOW)

enum {
  ADDING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_fault (SlipAddDialog *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->fault), text ? text : "");
  gtk_widget_set_visible (self->fault, text != NULL);
}

static void
show_draft (SlipAddDialog *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    slip_field_set_row (self->fields->pdata[i], self->state, self->draft,
                        self->today);
  slip_entity_form_show (self->form, self->fields, self->state, self->draft);
}

static gboolean
set_text (SlipAddDialog *self, const char *name, const char *text)
{
  int index = slip_schema_find_property (self->form->kind, name);
  g_auto (SlipValue) value = SLIP_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  SlipRow *draft;

  if (!slip_property_parse (slip_schema_get_property (self->form->kind,
                                                      (guint) index),
                            text, &value, &error)) {
    show_fault (self, error->message);
    return FALSE;
  }
  draft = slip_row_new_with (self->draft, (guint) index, &value);
  slip_row_unref (self->draft);
  self->draft = draft;
  return TRUE;
}

static void
wanted_cb (SlipField *field, const char *const *pairs, SlipAddDialog *self)
{
  show_fault (self, NULL);
  for (; pairs[0]; pairs += 2)
    if (!set_text (self, pairs[0], pairs[1]))
      break;
  show_draft (self);
}

static void
cancel_clicked_cb (GtkButton *button, SlipAddDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_clicked_cb (GtkButton *button, SlipAddDialog *self)
{
  slip_add_dialog_add (self);
}

/* Lists and calendars that have popped up keep their keys. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipAddDialog *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER))
    return FALSE;
  if (key == GDK_KEY_Escape) {
    gtk_window_close (GTK_WINDOW (self));
    return TRUE;
  }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) &&
      GTK_IS_TEXT (focus)) {
    slip_add_dialog_add (self);
    return TRUE;
  }
  return FALSE;
}

static void
slip_add_dialog_finalize (GObject *object)
{
  SlipAddDialog *self = SLIP_ADD_DIALOG (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_clear_pointer (&self->draft, slip_row_unref);
  g_clear_pointer (&self->use, g_variant_unref);
  g_ptr_array_unref (self->fields);

  G_OBJECT_CLASS (slip_add_dialog_parent_class)->finalize (object);
}

static void
slip_add_dialog_class_init (SlipAddDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_add_dialog_finalize;
  signals[ADDING] =
    g_signal_new ("adding", SLIP_TYPE_ADD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_header_bar (SlipAddDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->add = gtk_button_new_with_mnemonic (_ ("_Add"));
  gtk_widget_set_name (cancel, "cancel");
  gtk_widget_set_name (self->add, "add");
  gtk_widget_add_css_class (self->add, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->add);
  g_signal_connect (cancel, "clicked", G_CALLBACK (cancel_clicked_cb), self);
  g_signal_connect (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  return bar;
}

static void
slip_add_dialog_init (SlipAddDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->fields = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->fault = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_widget_set_margin_top (self->fault, 12);
  gtk_widget_set_margin_start (self->fault, 12);
  gtk_widget_set_margin_end (self->fault, 12);
  gtk_widget_add_css_class (self->fault, "error");
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_box_append (GTK_BOX (self->box), new_header_bar (self));
  gtk_box_append (GTK_BOX (self->box), self->fault);
  adw_window_set_content (ADW_WINDOW (self), self->box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
build (SlipAddDialog *self)
{
  const SlipEntityForm *form = self->form;
  const char *title = g_dgettext (GETTEXT_PACKAGE, form->add_label);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < form->n_fields; i++) {
    GtkWidget *field = slip_field_new (form->kind, form->fields[i].property,
                                       form->fields[i].form);

    g_signal_connect (field, "wanted", G_CALLBACK (wanted_cb), self);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), field);
    g_ptr_array_add (self->fields, field);
  }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (self->box), page);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH_PX,
                               MIN (FRAME_PX + FIELD_PX * (int) form->n_fields,
                                    MAX_HEIGHT_PX));
}

GtkWidget *
slip_add_dialog_new (const SlipEntityForm *form,
                     const SlipPlanState *state,
                     const char *owner,
                     SlipDate today)
{
  SlipAddDialog *self = g_object_new (SLIP_TYPE_ADD_DIALOG, NULL);
  g_autofree char *id = slip_id_new ();

  self->form = form;
  self->state = slip_plan_state_ref (state);
  self->today = today;
  self->draft = slip_row_new (form->kind, id, owner, NULL);
  for (guint i = 0; form->new_pairs && form->new_pairs[i]; i += 2)
    set_text (self, form->new_pairs[i], form->new_pairs[i + 1]);
  if (form->kind == SLIP_KIND_PRODUCT)
    set_text (self, "color", slip_product_pick_color (state));
  build (self);
  show_draft (self);
  return GTK_WIDGET (self);
}

void
slip_add_dialog_set_use (SlipAddDialog *self,
                         SlipKind kind,
                         const char *id,
                         const char *property)
{
  g_return_if_fail (SLIP_IS_ADD_DIALOG (self));

  g_clear_pointer (&self->use, g_variant_unref);
  self->use = g_variant_ref_sink (slip_wish_new_set (
    kind, id,
    (const char *const[]){ property, slip_row_get_id (self->draft), NULL }));
}

void
slip_add_dialog_fill (SlipAddDialog *self,
                      const char *property,
                      const char *text)
{
  g_return_if_fail (SLIP_IS_ADD_DIALOG (self));

  set_text (self, property, text);
  show_draft (self);
}

void
slip_add_dialog_present (SlipAddDialog *self, GtkWidget *widget)
{
  g_return_if_fail (SLIP_IS_ADD_DIALOG (self));

  gtk_window_set_transient_for (GTK_WINDOW (self),
                                GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->fields->pdata[0]);
}

/* What is typed and not committed counts too. */
static gboolean
commit_fields (SlipAddDialog *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (gtk_widget_get_visible (self->fields->pdata[i]) &&
        !slip_field_try (self->fields->pdata[i])) {
      gtk_widget_grab_focus (self->fields->pdata[i]);
      return FALSE;
    }

  return !gtk_widget_get_visible (self->fault);
}

/* Whether the plan would take it. */
static gboolean
check_draft (SlipAddDialog *self, GError **error)
{
  SlipKind kind = self->form->kind;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (kind, slip_row_get_id (self->draft),
                                 slip_row_get_owner (self->draft));
  g_autoptr (SlipChangeSet) set = NULL;

  for (guint i = 0; i < slip_schema_get (kind)->n_properties; i++)
    if (slip_row_peek (self->draft, i)->type != SLIP_VALUE_NONE)
      slip_entity_edit_add (edit, i, slip_row_peek (self->draft, i));
  set = slip_intent_run (slip_entity_edit_run, edit, self->state, error);
  return set != NULL;
}

/* What is not as in every new one. */
static GPtrArray *
list_pairs (SlipAddDialog *self)
{
  SlipKind kind = self->form->kind;
  g_autoptr (SlipRow) plain =
    slip_row_new (kind, slip_row_get_id (self->draft), NULL, NULL);
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < slip_schema_get (kind)->n_properties; i++) {
    const SlipProperty *property = slip_schema_get_property (kind, i);
    const SlipValue *value = slip_row_peek (self->draft, i);

    if (slip_value_equal (value, slip_row_peek (plain, i)))
      continue;
    g_ptr_array_add (pairs, g_strdup (property->name));
    g_ptr_array_add (pairs, slip_property_print (property, value));
  }
  g_ptr_array_add (pairs, NULL);
  return pairs;
}

void
slip_add_dialog_add (SlipAddDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  const char *id;

  g_return_if_fail (SLIP_IS_ADD_DIALOG (self));

  show_fault (self, NULL);
  if (!commit_fields (self))
    return;
  if (!check_draft (self, &error)) {
    show_fault (self, error->message);
    return;
  }
  id = slip_row_get_id (self->draft);
  pairs = list_pairs (self);
  g_signal_emit (self, signals[ADDING], 0, id);
  if (self->use)
    slip_ask_all (GTK_WIDGET (self),
                  (GVariant *[]){
                    slip_wish_new_create (self->form->kind, id,
                                          slip_row_get_owner (self->draft),
                                          (const char *const *) pairs->pdata),
                    self->use },
                  2);
  else
    slip_ask_create (GTK_WIDGET (self), self->form->kind, id,
                     slip_row_get_owner (self->draft),
                     (const char *const *) pairs->pdata);
  gtk_window_destroy (GTK_WINDOW (self));
}
