/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-calendar-view.h"

#include "slip-actions.h"
#include "slip-calendar-span.h"
#include "slip-chip.h"
#include "slip-day-cell.h"
#include "slip-day-list.h"
#include "slip-edge-scroll.h"
#include "slip-limits.h"
#include "slip-month-grid.h"
#include "slip-move.h"
#include "slip-page-turner.h"
#include "slip-preview-card.h"
#include "slip-stage-move.h"
#include "slip-tray.h"
#include "slip-view.h"
#include "slip-weekday-header.h"

struct _SlipCalendarView {
  GtkWidget parent_instance;

  SlipCalendarIndex *index;
  SlipDate today;
  SlipCalendarSpan span;
  SlipCalendarSpan weeks_span; /* what the grid has, seen or not */
  char *dropped;               /* gets the focus once it has moved */
  char *awaited;    /* hovers, and its preview waits for its checklists */
  SlipDate hovered; /* the day it hovers over; unset over the tray */
  SlipDate origin;  /* what was shown when the drag began */
  SlipPageTurner *turner;

  GtkOverlay *overlay;
  GtkButton *previous_button;
  GtkButton *next_button;
  GtkLabel *title;
  GtkMenuButton *span_button;
  GtkStack *stack;
  GtkWidget *weeks;
  SlipDayList *agenda;
  SlipWeekdayHeader *header;
  GtkScrolledWindow *scroller;
  SlipMonthGrid *grid;
  SlipTray *tray;
  SlipPreviewCard *card;
};

static void view_init (SlipViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlipCalendarView,
                               slip_calendar_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SLIP_TYPE_VIEW,
                                                      view_init))

enum {
  PROP_SPAN = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* The release whose chip on the grid or in the tray has the focus, or NULL. */
static char *
dup_focused_release (SlipCalendarView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!SLIP_IS_CHIP (focus) ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL ||
      slip_chip_get_anchor (SLIP_CHIP (focus)) != SLIP_ANCHOR_RELEASE)
    return NULL;
  return g_strdup (slip_chip_get_release (SLIP_CHIP (focus)));
}

static gboolean
shows_agenda (SlipCalendarView *self)
{
  return self->span == SLIP_SPAN_AGENDA;
}

static gboolean
focus_release (SlipCalendarView *self, const char *release)
{
  gboolean is_focused = shows_agenda (self)
                          ? slip_day_list_focus_release (self->agenda, release)
                          : slip_month_grid_focus_release (self->grid, release);

  return is_focused || slip_tray_focus_release (self->tray, release);
}

static gboolean
focus_content (SlipCalendarView *self)
{
  return gtk_widget_child_focus (shows_agenda (self) ? GTK_WIDGET (self->agenda)
                                                     : GTK_WIDGET (self->grid),
                                 GTK_DIR_TAB_FORWARD);
}

/* Only what is to be seen is filled. */
static void
fill (SlipCalendarView *self)
{
  if (self->index == NULL)
    return;
  if (shows_agenda (self))
    slip_day_list_set_plan (self->agenda, self->index, self->today);
  else
    slip_month_grid_set_plan (self->grid, self->index, self->today);
}

static void show_awaited (SlipCalendarView *self);

static void
slip_calendar_view_set_plan (SlipView *view,
                             const SlipPlanState *state,
                             const SlipQuery *query,
                             SlipDate today)
{
  SlipCalendarView *self = SLIP_CALENDAR_VIEW (view);
  g_autofree char *focused = self->dropped != NULL
                               ? g_steal_pointer (&self->dropped)
                               : dup_focused_release (self);
  g_autoptr (SlipCalendarIndex) index =
    slip_calendar_index_new (state, query, today);

  slip_preview_card_hide (self->card);
  slip_tray_set_plan (self->tray, index);
  g_clear_pointer (&self->index, slip_calendar_index_unref);
  self->index = g_steal_pointer (&index);
  self->today = today;
  fill (self);

  /* The chip shows another release now: the focus stays with the release. */
  if (focused != NULL && !focus_release (self, focused))
    focus_content (self);
  show_awaited (self);
}

