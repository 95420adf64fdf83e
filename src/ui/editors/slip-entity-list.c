/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-entity-list.h"

#include "slip-add-dialog.h"
#include "slip-entity-row.h"

#include <glib/gi18n-lib.h>

struct _SlipEntityList {
  AdwPreferencesGroup parent_instance;

  const SlipEntityForm *form;
  char *owner; /* or NULL, for all of the kind */
  char *group;
  SlipPlanState *state;
  SlipDate today;
  SlipRemarkFunc remark_func;
  gpointer remark_data;
  GtkWidget *tail; /* borrowed, or NULL */
  GPtrArray *rows; /* SlipEntityRow, in the order shown */
  char *wanted;    /* the id of an entity that was asked for */
};

G_DEFINE_FINAL_TYPE (SlipEntityList,
                     slip_entity_list,
                     ADW_TYPE_PREFERENCES_GROUP)

static SlipEntityRow *
find_row (SlipEntityList *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (slip_entity_row_get_id (self->rows->pdata[i]), id))
      return self->rows->pdata[i];

  return NULL;
}

/* What was asked for opens as soon as it is there. */
static void
edit_wanted (SlipEntityList *self)
{
  SlipEntityRow *row = self->wanted ? find_row (self, self->wanted) : NULL;

  if (!row)
    return;
  g_clear_pointer (&self->wanted, g_free);
  slip_entity_row_edit (row);
}

static void
adding_cb (SlipEntityList *self, const char *id, SlipAddDialog *dialog)
{
  slip_entity_list_want (self, id);
}

static void
add_clicked_cb (GtkButton *button, SlipEntityList *self)
{
  GtkWidget *dialog;

  if (!self->state)
    return;
  dialog =
    slip_add_dialog_new (self->form, self->state, self->owner, self->today);
  g_signal_connect_object (dialog, "adding", G_CALLBACK (adding_cb), self,
                           G_CONNECT_SWAPPED);
  slip_add_dialog_present (SLIP_ADD_DIALOG (dialog), GTK_WIDGET (self));
}

static gboolean
is_in_order (SlipEntityList *self, GPtrArray *entities)
{
  if (self->rows->len != entities->len)
    return FALSE;
  for (guint i = 0; i < entities->len; i++)
    if (!g_str_equal (slip_entity_row_get_id (self->rows->pdata[i]),
                      slip_row_get_id (entities->pdata[i])))
      return FALSE;

  return TRUE;
}

/* A list box cannot reorder its rows: they are taken out and put back, which
 * keeps what they show but not the focus. */
static void
arrange (SlipEntityList *self, GPtrArray *entities)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (focus && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focus = NULL;
  for (guint i = 0; i < entities->len; i++) {
    const char *id = slip_row_get_id (entities->pdata[i]);
    SlipEntityRow *row = find_row (self, id);

    if (!row)
      row = SLIP_ENTITY_ROW (slip_entity_row_new (self->form, id));
    g_ptr_array_add (rows, g_object_ref_sink (row));
  }
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (group, self->rows->pdata[i]);
  if (self->tail)
    adw_preferences_group_remove (group, g_object_ref (self->tail));
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (group, rows->pdata[i]);
  if (self->tail) {
    adw_preferences_group_add (group, self->tail);
    g_object_unref (self->tail);
  }
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
  if (focus && gtk_widget_get_root (focus) == root)
    gtk_widget_grab_focus (focus);
}

static void
slip_entity_list_dispose (GObject *object)
{
  g_ptr_array_set_size (SLIP_ENTITY_LIST (object)->rows, 0);

  G_OBJECT_CLASS (slip_entity_list_parent_class)->dispose (object);
}

static void
slip_entity_list_finalize (GObject *object)
{
  SlipEntityList *self = SLIP_ENTITY_LIST (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->wanted);
  g_free (self->owner);
  g_free (self->group);

  G_OBJECT_CLASS (slip_entity_list_parent_class)->finalize (object);
}

static void
slip_entity_list_class_init (SlipEntityListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_entity_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_entity_list_finalize;
}

static void
slip_entity_list_init (SlipEntityList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

GtkWidget *
slip_entity_list_new (const SlipEntityForm *form)
{
  SlipEntityList *self = g_object_new (SLIP_TYPE_ENTITY_LIST, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkWidget *add =
    gtk_button_new_with_label (g_dgettext (GETTEXT_PACKAGE, form->add_label));
  g_autofree char *name =
    g_strconcat ("list:", slip_schema_get (form->kind)->name, NULL);

  self->form = form;
  gtk_widget_set_name (GTK_WIDGET (self), name);
  gtk_widget_set_name (add, "add");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  adw_preferences_group_set_title (group,
                                   g_dgettext (GETTEXT_PACKAGE, form->title));
  if (form->description)
    adw_preferences_group_set_description (group,
                                           g_dgettext (GETTEXT_PACKAGE,
                                                       form->description));
  adw_preferences_group_set_header_suffix (group, add);
  return GTK_WIDGET (self);
}

void
slip_entity_list_set_owner (SlipEntityList *self,
                            const char *owner,
                            const char *group)
{
  g_return_if_fail (SLIP_IS_ENTITY_LIST (self));

  g_free (self->owner);
  self->owner = g_strdup (owner);
  g_free (self->group);
  self->group = g_strdup (group);
}

void
slip_entity_list_set_tail (SlipEntityList *self, GtkWidget *tail)
{
  g_return_if_fail (SLIP_IS_ENTITY_LIST (self));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), tail);
  self->tail = tail;
}

void
slip_entity_list_set_remark_func (SlipEntityList *self,
                                  SlipRemarkFunc func,
                                  gpointer data)
{
  g_return_if_fail (SLIP_IS_ENTITY_LIST (self));

  self->remark_func = func;
  self->remark_data = data;
}

void
slip_entity_list_want (SlipEntityList *self, const char *id)
{
  g_return_if_fail (SLIP_IS_ENTITY_LIST (self));

  g_free (self->wanted);
  self->wanted = g_strdup (id);
  edit_wanted (self);
}

void
slip_entity_list_set_plan (SlipEntityList *self,
                           const SlipPlanState *state,
                           SlipDate today)
{
  g_autoptr (GPtrArray) entities = NULL;

  g_return_if_fail (SLIP_IS_ENTITY_LIST (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  self->today = today;
  entities =
    slip_entity_form_list (self->form, state, self->owner, self->group);
  if (!is_in_order (self, entities))
    arrange (self, entities);
  for (guint i = 0; i < self->rows->len; i++) {
    SlipEntityRow *row = self->rows->pdata[i];
    g_autofree char *remark =
      self->remark_func
        ? self->remark_func (slip_entity_row_get_id (row), self->remark_data)
        : NULL;

    slip_entity_row_set_remark (row, remark);
    slip_entity_row_set_plan (row, state, today);
  }
  edit_wanted (self);
}
