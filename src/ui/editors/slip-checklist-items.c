/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-checklist-items.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-checklist-asker.h"
#include "slip-checklist-drops.h"
#include "slip-checklist.h"
#include "slip-quick-entry.h"

#include <glib/gi18n-lib.h>

struct _SlipChecklistItems {
  GtkBox parent_instance;

  char *release;
  char *checklist;
  SlipPlanState *state;
  SlipDate today;
  GHashTable *rows; /* id → SlipItemRow, borrowed */

  GtkListBox *list;
  GtkBox *line;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (SlipChecklistItems, slip_checklist_items, GTK_TYPE_BOX)

static int
compare_places_cb (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  guint place_a = slip_item_row_get_place (SLIP_ITEM_ROW (a));
  guint place_b = slip_item_row_get_place (SLIP_ITEM_ROW (b));

  return (place_a > place_b) - (place_a < place_b);
}

static void
entered_cb (SlipQuickEntry *entry, const char *text, SlipChecklistItems *self)
{
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_ADD_ITEMS,
            g_variant_new ("(sss)", self->release, self->checklist, text));
}

static void
ticked_cb (SlipItemRow *row, gboolean is_done, SlipChecklistItems *self)
{
  const SlipRow *item = slip_item_row_get_item (row);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, (gpointer) item);
  slip_checklist_asker_set_state (self, items,
                                  is_done ? SLIP_ITEM_STATE_DONE
                                          : SLIP_ITEM_STATE_TO_DO);
}

static GtkWidget *
add_row (SlipChecklistItems *self, const char *id)
{
  GtkWidget *row = slip_item_row_new (id);

  g_signal_connect (row, "ticked", G_CALLBACK (ticked_cb), self);
  gtk_list_box_append (self->list, row);
  g_hash_table_insert (self->rows, g_strdup (id), row);
  return row;
}

static gboolean
has_item (const GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (slip_row_get_id (items->pdata[i]), id))
      return TRUE;

  return FALSE;
}

/* Returns: the place of the row that had the focus and is gone, or -1. */
static int
remove_gone (SlipChecklistItems *self, const GPtrArray *items)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GHashTableIter iter;
  gpointer id;
  gpointer row;
  int lost = -1;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row)) {
    if (has_item (items, id))
      continue;
    if (row == focus)
      lost = (int) slip_item_row_get_place (row);
    g_hash_table_iter_remove (&iter);
    gtk_list_box_remove (self->list, row);
  }

  return lost;
}

static void
keep_focus (SlipChecklistItems *self, int lost)
{
  int last = (int) g_hash_table_size (self->rows) - 1;
  GtkListBoxRow *row =
    gtk_list_box_get_row_at_index (self->list, MIN (lost, last));

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->entry);
}

static void
fill (SlipChecklistItems *self)
{
  g_autoptr (GPtrArray) items =
    slip_checklist_list_items (self->state, self->release, self->checklist);
  int lost = remove_gone (self, items);

  for (guint i = 0; i < items->len; i++) {
    GtkWidget *row =
      g_hash_table_lookup (self->rows, slip_row_get_id (items->pdata[i]));

    if (row == NULL)
      row = add_row (self, slip_row_get_id (items->pdata[i]));
    slip_item_row_set_item (SLIP_ITEM_ROW (row), self->state, items->pdata[i],
                            i, self->today);
  }
  gtk_list_box_invalidate_sort (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), items->len > 0);
  if (lost >= 0)
    keep_focus (self, lost);
}

static void
slip_checklist_items_dispose (GObject *object)
{
  SlipChecklistItems *self = SLIP_CHECKLIST_ITEMS (object);

  slip_checklist_asker_remove (self);

  G_OBJECT_CLASS (slip_checklist_items_parent_class)->dispose (object);
}

static void
slip_checklist_items_finalize (GObject *object)
{
  SlipChecklistItems *self = SLIP_CHECKLIST_ITEMS (object);

  g_free (self->release);
  g_free (self->checklist);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (slip_checklist_items_parent_class)->finalize (object);
}

static void
slip_checklist_items_class_init (SlipChecklistItemsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = slip_checklist_items_dispose;
  object_class->finalize = slip_checklist_items_finalize;
}

static gboolean
keynav_failed_cb (SlipChecklistItems *self, GtkDirectionType direction)
{
  return direction == GTK_DIR_DOWN && gtk_widget_grab_focus (self->entry);
}

/* Up goes to the last item, as Down from there comes here. */
static gboolean
entry_key_pressed_cb (GtkEventControllerKey *controller,
                      guint key,
                      guint code,
                      GdkModifierType modifiers,
                      SlipChecklistItems *self)
{
  guint held = modifiers & gtk_accelerator_get_default_mod_mask ();
  int n = (int) g_hash_table_size (self->rows);
  GtkListBoxRow *row =
    n > 0 ? gtk_list_box_get_row_at_index (self->list, n - 1) : NULL;

  return (key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && held == 0 &&
         row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
build_entry (SlipChecklistItems *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = slip_quick_entry_new (_ ("New item, or paste a list"));
  slip_quick_entry_set_label (SLIP_QUICK_ENTRY (self->entry), _ ("New item"));
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_signal_connect (self->entry, "entered", G_CALLBACK (entered_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_pressed_cb),
                    self);
  self->line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2));
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "new-item-line");
  gtk_widget_add_controller (GTK_WIDGET (self->line), keys);
  gtk_box_append (self->line, self->entry);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->line));
}