static void
slip_calendar_view_set_selected (SlipView *view, const char *release)
{
  SlipCalendarView *self = SLIP_CALENDAR_VIEW (view);

  slip_month_grid_set_selected (self->grid, release);
  slip_day_list_set_selected (self->agenda, release);
  slip_tray_set_selected (self->tray, release);
}

/* Of a quarter @date is in the first row, which may be scrolled away. */
static void
show_date (SlipCalendarView *self, SlipDate date)
{
  slip_month_grid_show_date (self->grid, date);
  if (self->span == SLIP_SPAN_QUARTER)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scroller),
                              0);
}

static void
slip_calendar_view_go (SlipView *view, int direction)
{
  SlipCalendarView *self = SLIP_CALENDAR_VIEW (view);

  if (shows_agenda (self) && direction != 0)
    slip_day_list_go (self->agenda, direction);
  else if (shows_agenda (self))
    slip_day_list_begin_with (self->agenda, self->today);
  else if (direction != 0)
    slip_month_grid_go (self->grid, direction);
  else
    show_date (self, self->today);
}

/* Returns: whether @date was there already, as a row of a quarter. */
static gboolean
scroll_to_date (SlipCalendarView *self, SlipDate date)
{
  SlipRect rect =
    slip_month_layout_get_day_rect (slip_month_grid_get_layout (self->grid),
                                    date);

  if (self->span != SLIP_SPAN_QUARTER || slip_rect_is_empty (rect))
    return FALSE;
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (
                               self->scroller),
                             rect.y, rect.y + rect.height);
  return TRUE;
}

static void
slip_calendar_view_go_to_date (SlipView *view, SlipDate date)
{
  SlipCalendarView *self = SLIP_CALENDAR_VIEW (view);

  if (shows_agenda (self))
    slip_day_list_show_date (self->agenda, date);
  else if (!scroll_to_date (self, date))
    show_date (self, date);
}

static gboolean
slip_calendar_view_focus_release (SlipView *view, const char *release)
{
  return focus_release (SLIP_CALENDAR_VIEW (view), release);
}

static gboolean
slip_calendar_view_focus_content (SlipView *view)
{
  return focus_content (SLIP_CALENDAR_VIEW (view));
}

static void
view_init (SlipViewInterface *iface)
{
  iface->set_plan = slip_calendar_view_set_plan;
  iface->set_selected = slip_calendar_view_set_selected;
  iface->go = slip_calendar_view_go;
  iface->go_to_date = slip_calendar_view_go_to_date;
  iface->focus_release = slip_calendar_view_focus_release;
  iface->focus_content = slip_calendar_view_focus_content;
}

static SlipRect
find_place (SlipCalendarView *self, GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self->overlay), &bounds))
    return (SlipRect){ 0 };
  return (SlipRect){ (int) bounds.origin.x, (int) bounds.origin.y,
                     (int) bounds.size.width, (int) bounds.size.height };
}

/* Tells beside @place, which stands for @day, what @move would do; as soon as
 * the checklists of the release are in memory. */
static void
show_preview (SlipCalendarView *self,
              const SlipMove *move,
              GtkWidget *place,
              SlipDate day)
{
  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (self), self->today);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipPreview) preview =
    slip_preview_new (slip_calendar_index_get_state (self->index),
                      move->release, slip_move_run, move, &context, &error);

  if (preview == NULL) {
    g_debug ("No preview: %s", error->message);
    slip_preview_card_hide (self->card);
    if (g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_LOADED)) {
      self->awaited = g_strdup (move->release);
      self->hovered = day;
      gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_LOAD_PARTS,
                                  "s", move->release);
    }
    return;
  }
  slip_preview_card_show (self->card, preview, find_place (self, place));
}

/* @place: (nullable): what stands for @date */
static void
hover_over_day (SlipCalendarView *self,
                const char *release,
                GtkWidget *place,
                SlipDate date)
{
  SlipDate old;

  g_clear_pointer (&self->awaited, g_free);
  if (release == NULL || place == NULL ||
      !slip_calendar_index_find (self->index, release, &old) ||
      slip_date_equal (old, date)) {
    slip_preview_card_hide (self->card);
    return;
  }

  g_autoptr (SlipMove) move =
    slip_move_new_to_day (slip_calendar_index_get_state (self->index), release,
                          date, 0, self->today);
  show_preview (self, move, place, date);
}

