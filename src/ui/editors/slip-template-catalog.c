/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-catalog.h"

#include "slip-actions.h"
#include "slip-add-dialog.h"
#include "slip-control-name.h"
#include "slip-entity-mover.h"
#include "slip-plain-text.h"
#include "slip-template-forms.h"
#include "slip-template-menu.h"

#include <glib/gi18n-lib.h>

/* A row's data. */
typedef struct {
  char *id;
  SlipEntityMover *mover;
  GtkMenuButton *menu;
} Entry;

#define ENTRY_KEY "slip-entry"

struct _SlipTemplateCatalog {
  AdwPreferencesGroup parent_instance;

  SlipPlanState *state;
  SlipDate today;
  GPtrArray *rows; /* AdwActionRow, in the order shown */
  char *wanted;    /* the id of a template that was asked for */
};

G_DEFINE_FINAL_TYPE (SlipTemplateCatalog,
                     slip_template_catalog,
                     ADW_TYPE_PREFERENCES_GROUP)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Entry *
get_entry (gpointer row)
{
  return g_object_get_data (row, ENTRY_KEY);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->mover);
  g_free (entry->id);
  g_free (entry);
}

static void
choose (SlipTemplateCatalog *self, const char *id)
{
  g_autofree char *held = g_strdup (id);

  g_signal_emit (self, signals[CHOSEN], 0, held);
}

static void
activated_cb (AdwActionRow *row, SlipTemplateCatalog *self)
{
  choose (self, get_entry (row)->id);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  choose (self, g_variant_get_string (parameter, NULL));
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlipTemplateCatalog *self = data;
  const char *id;
  int direction;

  g_variant_get (parameter, "(&si)", &id, &direction);
  slip_entity_form_ask_step (slip_template_forms_get_template (),
                             GTK_WIDGET (self), self->state, id, direction);
}

static void
adding_cb (SlipTemplateCatalog *self, const char *id, SlipAddDialog *dialog)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
}

static void
add_clicked_cb (GtkButton *button, SlipTemplateCatalog *self)
{
  GtkWidget *dialog;

  if (!self->state)
    return;
  dialog = slip_add_dialog_new (slip_template_forms_get_template (),
                                self->state, NULL, self->today);
  g_signal_connect_object (dialog, "adding", G_CALLBACK (adding_cb), self,
                           G_CONNECT_SWAPPED);
  slip_add_dialog_present (SLIP_ADD_DIALOG (dialog), GTK_WIDGET (self));
}

static GtkWidget *
find_row (SlipTemplateCatalog *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (get_entry (self->rows->pdata[i])->id, id))
      return self->rows->pdata[i];

  return NULL;
}

static GtkWidget *
new_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  const char *label = _ ("More");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  slip_control_name_set (button, label);
  return button;
}

static GtkWidget *
new_row (SlipTemplateCatalog *self, const char *id)
{
  GtkWidget *row = adw_action_row_new ();
  AdwActionRow *action_row = ADW_ACTION_ROW (row);
  Entry *entry = g_new (Entry, 1);

  *entry = (Entry){
    .id = g_strdup (id),
    .mover = slip_entity_mover_new (row, slip_template_forms_get_template ()),
    .menu = GTK_MENU_BUTTON (new_menu_button ()),
  };
  g_object_set_data_full (G_OBJECT (row), ENTRY_KEY, entry, free_entry);
  adw_action_row_set_subtitle_lines (action_row, 2);
  adw_action_row_add_prefix (action_row,
                             slip_entity_mover_new_handle (entry->mover));
  adw_action_row_add_suffix (action_row, GTK_WIDGET (entry->menu));
  adw_action_row_add_suffix (action_row,
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  return row;
}

static void
show_row (SlipTemplateCatalog *self, GtkWidget *row, const SlipRow *entity)
{
  Entry *entry = get_entry (row);
  const char *title = slip_row_get_text (entity, SLIP_TEMPLATE_NAME);
  g_autofree char *name = g_strconcat ("template:", title, NULL);
  g_autofree char *subtitle =
    slip_row_get_boolean (entity, SLIP_TEMPLATE_IS_RETIRED)
      ? g_strdup (_ ("Retired"))
      : slip_template_forms_get_template ()->dup_subtitle (self->state, entity,
                                                           self->today);
  g_autoptr (GMenuModel) menu =
    slip_template_menu_new (entity, SLIP_TEMPLATE_MENU_LIST);

  gtk_widget_set_name (row, name);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), title);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_menu_button_set_menu_model (entry->menu, menu);
  slip_entity_mover_set_plan (entry->mover, self->state, entry->id, NULL, NULL);
}

