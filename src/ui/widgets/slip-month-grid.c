/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-month-grid.h"

#include "slip-date-text.h"
#include "slip-day-popover.h"
#include "slip-month-drop.h"
#include "slip-month-keys.h"
#include "slip-month-ruling.h"
#include "slip-month-stage-drag.h"
#include "slip-popover-focus.h"

#define MAX_WEEKS_OF_MONTH 6
#define MAX_CELLS          (SLIP_WEEKS_PER_QUARTER * SLIP_DAYS_PER_WEEK)
#define MIN_WIDTH          (SLIP_DAYS_PER_WEEK * 36)

struct _SlipMonthGrid {
  GtkWidget parent_instance;

  SlipCalendarIndex *index;
  SlipDate today;
  SlipDate shown;
  SlipDate focused;
  SlipCalendarSpan span;
  char *selected;
  char *promoted;
  char *title;

  SlipMonthLayout layout;
  gboolean is_filled;
  gboolean is_stale; /* the cells have their days and wait for their size */
  GArray *marks;     /* of SlipDayMarks: the days shown */
  SlipDayCell *cells[MAX_CELLS];
  int n_cells; /* made so far */
  SlipMonthRuling *ruling;
  SlipMonthStages *stages;
  GtkWidget *popover;

  char *hovering;
  SlipDate hovered;
};

enum {
  PROP_TITLE = 1,
  N_PROPERTIES,
};

enum {
  HOVER_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipMonthGrid, slip_month_grid, GTK_TYPE_WIDGET)

static SlipMonthLayout
make_layout (SlipMonthGrid *self, int width, int height)
{
  return slip_month_ruling_make_layout (self->ruling, self->span, self->shown,
                                        width, height);
}