static void
grid_hover_changed_cb (SlipMonthGrid *grid,
                       const char *release,
                       int day,
                       SlipCalendarView *self)
{
  SlipDate date = { day };
  SlipDayCell *cell = slip_month_grid_get_cell (grid, date);

  hover_over_day (self, release, cell != NULL ? GTK_WIDGET (cell) : NULL, date);
}

static void
agenda_hover_changed_cb (SlipDayList *list,
                         const char *release,
                         int day,
                         SlipCalendarView *self)
{
  SlipDate date = { day };

  hover_over_day (self, release,
                  slip_date_is_set (date) ? slip_day_list_find_day (list, date)
                                          : NULL,
                  date);
}

/* A rollout stage that is dragged over the days. */
static void
stage_hover_changed_cb (SlipMonthGrid *grid,
                        const char *stage,
                        int first,
                        int last,
                        SlipCalendarView *self)
{
  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (self), self->today);
  SlipRange to = { { first }, { last } };
  SlipDayCell *cell = slip_month_grid_get_cell (grid, to.first);
  g_autoptr (SlipStageMove) move = NULL;
  g_autoptr (SlipPreview) preview = NULL;

  if (stage != NULL) {
    move = slip_stage_move_new (stage, to, self->today);
    preview =
      slip_stage_move_preview (slip_calendar_index_get_state (self->index),
                               move, &context, NULL);
  }
  if (preview == NULL)
    slip_preview_card_hide (self->card);
  else
    slip_preview_card_show (self->card, preview,
                            find_place (self, cell != NULL
                                                ? GTK_WIDGET (cell)
                                                : GTK_WIDGET (grid)));
}

static void
tray_hover_changed_cb (SlipTray *tray,
                       const char *release,
                       SlipCalendarView *self)
{
  SlipDate old;

  g_clear_pointer (&self->awaited, g_free);
  if (release == NULL ||
      !slip_calendar_index_find (self->index, release, &old)) {
    slip_preview_card_hide (self->card);
    return;
  }

  g_autoptr (SlipMove) move =
    slip_move_new (release, SLIP_UNSCHEDULED, 0, self->today);
  show_preview (self, move, GTK_WIDGET (tray), SLIP_DATE_NONE);
}

/* The plan is another: what could not be told before may be now. */
static void
show_awaited (SlipCalendarView *self)
{
  g_autofree char *release = g_steal_pointer (&self->awaited);

  if (release == NULL)
    return;
  if (slip_date_is_set (self->hovered) && shows_agenda (self))
    agenda_hover_changed_cb (self->agenda, release, self->hovered.day, self);
  else if (slip_date_is_set (self->hovered))
    grid_hover_changed_cb (self->grid, release, self->hovered.day, self);
  else
    tray_hover_changed_cb (self->tray, release, self);
}

static void
dropped_cb (GtkWidget *widget, const char *release, SlipCalendarView *self)
{
  g_free (self->dropped);
  self->dropped = g_strdup (release);
  self->origin = SLIP_DATE_NONE;
}

/* Pages that were turned during a drag turn back if nothing was dropped. */
static void
drag_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlipCalendarView *self = SLIP_CALENDAR_VIEW (widget);

  if (g_variant_get_boolean (parameter)) {
    self->origin = slip_month_grid_get_shown (self->grid);
    return;
  }

  slip_page_turner_set_direction (self->turner, 0);
  slip_month_grid_show_date (self->grid, self->origin);
  self->origin = SLIP_DATE_NONE;
}

static void
go_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  slip_view_go (SLIP_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
turn_cb (int direction, gpointer data)
{
  slip_month_grid_go (SLIP_CALENDAR_VIEW (data)->grid, direction);
}

static void
button_enter_cb (GtkDropControllerMotion *motion,
                 double x,
                 double y,
                 SlipCalendarView *self)
{
  GtkWidget *button =
    gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));

  slip_page_turner_set_direction (
    self->turner, button == GTK_WIDGET (self->next_button) ? 1 : -1);
}

static void
button_leave_cb (GtkDropControllerMotion *motion, SlipCalendarView *self)
{
  slip_page_turner_set_direction (self->turner, 0);
}

