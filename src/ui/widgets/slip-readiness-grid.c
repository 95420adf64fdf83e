/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-grid.h"

#include "slip-popover-focus.h"
#include "slip-readiness-asker.h"
#include "slip-readiness-headings.h"
#include "slip-readiness-keys.h"

#define HEADING_PAD_PX 7
#define TITLE_PAD_PX   2
#define STEP_PX        48
#define NATURAL_PX     600

struct _SlipReadinessGrid {
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  gboolean is_configuring;       /* the adjustments are set by us */
  SlipPlanState *state;
  SlipMatrix *matrix;
  SlipMatrixLayout *layout;
  int layout_width_px;
  int layout_height_px;
  SlipMatrixScroll scroll;
  char *selected;

  GHashTable *cells; /* key of a cell → SlipReadinessCell in use */
  GPtrArray *spare_cells;
  GPtrArray *spare_titles;
  GPtrArray *headings; /* of GtkLabel: the first column's, then the others' */

  /* What the focus was on last, for the Tab key. */
  char *release;
  char *audience;
};

enum {
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (SlipReadinessGrid,
                               slip_readiness_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      NULL))

static gboolean
is_rtl (SlipReadinessGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static const SlipRow *
get_audience (SlipReadinessGrid *self, int column)
{
  return self->matrix->audiences->pdata[column];
}

/* The column of a place: in a list only the audiences with a checklist count.
 */
static int
find_column (SlipReadinessGrid *self, SlipMatrixPlace place)
{
  const SlipMatrixRow *row =
    slip_matrix_get_row (self->matrix, (guint) place.row);
  int cell = 0;

  if (place.cell == 0 || !slip_matrix_layout_is_list (self->layout))
    return place.cell - 1;
  for (guint i = 0; i < self->matrix->audiences->len; i++)
    if (row->checklists[i] && ++cell == place.cell)
      return (int) i;

  g_assert_not_reached ();
}

static SlipMatrixPlace
find_place (SlipReadinessGrid *self, const char *release, const char *audience)
{
  SlipMatrixPlace place = SLIP_MATRIX_NOWHERE;
  int column;

  if (!self->layout || !release)
    return place;
  place.row = slip_matrix_find_row (self->matrix, release);
  if (place.row < 0)
    return SLIP_MATRIX_NOWHERE;
  place.cell = 0;
  if (!audience)
    return place;
  column = slip_matrix_find_column (self->matrix, audience);
  if (column < 0)
    return SLIP_MATRIX_NOWHERE;
  for (int i = 1; i <= slip_matrix_layout_count_cells (self->layout, place.row);
       i++) {
    place.cell = i;
    if (find_column (self, place) == column)
      return place;
  }
  return SLIP_MATRIX_NOWHERE;
}

static char *
dup_key (SlipReadinessGrid *self, SlipMatrixPlace place)
{
  const SlipMatrixRow *row =
    slip_matrix_get_row (self->matrix, (guint) place.row);
  int column = find_column (self, place);

  return g_strdup_printf ("%s/%s", slip_row_get_id (row->release),
                          column < 0
                            ? ""
                            : slip_row_get_id (get_audience (self, column)));
}

/* Cells lie below titles, and both below the names of the columns. */
static SlipReadinessCell *
take_cell (SlipReadinessGrid *self, gboolean is_title)
{
  GPtrArray *spare = is_title ? self->spare_titles : self->spare_cells;
  GtkWidget *cell;

  if (spare->len > 0) {
    cell = g_ptr_array_steal_index_fast (spare, spare->len - 1);
    gtk_widget_set_child_visible (cell, TRUE);
    return SLIP_READINESS_CELL (cell);
  }
  cell = slip_readiness_cell_new ();
  if (is_title)
    gtk_widget_insert_before (cell, GTK_WIDGET (self),
                              self->headings->pdata[0]);
  else
    gtk_widget_insert_after (cell, GTK_WIDGET (self), NULL);
  return SLIP_READINESS_CELL (cell);
}

static void
put_aside (SlipReadinessGrid *self, SlipReadinessCell *cell)
{
  gboolean is_title = !slip_readiness_cell_get_audience (cell);

  gtk_widget_set_child_visible (GTK_WIDGET (cell), FALSE);
  g_ptr_array_add (is_title ? self->spare_titles : self->spare_cells, cell);
}

static void
fill_cell (SlipReadinessGrid *self,
           SlipReadinessCell *cell,
           SlipMatrixPlace place)
{
  const SlipMatrixRow *row =
    slip_matrix_get_row (self->matrix, (guint) place.row);
  int column = find_column (self, place);
  SlipReadinessCellContent content = {
    .state = self->state,
    .today = self->matrix->spec.today,
    .row = row,
    .audience = column < 0 ? NULL : get_audience (self, column),
    .checklist = column < 0 ? NULL : row->checklists[column],
    .is_listed = slip_matrix_layout_is_list (self->layout),
  };

  slip_readiness_cell_set_content (cell, &content);
  slip_readiness_cell_set_selected (
    cell, column < 0 &&
            g_strcmp0 (self->selected, slip_row_get_id (row->release)) == 0);
}

static SlipReadinessCell *
bind_cell (SlipReadinessGrid *self,
           GHashTable *old,
           SlipMatrixPlace place,
           gboolean is_news)
{
  g_autofree char *key = dup_key (self, place);
  SlipReadinessCell *cell = g_hash_table_lookup (old, key);

  if (!cell)
    cell = g_hash_table_lookup (self->cells, key);
  else
    g_hash_table_remove (old, key);
  if (!cell) {
    cell = take_cell (self, place.cell == 0);
    fill_cell (self, cell, place);
  } else if (is_news)
    fill_cell (self, cell, place);
  slip_readiness_cell_set_place (cell, place);
  g_hash_table_insert (self->cells, g_steal_pointer (&key), cell);
  return cell;
}

static void
bind_row (SlipReadinessGrid *self, GHashTable *old, int row, gboolean is_news)
{
  for (int i = 0; i <= slip_matrix_layout_count_cells (self->layout, row);
       i++) {
    SlipMatrixPlace place = { row, i };

    if (slip_rect_overlaps (slip_matrix_layout_get_cell (self->layout, place,
                                                         self->scroll),
                            slip_matrix_layout_get_view (self->layout, i == 0)))
      bind_cell (self, old, place, is_news);
  }
}

/* The cell with the focus keeps it where it is scrolled out of sight. */
static void
keep_focused (SlipReadinessGrid *self, GHashTable *old, gboolean is_news)
{
  SlipReadinessCell *cell = slip_readiness_grid_get_focused (self);
  SlipMatrixPlace place;

  if (!cell)
    return;
  place = find_place (self, slip_readiness_cell_get_release (cell),
                      slip_readiness_cell_get_audience (cell));
  if (place.row >= 0)
    bind_cell (self, old, place, is_news);
}

/* Gives what is in sight a widget, and what has left it none.  @is_news:
 * whether those that stay may have to show something else. */
static void
bind_cells (SlipReadinessGrid *self, gboolean is_news)
{
  g_autoptr (GHashTable) old = self->cells;
  GHashTableIter iter;
  gpointer cell;
  int n_rows = 0;
  int first;

  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self->layout) {
    first = slip_matrix_layout_find_rows (self->layout, self->scroll, &n_rows);
    keep_focused (self, old, is_news);
    for (int row = first; row < first + n_rows; row++)
      bind_row (self, old, row, is_news);
  }
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    put_aside (self, cell);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static SlipMatrixLayout *
new_layout (SlipReadinessGrid *self, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_rows = self->matrix->rows->len;
  g_autofree int *n_cells = g_new0 (int, n_rows);
  int line_px = slip_readiness_cell_get_height (widget, FALSE);
  SlipMatrixSizes sizes = {
    .width_px = width,
    .height_px = height,
    .is_rtl = is_rtl (self),
    .cell_px = line_px,
    .title_px = line_px + TITLE_PAD_PX,
    .listed_cell_px = slip_readiness_cell_get_height (widget, TRUE),
  };

  gtk_widget_measure (self->headings->pdata[0], GTK_ORIENTATION_VERTICAL, -1,
                      NULL, &sizes.heading_px, NULL, NULL);
  sizes.heading_px += HEADING_PAD_PX;
  for (guint i = 0; i < n_rows; i++)
    for (guint k = 0; k < self->matrix->audiences->len; k++)
      n_cells[i] +=
        slip_matrix_get_row (self->matrix, i)->checklists[k] ? 1 : 0;
  return slip_matrix_layout_new (&sizes, (int) self->matrix->audiences->len,
                                 n_cells, (int) n_rows);
}

static void
configure (SlipReadinessGrid *self,
           GtkOrientation orientation,
           double value,
           double whole,
           double page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment)
    gtk_adjustment_configure (adjustment, value, 0, whole, STEP_PX, page * 0.9,
                              page);
}

