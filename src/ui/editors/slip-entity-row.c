/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-entity-row.h"

#include "slip-add-dialog.h"
#include "slip-ask.h"
#include "slip-color-dot.h"
#include "slip-control-name.h"
#include "slip-entity-mover.h"
#include "slip-member-row.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"
#include "slip-release.h"

#include <glib/gi18n-lib.h>

struct _SlipEntityRow {
  AdwExpanderRow parent_instance;

  const SlipEntityForm *form;
  char *id;
  char *remark; /* or NULL */
  SlipPlanState *state;
  SlipDate today;
  char *wanted_part; /* the id of a part that was asked for */
  gboolean is_built; /* whether the form is there, not only the title */

  GPtrArray *fields;  /* SlipField, borrowed */
  GPtrArray *parts;   /* SlipEntityRow, borrowed */
  GPtrArray *members; /* SlipMemberRow, borrowed */
  SlipColorDot *dot;
  GtkWidget *acts;        /* or NULL, if nothing else can be done */
  SlipEntityMover *mover; /* or NULL, if there is no order to change */
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (SlipEntityRow, slip_entity_row, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_retired (const SlipRow *row)
{
  int index = slip_schema_find_property (slip_row_get_kind (row), "is_retired");

  return index >= 0 && slip_row_get_boolean (row, (guint) index);
}

static void
remove_clicked_cb (GtkButton *button, SlipEntityRow *self)
{
  const SlipRow *row =
    slip_plan_state_get (self->state, self->form->kind, self->id);

  if (row && is_retired (row))
    slip_ask_edit (GTK_WIDGET (self), self->form->kind, self->id,
                   (const char *const[]){ "is_retired", "false", NULL });
  else if (row)
    slip_ask_remove (GTK_WIDGET (self), self->form->kind, self->id);
}

static void
up_clicked_cb (GtkButton *button, SlipEntityRow *self)
{
  slip_entity_form_ask_step (self->form, GTK_WIDGET (self), self->state,
                             self->id, -1);
}

static void
down_clicked_cb (GtkButton *button, SlipEntityRow *self)
{
  slip_entity_form_ask_step (self->form, GTK_WIDGET (self), self->state,
                             self->id, 1);
}

/* Says whose menu it is: what gets the focus is the button inside. */
static void
show_acts (SlipEntityRow *self, const char *title)
{
  GtkWidget *button = gtk_widget_get_first_child (self->acts);
  g_autofree char *label = g_strdup_printf (_ ("Menu of “%s”"), title);
  g_autofree char *name = g_strconcat ("acts:", title, NULL);

  gtk_widget_set_name (button, name);
  gtk_widget_set_tooltip_text (self->acts, label);
  slip_control_name_set (self->acts, label);
}

static void
more_clicked_cb (GtkButton *button, SlipEntityRow *self)
{
  slip_ask (GTK_WIDGET (self), self->form->more_action,
            g_variant_new_string (self->id));
}

static void
show_title (SlipEntityRow *self, const SlipRow *row)
{
  g_autofree char *title = slip_entity_dup_label (self->state, row);
  g_autofree char *name = g_strconcat ("entity:", title, NULL);
  g_autofree char *subtitle =
    self->form->dup_subtitle
      ? self->form->dup_subtitle (self->state, row, self->today)
      : NULL;
  int color = slip_schema_find_property (self->form->kind, "color");

  if (is_retired (row)) {
    g_free (subtitle);
    subtitle = g_strdup (_ ("Retired"));
  }
  if (self->remark) {
    g_autofree char *plain = g_steal_pointer (&subtitle);

    subtitle = plain ? g_strdup_printf ("%s · %s", plain, self->remark)
                     : g_strdup (self->remark);
  }
  gtk_widget_set_name (GTK_WIDGET (self), name);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 subtitle ? subtitle : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (self->acts)
    show_acts (self, title);
  if (self->dot)
    slip_color_dot_set_color (self->dot,
                              slip_row_get_text (row, (guint) color));
}

static SlipEntityRow *
find_part (SlipEntityRow *self, const char *id)
{
  for (guint i = 0; i < self->parts->len; i++) {
    SlipEntityRow *part = self->parts->pdata[i];

    if (g_str_equal (part->id, id))
      return part;
  }

  return NULL;
}

/* What was asked for opens as soon as it is there. */
static void
edit_wanted_part (SlipEntityRow *self)
{
  SlipEntityRow *part =
    self->wanted_part ? find_part (self, self->wanted_part) : NULL;

  if (!part)
    return;
  g_clear_pointer (&self->wanted_part, g_free);
  slip_entity_row_edit (part);
}

static void
adding_part_cb (SlipEntityRow *self, const char *id, SlipAddDialog *dialog)
{
  g_free (self->wanted_part);
  self->wanted_part = g_strdup (id);
}

static void
add_part_clicked_cb (GtkButton *button, SlipEntityRow *self)
{
  GtkWidget *dialog =
    slip_add_dialog_new (self->form->part, self->state, self->id, self->today);

  g_signal_connect_object (dialog, "adding", G_CALLBACK (adding_part_cb), self,
                           G_CONNECT_SWAPPED);
  slip_add_dialog_present (SLIP_ADD_DIALOG (dialog), GTK_WIDGET (self));
}

static void
remove_gone_parts (SlipEntityRow *self)
{
  for (guint i = self->parts->len; i > 0; i--) {
    SlipEntityRow *part = self->parts->pdata[i - 1];

    if (slip_plan_state_get (self->state, self->form->part->kind, part->id))
      continue;
    g_ptr_array_remove_index (self->parts, i - 1);
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), GTK_WIDGET (part));
  }
}

