/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-tray.h"

#include "slip-actions.h"
#include "slip-chip-link.h"
#include "slip-chip.h"
#include "slip-day-popover.h"
#include "slip-dragged-release.h"
#include "slip-flow-layout.h"
#include "slip-plain-text.h"
#include "slip-popover-focus.h"

#include <glib/gi18n-lib.h>

/* More chips than that do not fit on any screen. */
#define MAX_CHIPS   60
#define MAX_ROWS    2
#define PADDING     12
#define SPACING     6
#define NARROW_PX   480
#define NARROW_PAD  6
#define CHIP_HEIGHT 26
#define MIN_CHIP_PX 60

struct _SlipTray {
  GtkWidget parent_instance;

  SlipCalendarIndex *index;
  GArray *entries; /* of SlipCalendarEntry */
  char *selected;
  char *promoted;
  GtkWidget *header;
  GtkWidget *hint;
  GtkWidget *more;
  GtkWidget *popover;
  GPtrArray *chips; /* of SlipChip: children */
  int n_chips;      /* those that show something */
  int n_shown;      /* those that have room */
  gboolean is_hovered;
};

enum {
  DROPPED,
  HOVER_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipTray, slip_tray, GTK_TYPE_WIDGET)

static int
get_padding (int width)
{
  return width < NARROW_PX ? NARROW_PAD : PADDING;
}

static int
measure_child (GtkWidget *child, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_row_height (SlipTray *self)
{
  return self->n_chips > 0
           ? MAX (measure_child (g_ptr_array_index (self->chips, 0),
                                 GTK_ORIENTATION_VERTICAL),
                  CHIP_HEIGHT)
           : CHIP_HEIGHT;
}

/* Places the chips; @rects has room for MAX_CHIPS. */
static SlipFlow
place_chips (SlipTray *self, int width, SlipRect *rects)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int widths[MAX_CHIPS];
  SlipFlowSpec spec = {
    .width_px = MAX (width - 2 * get_padding (width), MIN_CHIP_PX),
    .item_height_px = get_row_height (self),
    .spacing_px = SPACING,
    .more_width_px = measure_child (self->more, GTK_ORIENTATION_HORIZONTAL),
    .max_rows = width < NARROW_PX ? 1 : MAX_ROWS,
    .is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };

  for (int i = 0; i < self->n_chips; i++)
    widths[i] = MAX (measure_child (g_ptr_array_index (self->chips, (guint) i),
                                    GTK_ORIENTATION_HORIZONTAL),
                     MIN_CHIP_PX);
  return slip_flow_layout_place (&spec, widths, self->n_chips, rects);
}

static GtkSizeRequestMode
slip_tray_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
slip_tray_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  SlipTray *self = SLIP_TRAY (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    gtk_widget_measure (self->header, orientation, -1, minimum, natural, NULL,
                        NULL);
    *minimum += 2 * NARROW_PAD;
    *natural += 2 * PADDING;
    return;
  }

  SlipRect rects[MAX_CHIPS];
  int width = for_size > 0 ? for_size : NARROW_PX;
  int n_rows = MAX (place_chips (self, width, rects).n_rows, 1);
  int header = measure_child (self->header, GTK_ORIENTATION_VERTICAL);
  int row = SPACING + get_row_height (self);
  *natural = header + n_rows * row + 2 * get_padding (width);
  /* Without a width, what is enough at some width. */
  *minimum = for_size > 0 ? *natural : header + row + 2 * NARROW_PAD;
}

static void
place_child (GtkWidget *child, SlipRect rect, int x, int y)
{
  GskTransform *transform =
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (rect.x + x),
                                                         (float) (rect.y + y)));

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_allocate (child, rect.width, rect.height, -1, transform);
}