/* Tells the scrollbars where it is.  They count from the left. */
static void
tell_scroll (SlipReadinessGrid *self)
{
  int width = self->layout_width_px;
  int whole = slip_matrix_layout_get_width (self->layout);
  int start = self->scroll.start_px;

  self->is_configuring = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL,
             is_rtl (self) ? whole - width - start : start, whole, width);
  configure (self, GTK_ORIENTATION_VERTICAL, self->scroll.top_px,
             slip_matrix_layout_get_height (self->layout),
             self->layout_height_px);
  self->is_configuring = FALSE;
}

static void
lay_out (SlipReadinessGrid *self, int width, int height, gboolean is_news)
{
  gboolean was_list = self->layout && slip_matrix_layout_is_list (self->layout);

  g_clear_pointer (&self->layout, slip_matrix_layout_free);
  if (!self->matrix || width <= 0)
    return;
  self->layout = new_layout (self, width, height);
  self->layout_width_px = width;
  self->layout_height_px = height;
  self->scroll = slip_matrix_layout_clamp (self->layout, self->scroll);
  tell_scroll (self);
  bind_cells (self,
              is_news || was_list != slip_matrix_layout_is_list (self->layout));
}

static void
set_scroll (SlipReadinessGrid *self, SlipMatrixScroll scroll)
{
  self->scroll = slip_matrix_layout_clamp (self->layout, scroll);
  tell_scroll (self);
  bind_cells (self, FALSE);
}