static void
show_parts (SlipEntityRow *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!self->form->part)
    return;
  remove_gone_parts (self);
  rows = slip_entity_form_list (self->form->part, self->state, self->id, NULL);
  for (guint i = 0; i < rows->len; i++) {
    const char *id = slip_row_get_id (rows->pdata[i]);
    SlipEntityRow *part = find_part (self, id);

    if (!part) {
      part = SLIP_ENTITY_ROW (slip_entity_row_new (self->form->part, id));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (part));
      g_ptr_array_add (self->parts, part);
    }
    slip_entity_row_set_plan (part, self->state, self->today);
  }
  edit_wanted_part (self);
}

static void
slip_entity_row_finalize (GObject *object)
{
  SlipEntityRow *self = SLIP_ENTITY_ROW (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->members);
  g_clear_object (&self->mover);
  g_free (self->id);
  g_free (self->remark);
  g_free (self->wanted_part);

  G_OBJECT_CLASS (slip_entity_row_parent_class)->finalize (object);
}

static void
slip_entity_row_class_init (SlipEntityRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_entity_row_finalize;
}

static void
slip_entity_row_init (SlipEntityRow *self)
{
  self->fields = g_ptr_array_new ();
  self->parts = g_ptr_array_new ();
  self->members = g_ptr_array_new ();
}

static void
add_step_button (SlipEntityRow *self,
                 GtkWidget *box,
                 const char *icon,
                 const char *label,
                 GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_buttons (SlipEntityRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (slip_entity_form_is_ranked (self->form)) {
    add_step_button (self, box, "go-up-symbolic", _ ("Move Up"),
                     G_CALLBACK (up_clicked_cb));
    add_step_button (self, box, "go-down-symbolic", _ ("Move Down"),
                     G_CALLBACK (down_clicked_cb));
  }
  if (self->form->part) {
    GtkWidget *add = gtk_button_new_with_label (
      g_dgettext (GETTEXT_PACKAGE, self->form->part->add_label));

    gtk_widget_set_name (add, "add-part");
    g_signal_connect (add, "clicked", G_CALLBACK (add_part_clicked_cb), self);
    gtk_box_append (GTK_BOX (box), add);
  }
  if (self->form->more_action) {
    GtkWidget *more = gtk_button_new_with_label (
      g_dgettext (GETTEXT_PACKAGE, self->form->more_label));

    gtk_widget_set_name (more, "more");
    g_signal_connect (more, "clicked", G_CALLBACK (more_clicked_cb), self);
    gtk_box_append (GTK_BOX (box), more);
  }
  self->remove = gtk_button_new ();
  gtk_widget_set_name (self->remove, "remove");
  gtk_widget_set_hexpand (self->remove, TRUE);
  gtk_widget_set_halign (self->remove, GTK_ALIGN_END);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (remove_clicked_cb),
                    self);
  gtk_box_append (GTK_BOX (box), self->remove);
  gtk_widget_add_css_class (box, "field");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), slip_plain_row_new (box));
}

