/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-popover.h"

#include "slip-actions.h"
#include "slip-chip.h"
#include "slip-control-name.h"
#include "slip-date-text.h"
#include "slip-day-item.h"
#include "slip-day-stage.h"
#include "slip-stage-move.h"

#include <glib/gi18n-lib.h>

#define LIST_WIDTH      240
#define MAX_LIST_HEIGHT 320
#define TITLE_LINES     2

struct _SlipDayPopover {
  GtkPopover parent_instance;

  SlipDate date;
  GListStore *model;
  GtkWidget *heading;
  GtkWidget *names;
  GtkWidget *scrolled_window;
  GtkWidget *list;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (SlipDayPopover, slip_day_popover, GTK_TYPE_POPOVER)

/* Each row can be either, and shows one: what is gone would take its menu
 * along, in which GTK still looks for the pointer. */
static SlipChip *
get_chip (GtkListItem *list_item)
{
  return SLIP_CHIP (
    gtk_widget_get_first_child (gtk_list_item_get_child (list_item)));
}

static SlipDayStage *
get_stage (GtkListItem *list_item)
{
  return SLIP_DAY_STAGE (
    gtk_widget_get_last_child (gtk_list_item_get_child (list_item)));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *chip = slip_chip_new ();

  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  /* In newer GTKs, a row could still have the focus, and does nothing with it.
   */
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (list_item),
                                    "focusable") != NULL)
    g_object_set (list_item, "focusable", FALSE, NULL);
  slip_chip_set_n_lines (SLIP_CHIP (chip), TITLE_LINES);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (box), slip_day_stage_new ());
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  SlipDayItem *item = gtk_list_item_get_item (list_item);
  const SlipCalendarIndex *index = slip_day_item_get_index (item);
  const SlipCalendarStage *stage = slip_day_item_get_stage (item);
  SlipChip *chip = get_chip (list_item);
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (list_item));

  gtk_widget_set_visible (GTK_WIDGET (chip), stage == NULL);
  gtk_widget_set_visible (GTK_WIDGET (get_stage (list_item)), stage != NULL);
  if (stage != NULL) {
    slip_day_stage_set (get_stage (list_item), stage, index);
  } else {
    const SlipCalendarEntry *entry = slip_day_item_get_entry (item);

    slip_chip_set_release (chip, index, entry->release, entry->anchor);
  }
  if (row != NULL)
    slip_control_name_set (row, stage != NULL
                                  ? gtk_widget_get_tooltip_text (
                                      GTK_WIDGET (get_stage (list_item)))
                                  : slip_chip_get_label (chip));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  slip_chip_set_release (get_chip (list_item), NULL, NULL, SLIP_ANCHOR_RELEASE);
  slip_day_stage_set (get_stage (list_item), NULL, NULL);
}

static void
add_clicked_cb (GtkButton *button, SlipDayPopover *self)
{
  char day[SLIP_DATE_TEXT_SIZE];

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_NEW, "s",
                              slip_date_print (self->date, day));
}

static GtkWidget *
new_list (SlipDayPopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection =
    gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  GtkWidget *list =
    gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Releases and stages"), -1);
  gtk_widget_add_css_class (list, "chips");
  /* Else titles of two lines would be cut after the first. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (list), GTK_SCROLL_NATURAL);
  return list;
}

/* The keys of the window, which do not reach it while the popover is open. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                SlipDayPopover *self)
{
  g_autoptr (SlipDayPopover) kept = g_object_ref (self);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean is_function = keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F12;

  if (window == NULL || !(is_function || (state & GDK_CONTROL_MASK)) ||
      !gtk_event_controller_key_forward (controller, window))
    return FALSE;
  gtk_popover_popdown (GTK_POPOVER (kept));
  return TRUE;
}

/* It would lie over a dialog that one of its chips opens. */
static void
window_shown_cb (GtkWindow *window, SlipDayPopover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL &&
      gtk_window_get_transient_for (window) == GTK_WINDOW (root))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
toplevels_changed_cb (GListModel *toplevels,
                      guint position,
                      guint n_removed,
                      guint n_added,
                      SlipDayPopover *self)
{
  for (guint i = position; i < position + n_added; i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

    g_signal_connect_object (window, "map", G_CALLBACK (window_shown_cb), self,
                             G_CONNECT_DEFAULT);
  }
}

static void
slip_day_popover_dispose (GObject *object)
{
  SlipDayPopover *self = SLIP_DAY_POPOVER (object);

  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (slip_day_popover_parent_class)->dispose (object);
}

static void
slip_day_popover_class_init (SlipDayPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_day_popover_dispose;
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  return label;
}

static void
slip_day_popover_init (SlipDayPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkScrolledWindow *scrolled;

  self->date = SLIP_DATE_NONE;
  self->model = g_list_store_new (SLIP_TYPE_DAY_ITEM);
  self->heading = new_label ("heading");
  self->names = new_label ("dim-label");
  self->scrolled_window = gtk_scrolled_window_new ();
  self->add_button = gtk_button_new_with_mnemonic (_ ("_New Release…"));

  scrolled = GTK_SCROLLED_WINDOW (self->scrolled_window);
  gtk_scrolled_window_set_policy (scrolled, GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (scrolled, TRUE);
  gtk_scrolled_window_set_propagate_natural_height (scrolled, TRUE);
  gtk_scrolled_window_set_max_content_height (scrolled, MAX_LIST_HEIGHT);
  self->list = new_list (self);
  gtk_scrolled_window_set_child (scrolled, self->list);
  gtk_widget_set_size_request (self->scrolled_window, LIST_WIDTH, -1);
  g_signal_connect (self->add_button, "clicked", G_CALLBACK (add_clicked_cb),
                    self);

  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (toplevels_changed_cb), self,
                           G_CONNECT_DEFAULT);

  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), self->names);
  gtk_box_append (GTK_BOX (box), self->scrolled_window);
  gtk_box_append (GTK_BOX (box), self->add_button);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "day");

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
slip_day_popover_new (void)
{
  return g_object_new (SLIP_TYPE_DAY_POPOVER, NULL);
}

