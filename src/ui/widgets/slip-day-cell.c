/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-cell.h"

#include "slip-actions.h"
#include "slip-chip-link.h"
#include "slip-date-text.h"
#include "slip-day-label.h"
#include "slip-day-more.h"
#include "slip-release-menu.h"
#include "slip-rounded-fill.h"
#include "slip-widget-name.h"

#include <string.h>

#define PADDING       5
#define CAPTION_GAP   6
#define FLAG_WIDTH    9
#define FLAG_HEIGHT   11
#define CAPTION_SCALE 0.85

/* How much of the colour days of other months have. */
#define OTHER_MONTH_ALPHA 0.65f

struct _SlipDayCell {
  GtkWidget parent_instance;

  SlipDate date;
  SlipDayPlace place;
  char *caption;
  char *names;
  char *stages; /* on the day, a line each, or NULL */
  int n_lanes;
  int n_hidden_bars;
  char *label;
  gboolean has_flag;
  gboolean is_compact;
  gboolean is_hovered;
  int header_height;
  int n_lines;
  int n_entries;

  GPtrArray *chips; /* of SlipChip: children, those shown first */
  GArray *rects;    /* of SlipRect: where the chips shown are */
  GtkWidget *more;
  SlipRect more_rect;
  gboolean has_more;

  PangoLayout *number_layout;
  PangoLayout *caption_layout;
};

G_DEFINE_FINAL_TYPE (SlipDayCell, slip_day_cell, GTK_TYPE_WIDGET)

/* With the cell all its chips are styled anew: what most pages change is drawn
 * instead. */
static void
set_class (gpointer widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static gboolean
is_rtl (SlipDayCell *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
clear_layouts (SlipDayCell *self)
{
  g_clear_object (&self->number_layout);
  g_clear_object (&self->caption_layout);
}

static void
set_number (SlipDayCell *self, gboolean names_month)
{
  g_autofree char *text =
    names_month
      ? slip_date_dup_text (self->date, SLIP_DATE_STYLE_SHORT, self->date)
      : g_strdup_printf ("%d", slip_date_get_day (self->date));

  pango_layout_set_text (self->number_layout, text, -1);
}

static PangoLayout *
ensure_number (SlipDayCell *self)
{
  if (self->number_layout != NULL)
    return self->number_layout;

  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->number_layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  set_number (self, FALSE);
  if (!(self->place & SLIP_DAY_OTHER_MONTH))
    pango_attr_list_insert (attributes,
                            pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->number_layout, attributes);
  return self->number_layout;
}

static gboolean
is_empty (SlipDayCell *self)
{
  return self->n_entries + self->n_lanes == 0 && !self->has_more;
}

static PangoLayout *
ensure_caption (SlipDayCell *self)
{
  if (self->caption_layout != NULL)
    return self->caption_layout;

  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->caption_layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), self->caption);
  pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION_SCALE));
  pango_layout_set_attributes (self->caption_layout, attributes);
  pango_layout_set_wrap (self->caption_layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->caption_layout, PANGO_ELLIPSIZE_END);
  /* An empty day has room for a second line. */
  pango_layout_set_height (self->caption_layout, is_empty (self) ? -2 : -1);
  return self->caption_layout;
}

static void
draw_layout_at (SlipDayCell *self,
                GtkSnapshot *snapshot,
                PangoLayout *layout,
                SlipRect rect,
                const GdkRGBA *color)
{
  if (is_rtl (self))
    rect = slip_rect_mirror (rect, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) rect.x,
                                                          (float) rect.y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_rect (SlipDayCell *self,
           GtkSnapshot *snapshot,
           SlipRect rect,
           float radius,
           const GdkRGBA *color)
{
  if (is_rtl (self))
    rect = slip_rect_mirror (rect, gtk_widget_get_width (GTK_WIDGET (self)));
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width,
                        (float) rect.height);

  slip_rounded_fill_rect (snapshot, &bounds, radius, color);
}

/* What a '+n' takes from the line with the number. */
static int
get_more_width (SlipDayCell *self)
{
  return self->has_more && self->more_rect.y < self->header_height
           ? self->more_rect.width
           : 0;
}

/* Where there is no room for the month beside it, the number stands alone. */
static void
fit_number (SlipDayCell *self)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING -
             get_more_width (self);
  int width;

  if (!(self->place & SLIP_DAY_NAMES_MONTH))
    return;
  set_number (self, TRUE);
  pango_layout_get_pixel_size (self->number_layout, &width, NULL);
  if (width > room)
    set_number (self, FALSE);
}