static void
scrolled_cb (GtkAdjustment *adjustment, SlipReadinessGrid *self)
{
  SlipMatrixScroll scroll = self->scroll;
  int value = (int) gtk_adjustment_get_value (adjustment);

  if (self->is_configuring || !self->layout)
    return;
  if (adjustment == self->adjustments[GTK_ORIENTATION_VERTICAL])
    scroll.top_px = value;
  else
    scroll.start_px = is_rtl (self)
                        ? slip_matrix_layout_get_width (self->layout) -
                            self->layout_width_px - value
                        : value;
  set_scroll (self, scroll);
}

static void
place_child (GtkWidget *child, SlipRect rect)
{
  GtkAllocation allocation = { rect.x, rect.y, rect.width, rect.height };

  gtk_widget_set_child_visible (child, !slip_rect_is_empty (rect));
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  if (!slip_rect_is_empty (rect))
    gtk_widget_size_allocate (child, &allocation, -1);
}

static void
slip_readiness_grid_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline)
{
  SlipReadinessGrid *self = SLIP_READINESS_GRID (widget);
  GHashTableIter iter;
  gpointer cell;

  if (!self->layout || width != self->layout_width_px ||
      height != self->layout_height_px)
    lay_out (self, width, height, FALSE);
  if (!self->layout)
    return;
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    place_child (cell, slip_matrix_layout_get_cell (
                         self->layout, slip_readiness_cell_get_place (cell),
                         self->scroll));
  for (guint i = 0; i < self->headings->len; i++)
    place_child (self->headings->pdata[i],
                 slip_matrix_layout_get_heading (self->layout, (int) i - 1,
                                                 self->scroll));
  for (GtkWidget *child = gtk_widget_get_last_child (widget);
       child && GTK_IS_POPOVER (child);
       child = gtk_widget_get_prev_sibling (child))
    gtk_popover_present (GTK_POPOVER (child));
}