/* A release that is dragged onto the button can go to another month. */
static void
turn_while_dragging (SlipCalendarView *self, GtkButton *button)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (button_enter_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (button_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (button), motion);
}

/* The days that the weeks show, without those of the months beside. */
static SlipRange
get_weeks_range (SlipCalendarView *self)
{
  SlipDate shown = slip_month_grid_get_shown (self->grid);

  if (self->weeks_span != SLIP_SPAN_MONTH || !slip_date_is_set (shown))
    return slip_month_grid_get_range (self->grid);
  return slip_range_new (slip_date_get_month_start (shown),
                         slip_date_get_month_end (shown));
}

/* The agenda goes on with what the weeks showed, the present or the page that
 * was turned to. */
static void
enter_agenda (SlipCalendarView *self)
{
  SlipRange range = get_weeks_range (self);

  slip_day_list_begin_with (self->agenda,
                            slip_range_is_empty (range) ||
                                slip_range_contains (range, self->today)
                              ? self->today
                              : range.first);
}

/* And the weeks with what the agenda showed. */
static void
enter_weeks (SlipCalendarView *self, gboolean was_agenda)
{
  SlipDate shown = slip_day_list_get_shown (self->agenda);

  self->weeks_span = self->span;
  slip_day_list_forget_plan (self->agenda);
  slip_month_grid_set_span (self->grid, self->span);
  if (was_agenda && slip_date_is_set (shown) &&
      !slip_range_contains (get_weeks_range (self), shown))
    slip_month_grid_show_date (self->grid, shown);
}

static void
update_title (SlipCalendarView *self)
{
  g_autofree char *title = NULL;

  g_object_get (shows_agenda (self) ? (gpointer) self->agenda : self->grid,
                "title", &title, NULL);
  gtk_label_set_label (self->title, title != NULL ? title : "");
}

/* The stack would hand the focus on from what goes to what comes next to it. */
static void
show_page (SlipCalendarView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean had_focus =
    gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL &&
    root != NULL;

  if (had_focus)
    gtk_root_set_focus (root, NULL);
  gtk_stack_set_visible_child (self->stack, shows_agenda (self)
                                              ? GTK_WIDGET (self->agenda)
                                              : self->weeks);
  fill (self);
  if (had_focus)
    focus_content (self);
}

static void
set_span (SlipCalendarView *self, const char *nick)
{
  SlipCalendarSpan span = SLIP_SPAN_MONTH;
  gboolean was_agenda = shows_agenda (self);

  slip_calendar_span_parse (nick, &span);
  if (span == self->span)
    return;
  self->span = span;
  gtk_menu_button_set_label (self->span_button,
                             slip_calendar_span_get_label (span));
  gtk_widget_set_visible (GTK_WIDGET (self->header), span == SLIP_SPAN_QUARTER);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                              self->scroller),
                            0);
  if (shows_agenda (self))
    enter_agenda (self);
  else
    enter_weeks (self, was_agenda);
  show_page (self);
  update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPAN]);
}