/* Returns where the number ends. */
static int
draw_number (SlipDayCell *self, GtkSnapshot *snapshot, GdkRGBA color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  PangoLayout *layout = ensure_number (self);
  SlipRect rect = { .x = PADDING };

  fit_number (self);
  pango_layout_get_pixel_size (layout, &rect.width, &rect.height);
  rect.y = (self->header_height - rect.height) / 2;
  if (self->place & SLIP_DAY_TODAY) {
    SlipRect pill = { rect.x - 1, rect.y, rect.width + 12, rect.height };
    GdkRGBA accent = { 0.21f, 0.52f, 0.89f, 1 };

    gtk_style_context_lookup_color (context, "accent_bg_color", &accent);
    draw_rect (self, snapshot, pill, (float) pill.height / 2, &accent);
    color = (GdkRGBA){ 1, 1, 1, 1 };
    gtk_style_context_lookup_color (context, "accent_fg_color", &color);
    rect.x += 5;
    draw_layout_at (self, snapshot, layout, rect, &color);
    return pill.x + pill.width;
  }
  draw_layout_at (self, snapshot, layout, rect, &color);
  return rect.x + rect.width;
}

static void
draw_flag (SlipDayCell *self,
           GtkSnapshot *snapshot,
           int x,
           const GdkRGBA *color)
{
  int y = (self->header_height - FLAG_HEIGHT) / 2;

  draw_rect (self, snapshot, (SlipRect){ x, y, 2, FLAG_HEIGHT }, 0, color);
  draw_rect (self, snapshot,
             (SlipRect){ x + 2, y, FLAG_WIDTH - 2, FLAG_HEIGHT / 2 + 1 }, 1,
             color);
}

static void
draw_caption (SlipDayCell *self, GtkSnapshot *snapshot, int x, GdkRGBA color)
{
  PangoLayout *layout = ensure_caption (self);
  SlipRect rect = { .x = x };
  PangoRectangle line;

  rect.width = gtk_widget_get_width (GTK_WIDGET (self)) - x - PADDING -
               get_more_width (self);
  if (rect.width <= CAPTION_GAP)
    return;
  pango_layout_set_width (layout, rect.width * PANGO_SCALE);
  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (layout,
                                                                       0),
                                       NULL, &line);
  rect.y = (self->header_height - line.height) / 2;
  /* Days of other months are pale already. */
  if (!(self->place & SLIP_DAY_OTHER_MONTH))
    color.alpha *= 0.75f;
  draw_layout_at (self, snapshot, layout, rect, &color);
}

static void
slip_day_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipDayCell *self = SLIP_DAY_CELL (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (self->place & SLIP_DAY_OTHER_MONTH)
    color.alpha *= OTHER_MONTH_ALPHA;
  if (slip_date_is_set (self->date)) {
    int x = draw_number (self, snapshot, color) + CAPTION_GAP;

    if (self->has_flag) {
      draw_flag (self, snapshot, x, &color);
      x += FLAG_WIDTH + CAPTION_GAP / 2;
    }
    if (self->caption != NULL && !self->is_compact)
      draw_caption (self, snapshot, x, color);
  }

  GTK_WIDGET_CLASS (slip_day_cell_parent_class)->snapshot (widget, snapshot);
}

static void
place_child (GtkWidget *child, SlipRect rect)
{
  GskTransform *transform =
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) rect.x,
                                                         (float) rect.y));

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_allocate (child, rect.width, rect.height, -1, transform);
}

static void
slip_day_cell_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  SlipDayCell *self = SLIP_DAY_CELL (widget);

  for (guint i = 0; i < self->rects->len; i++)
    place_child (g_ptr_array_index (self->chips, i),
                 g_array_index (self->rects, SlipRect, i));
  if (self->has_more)
    place_child (self->more, self->more_rect);
  slip_release_menu_present (widget);
}

static void
slip_day_cell_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
slip_day_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (slip_day_cell_parent_class)->css_changed (widget, change);
  clear_layouts (SLIP_DAY_CELL (widget));
}

/* Telling GTK the text beforehand would ask the display for the pointer, for
 * every day of every page. */