static void
update_title (SlipMonthGrid *self)
{
  g_autofree char *title =
    slip_month_ruling_dup_title (self->shown,
                                 slip_calendar_span_count_weeks (self->span));

  if (g_strcmp0 (title, self->title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static SlipDayPlace
get_place (SlipMonthGrid *self, SlipDate date, int cell)
{
  SlipDayPlace place = 0;

  if (self->span == SLIP_SPAN_MONTH &&
      !slip_date_equal (slip_date_get_month_start (date),
                        slip_date_get_month_start (self->shown)))
    place |= SLIP_DAY_OTHER_MONTH;
  if (slip_date_equal (date, self->today))
    place |= SLIP_DAY_TODAY;
  if (cell % SLIP_DAYS_PER_WEEK == 0)
    place |= SLIP_DAY_STARTS_ROW;
  if (self->span == SLIP_SPAN_QUARTER &&
      (cell == 0 || slip_date_get_day (date) == 1))
    place |= SLIP_DAY_NAMES_MONTH;
  return place;
}

static const SlipDayMarks *
find_marks (SlipMonthGrid *self, SlipDate date)
{
  const SlipDayMarks *first = &g_array_index (self->marks, SlipDayMarks, 0);

  return first + (date.day - first->date.day);
}

static SlipDate
get_cell_date (SlipMonthGrid *self, int i)
{
  return i < self->layout.n_weeks * SLIP_DAYS_PER_WEEK
           ? slip_month_layout_get_cell_date (&self->layout, i)
           : SLIP_DATE_NONE;
}

/* Gives the cells their days; returns whether there is a plan to show. */
static gboolean
fill_days (SlipMonthGrid *self)
{
  self->is_filled = self->layout.n_weeks > 0 && self->index != NULL;
  if (!self->is_filled)
    return FALSE;

  SlipRange range = slip_month_layout_get_range (&self->layout);
  g_clear_pointer (&self->marks, g_array_unref);
  self->marks =
    slip_day_marks_list (slip_calendar_index_get_state (self->index), range,
                         slip_calendar_index_get_product (self->index));
  for (int i = 0; i < self->n_cells; i++) {
    SlipDate date = get_cell_date (self, i);

    gtk_widget_set_child_visible (GTK_WIDGET (self->cells[i]),
                                  slip_date_is_set (date));
    if (slip_date_is_set (date))
      slip_day_cell_set_day (self->cells[i], find_marks (self, date),
                             get_place (self, date, i));
  }
  return TRUE;
}

static void
fill_cell (SlipMonthGrid *self, int i)
{
  SlipDayCell *cell = self->cells[i];
  SlipDate date = get_cell_date (self, i);

  if (!slip_date_is_set (date))
    return;

  g_autoptr (GArray) entries = slip_calendar_index_list_day (self->index, date);
  slip_day_cell_set_n_lines (cell, self->span == SLIP_SPAN_WEEK
                                     ? SLIP_WEEK_CHIP_LINES
                                     : 1);
  SlipMonthDay bars =
    slip_month_stages_fill_day (self->stages, &self->layout, date, 0);
  g_autofree char *stages = slip_month_stages_dup_names (self->stages, date);
  slip_day_cell_set_bars (cell, bars.n_lanes, bars.n_hidden, stages);
  slip_day_cell_set_entries (cell, self->index, entries, &self->layout,
                             self->promoted);
  slip_day_cell_set_selected (cell, slip_calendar_index_get_state (self->index),
                              self->selected);
  slip_day_cell_set_hovered (cell, slip_date_equal (date, self->hovered));
}

/* Puts into the cells what they show, once it is known how much has room. */
static void
fill (SlipMonthGrid *self)
{
  if (!fill_days (self))
    return;

  self->is_stale = FALSE;
  slip_month_stages_fill (self->stages, self->index, &self->layout);
  for (int i = 0; i < self->n_cells; i++)
    fill_cell (self, i);
  slip_month_ruling_clear (self->ruling);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Lays out anew in the size that it has. */
static void
refill (SlipMonthGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int n_weeks = self->layout.n_weeks;

  if (slip_date_is_set (self->shown))
    update_title (self);
  if (n_weeks == 0 || !slip_date_is_set (self->shown))
    return;
  self->layout = make_layout (self, gtk_widget_get_width (widget),
                              gtk_widget_get_height (widget));
  if (self->is_stale)
    fill_days (self);
  else
    fill (self);
  if (self->layout.n_weeks != n_weeks)
    gtk_widget_queue_resize (widget);
  else
    gtk_widget_queue_allocate (widget);
}

static void
slip_month_grid_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (widget);

  *minimum = *natural = MIN_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL) {
    /* A week is not to be taller than a month. */
    SlipCalendarSpan span =
      self->span == SLIP_SPAN_WEEK ? SLIP_SPAN_MONTH : self->span;
    SlipMonthSpec spec =
      slip_month_ruling_make_spec (self->ruling, span, MIN_WIDTH, 0);

    *minimum = *natural = slip_month_layout_get_min_height (
      &spec, self->span == SLIP_SPAN_MONTH
               ? MAX_WEEKS_OF_MONTH
               : slip_calendar_span_count_weeks (self->span));
  }
}

static void
place_cell (SlipMonthGrid *self, int i)
{
  GtkWidget *cell = GTK_WIDGET (self->cells[i]);

  if (!gtk_widget_get_child_visible (cell))
    return;
  SlipRect rect = slip_month_layout_get_cell_rect (&self->layout, i);
  GskTransform *transform =
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) rect.x,
                                                         (float) rect.y));
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_allocate (cell, rect.width, rect.height, -1, transform);
}

static void
slip_month_grid_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (widget);

  if (!slip_date_is_set (self->shown))
    return;

  SlipMonthLayout layout = make_layout (self, width, height);
  if (!self->is_filled || self->is_stale ||
      memcmp (&layout.spec, &self->layout.spec, sizeof layout.spec) != 0) {
    self->layout = layout;
    fill (self);
  }
  if (self->is_filled)
    for (int i = 0; i < self->n_cells; i++)
      place_cell (self, i);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
