/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-view.h"

#include "slip-control-name.h"
#include "slip-edge-scroll.h"
#include "slip-matrix.h"
#include "slip-now.h"
#include "slip-people-strip.h"
#include "slip-readiness-grid.h"

#include <glib/gi18n-lib.h>

struct _SlipReadinessView {
  GtkWidget parent_instance;

  SlipPlanState *state;
  SlipQuery *query;
  SlipDate today;
  int n_days;
  gboolean is_only_gaps;
  gboolean is_filling; /* the drop-down is set by us */
  gboolean is_narrow;
  guint narrow_idle;
  guint focus_tick;

  GtkWidget *box;
  GtkWidget *bar;
  GtkLabel *summary;
  GtkWidget *unowned_button;
  GtkLabel *unowned_label;
  GtkDropDown *window_drop_down;
  SlipPeopleStrip *strip;
  GtkWidget *hint;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  SlipReadinessGrid *grid;
};

enum {
  PROP_IS_ONLY_GAPS = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* The windows, in the order of the drop-down in the .ui. */
static const int windows[] = { 14, 28, 42, 91, SLIP_MATRIX_ALL };

static void view_init (SlipViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlipReadinessView,
                               slip_readiness_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SLIP_TYPE_VIEW,
                                                      view_init))

static char *
dup_window (SlipReadinessView *self)
{
  int n_weeks = self->n_days / 7;

  if (self->n_days == SLIP_MATRIX_ALL)
    return g_strdup (_ ("all open releases"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "next %d week",
                                       "next %d weeks", (gulong) n_weeks),
                          n_weeks);
}

static char *
dup_unowned (const SlipMatrix *matrix)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u checklist without an owner",
                                       "%u checklists without an owner",
                                       matrix->n_unowned),
                          matrix->n_unowned);
}