static gboolean
show_tooltip (GtkTooltip *tooltip, const char *text)
{
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
slip_day_cell_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean is_keyboard,
                             GtkTooltip *tooltip)
{
  const SlipDayCell *self = SLIP_DAY_CELL (widget);
  g_autofree char *both = NULL;

  if (self->names == NULL || self->stages == NULL)
    return show_tooltip (tooltip, self->names ? self->names : self->stages);
  both = g_strdup_printf ("%s\n%s", self->names, self->stages);
  return show_tooltip (tooltip, both);
}

static void
ask_with_day (SlipDayCell *self, const char *action)
{
  char day[SLIP_DATE_TEXT_SIZE];

  if (slip_date_is_set (self->date))
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s",
                                slip_date_print (self->date, day));
}

static void
more_clicked_cb (SlipDayCell *self)
{
  ask_with_day (self, "month.open-day");
}

/* Its chips have gestures of their own; these here see their clicks too. */
static void
pressed_cb (GtkGestureClick *click,
            int n_press,
            double x,
            double y,
            SlipDayCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT) != widget)
    return;
  gtk_widget_grab_focus (widget);
  if (self->is_compact)
    ask_with_day (self, "month.open-day");
  else if (n_press == 2)
    ask_with_day (self, SLIP_ACTION_NEW);
}

static void
slip_day_cell_dispose (GObject *object)
{
  SlipDayCell *self = SLIP_DAY_CELL (object);

  slip_release_menu_popdown (GTK_WIDGET (object));
  if (self->chips != NULL)
    for (guint i = 0; i < self->chips->len; i++)
      gtk_widget_unparent (g_ptr_array_index (self->chips, i));
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->rects, g_array_unref);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  clear_layouts (self);

  G_OBJECT_CLASS (slip_day_cell_parent_class)->dispose (object);
}

static void
slip_day_cell_finalize (GObject *object)
{
  SlipDayCell *self = SLIP_DAY_CELL (object);

  g_free (self->caption);
  g_free (self->names);
  g_free (self->stages);
  g_free (self->label);

  G_OBJECT_CLASS (slip_day_cell_parent_class)->finalize (object);
}

static void
slip_day_cell_class_init (SlipDayCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_day_cell_dispose;
  object_class->finalize = slip_day_cell_finalize;
  widget_class->measure = slip_day_cell_measure;
  widget_class->size_allocate = slip_day_cell_size_allocate;
  widget_class->snapshot = slip_day_cell_snapshot;
  widget_class->css_changed = slip_day_cell_css_changed;
  widget_class->query_tooltip = slip_day_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "day");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