static gboolean
contains_focus (SlipDayPopover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The stage that has the focus, or NULL. */
static char *
dup_focused_stage (SlipDayPopover *self)
{
  GtkWidget *focus =
    contains_focus (self)
      ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)))
      : NULL;

  return focus != NULL && SLIP_IS_DAY_STAGE (focus)
           ? g_strdup (slip_day_stage_get_id (SLIP_DAY_STAGE (focus)))
           : NULL;
}

/* @stage: (nullable): the id of a stage; %NULL for the first */
static gboolean
focus_stage (SlipDayPopover *self, const char *stage)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    GtkWidget *box = gtk_widget_get_first_child (row);
    GtkWidget *last = box != NULL ? gtk_widget_get_last_child (box) : NULL;

    const char *id =
      last != NULL ? slip_day_stage_get_id (SLIP_DAY_STAGE (last)) : NULL;

    if (id != NULL && (stage == NULL || g_str_equal (id, stage)))
      return gtk_widget_grab_focus (last);
  }
  return FALSE;
}

static GPtrArray *
list_items (SlipDayPopover *self, SlipCalendarIndex *index)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) entries = slip_calendar_index_list_day (index, self->date);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items,
                     slip_day_item_new (index,
                                        &g_array_index (entries,
                                                        SlipCalendarEntry, i)));
  if (!slip_date_is_set (self->date))
    return items;

  g_autoptr (GArray) stages =
    slip_calendar_index_find_stages (index,
                                     slip_range_new (self->date, self->date));
  for (guint i = 0; i < stages->len; i++)
    g_ptr_array_add (items,
                     slip_day_item_new_stage (
                       index, &g_array_index (stages, SlipCalendarStage, i)));
  return items;
}

static void
show_entries (SlipDayPopover *self, SlipCalendarIndex *index)
{
  gboolean had_focus = contains_focus (self);
  g_autofree char *stage = dup_focused_stage (self);
  g_autoptr (GPtrArray) items =
    index != NULL ? list_items (self, index) : g_ptr_array_new ();

  g_list_store_splice (self->model, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->model)),
                       items->pdata, items->len);
  gtk_widget_set_visible (self->scrolled_window, items->len > 0);

  /* What had the focus may be gone. */
  if (stage != NULL && focus_stage (self, stage))
    return;
  if (had_focus && !contains_focus (self))
    gtk_widget_child_focus (items->len > 0 ? self->list : GTK_WIDGET (self),
                            GTK_DIR_TAB_FORWARD);
}

/* A stage that was moved by keys takes the list along. */
static SlipDate
follow_stage (SlipDayPopover *self, SlipCalendarIndex *index, SlipDate date)
{
  g_autofree char *stage = dup_focused_stage (self);
  const SlipRow *row =
    stage != NULL && index != NULL
      ? slip_plan_state_get (slip_calendar_index_get_state (index),
                             SLIP_KIND_STAGE, stage)
      : NULL;
  SlipRange days;

  if (row == NULL)
    return date;
  days = slip_stage_get_days (row);
  if (slip_range_is_empty (days) || slip_range_contains (days, date))
    return date;
  return slip_date_is_before (date, days.first) ? days.first : days.last;
}

void
slip_day_popover_set_day (SlipDayPopover *self,
                          SlipCalendarIndex *index,
                          SlipDate date,
                          const char *names)
{
  g_return_if_fail (SLIP_IS_DAY_POPOVER (self));

  g_autofree char *heading =
    slip_date_dup_text (date, SLIP_DATE_STYLE_LONG, SLIP_DATE_NONE);

  self->date = date;
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_label_set_text (GTK_LABEL (self->names), names != NULL ? names : "");
  gtk_widget_set_visible (self->names, names != NULL);
  gtk_widget_set_visible (self->add_button, slip_date_is_set (date));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  show_entries (self, index);
}

SlipDate
slip_day_popover_follow (SlipDayPopover *self, SlipCalendarIndex *index)
{
  g_return_val_if_fail (SLIP_IS_DAY_POPOVER (self), SLIP_DATE_NONE);

  return follow_stage (self, index, self->date);
}

void
slip_day_popover_focus_stages (SlipDayPopover *self)
{
  g_return_if_fail (SLIP_IS_DAY_POPOVER (self));

  focus_stage (self, NULL);
}

SlipDate
slip_day_popover_get_date (SlipDayPopover *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_POPOVER (self), SLIP_DATE_NONE);

  return self->date;
}

GListModel *
slip_day_popover_get_model (SlipDayPopover *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_POPOVER (self), NULL);

  return G_LIST_MODEL (self->model);
}