static void
update_more (SlipTray *self)
{
  int n_hidden = (int) self->entries->len - self->n_shown;
  g_autofree char *count = g_strdup_printf ("+%d", n_hidden);
  g_autofree char *text = slip_plain_text_dup_isolated (count);
  g_autofree char *label =
    g_strdup_printf (ngettext ("%d more release", "%d more releases",
                               (gulong) n_hidden),
                     n_hidden);

  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (self->more)), text) == 0)
    return;
  gtk_button_set_label (GTK_BUTTON (self->more), text);
  gtk_widget_set_tooltip_text (self->more, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
slip_tray_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlipTray *self = SLIP_TRAY (widget);
  SlipRect rects[MAX_CHIPS];
  int padding = get_padding (width);
  int header = measure_child (self->header, GTK_ORIENTATION_VERTICAL);
  int top = padding + header + SPACING;
  SlipFlow flow = place_chips (self, width, rects);

  place_child (self->header,
               (SlipRect){ 0, 0, MAX (width - 2 * padding, 0), header },
               padding, padding);
  self->n_shown = flow.n_shown;
  for (int i = 0; i < self->n_chips; i++) {
    GtkWidget *chip = g_ptr_array_index (self->chips, (guint) i);

    gtk_widget_set_child_visible (chip, i < flow.n_shown);
    if (i < flow.n_shown)
      place_child (chip, rects[i], padding, top);
  }
  gtk_widget_set_child_visible (self->more, !slip_rect_is_empty (flow.more));
  if (!slip_rect_is_empty (flow.more)) {
    update_more (self);
    place_child (self->more, flow.more, padding, top);
  }
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/* What can have the focus: the chips shown, then the '+n'. */
static GtkWidget *
get_stop (SlipTray *self, int i)
{
  if (i >= 0 && i < self->n_shown)
    return g_ptr_array_index (self->chips, (guint) i);
  return i == self->n_shown && gtk_widget_get_child_visible (self->more)
           ? self->more
           : NULL;
}

static int
find_focused_stop (SlipTray *self)
{
  for (int i = 0; i <= self->n_shown; i++) {
    GtkWidget *stop = get_stop (self, i);

    if (stop != NULL && gtk_widget_has_focus (stop))
      return i;
  }
  return -1;
}

static gboolean
slip_tray_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SlipTray *self = SLIP_TRAY (widget);
  GtkWidget *first = get_stop (self, 0);

  if (slip_popover_focus_move (widget, direction))
    return TRUE;
  if (find_focused_stop (self) >= 0 || first == NULL)
    return FALSE;
  return gtk_widget_grab_focus (first);
}

static gboolean
walk_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SlipTray *self = SLIP_TRAY (widget);
  int i = find_focused_stop (self);
  int direction;

  if (i < 0)
    return FALSE;
  g_variant_get (arguments, "(i)", &direction);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    direction = -direction;
  GtkWidget *stop = get_stop (self, i + direction);
  if (stop != NULL)
    gtk_widget_grab_focus (stop);
  return TRUE;
}

static void
set_hovering (SlipTray *self, const char *release)
{
  gboolean is_hovered = release != NULL;

  if (self->is_hovered == is_hovered)
    return;
  self->is_hovered = is_hovered;
  if (is_hovered)
    gtk_widget_add_css_class (GTK_WIDGET (self), "hovered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hovered");
  g_signal_emit (self, signals[HOVER_CHANGED], 0, release);
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, SlipTray *self)
{
  g_autofree char *release = slip_dragged_release_dup_hovering (target);

  if (release == NULL)
    return 0;
  set_hovering (self, release);
  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (GtkDropTarget *target, SlipTray *self)
{
  set_hovering (self, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         SlipTray *self)
{
  const SlipDraggedRelease *dragged = g_value_get_boxed (value);
  SlipDate date;

  set_hovering (self, NULL);
  if (dragged == NULL || self->index == NULL ||
      !slip_calendar_index_find (self->index, dragged->id, &date) ||
      !slip_date_is_set (date))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, dragged->id);
  return gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_UNSCHEDULE,
                                     "s", dragged->id);
}