slip_month_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (widget);

  if (!self->is_filled)
    return;
  if (self->layout.spec.weekday_header_height_px > 0)
    slip_month_ruling_draw_weekdays (self->ruling, &self->layout, snapshot);
  slip_month_ruling_draw_week_numbers (self->ruling, &self->layout, snapshot);
  GTK_WIDGET_CLASS (slip_month_grid_parent_class)->snapshot (widget, snapshot);
  slip_month_ruling_draw_lines (self->ruling, &self->layout, snapshot);
  if (self->span == SLIP_SPAN_QUARTER)
    slip_month_ruling_draw_month_edges (self->ruling, &self->layout, snapshot);
  slip_month_stages_draw (self->stages, &self->layout, snapshot);
}

static void
slip_month_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (slip_month_grid_parent_class)->css_changed (widget, change);
  slip_month_ruling_clear (SLIP_MONTH_GRID (widget)->ruling);
  slip_month_stages_clear_texts (SLIP_MONTH_GRID (widget)->stages);
}

static void
slip_month_grid_direction_changed (GtkWidget *widget, GtkTextDirection old)
{
  gtk_widget_queue_allocate (widget);
  GTK_WIDGET_CLASS (slip_month_grid_parent_class)
    ->direction_changed (widget, old);
}

static gboolean
slip_month_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (widget);

  if (slip_popover_focus_move (widget, direction))
    return TRUE;
  if (slip_month_grid_get_focused_cell (self) != NULL)
    return FALSE;
  SlipDayCell *cell = slip_month_grid_get_cell (self, self->focused);
  if (cell == NULL)
    cell = slip_month_grid_get_cell (self, self->shown);
  return cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
slip_month_grid_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  if (SLIP_IS_DAY_CELL (child))
    SLIP_MONTH_GRID (widget)->focused =
      slip_day_cell_get_date (SLIP_DAY_CELL (child));
  GTK_WIDGET_CLASS (slip_month_grid_parent_class)
    ->set_focus_child (widget, child);
}

static void
open_day_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlipDate date = slip_date_parse (g_variant_get_string (parameter, NULL));

  slip_month_grid_open_day (SLIP_MONTH_GRID (widget), date);
}

static void
slip_month_grid_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, SLIP_MONTH_GRID (object)->title);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
slip_month_grid_dispose (GObject *object)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (object);

  slip_month_drop_end (self);
  for (int i = 0; i < self->n_cells; i++)
    gtk_widget_unparent (GTK_WIDGET (self->cells[i]));
  self->n_cells = 0;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->index, slip_calendar_index_unref);

  G_OBJECT_CLASS (slip_month_grid_parent_class)->dispose (object);
}

static void
slip_month_grid_finalize (GObject *object)
{
  SlipMonthGrid *self = SLIP_MONTH_GRID (object);

  slip_month_ruling_free (self->ruling);
  slip_month_stages_free (self->stages);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self->selected);
  g_free (self->promoted);
  g_free (self->title);
  g_free (self->hovering);

  G_OBJECT_CLASS (slip_month_grid_parent_class)->finalize (object);
}