slip_day_cell_init (SlipDayCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->date = SLIP_DATE_NONE;
  self->n_lines = 1;
  self->chips = g_ptr_array_new ();
  self->rects = g_array_new (FALSE, FALSE, sizeof (SlipRect));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  /* What is under the pointer is asked after each page: so the chips of other
   * days are passed by. */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
slip_day_cell_new (void)
{
  return g_object_new (SLIP_TYPE_DAY_CELL, NULL);
}

/* A freeze's name stands on its first day and at the start of each row. */
static char *
dup_caption (const SlipDayMarks *marks, SlipDayPlace place)
{
  SlipDayMarks shown = *marks;

  if (!marks->starts_freeze && !(place & SLIP_DAY_STARTS_ROW))
    shown.freezes = NULL;
  return slip_day_marks_dup_names (&shown);
}

void
slip_day_cell_set_day (SlipDayCell *self,
                       const SlipDayMarks *marks,
                       SlipDayPlace place)
{
  g_return_if_fail (SLIP_IS_DAY_CELL (self));

  char day[SLIP_DATE_TEXT_SIZE];
  gboolean has_flag = marks->key_dates != NULL;
  g_autofree char *caption = dup_caption (marks, place);
  gboolean is_same = slip_date_equal (marks->date, self->date) &&
                     place == self->place && has_flag == self->has_flag &&
                     g_strcmp0 (caption, self->caption) == 0;

  self->date = marks->date;
  self->place = place;
  g_free (self->caption);
  self->caption = g_steal_pointer (&caption);
  g_free (self->names);
  self->names = slip_day_marks_dup_names (marks);
  self->has_flag = has_flag;
  slip_widget_name_set (GTK_WIDGET (self),
                        g_strconcat ("day:", slip_date_print (self->date, day),
                                     NULL));
  set_class (self, "off", marks->is_day_off);
  set_class (self, "frozen", marks->is_frozen);
  set_class (self, "soft", marks->is_softly_frozen && !marks->is_frozen);
  set_class (self, "today", place & SLIP_DAY_TODAY);
  if (is_same)
    return;
  clear_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_label (SlipDayCell *self, GArray *entries)
{
  g_autofree char *label =
    slip_day_label_dup (self->date, self->place & SLIP_DAY_TODAY, entries,
                        self->names, self->stages);

  if (g_strcmp0 (label, self->label) == 0)
    return;
  g_free (self->label);
  self->label = g_steal_pointer (&label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);
}

static void
add_more (SlipDayCell *self)
{
  self->more = slip_day_more_new ();
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb),
                            self);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

static void
update_more (SlipDayCell *self, const SlipMonthDay *fill)
{
  self->has_more = fill->n_hidden > 0;
  if (self->more != NULL)
    gtk_widget_set_child_visible (self->more, self->has_more);
  if (!self->has_more)
    return;

  if (self->more == NULL)
    add_more (self);
  set_class (self->more, "other-month", self->place & SLIP_DAY_OTHER_MONTH);
  slip_day_more_set (SLIP_DAY_MORE (self->more), self->date,
                     fill->n_hidden - self->n_hidden_bars, self->n_hidden_bars);
}

static SlipChip *
ensure_chip (SlipDayCell *self, guint i)
{
  if (i == self->chips->len) {
    GtkWidget *chip = slip_chip_new ();

    gtk_widget_set_parent (chip, GTK_WIDGET (self));
    g_ptr_array_add (self->chips, chip);
  }
  return g_ptr_array_index (self->chips, i);
}

/* Where there is not room for all, the promoted one takes the last place. */
static const SlipCalendarEntry *
choose_entry (GArray *entries, int i, int n_shown, const char *promoted)
{
  const SlipCalendarEntry *all = (const SlipCalendarEntry *) entries->data;

  if (promoted == NULL || i != n_shown - 1)
    return &all[i];
  for (int hidden = n_shown; hidden < (int) entries->len; hidden++)
    if (all[hidden].anchor == SLIP_ANCHOR_RELEASE &&
        g_str_equal (slip_row_get_id (all[hidden].release), promoted))
      return &all[hidden];
  return &all[i];
}

/* A chip that is not needed stays a child, and is not to be seen: to hide it
 * would have everything beside it styled anew. */
static void
show_chips (SlipDayCell *self,
            const SlipCalendarIndex *index,
            GArray *entries,
            const char *promoted)
{
  int n_shown = (int) self->rects->len;

  for (int i = 0; i < n_shown; i++) {
    SlipChip *chip = ensure_chip (self, (guint) i);
    const SlipCalendarEntry *entry =
      choose_entry (entries, i, n_shown, promoted);

    slip_chip_set_compact (chip, self->is_compact);
    slip_chip_set_n_lines (chip, self->n_lines);
    slip_chip_set_release (chip, index, entry->release, entry->anchor);
    gtk_widget_set_child_visible (GTK_WIDGET (chip), TRUE);
  }
  for (guint i = (guint) n_shown; i < self->chips->len; i++) {
    SlipChip *chip = g_ptr_array_index (self->chips, i);

    gtk_widget_set_child_visible (GTK_WIDGET (chip), FALSE);
    slip_chip_set_release (chip, NULL, NULL, SLIP_ANCHOR_RELEASE);
  }
}

void
slip_day_cell_set_n_lines (SlipDayCell *self, int n_lines)
{
  g_return_if_fail (SLIP_IS_DAY_CELL (self));

  self->n_lines = n_lines;
}

/* Where the chips and what stands for the rest are, from the cell's corner.
 * Returns: whether they were there before. */
static gboolean
place_entries (SlipDayCell *self,
               const SlipMonthLayout *layout,
               const SlipMonthDay *fill)
{
  SlipRect cell = slip_month_layout_get_day_rect (layout, self->date);
  SlipRect more = slip_month_layout_get_more_rect (layout, fill);
  gboolean is_same = fill->n_chips == (int) self->rects->len;

  more.x -= cell.x;
  more.y -= cell.y;
  is_same &= memcmp (&more, &self->more_rect, sizeof more) == 0;
  self->more_rect = more;
  g_array_set_size (self->rects, (guint) fill->n_chips);
  for (int i = 0; i < fill->n_chips; i++) {
    SlipRect *place = &g_array_index (self->rects, SlipRect, i);
    SlipRect rect = slip_month_layout_get_chip_rect (layout, fill, i);

    rect.x -= cell.x;
    rect.y -= cell.y;
    is_same = is_same && memcmp (&rect, place, sizeof rect) == 0;
    *place = rect;
  }
  return is_same;
}

void
slip_day_cell_set_bars (SlipDayCell *self,
                        int n_lanes,
                        int n_hidden,
                        const char *stages)
{
  char *copy = g_strdup (stages);

  g_return_if_fail (SLIP_IS_DAY_CELL (self));

  g_free (self->stages);
  self->stages = copy;
  if ((self->n_lanes == 0) != (n_lanes == 0)) {
    g_clear_object (&self->caption_layout);
    gtk_widget_queue_draw (GTK_WIDGET (self));
  }
  self->n_lanes = n_lanes;
  self->n_hidden_bars = n_hidden;
}

gboolean
slip_day_cell_has_stages (SlipDayCell *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_CELL (self), FALSE);

  return self->stages != NULL;
}