static void
slip_calendar_view_get_property (GObject *object,
                                 guint id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  switch (id) {
  case PROP_SPAN:
    g_value_set_string (value, slip_calendar_span_get_nick (
                                 SLIP_CALENDAR_VIEW (object)->span));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
slip_calendar_view_set_property (GObject *object,
                                 guint id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (id) {
  case PROP_SPAN:
    set_span (SLIP_CALENDAR_VIEW (object), g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
slip_calendar_view_dispose (GObject *object)
{
  SlipCalendarView *self = SLIP_CALENDAR_VIEW (object);

  g_clear_pointer (&self->turner, slip_page_turner_free);
  self->card = NULL;
  g_clear_pointer ((GtkWidget **) &self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->index, slip_calendar_index_unref);

  G_OBJECT_CLASS (slip_calendar_view_parent_class)->dispose (object);
}

static void
slip_calendar_view_finalize (GObject *object)
{
  g_free (SLIP_CALENDAR_VIEW (object)->dropped);
  g_free (SLIP_CALENDAR_VIEW (object)->awaited);

  G_OBJECT_CLASS (slip_calendar_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    klass, "/io/github/slipway_planner/Slipway/slip-calendar-view.ui");
  gtk_widget_class_bind_template_child (klass, SlipCalendarView, overlay);
  gtk_widget_class_bind_template_child (klass, SlipCalendarView,
                                        previous_button);
  gtk_widget_class_bind_template_child (klass, SlipCalendarView, next_button);
  gtk_widget_class_bind_template_child (klass, SlipCalendarView, title);
  gtk_widget_class_bind_template_child (klass, SlipCalendarView, span_button);
  gtk_widget_class_bind_template_child (klass, SlipCalendarView, stack);
  gtk_widget_class_bind_template_child (klass, SlipCalendarView, weeks);
  gtk_widget_class_bind_template_child (klass, SlipCalendarView, agenda);
  gtk_widget_class_bind_template_child (klass, SlipCalendarView, header);
  gtk_widget_class_bind_template_child (klass, SlipCalendarView, scroller);
  gtk_widget_class_bind_template_child (klass, SlipCalendarView, grid);
  gtk_widget_class_bind_template_child (klass, SlipCalendarView, tray);
  gtk_widget_class_bind_template_callback (klass, agenda_hover_changed_cb);
  gtk_widget_class_bind_template_callback (klass, dropped_cb);
  gtk_widget_class_bind_template_callback (klass, grid_hover_changed_cb);
  gtk_widget_class_bind_template_callback (klass, stage_hover_changed_cb);
  gtk_widget_class_bind_template_callback (klass, tray_hover_changed_cb);
}

static void
slip_calendar_view_class_init (SlipCalendarViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = slip_calendar_view_get_property;
  object_class->set_property = slip_calendar_view_set_property;
  object_class->dispose = slip_calendar_view_dispose;
  object_class->finalize = slip_calendar_view_finalize;

  properties[PROP_SPAN] =
    g_param_spec_string ("span", NULL, NULL,
                         slip_calendar_span_get_nick (SLIP_SPAN_MONTH),
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                           G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (SLIP_TYPE_DAY_LIST);
  g_type_ensure (SLIP_TYPE_MONTH_GRID);
  g_type_ensure (SLIP_TYPE_TRAY);
  g_type_ensure (SLIP_TYPE_WEEKDAY_HEADER);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "calendarview");
  gtk_widget_class_install_action (widget_class, "calendar.go", "i",
                                   go_action_cb);
  gtk_widget_class_install_action (widget_class, "calendar.drag", "b",
                                   drag_action_cb);
  gtk_widget_class_install_property_action (widget_class, "calendar.span",
                                            "span");
}

static void
slip_calendar_view_init (SlipCalendarView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->today = self->origin = SLIP_DATE_NONE;
  self->turner = slip_page_turner_new (turn_cb, self);
  self->card = slip_preview_card_new (self->overlay);
  slip_weekday_header_set_grid (self->header, self->grid);
  slip_edge_scroll_add (self->scroller);
  g_signal_connect_object (self->grid, "notify::title",
                           G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agenda, "notify::title",
                           G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  turn_while_dragging (self, self->previous_button);
  turn_while_dragging (self, self->next_button);
}

GtkWidget *
slip_calendar_view_new (void)
{
  return g_object_new (SLIP_TYPE_CALENDAR_VIEW, NULL);
}

SlipRange
slip_calendar_view_get_range (SlipCalendarView *self)
{
  g_return_val_if_fail (SLIP_IS_CALENDAR_VIEW (self),
                        slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE));
  return shows_agenda (self) ? slip_day_list_get_range (self->agenda)
                             : slip_month_grid_get_range (self->grid);
}

SlipDate
slip_calendar_view_find_kept_date (SlipCalendarView *self)
{
  g_return_val_if_fail (SLIP_IS_CALENDAR_VIEW (self), SLIP_DATE_NONE);

  SlipRange range = slip_calendar_view_get_range (self);
  SlipDate first = slip_day_list_get_first (self->agenda);
  if (shows_agenda (self))
    return slip_date_equal (first, self->today) ? SLIP_DATE_NONE : first;
  if (!slip_date_is_set (self->today) ||
      slip_range_contains (range, self->today))
    return SLIP_DATE_NONE;
  return self->span == SLIP_SPAN_QUARTER
           ? range.first
           : slip_date_add_days (range.first,
                                 slip_range_get_length (range) / 2);
}