/* The count of what nobody owns opens into the list of that. */
/* (nullable) */
static char *
dup_disagreements (const SlipMatrix *matrix)
{
  if (matrix->n_disagreements == 0)
    return NULL;
  /* Translators: how often a status feed says something else than the plan. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u contradicted by a feed",
                                       "%u contradicted by feeds",
                                       matrix->n_disagreements),
                          matrix->n_disagreements);
}

static void
show_summary (SlipReadinessView *self, const SlipMatrix *matrix)
{
  g_autofree char *window = dup_window (self);
  g_autofree char *releases =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u release", "%u releases",
                                  matrix->rows->len),
                     matrix->rows->len);
  g_autofree char *unowned = dup_unowned (matrix);
  g_autofree char *disagreements = dup_disagreements (matrix);
  g_autofree char *text =
    g_strjoin (" · ", window, releases, disagreements, NULL);

  gtk_label_set_text (self->summary, text);
  gtk_label_set_text (self->unowned_label, unowned);
  slip_control_name_set (self->unowned_button, unowned);
  gtk_widget_set_visible (self->unowned_button, matrix->n_unowned > 0);
}

static const char *
find_page (SlipReadinessView *self, const SlipMatrix *matrix)
{
  if (matrix->rows->len > 0)
    return "matrix";
  return self->is_only_gaps ? "ready" : "none";
}

static void
show_plan (SlipReadinessView *self)
{
  SlipMatrixSpec spec = { self->today, self->n_days, self->is_only_gaps,
                          slip_now_get (GTK_WIDGET (self), self->today).at_ms };
  SlipMatrix *matrix;

  if (!self->state)
    return;
  matrix = slip_matrix_new (self->state, self->query, &spec);
  show_summary (self, matrix);
  gtk_stack_set_visible_child_name (self->stack, find_page (self, matrix));
  gtk_widget_set_visible (self->hint, matrix->rows->len > 0 &&
                                        !slip_matrix_has_checklists (matrix));
  slip_people_strip_set_plan (self->strip, self->state);
  slip_readiness_grid_set_matrix (self->grid, self->state, matrix);
}

static void
fit (SlipReadinessView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar),
                                  self->is_narrow ? GTK_ORIENTATION_VERTICAL
                                                  : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), !self->is_narrow);
}

static gboolean
become_narrow_cb (gpointer data)
{
  SlipReadinessView *self = data;

  self->narrow_idle = 0;
  self->is_narrow = !self->is_narrow;
  fit (self);
  return G_SOURCE_REMOVE;
}

/* What is shown must not change while places are given out. */
static void
slip_readiness_view_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline)
{
  SlipReadinessView *self = SLIP_READINESS_VIEW (widget);

  if (slip_matrix_layout_is_narrow (width) == self->is_narrow)
    g_clear_handle_id (&self->narrow_idle, g_source_remove);
  else if (self->narrow_idle == 0)
    self->narrow_idle =
      g_idle_add_full (GTK_PRIORITY_RESIZE - 1, become_narrow_cb, self, NULL);
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

static void
slip_readiness_view_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  gtk_widget_measure (SLIP_READINESS_VIEW (widget)->box, orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
window_selected_cb (GtkDropDown *drop_down,
                    GParamSpec *pspec,
                    SlipReadinessView *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->is_filling || selected >= G_N_ELEMENTS (windows))
    return;
  self->n_days = windows[selected];
  show_plan (self);
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  slip_readiness_view_set_n_days (SLIP_READINESS_VIEW (widget),
                                  SLIP_MATRIX_ALL);
}

static void
slip_readiness_view_set_plan (SlipView *view,
                              const SlipPlanState *state,
                              const SlipQuery *query,
                              SlipDate today)
{
  SlipReadinessView *self = SLIP_READINESS_VIEW (view);
  SlipPlanState *held = slip_plan_state_ref (state);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = held;
  g_clear_pointer (&self->query, slip_query_unref);
  self->query = slip_query_ref ((SlipQuery *) query);
  self->today = today;
  show_plan (self);
}

static void
slip_readiness_view_set_selected (SlipView *view, const char *release)
{
  slip_readiness_grid_set_selected (SLIP_READINESS_VIEW (view)->grid, release);
}

static gboolean
focus (SlipReadinessView *self, const char *release)
{
  return (release != NULL &&
          slip_readiness_grid_focus (self->grid, release, NULL)) ||
         gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
}

static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer release)
{
  SlipReadinessView *self = SLIP_READINESS_VIEW (widget);

  if (slip_readiness_grid_get_layout (self->grid) == NULL)
    return G_SOURCE_CONTINUE;
  self->focus_tick = 0;
  if (focus (self, release))
    gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget)),
                                  TRUE);
  return G_SOURCE_REMOVE;
}

/* A view that has just come into sight has no cells before its first frame. */
static gboolean
focus_soon (SlipReadinessView *self, const char *release)
{
  if (self->focus_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_tick);
  self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb,
                                                   g_strdup (release), g_free);
  return TRUE;
}

static gboolean
slip_readiness_view_focus_release (SlipView *view, const char *release)
{
  SlipReadinessView *self = SLIP_READINESS_VIEW (view);

  if (slip_readiness_grid_get_layout (self->grid) == NULL)
    return focus_soon (self, release);
  return slip_readiness_grid_focus (self->grid, release, NULL);
}

static gboolean
slip_readiness_view_focus_content (SlipView *view)
{
  SlipReadinessView *self = SLIP_READINESS_VIEW (view);

  if (slip_readiness_grid_get_layout (self->grid) == NULL)
    return focus_soon (self, NULL);
  return focus (self, NULL);
}

/* A cell is gone to without being selected. */
static const char *
slip_readiness_view_get_focused_release (SlipView *view)
{
  SlipReadinessCell *cell =
    slip_readiness_grid_get_focused (SLIP_READINESS_VIEW (view)->grid);

  return cell != NULL ? slip_readiness_cell_get_release (cell) : NULL;
}

static void
view_init (SlipViewInterface *iface)
{
  iface->set_plan = slip_readiness_view_set_plan;
  iface->set_selected = slip_readiness_view_set_selected;
  iface->focus_release = slip_readiness_view_focus_release;
  iface->focus_content = slip_readiness_view_focus_content;
  iface->get_focused_release = slip_readiness_view_get_focused_release;
}