static void
open_all_cb (GtkButton *button, SlipTray *self)
{
  graphene_rect_t bounds;

  if (self->popover == NULL) {
    self->popover = slip_day_popover_new ();
    gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  }
  slip_day_popover_set_day (SLIP_DAY_POPOVER (self->popover), self->index,
                            SLIP_DATE_NONE, NULL);
  if (gtk_widget_compute_bounds (self->more, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle){ (int) bounds.origin.x,
                                                  (int) bounds.origin.y,
                                                  (int) bounds.size.width,
                                                  (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
slip_tray_dispose (GObject *object)
{
  SlipTray *self = SLIP_TRAY (object);

  if (self->chips != NULL)
    for (guint i = 0; i < self->chips->len; i++)
      gtk_widget_unparent (g_ptr_array_index (self->chips, i));
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  g_clear_pointer (&self->index, slip_calendar_index_unref);

  G_OBJECT_CLASS (slip_tray_parent_class)->dispose (object);
}

static void
slip_tray_finalize (GObject *object)
{
  SlipTray *self = SLIP_TRAY (object);

  g_array_unref (self->entries);
  g_free (self->selected);
  g_free (self->promoted);

  G_OBJECT_CLASS (slip_tray_parent_class)->finalize (object);
}

static void
slip_tray_class_init (SlipTrayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_tray_dispose;
  object_class->finalize = slip_tray_finalize;
  widget_class->get_request_mode = slip_tray_get_request_mode;
  widget_class->measure = slip_tray_measure;
  widget_class->size_allocate = slip_tray_size_allocate;
  widget_class->focus = slip_tray_focus;

  signals[DROPPED] =
    g_signal_new ("dropped", SLIP_TYPE_TRAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[HOVER_CHANGED] =
    g_signal_new ("hover-changed", SLIP_TYPE_TRAY, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "tray");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk_key_cb,
                                "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk_key_cb,
                                "(i)", 1);
}

static void
add_header (SlipTray *self)
{
  GtkWidget *title = gtk_label_new (_ ("Unscheduled"));

  self->hint = gtk_label_new (
    _ ("— drag onto a day to schedule, or drag here to take a date away"));
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_box_append (GTK_BOX (self->header), title);
  gtk_box_append (GTK_BOX (self->header), self->hint);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
}

static void
slip_tray_init (SlipTray *self)
{
  GtkDropTarget *target = slip_dragged_release_new_target ();

  self->entries = g_array_new (FALSE, FALSE, sizeof (SlipCalendarEntry));
  self->chips = g_ptr_array_new ();
  add_header (self);
  self->more = gtk_button_new_with_label ("+999");
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "more");
  gtk_widget_set_name (self->more, "more:unscheduled");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  g_signal_connect (self->more, "clicked", G_CALLBACK (open_all_cb), self);

  gtk_widget_set_name (GTK_WIDGET (self), "tray");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Unscheduled Releases"), -1);
  g_signal_connect (target, "enter", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
slip_tray_new (void)
{
  return g_object_new (SLIP_TYPE_TRAY, NULL);
}

static SlipChip *
ensure_chip (SlipTray *self, guint i)
{
  if (i == self->chips->len) {
    GtkWidget *chip = slip_chip_new ();

    gtk_widget_insert_before (chip, GTK_WIDGET (self), self->more);
    g_ptr_array_add (self->chips, chip);
  }
  return g_ptr_array_index (self->chips, i);
}

/* The promoted release comes first, so that it has a place on any width. */
static void
promote_entry (SlipTray *self)
{
  for (guint i = 1; self->promoted != NULL && i < self->entries->len; i++) {
    SlipCalendarEntry entry =
      g_array_index (self->entries, SlipCalendarEntry, i);

    if (g_str_equal (slip_row_get_id (entry.release), self->promoted)) {
      g_array_remove_index (self->entries, i);
      g_array_prepend_val (self->entries, entry);
      return;
    }
  }
}

static void
fill (SlipTray *self)
{
  g_array_unref (self->entries);
  self->entries = slip_calendar_index_list_day (self->index, SLIP_DATE_NONE);
  promote_entry (self);
  self->n_chips = MIN ((int) self->entries->len, MAX_CHIPS);
  for (guint i = 0; i < (guint) self->n_chips; i++) {
    const SlipCalendarEntry *entry =
      &g_array_index (self->entries, SlipCalendarEntry, i);
    SlipChip *chip = ensure_chip (self, i);

    slip_chip_set_release (chip, self->index, entry->release,
                           SLIP_ANCHOR_RELEASE);
    gtk_widget_set_visible (GTK_WIDGET (chip), TRUE);
  }
  for (guint i = (guint) self->n_chips; i < self->chips->len; i++) {
    SlipChip *chip = g_ptr_array_index (self->chips, i);

    gtk_widget_set_visible (GTK_WIDGET (chip), FALSE);
    slip_chip_set_release (chip, NULL, NULL, SLIP_ANCHOR_RELEASE);
  }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mark_selected (SlipTray *self)
{
  for (int i = 0; i < self->n_chips; i++) {
    SlipChip *chip = g_ptr_array_index (self->chips, (guint) i);

    slip_chip_set_selected (chip, g_strcmp0 (slip_chip_get_release (chip),
                                             self->selected) == 0);
    slip_chip_link_update (chip, slip_calendar_index_get_state (self->index),
                           self->selected);
  }
}

void
slip_tray_set_plan (SlipTray *self, SlipCalendarIndex *index)
{
  g_return_if_fail (SLIP_IS_TRAY (self));
  g_return_if_fail (index != NULL);

  slip_calendar_index_ref (index);
  g_clear_pointer (&self->index, slip_calendar_index_unref);
  self->index = index;
  fill (self);
  mark_selected (self);
  if (self->popover != NULL && gtk_widget_get_visible (self->popover))
    slip_day_popover_set_day (SLIP_DAY_POPOVER (self->popover), index,
                              SLIP_DATE_NONE, NULL);
}

void
slip_tray_set_selected (SlipTray *self, const char *release)
{
  g_return_if_fail (SLIP_IS_TRAY (self));

  g_free (self->selected);
  self->selected = g_strdup (release);
  mark_selected (self);
}

int
slip_tray_get_n_chips (SlipTray *self)
{
  g_return_val_if_fail (SLIP_IS_TRAY (self), 0);

  return self->n_chips;
}

static SlipChip *
find_chip (SlipTray *self, const char *release, int n)
{
  for (int i = 0; i < n; i++) {
    SlipChip *chip = g_ptr_array_index (self->chips, (guint) i);

    if (g_strcmp0 (slip_chip_get_release (chip), release) == 0)
      return chip;
  }
  return NULL;
}

gboolean
slip_tray_focus_release (SlipTray *self, const char *release)
{
  g_return_val_if_fail (SLIP_IS_TRAY (self), FALSE);
  g_return_val_if_fail (release != NULL, FALSE);

  SlipDate date;
  if (self->index == NULL ||
      !slip_calendar_index_find (self->index, release, &date) ||
      slip_date_is_set (date))
    return FALSE;

  SlipChip *chip =
    find_chip (self, release, MIN (self->n_shown, self->n_chips));
  if (chip == NULL) {
    g_free (self->promoted);
    self->promoted = g_strdup (release);
    fill (self);
    mark_selected (self);
    chip = find_chip (self, release, self->n_chips);
  }
  if (chip != NULL) {
    gtk_widget_set_child_visible (GTK_WIDGET (chip), TRUE);
    gtk_widget_grab_focus (GTK_WIDGET (chip));
  }
  return chip != NULL;
}