static void
build_form (SlipEntityRow *self)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self);

  for (guint i = 0; i < self->form->n_fields; i++) {
    GtkWidget *field =
      slip_field_new (self->form->kind, self->form->fields[i].property,
                      self->form->fields[i].form);

    adw_expander_row_add_row (expander, field);
    g_ptr_array_add (self->fields, field);
  }
  for (guint i = 0; i < self->form->n_members; i++) {
    GtkWidget *row = slip_member_row_new (self->form->members[i]);

    adw_expander_row_add_row (expander, row);
    g_ptr_array_add (self->members, row);
  }
  add_buttons (self);
  self->is_built = TRUE;
}

static void
show_form (SlipEntityRow *self, const SlipRow *row)
{
  for (guint i = 0; i < self->fields->len; i++)
    slip_field_set_row (self->fields->pdata[i], self->state, row, self->today);
  slip_entity_form_show (self->form, self->fields, self->state, row);
  for (guint i = 0; i < self->members->len; i++)
    slip_member_row_set_plan (self->members->pdata[i], self->state, self->id);
  show_parts (self);
  gtk_button_set_label (GTK_BUTTON (self->remove),
                        is_retired (row) ? _ ("Bring Back") : _ ("Remove"));
}

/* A plan may have thousands of entities, and few of their forms are opened. */
static void
expanded_cb (SlipEntityRow *self)
{
  const SlipRow *row =
    self->state ? slip_plan_state_get (self->state, self->form->kind, self->id)
                : NULL;

  if (self->is_built || !row ||
      !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  build_form (self);
  show_form (self, row);
}

static GtkWidget *
new_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* Made when it opens: while it is open it stays as it is. */
static void
fill_menu_cb (GtkMenuButton *button, gpointer data)
{
  SlipEntityRow *self = data;
  const SlipRow *row =
    self->state ? slip_plan_state_get (self->state, self->form->kind, self->id)
                : NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (!row)
    return;
  menu = self->form->new_menu (self->state, row);
  gtk_menu_button_set_menu_model (button, menu);
}

GtkWidget *
slip_entity_row_new (const SlipEntityForm *form, const char *id)
{
  SlipEntityRow *self = g_object_new (SLIP_TYPE_ENTITY_ROW, NULL);

  self->form = form;
  self->id = g_strdup (id);
  if (slip_schema_find_property (form->kind, "color") >= 0) {
    self->dot = SLIP_COLOR_DOT (slip_color_dot_new ());
    gtk_widget_set_valign (GTK_WIDGET (self->dot), GTK_ALIGN_CENTER);
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self),
                                 GTK_WIDGET (self->dot));
  }
  if (slip_entity_form_is_ranked (form)) {
    self->mover = slip_entity_mover_new (GTK_WIDGET (self), form);
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self),
                                 slip_entity_mover_new_handle (self->mover));
  }
  if (form->new_menu) {
    self->acts = new_menu_button ();
    gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->acts),
                                           fill_menu_cb, self, NULL);
    adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->acts);
  }
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  return GTK_WIDGET (self);
}

const char *
slip_entity_row_get_id (SlipEntityRow *self)
{
  g_return_val_if_fail (SLIP_IS_ENTITY_ROW (self), NULL);

  return self->id;
}

void
slip_entity_row_set_remark (SlipEntityRow *self, const char *remark)
{
  g_return_if_fail (SLIP_IS_ENTITY_ROW (self));

  if (g_strcmp0 (remark, self->remark) == 0)
    return;
  g_free (self->remark);
  self->remark = g_strdup (remark);
}

void
slip_entity_row_set_plan (SlipEntityRow *self,
                          const SlipPlanState *state,
                          SlipDate today)
{
  const SlipRow *row;

  g_return_if_fail (SLIP_IS_ENTITY_ROW (self));

  row = slip_plan_state_get (state, self->form->kind, self->id);
  if (!row)
    return;
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  self->today = today;
  show_title (self, row);
  if (self->mover)
    slip_entity_mover_set_plan (self->mover, state, self->id,
                                slip_row_get_owner (row),
                                slip_entity_form_get_group (self->form, row));
  if (self->is_built)
    show_form (self, row);
}

void
slip_entity_row_edit (SlipEntityRow *self)
{
  g_return_if_fail (SLIP_IS_ENTITY_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (self->fields->len > 0)
    gtk_widget_grab_focus (self->fields->pdata[0]);
}
