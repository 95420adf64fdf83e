/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-checklist-drops.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-compat.h"
#include "slip-dragged-items.h"

#include <glib/gi18n-lib.h>

#define DROPS_KEY "slip-checklist-drops"

/* Kept as the data of the list. */
typedef struct {
  SlipChecklistItems *list; /* borrowed: owns this */
  SlipItemRow *marked;      /* the row that a drop would go beside; weak */
  GStrv dragged;
} Drops;

/* What a header stands for. */
typedef struct {
  GtkWidget *widget;
  char *release;
  char *checklist;
} Header;

static void
free_header (gpointer data)
{
  Header *header = data;

  g_free (header->release);
  g_free (header->checklist);
  g_free (header);
}

static void
mark (Drops *self, SlipItemRow *row, int edge)
{
  if (self->marked != NULL && self->marked != row)
    slip_item_row_set_drop (self->marked, 0);
  g_set_weak_pointer (&self->marked, row);
  if (row != NULL)
    slip_item_row_set_drop (row, edge);
}

static void
free_drops (gpointer data)
{
  Drops *self = data;

  g_clear_weak_pointer (&self->marked);
  g_strfreev (self->dragged);
  g_free (self);
}

/* The row beside which a drop at @y would go, and on which side of it. */
static SlipItemRow *
find_edge (Drops *self, double y, int *edge)
{
  GtkListBox *list = slip_checklist_items_get_list (self->list);
  SlipItemRow *row = slip_checklist_items_find_at (self->list, y);
  GtkListBoxRow *last = NULL;
  graphene_rect_t bounds;

  *edge = 1;
  if (row == NULL) {
    for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
      last = gtk_list_box_get_row_at_index (list, i);
    return last != NULL ? SLIP_ITEM_ROW (last) : NULL;
  }
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (list),
                                 &bounds) &&
      y < bounds.origin.y + bounds.size.height / 2)
    *edge = -1;
  return row;
}

static void
ask_move (GtkWidget *widget,
          const SlipDraggedItems *dragged,
          const char *checklist,
          const char *before,
          const char *after)
{
  slip_ask (widget, SLIP_ACTION_MOVE_ITEMS,
            g_variant_new ("(s^assss)", dragged->release, dragged->items,
                           checklist, before, after));
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, Drops *self)
{
  g_autoptr (SlipDraggedItems) dragged =
    slip_dragged_items_dup_hovering (target, slip_checklist_items_get_release (
                                               self->list));
  SlipItemRow *row;
  int edge;

  if (dragged == NULL) {
    mark (self, NULL, 0);
    return 0;
  }
  row = find_edge (self, y, &edge);
  mark (self, row, edge);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, Drops *self)
{
  mark (self, NULL, 0);
}

/* The id of the first row from @i on in a direction that is not dragged. */
static const char *
find_other (Drops *self, int i, int direction, const SlipDraggedItems *dragged)
{
  GtkListBox *list = slip_checklist_items_get_list (self->list);

  for (; i >= 0; i += direction) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);
    const char *id =
      row != NULL ? slip_item_row_get_id (SLIP_ITEM_ROW (row)) : NULL;

    if (id == NULL ||
        !g_strv_contains ((const char *const *) dragged->items, id))
      return id;
  }

  return NULL;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         Drops *self)
{
  const SlipDraggedItems *dragged = g_value_get_boxed (value);
  const char *before = NULL;
  const char *after = NULL;
  SlipItemRow *row;
  int edge;

  mark (self, NULL, 0);
  if (dragged == NULL ||
      g_strcmp0 (dragged->release,
                 slip_checklist_items_get_release (self->list)) != 0)
    return FALSE;

  row = find_edge (self, y, &edge);
  if (row != NULL) {
    int i = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
    int place = edge > 0 ? i + 1 : i;

    before = find_other (self, place - 1, -1, dragged);
    after = before == NULL ? find_other (self, place, 1, dragged) : NULL;
  }
  ask_move (GTK_WIDGET (self->list), dragged,
            slip_checklist_items_get_checklist (self->list),
            before != NULL ? before : "", after != NULL ? after : "");
  return TRUE;
}

/* A selected row takes the other selected ones along. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, Drops *self)
{
  SlipItemRow *row = slip_checklist_items_find_at (self->list, y);
  g_autoptr (GPtrArray) items = NULL;

  if (row == NULL)
    return NULL;
  slip_checklist_items_select (self->list, slip_item_row_get_id (row));
  gtk_widget_grab_focus (GTK_WIDGET (row));
  items = slip_checklist_items_list_selected (self->list);
  g_strfreev (self->dragged);
  self->dragged = slip_checklist_items_dup_ids (items);
  return slip_dragged_items_new_provider (slip_checklist_items_get_release (
                                            self->list),
                                          (const char *const *) self->dragged);
}

static char *
dup_icon_text (Drops *self)
{
  guint n = g_strv_length (self->dragged);
  const SlipRow *item =
    slip_plan_state_get (slip_checklist_items_get_state (self->list),
                         SLIP_KIND_ITEM, self->dragged[0]);

  if (n == 1 && item != NULL)
    return g_strdup (slip_row_get_text (item, SLIP_ITEM_TITLE));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items",
                                       n),
                          n);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, Drops *self)
{
  g_autofree char *text = dup_icon_text (self);
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, "dragged-items");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), label);
}

void
slip_checklist_drops_add (SlipChecklistItems *list)
{
  GtkWidget *box = GTK_WIDGET (slip_checklist_items_get_list (list));
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = slip_dragged_items_new_target ();
  Drops *self = g_new0 (Drops, 1);

  self->list = list;
  g_object_set_data_full (G_OBJECT (list), DROPS_KEY, self, free_drops);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  slip_compat_let_escape_end_drags (source);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
}

static GdkDragAction
header_motion_cb (GtkDropTarget *target, double x, double y, Header *header)
{
  g_autoptr (SlipDraggedItems) dragged =
    slip_dragged_items_dup_hovering (target, header->release);

  if (dragged == NULL)
    return 0;
  gtk_widget_add_css_class (header->widget, "drop-here");
  return GDK_ACTION_MOVE;
}

static void
header_leave_cb (GtkDropTarget *target, Header *header)
{
  gtk_widget_remove_css_class (header->widget, "drop-here");
}

static gboolean
header_drop_cb (GtkDropTarget *target,
                const GValue *value,
                double x,
                double y,
                Header *header)
{
  const SlipDraggedItems *dragged = g_value_get_boxed (value);

  header_leave_cb (target, header);
  if (dragged == NULL || g_strcmp0 (dragged->release, header->release) != 0)
    return FALSE;
  ask_move (header->widget, dragged, header->checklist, "", "");
  return TRUE;
}

void
slip_checklist_drops_add_header (GtkWidget *widget,
                                 const char *release,
                                 const char *checklist)
{
  GtkDropTarget *target = slip_dragged_items_new_target ();
  Header *header = g_new (Header, 1);

  *header = (Header){ widget, g_strdup (release), g_strdup (checklist) };
  g_object_set_data_full (G_OBJECT (widget), DROPS_KEY, header, free_header);
  g_signal_connect (target, "enter", G_CALLBACK (header_motion_cb), header);
  g_signal_connect (target, "motion", G_CALLBACK (header_motion_cb), header);
  g_signal_connect (target, "leave", G_CALLBACK (header_leave_cb), header);
  g_signal_connect (target, "drop", G_CALLBACK (header_drop_cb), header);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