static void
slip_month_grid_class_init (SlipMonthGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = slip_month_grid_get_property;
  object_class->dispose = slip_month_grid_dispose;
  object_class->finalize = slip_month_grid_finalize;
  widget_class->measure = slip_month_grid_measure;
  widget_class->size_allocate = slip_month_grid_size_allocate;
  widget_class->snapshot = slip_month_grid_snapshot;
  widget_class->css_changed = slip_month_grid_css_changed;
  widget_class->direction_changed = slip_month_grid_direction_changed;
  widget_class->focus = slip_month_grid_focus;
  widget_class->set_focus_child = slip_month_grid_set_focus_child;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                           G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_signal_new ("dropped", SLIP_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[HOVER_CHANGED] =
    g_signal_new ("hover-changed", SLIP_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  g_signal_new ("stage-hover-changed", SLIP_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT,
                G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_install_action (widget_class, "month.open-day", "s",
                                   open_day_action_cb);
  slip_month_keys_install (widget_class);
}

/* A month has fewer days than a quarter, which not everybody looks at. */
static void
ensure_cells (SlipMonthGrid *self, int n_weeks)
{
  while (self->n_cells < n_weeks * SLIP_DAYS_PER_WEEK) {
    GtkWidget *cell = slip_day_cell_new ();
    GtkWidget *before =
      self->n_cells > 0 ? GTK_WIDGET (self->cells[self->n_cells - 1]) : NULL;

    gtk_widget_insert_after (cell, GTK_WIDGET (self), before);
    gtk_widget_set_child_visible (cell, FALSE);
    self->cells[self->n_cells++] = SLIP_DAY_CELL (cell);
  }
}

static void
slip_month_grid_init (SlipMonthGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->ruling = slip_month_ruling_new (widget);
  self->stages = slip_month_stages_new (widget);
  slip_month_drop_add (self);
  slip_month_stage_drag_add (self);
  self->today = self->shown = self->focused = self->hovered = SLIP_DATE_NONE;
  ensure_cells (self, MAX_WEEKS_OF_MONTH);
}

GtkWidget *
slip_month_grid_new (void)
{
  return g_object_new (SLIP_TYPE_MONTH_GRID, NULL);
}

static void
show_day (SlipMonthGrid *self, SlipDate date)
{
  SlipDayPopover *popover = SLIP_DAY_POPOVER (self->popover);
  gboolean is_shown = slip_month_grid_get_cell (self, date) != NULL;
  g_autofree char *names =
    is_shown ? slip_day_marks_dup_names (find_marks (self, date)) : NULL;

  if (is_shown) {
    SlipRect rect = slip_month_layout_get_day_rect (&self->layout, date);

    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle){ rect.x, rect.y, rect.width,
                                                  rect.height });
  }
  slip_day_popover_set_day (popover, self->index, date, names);
}

static void
refresh_popover (SlipMonthGrid *self)
{
  if (self->popover == NULL || !gtk_widget_get_visible (self->popover))
    return;

  SlipDayPopover *popover = SLIP_DAY_POPOVER (self->popover);
  show_day (self, slip_day_popover_follow (popover, self->index));
}

void
slip_month_grid_set_plan (SlipMonthGrid *self,
                          SlipCalendarIndex *index,
                          SlipDate today)
{
  g_return_if_fail (SLIP_IS_MONTH_GRID (self));
  g_return_if_fail (index != NULL && slip_date_is_set (today));

  if (self->index == index && slip_date_equal (self->today, today))
    return;
  slip_calendar_index_ref (index);
  g_clear_pointer (&self->index, slip_calendar_index_unref);
  self->index = index;
  self->today = today;
  if (!slip_date_is_set (self->shown)) {
    self->shown = self->focused = today;
    gtk_widget_queue_resize (GTK_WIDGET (self));
  }
  refill (self);
  refresh_popover (self);
}

/* Fills the day of @release again, so that its chip has a place there. */
static void
promote (SlipMonthGrid *self, const char *release)
{
  SlipDate date;

  g_free (self->promoted);
  self->promoted = g_strdup (release);
  if (release == NULL || !self->is_filled || self->is_stale ||
      !slip_calendar_index_find (self->index, release, &date))
    return;

  int i = slip_month_layout_get_cell (&self->layout, date);
  if (i >= 0 && slip_day_cell_find_chip (self->cells[i], release) == NULL)
    fill_cell (self, i);
}

void
slip_month_grid_set_selected (SlipMonthGrid *self, const char *release)
{
  g_return_if_fail (SLIP_IS_MONTH_GRID (self));

  if (g_strcmp0 (self->selected, release) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (release);
  promote (self, release);
  for (int i = 0; i < self->n_cells && self->index != NULL; i++)
    slip_day_cell_set_selected (self->cells[i],
                                slip_calendar_index_get_state (self->index),
                                release);
}

void
slip_month_grid_show_date (SlipMonthGrid *self, SlipDate date)
{
  g_return_if_fail (SLIP_IS_MONTH_GRID (self));

  if (!slip_date_is_set (date) || slip_date_equal (date, self->shown))
    return;
  self->shown = date;
  refill (self);
}

void
slip_month_grid_set_span (SlipMonthGrid *self, SlipCalendarSpan span)
{
  g_return_if_fail (SLIP_IS_MONTH_GRID (self));

  g_return_if_fail (span != SLIP_SPAN_AGENDA);

  if (self->span == span)
    return;
  /* The day that the keys are at, unless the page was turned away from it. */
  if (slip_range_contains (slip_month_grid_get_range (self), self->focused))
    self->shown = self->focused;
  self->span = span;
  ensure_cells (self, slip_calendar_span_count_weeks (self->span));
  /* Another span has another size, which tells how much has room. */
  self->is_stale = TRUE;
  refill (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
slip_month_grid_go (SlipMonthGrid *self, int direction)
{
  g_return_if_fail (SLIP_IS_MONTH_GRID (self));

  /* From the first day, so that a short month does not shift the next ones. */
  SlipDate from = self->span == SLIP_SPAN_MONTH
                    ? slip_date_get_month_start (self->shown)
                    : self->shown;
  slip_month_grid_show_date (self, slip_month_grid_add_periods (self, from,
                                                                direction));
}

SlipDayCell *
slip_month_grid_get_focused_cell (SlipMonthGrid *self)
{
  g_return_val_if_fail (SLIP_IS_MONTH_GRID (self), NULL);

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  GtkWidget *cell = SLIP_IS_DAY_CELL (focus)
                      ? focus
                      : gtk_widget_get_ancestor (focus, SLIP_TYPE_DAY_CELL);
  return cell != NULL ? SLIP_DAY_CELL (cell) : NULL;
}

SlipDate
slip_month_grid_add_periods (SlipMonthGrid *self, SlipDate date, int n)
{
  g_return_val_if_fail (SLIP_IS_MONTH_GRID (self), date);

  return slip_calendar_span_add (self->span, date, n);
}

SlipDate
slip_month_grid_get_today (SlipMonthGrid *self)
{
  g_return_val_if_fail (SLIP_IS_MONTH_GRID (self), SLIP_DATE_NONE);

  return self->today;
}

gboolean
slip_month_grid_is_compact (SlipMonthGrid *self)
{
  g_return_val_if_fail (SLIP_IS_MONTH_GRID (self), FALSE);

  return self->layout.is_compact;
}

SlipRange
slip_month_grid_get_range (SlipMonthGrid *self)
{
  g_return_val_if_fail (SLIP_IS_MONTH_GRID (self),
                        slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE));

  if (!self->is_filled)
    return slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
  return slip_month_layout_get_range (&self->layout);
}

SlipDate
slip_month_grid_get_shown (SlipMonthGrid *self)
{
  g_return_val_if_fail (SLIP_IS_MONTH_GRID (self), SLIP_DATE_NONE);

  return self->shown;
}

const char *
slip_month_grid_get_title (SlipMonthGrid *self)
{
  g_return_val_if_fail (SLIP_IS_MONTH_GRID (self), NULL);

  return self->title;
}

SlipDayCell *
slip_month_grid_get_cell (SlipMonthGrid *self, SlipDate date)
{
  g_return_val_if_fail (SLIP_IS_MONTH_GRID (self), NULL);

  if (!self->is_filled || !slip_date_is_set (date))
    return NULL;
  int i = slip_month_layout_get_cell (&self->layout, date);
  return i >= 0 ? self->cells[i] : NULL;
}

gboolean
slip_month_grid_find (SlipMonthGrid *self, const char *release, SlipDate *date)
{
  g_return_val_if_fail (SLIP_IS_MONTH_GRID (self), FALSE);

  return self->index != NULL &&
         slip_calendar_index_find (self->index, release, date);
}

/* Shows the page that @date is on.  From the first of a quarter's weeks one
 * goes back to the last of those before. */
static void
show_page (SlipMonthGrid *self, SlipDate date)
{
  if (slip_month_grid_get_cell (self, date) != NULL)
    return;
  if (self->span == SLIP_SPAN_QUARTER &&
      slip_date_is_before (date, self->shown))
    date = slip_date_add_days (date, -(SLIP_WEEKS_PER_QUARTER - 1) *
                                       SLIP_DAYS_PER_WEEK);
  slip_month_grid_show_date (self, date);
}

void
slip_month_grid_focus_date (SlipMonthGrid *self, SlipDate date)
{
  g_return_if_fail (SLIP_IS_MONTH_GRID (self));

  if (!slip_date_is_set (date))
    return;
  self->focused = date;
  show_page (self, date);
  SlipDayCell *cell = slip_month_grid_get_cell (self, date);
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

gboolean
slip_month_grid_focus_release (SlipMonthGrid *self, const char *release)
{
  g_return_val_if_fail (SLIP_IS_MONTH_GRID (self), FALSE);
  g_return_val_if_fail (release != NULL, FALSE);

  SlipDate date;
  if (self->index == NULL ||
      !slip_calendar_index_find (self->index, release, &date) ||
      !slip_date_is_set (date))
    return FALSE;

  show_page (self, date);
  if (self->is_stale)
    fill (self);
  promote (self, release);
  self->focused = date;
  SlipDayCell *cell = slip_month_grid_get_cell (self, date);
  if (cell == NULL)
    return TRUE;
  SlipChip *chip = slip_day_cell_find_chip (cell, release);
  if (chip == NULL || !gtk_widget_grab_focus (GTK_WIDGET (chip)))
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  return TRUE;
}

/* Closed by a key, it leaves the focus to nobody in particular: back to its
 * day, which may be another than it was opened for. */
static void
popover_closed_cb (SlipDayPopover *popover, SlipMonthGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL &&
      (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (popover)) ||
       gtk_widget_is_ancestor (GTK_WIDGET (self), focus)))
    slip_month_grid_focus_date (self, slip_day_popover_get_date (popover));
}

void
slip_month_grid_open_day (SlipMonthGrid *self, SlipDate date)
{
  g_return_if_fail (SLIP_IS_MONTH_GRID (self));

  if (slip_month_grid_get_cell (self, date) == NULL)
    return;
  if (self->popover == NULL) {
    self->popover = slip_day_popover_new ();
    gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    g_signal_connect (self->popover, "closed", G_CALLBACK (popover_closed_cb),
                      self);
  }

  show_day (self, date);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

void
slip_month_grid_open_stages (SlipMonthGrid *self, SlipDate date)
{
  g_return_if_fail (SLIP_IS_MONTH_GRID (self));

  slip_month_grid_open_day (self, date);
  if (self->popover != NULL)
    slip_day_popover_focus_stages (SLIP_DAY_POPOVER (self->popover));
}

void
slip_month_grid_hover (SlipMonthGrid *self, const char *release, SlipDate date)
{
  g_return_if_fail (SLIP_IS_MONTH_GRID (self));

  gboolean is_same_release = g_strcmp0 (release, self->hovering) == 0;
  if (is_same_release && slip_date_equal (date, self->hovered))
    return;

  SlipDayCell *old = slip_month_grid_get_cell (self, self->hovered);
  SlipDayCell *new = slip_month_grid_get_cell (self, date);
  if (old != NULL)
    slip_day_cell_set_hovered (old, FALSE);
  if (new != NULL)
    slip_day_cell_set_hovered (new, TRUE);
  if (!is_same_release) {
    g_free (self->hovering);
    self->hovering = g_strdup (release);
  }
  self->hovered = date;
  g_signal_emit (self, signals[HOVER_CHANGED], 0, self->hovering, date.day);
}

SlipMonthStages *
slip_month_grid_get_stages (SlipMonthGrid *self)
{
  return self->stages;
}

const SlipMonthLayout *
slip_month_grid_get_layout (SlipMonthGrid *self)
{
  return &self->layout;
}