void
slip_day_cell_set_entries (SlipDayCell *self,
                           const SlipCalendarIndex *index,
                           GArray *entries,
                           const SlipMonthLayout *layout,
                           const char *promoted)
{
  g_return_if_fail (SLIP_IS_DAY_CELL (self));

  SlipMonthDay fill =
    slip_month_layout_fill_day (layout, self->date, self->n_lanes,
                                self->n_hidden_bars, (int) entries->len);
  gboolean was_empty = is_empty (self);
  gboolean is_same = self->is_compact == layout->is_compact &&
                     self->header_height == layout->spec.day_header_height_px;

  self->is_compact = layout->is_compact;
  self->header_height = layout->spec.day_header_height_px;
  self->n_entries = (int) entries->len;
  is_same &= place_entries (self, layout, &fill);
  update_more (self, &fill);
  is_same &= was_empty == is_empty (self);
  show_chips (self, index, entries, promoted);
  update_label (self, entries);
  if (is_same)
    return;
  g_clear_object (&self->caption_layout);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SlipDate
slip_day_cell_get_date (SlipDayCell *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_CELL (self), SLIP_DATE_NONE);

  return self->date;
}

int
slip_day_cell_get_n_chips (SlipDayCell *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_CELL (self), 0);

  return (int) self->rects->len;
}

SlipChip *
slip_day_cell_get_chip (SlipDayCell *self, int i)
{
  g_return_val_if_fail (SLIP_IS_DAY_CELL (self), NULL);
  g_return_val_if_fail (i >= 0 && i < (int) self->rects->len, NULL);

  return g_ptr_array_index (self->chips, (guint) i);
}

SlipChip *
slip_day_cell_find_chip (SlipDayCell *self, const char *release)
{
  g_return_val_if_fail (SLIP_IS_DAY_CELL (self), NULL);

  for (int i = 0; i < slip_day_cell_get_n_chips (self); i++) {
    SlipChip *chip = slip_day_cell_get_chip (self, i);

    if (slip_chip_get_anchor (chip) == SLIP_ANCHOR_RELEASE &&
        g_strcmp0 (slip_chip_get_release (chip), release) == 0)
      return chip;
  }
  return NULL;
}

GtkWidget *
slip_day_cell_get_more (SlipDayCell *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_CELL (self), NULL);

  return self->has_more ? self->more : NULL;
}

void
slip_day_cell_set_selected (SlipDayCell *self,
                            const SlipPlanState *state,
                            const char *selected)
{
  g_return_if_fail (SLIP_IS_DAY_CELL (self));

  for (guint i = 0; i < self->chips->len; i++) {
    SlipChip *chip = g_ptr_array_index (self->chips, i);
    const char *release = slip_chip_get_release (chip);

    slip_chip_set_selected (chip, release != NULL &&
                                    g_strcmp0 (release, selected) == 0 &&
                                    slip_chip_get_anchor (chip) ==
                                      SLIP_ANCHOR_RELEASE);
    slip_chip_link_update (chip, state, selected);
  }
}

void
slip_day_cell_set_hovered (SlipDayCell *self, gboolean is_hovered)
{
  g_return_if_fail (SLIP_IS_DAY_CELL (self));

  if (self->is_hovered == is_hovered)
    return;
  self->is_hovered = is_hovered;
  set_class (self, "hovered", is_hovered);
}