static void
slip_readiness_grid_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = 0;
  *natural = NATURAL_PX;
}

static void
snapshot_children (SlipReadinessGrid *self,
                   GtkSnapshot *snapshot,
                   gboolean is_title)
{
  SlipRect view = slip_matrix_layout_get_view (self->layout, is_title);
  GHashTableIter iter;
  gpointer cell;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (view.x, view.y, view.width,
                                               view.height));
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    if (is_title == !slip_readiness_cell_get_audience (cell))
      gtk_widget_snapshot_child (GTK_WIDGET (self), cell, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
slip_readiness_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipReadinessGrid *self = SLIP_READINESS_GRID (widget);
  SlipRect view;

  if (!self->layout)
    return;
  snapshot_children (self, snapshot, FALSE);
  snapshot_children (self, snapshot, TRUE);
  if (slip_matrix_layout_is_list (self->layout))
    return;
  gtk_widget_snapshot_child (widget, self->headings->pdata[0], snapshot);
  view = slip_matrix_layout_get_view (self->layout, FALSE);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (view.x, 0, view.width, view.y));
  for (guint i = 1; i < self->headings->len; i++)
    gtk_widget_snapshot_child (widget, self->headings->pdata[i], snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
note_focus (SlipReadinessGrid *self, SlipReadinessCell *cell)
{
  g_free (self->release);
  g_free (self->audience);
  self->release = g_strdup (slip_readiness_cell_get_release (cell));
  self->audience = g_strdup (slip_readiness_cell_get_audience (cell));
}

static gboolean
focus_place (SlipReadinessGrid *self, SlipMatrixPlace place)
{
  g_autofree char *key = NULL;
  SlipReadinessCell *cell;

  set_scroll (self,
              slip_matrix_layout_reveal (self->layout, place, self->scroll));
  key = dup_key (self, place);
  cell = g_hash_table_lookup (self->cells, key);
  if (!cell)
    return FALSE;
  note_focus (self, cell);
  return gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* One tab stop: the cell that had the focus last. */
static gboolean
slip_readiness_grid_focus_cell (GtkWidget *widget, GtkDirectionType direction)
{
  SlipReadinessGrid *self = SLIP_READINESS_GRID (widget);
  SlipMatrixPlace place;

  if (slip_popover_focus_move (widget, direction))
    return TRUE;
  if (gtk_widget_get_focus_child (widget) || !self->layout ||
      self->matrix->rows->len == 0)
    return FALSE;
  place = find_place (self, self->release, self->audience);
  return focus_place (self, place.row >= 0 ? place : (SlipMatrixPlace){ 0, 0 });
}

static void
assign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  slip_readiness_asker_ask_again (SLIP_READINESS_GRID (widget));
}

static void
slip_readiness_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SlipReadinessGrid *self = SLIP_READINESS_GRID (widget);

  GTK_WIDGET_CLASS (slip_readiness_grid_parent_class)
    ->css_changed (widget, change);

  self->layout_width_px = -1;
  gtk_widget_queue_resize (widget);
}

static void
slip_readiness_grid_direction_changed (GtkWidget *widget,
                                       GtkTextDirection previous)
{
  SLIP_READINESS_GRID (widget)->layout_width_px = -1;
  gtk_widget_queue_resize (widget);
}