static void
slip_checklist_items_init (SlipChecklistItems *self)
{
  self->today = SLIP_DATE_NONE;
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_MULTIPLE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_list_box_set_sort_func (self->list, compare_places_cb, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "items");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Items"),
                                  -1);
  g_signal_connect_object (self->list, "keynav-failed",
                           G_CALLBACK (keynav_failed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  build_entry (self);
  slip_checklist_asker_add (self);
  slip_checklist_drops_add (self);
}

GtkWidget *
slip_checklist_items_new (const char *release, const char *checklist)
{
  SlipChecklistItems *self = g_object_new (SLIP_TYPE_CHECKLIST_ITEMS, NULL);

  self->release = g_strdup (release);
  self->checklist = g_strdup (checklist);
  return GTK_WIDGET (self);
}

const char *
slip_checklist_items_get_release (SlipChecklistItems *self)
{
  g_return_val_if_fail (SLIP_IS_CHECKLIST_ITEMS (self), NULL);

  return self->release;
}

const char *
slip_checklist_items_get_checklist (SlipChecklistItems *self)
{
  g_return_val_if_fail (SLIP_IS_CHECKLIST_ITEMS (self), NULL);

  return self->checklist;
}

void
slip_checklist_items_add_suffix (SlipChecklistItems *self, GtkWidget *widget)
{
  g_return_if_fail (SLIP_IS_CHECKLIST_ITEMS (self));

  gtk_box_append (self->line, widget);
}

void
slip_checklist_items_set_plan (SlipChecklistItems *self,
                               const SlipPlanState *state,
                               SlipDate today)
{
  const SlipRow *checklist;
  const SlipRow *audience;
  g_autofree char *name = NULL;

  g_return_if_fail (SLIP_IS_CHECKLIST_ITEMS (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  self->today = today;
  fill (self);

  /* So that each can be found by what it is for. */
  checklist = slip_plan_state_get (state, SLIP_KIND_CHECKLIST, self->checklist);
  audience =
    checklist != NULL
      ? slip_plan_state_follow (state, checklist, SLIP_CHECKLIST_AUDIENCE)
      : NULL;
  name = g_strconcat ("new-item:",
                      audience != NULL
                        ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME)
                        : "",
                      NULL);
  gtk_widget_set_name (self->entry, name);
}

const SlipPlanState *
slip_checklist_items_get_state (SlipChecklistItems *self)
{
  g_return_val_if_fail (SLIP_IS_CHECKLIST_ITEMS (self), NULL);

  return self->state;
}

SlipDate
slip_checklist_items_get_today (SlipChecklistItems *self)
{
  g_return_val_if_fail (SLIP_IS_CHECKLIST_ITEMS (self), SLIP_DATE_NONE);

  return self->today;
}

GtkListBox *
slip_checklist_items_get_list (SlipChecklistItems *self)
{
  g_return_val_if_fail (SLIP_IS_CHECKLIST_ITEMS (self), NULL);

  return self->list;
}

SlipItemRow *
slip_checklist_items_find_at (SlipChecklistItems *self, double y)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SLIP_IS_CHECKLIST_ITEMS (self), NULL);

  row = gtk_list_box_get_row_at_y (self->list, (int) y);
  return row != NULL ? SLIP_ITEM_ROW (row) : NULL;
}

GPtrArray *
slip_checklist_items_list_selected (SlipChecklistItems *self)
{
  GPtrArray *items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  GtkWidget *focus;
  gboolean is_outside;

  g_return_val_if_fail (SLIP_IS_CHECKLIST_ITEMS (self), items);

  focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  is_outside = focus != NULL && SLIP_IS_ITEM_ROW (focus) &&
               !gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (focus));
  for (int i = 0;; i++) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

    if (row == NULL)
      return items;
    if (is_outside ? GTK_WIDGET (row) == focus
                   : gtk_list_box_row_is_selected (row))
      g_ptr_array_add (items, slip_row_ref (
                                slip_item_row_get_item (SLIP_ITEM_ROW (row))));
  }
}

GStrv
slip_checklist_items_dup_ids (const GPtrArray *items)
{
  GStrv ids = g_new0 (char *, items->len + 1);

  for (guint i = 0; i < items->len; i++)
    ids[i] = g_strdup (slip_row_get_id (items->pdata[i]));
  return ids;
}

void
slip_checklist_items_select (SlipChecklistItems *self, const char *id)
{
  GtkListBoxRow *row;

  g_return_if_fail (SLIP_IS_CHECKLIST_ITEMS (self));

  row = g_hash_table_lookup (self->rows, id);
  if (row == NULL || gtk_list_box_row_is_selected (row))
    return;
  gtk_list_box_unselect_all (self->list);
  gtk_list_box_select_row (self->list, row);
}

GtkWidget *
slip_checklist_items_find (SlipChecklistItems *self, const char *id)
{
  g_return_val_if_fail (SLIP_IS_CHECKLIST_ITEMS (self), NULL);

  return g_hash_table_lookup (self->rows, id);
}

void
slip_checklist_items_focus (SlipChecklistItems *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (SLIP_IS_CHECKLIST_ITEMS (self));

  row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->entry);
}