static void
slip_readiness_view_get_property (GObject *object,
                                  guint id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  g_assert (id == PROP_IS_ONLY_GAPS);
  g_value_set_boolean (value, SLIP_READINESS_VIEW (object)->is_only_gaps);
}

static void
slip_readiness_view_set_property (GObject *object,
                                  guint id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  SlipReadinessView *self = SLIP_READINESS_VIEW (object);
  gboolean is_only_gaps = g_value_get_boolean (value);

  g_assert (id == PROP_IS_ONLY_GAPS);
  if (self->is_only_gaps == is_only_gaps)
    return;
  self->is_only_gaps = is_only_gaps;
  show_plan (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
slip_readiness_view_dispose (GObject *object)
{
  SlipReadinessView *self = SLIP_READINESS_VIEW (object);

  g_clear_handle_id (&self->narrow_idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_readiness_view_parent_class)->dispose (object);
}

static void
slip_readiness_view_finalize (GObject *object)
{
  SlipReadinessView *self = SLIP_READINESS_VIEW (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_clear_pointer (&self->query, slip_query_unref);

  G_OBJECT_CLASS (slip_readiness_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
#define BIND(name)                                                             \
  gtk_widget_class_bind_template_child (klass, SlipReadinessView, name)
  BIND (box);
  BIND (bar);
  BIND (summary);
  BIND (unowned_button);
  BIND (unowned_label);
  BIND (window_drop_down);
  BIND (strip);
  BIND (hint);
  BIND (stack);
  BIND (scroller);
  BIND (grid);
#undef BIND
  gtk_widget_class_bind_template_callback (klass, window_selected_cb);
}

static void
slip_readiness_view_class_init (SlipReadinessViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = slip_readiness_view_get_property;
  object_class->set_property = slip_readiness_view_set_property;
  object_class->dispose = slip_readiness_view_dispose;
  object_class->finalize = slip_readiness_view_finalize;
  widget_class->measure = slip_readiness_view_measure;
  widget_class->size_allocate = slip_readiness_view_size_allocate;
  properties[PROP_IS_ONLY_GAPS] =
    g_param_spec_boolean ("is-only-gaps", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                            G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "readiness");
  gtk_widget_class_install_property_action (widget_class, "readiness.only-gaps",
                                            "is-only-gaps");
  gtk_widget_class_install_action (widget_class, "readiness.show-all", NULL,
                                   show_all_action);
  g_type_ensure (SLIP_TYPE_PEOPLE_STRIP);
  g_type_ensure (SLIP_TYPE_READINESS_GRID);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-readiness-view.ui");
  bind_template (widget_class);
}

static void
slip_readiness_view_init (SlipReadinessView *self)
{
  self->n_days = 42;
  self->today = SLIP_DATE_NONE;
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  slip_control_name_set (GTK_WIDGET (self->window_drop_down),
                         gtk_widget_get_tooltip_text (
                           GTK_WIDGET (self->window_drop_down)));
  gtk_drop_down_set_selected (self->window_drop_down, 2);
  self->is_filling = FALSE;
  slip_edge_scroll_add (self->scroller);
  /* Narrow until there is room: else a narrow window would be made wider. */
  self->is_narrow = TRUE;
  fit (self);
}

GtkWidget *
slip_readiness_view_new (void)
{
  return g_object_new (SLIP_TYPE_READINESS_VIEW, NULL);
}

const char *
slip_readiness_view_get_summary (SlipReadinessView *self)
{
  g_return_val_if_fail (SLIP_IS_READINESS_VIEW (self), NULL);

  return gtk_label_get_text (self->summary);
}

void
slip_readiness_view_set_n_days (SlipReadinessView *self, int n_days)
{
  g_return_if_fail (SLIP_IS_READINESS_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (windows[i] == n_days)
      gtk_drop_down_set_selected (self->window_drop_down, i);
}