static void
set_adjustment (SlipReadinessGrid *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  GtkAdjustment **held = &self->adjustments[orientation];

  if (*held)
    g_signal_handlers_disconnect_by_func (*held, scrolled_cb, self);
  g_set_object (held, adjustment);
  if (!adjustment)
    return;
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (scrolled_cb),
                    self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
slip_readiness_grid_set_property (GObject *object,
                                  guint id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  SlipReadinessGrid *self = SLIP_READINESS_GRID (object);

  if (id == PROP_HADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_HORIZONTAL,
                    g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
}

static void
slip_readiness_grid_get_property (GObject *object,
                                  guint id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  SlipReadinessGrid *self = SLIP_READINESS_GRID (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (
      value,
      self->adjustments[id == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL
                                               : GTK_ORIENTATION_VERTICAL]);
  else
    g_value_set_enum (value, GTK_SCROLL_MINIMUM);
}

static void
slip_readiness_grid_dispose (GObject *object)
{
  SlipReadinessGrid *self = SLIP_READINESS_GRID (object);
  GtkWidget *child;

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_hash_table_remove_all (self->cells);
  g_ptr_array_set_size (self->spare_cells, 0);
  g_ptr_array_set_size (self->spare_titles, 0);
  g_ptr_array_set_size (self->headings, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (slip_readiness_grid_parent_class)->dispose (object);
}

static void
slip_readiness_grid_finalize (GObject *object)
{
  SlipReadinessGrid *self = SLIP_READINESS_GRID (object);

  g_hash_table_unref (self->cells);
  g_ptr_array_unref (self->spare_cells);
  g_ptr_array_unref (self->spare_titles);
  g_ptr_array_unref (self->headings);
  g_clear_pointer (&self->layout, slip_matrix_layout_free);
  g_clear_pointer (&self->matrix, slip_matrix_free);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->selected);
  g_free (self->release);
  g_free (self->audience);

  G_OBJECT_CLASS (slip_readiness_grid_parent_class)->finalize (object);
}

static void
slip_readiness_grid_class_init (SlipReadinessGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = slip_readiness_grid_set_property;
  object_class->get_property = slip_readiness_grid_get_property;
  object_class->dispose = slip_readiness_grid_dispose;
  object_class->finalize = slip_readiness_grid_finalize;
  widget_class->measure = slip_readiness_grid_measure;
  widget_class->size_allocate = slip_readiness_grid_size_allocate;
  widget_class->snapshot = slip_readiness_grid_snapshot;
  widget_class->focus = slip_readiness_grid_focus_cell;
  widget_class->css_changed = slip_readiness_grid_css_changed;
  widget_class->direction_changed = slip_readiness_grid_direction_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT,
                                    "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT,
                                    "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY,
                                    "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY,
                                    "vscroll-policy");
  gtk_widget_class_install_action (widget_class, "readiness.assign", NULL,
                                   assign_action);
  gtk_widget_class_set_css_name (widget_class, "readinessgrid");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
slip_readiness_grid_init (SlipReadinessGrid *self)
{
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spare_cells = g_ptr_array_new ();
  self->spare_titles = g_ptr_array_new ();
  self->headings = g_ptr_array_new ();
  slip_readiness_headings_name (self->headings, GTK_WIDGET (self), NULL);
  slip_readiness_asker_add (self);
  slip_readiness_keys_add (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
slip_readiness_grid_new (void)
{
  return g_object_new (SLIP_TYPE_READINESS_GRID, NULL);
}

/* What had the focus has it again, or what is in its row now. */
static void
restore_focus (SlipReadinessGrid *self,
               const char *release,
               const char *audience,
               int row)
{
  if (!self->layout || self->matrix->rows->len == 0 ||
      slip_readiness_grid_focus (self, release, audience) ||
      slip_readiness_grid_focus (self, release, NULL))
    return;
  focus_place (self, (SlipMatrixPlace){
                       MIN (row, (int) self->matrix->rows->len - 1), 0 });
}

void
slip_readiness_grid_set_matrix (SlipReadinessGrid *self,
                                const SlipPlanState *state,
                                SlipMatrix *matrix)
{
  g_autofree char *release = NULL;
  g_autofree char *audience = NULL;
  SlipReadinessCell *focused;
  int row = 0;

  g_return_if_fail (SLIP_IS_READINESS_GRID (self));

  focused = slip_readiness_grid_get_focused (self);
  if (focused) {
    release = g_strdup (slip_readiness_cell_get_release (focused));
    audience = g_strdup (slip_readiness_cell_get_audience (focused));
    row = slip_readiness_cell_get_place (focused).row;
  }
  g_clear_pointer (&self->matrix, slip_matrix_free);
  self->matrix = matrix;
  slip_plan_state_ref (state);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = (SlipPlanState *) state;
  slip_readiness_headings_name (self->headings, GTK_WIDGET (self),
                                matrix->audiences);
  lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)),
           gtk_widget_get_height (GTK_WIDGET (self)), TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (release)
    restore_focus (self, release, audience, row);
}

void
slip_readiness_grid_set_selected (SlipReadinessGrid *self, const char *release)
{
  GHashTableIter iter;
  gpointer cell;

  g_return_if_fail (SLIP_IS_READINESS_GRID (self));

  g_free (self->selected);
  self->selected = g_strdup (release);
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    slip_readiness_cell_set_selected (
      cell, !slip_readiness_cell_get_audience (cell) &&
              g_strcmp0 (slip_readiness_cell_get_release (cell), release) == 0);
}

gboolean
slip_readiness_grid_focus (SlipReadinessGrid *self,
                           const char *release,
                           const char *audience)
{
  SlipMatrixPlace place;

  g_return_val_if_fail (SLIP_IS_READINESS_GRID (self), FALSE);

  place = find_place (self, release, audience);
  return place.row >= 0 && focus_place (self, place);
}

SlipReadinessCell *
slip_readiness_grid_get_focused (SlipReadinessGrid *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (SLIP_IS_READINESS_GRID (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root ? gtk_root_get_focus (root) : NULL;
  if (!focus || !SLIP_IS_READINESS_CELL (focus) ||
      gtk_widget_get_parent (focus) != GTK_WIDGET (self))
    return NULL;
  return SLIP_READINESS_CELL (focus);
}

SlipReadinessCell *
slip_readiness_grid_find_cell (SlipReadinessGrid *self, double x, double y)
{
  SlipMatrixPlace place;
  g_autofree char *key = NULL;

  g_return_val_if_fail (SLIP_IS_READINESS_GRID (self), NULL);

  if (!self->layout)
    return NULL;
  place = slip_matrix_layout_find_place (self->layout, x, y, self->scroll);
  if (place.row < 0)
    return NULL;
  key = dup_key (self, place);
  return g_hash_table_lookup (self->cells, key);
}

const SlipMatrix *
slip_readiness_grid_get_matrix (SlipReadinessGrid *self)
{
  g_return_val_if_fail (SLIP_IS_READINESS_GRID (self), NULL);

  return self->matrix;
}

const SlipPlanState *
slip_readiness_grid_get_state (SlipReadinessGrid *self)
{
  g_return_val_if_fail (SLIP_IS_READINESS_GRID (self), NULL);

  return self->state;
}

gboolean
slip_readiness_grid_go_to (SlipReadinessGrid *self, SlipMatrixPlace place)
{
  g_return_val_if_fail (SLIP_IS_READINESS_GRID (self), FALSE);

  return self->layout && focus_place (self, place);
}

const SlipMatrixLayout *
slip_readiness_grid_get_layout (SlipReadinessGrid *self)
{
  g_return_val_if_fail (SLIP_IS_READINESS_GRID (self), NULL);

  return self->layout;
}

guint
slip_readiness_grid_count_cells (SlipReadinessGrid *self)
{
  g_return_val_if_fail (SLIP_IS_READINESS_GRID (self), 0);

  return g_hash_table_size (self->cells);
}