static gboolean
is_in_order (SlipTemplateCatalog *self, GPtrArray *entities)
{
  if (self->rows->len != entities->len)
    return FALSE;
  for (guint i = 0; i < entities->len; i++)
    if (!g_str_equal (get_entry (self->rows->pdata[i])->id,
                      slip_row_get_id (entities->pdata[i])))
      return FALSE;

  return TRUE;
}

/* As in a SlipEntityList; the focus would be lost on the way. */
static void
arrange (SlipTemplateCatalog *self, GPtrArray *entities)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (focus && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focus = NULL;
  for (guint i = 0; i < entities->len; i++) {
    const char *id = slip_row_get_id (entities->pdata[i]);
    GtkWidget *row = find_row (self, id);

    g_ptr_array_add (rows, g_object_ref_sink (row ? row : new_row (self, id)));
  }
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (group, self->rows->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (group, rows->pdata[i]);
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
  if (focus && gtk_widget_get_root (focus) == root)
    gtk_widget_grab_focus (focus);
}

static void
slip_template_catalog_dispose (GObject *object)
{
  g_ptr_array_set_size (SLIP_TEMPLATE_CATALOG (object)->rows, 0);

  G_OBJECT_CLASS (slip_template_catalog_parent_class)->dispose (object);
}

static void
slip_template_catalog_finalize (GObject *object)
{
  SlipTemplateCatalog *self = SLIP_TEMPLATE_CATALOG (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->wanted);

  G_OBJECT_CLASS (slip_template_catalog_parent_class)->finalize (object);
}

static void
slip_template_catalog_class_init (SlipTemplateCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_template_catalog_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_template_catalog_finalize;
  signals[CHOSEN] =
    g_signal_new ("chosen", SLIP_TYPE_TEMPLATE_CATALOG, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_buttons (SlipTemplateCatalog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_with_label (_ ("New Template"));
  GtkWidget *more = new_menu_button ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Import…"), SLIP_ACTION_IMPORT_TEMPLATES);
  g_menu_append (menu, _ ("_Add the Shipped Templates"),
                 SLIP_ACTION_ADD_SHIPPED_TEMPLATES);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_widget_set_name (more, "templates-menu");
  gtk_widget_set_name (add, "add");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), more);
  return box;
}

static void
slip_template_catalog_init (SlipTemplateCatalog *self)
{
  static const GActionEntry entries[] = {
    { "open-template", open_cb, "s" },
    { "move-template", move_cb, "(si)" },
  };
  const SlipEntityForm *form = slip_template_forms_get_template ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_name (GTK_WIDGET (self), "list:template");
  slip_plain_text_set_group (group, g_dgettext (GETTEXT_PACKAGE, form->title),
                             g_dgettext (GETTEXT_PACKAGE, form->description));
  adw_preferences_group_set_header_suffix (group, new_buttons (self));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list",
                                  G_ACTION_GROUP (actions));
}

GtkWidget *
slip_template_catalog_new (void)
{
  return g_object_new (SLIP_TYPE_TEMPLATE_CATALOG, NULL);
}

void
slip_template_catalog_set_plan (SlipTemplateCatalog *self,
                                const SlipPlanState *state,
                                SlipDate today)
{
  g_autoptr (GPtrArray) entities = NULL;
  g_autofree char *wanted = NULL;

  g_return_if_fail (SLIP_IS_TEMPLATE_CATALOG (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  self->today = today;
  entities = slip_entity_form_list (slip_template_forms_get_template (), state,
                                    NULL, NULL);
  if (!is_in_order (self, entities))
    arrange (self, entities);
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, self->rows->pdata[i], entities->pdata[i]);
  if (!self->wanted || !find_row (self, self->wanted))
    return;
  wanted = g_steal_pointer (&self->wanted);
  choose (self, wanted);
}
