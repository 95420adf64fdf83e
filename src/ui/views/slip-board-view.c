/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-board-view.h"

#include "slip-actions.h"
#include "slip-board-column.h"
#include "slip-board-columns.h"
#include "slip-control-name.h"
#include "slip-edge-scroll.h"
#include "slip-release-index.h"

#include <glib/gi18n-lib.h>

/* What is left to be seen around a card that is scrolled to. */
#define MARGIN_PX 12
/* Below this only one column has room. */
#define NARROW_PX 520
/* How long a dragged card rests on an arrow before it turns to the next
 * column. */
#define DWELL_MS 450

struct _SlipBoardView {
  GtkWidget parent_instance;

  SlipPlanState *state;
  SlipQuery *query;
  SlipDate today;
  SlipBoardGrouping grouping;
  SlipBoardColumn *by_status[SLIP_N_STATUSES];
  SlipStatus current; /* the column shown when narrow */
  gboolean is_narrow;
  gboolean is_dragging;
  gboolean is_filling; /* the switcher is set by us */
  guint narrow_idle;
  guint reveal_tick;
  guint dwell;
  int dwell_direction;

  GtkWidget *box;
  SlipBoardColumns *columns;
  GtkWidget *next;
  GtkWidget *previous;
  GtkScrolledWindow *scroller;
  GtkDropDown *switcher;
  GtkLabel *group_label;
  GtkMenuButton *group_button;
};

static void view_init (SlipViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlipBoardView,
                               slip_board_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SLIP_TYPE_VIEW,
                                                      view_init))

enum {
  PROP_GROUP = 1,
  N_PROPERTIES,
};

static const char *const group_nicks[] = { "none", "product", "tier", NULL };

/* Whether a column has its place on the board, seen or not. */
static gboolean
is_available (SlipBoardView *self, int status)
{
  if (status < 0 || status >= SLIP_N_STATUSES)
    return FALSE;
  return status <= SLIP_STATUS_RELEASED || self->is_dragging ||
         slip_board_column_get_n_releases (self->by_status[status]) > 0;
}

/* The next available column in @direction, or -1. */
static int
find_neighbor (SlipBoardView *self, int status, int direction)
{
  do
    status += direction;
  while (status >= 0 && status < SLIP_N_STATUSES &&
         !is_available (self, status));

  return status >= 0 && status < SLIP_N_STATUSES ? status : -1;
}

static void
fill_switcher (SlipBoardView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < SLIP_N_STATUSES; i++) {
    if (!is_available (self, i))
      continue;
    if (i == self->current)
      selected = g_list_model_get_n_items (G_LIST_MODEL (names));
    gtk_string_list_append (names, slip_status_get_label (i));
  }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->switcher, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->switcher, selected);
  self->is_filling = FALSE;
}

static void
show_columns (SlipBoardView *self)
{
  if (!is_available (self, self->current))
    self->current = SLIP_STATUS_PLANNED;
  for (guint i = 0; i < SLIP_N_STATUSES; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->by_status[i]),
                            is_available (self, i) &&
                              (!self->is_narrow || i == self->current));
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), self->is_narrow);
  gtk_widget_set_visible (self->previous, self->is_narrow);
  gtk_widget_set_visible (self->next, self->is_narrow);
  fill_switcher (self);
  gtk_widget_set_sensitive (self->previous,
                            find_neighbor (self, (int) self->current, -1) >= 0);
  gtk_widget_set_sensitive (self->next,
                            find_neighbor (self, (int) self->current, 1) >= 0);
}

static void
set_current (SlipBoardView *self, SlipStatus status)
{
  if (self->current == status)
    return;
  self->current = status;
  if (self->is_narrow)
    show_columns (self);
}

static void
switcher_selected_cb (GtkDropDown *switcher,
                      GParamSpec *pspec,
                      SlipBoardView *self)
{
  guint index = gtk_drop_down_get_selected (switcher);

  if (self->is_filling)
    return;
  for (guint i = 0; i < SLIP_N_STATUSES; i++)
    if (is_available (self, i) && index-- == 0) {
      set_current (self, i);
      return;
    }
}

static void
go (SlipBoardView *self, int direction)
{
  int status = find_neighbor (self, (int) self->current, direction);

  if (status >= 0)
    set_current (self, (SlipStatus) status);
}

static void
set_dragging (SlipBoardView *self, gboolean is_dragging)
{
  if (self->is_dragging == is_dragging)
    return;
  self->is_dragging = is_dragging;
  slip_board_columns_set_is_held (self->columns, is_dragging);
  if (!is_dragging)
    for (guint i = 0; i < SLIP_N_STATUSES; i++)
      slip_board_column_clear_hover (self->by_status[i]);
  show_columns (self);
}

static SlipCard *
find_focused_card (SlipBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!focus || !SLIP_IS_CARD (focus) ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return SLIP_CARD (focus);
}

static SlipBoardColumn *
find_column (SlipCard *card)
{
  GtkWidget *column =
    gtk_widget_get_ancestor (GTK_WIDGET (card), SLIP_TYPE_BOARD_COLUMN);

  return SLIP_BOARD_COLUMN (column);
}

static void
select_focused (SlipBoardView *self)
{
  SlipCard *card = find_focused_card (self);

  if (card)
    gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_SELECT, "s",
                                slip_card_get_release (card));
}

/* To the card beside the focused one, over empty columns. */
static void
focus_across (SlipBoardView *self, SlipBoardColumn *from, int direction)
{
  int index = slip_board_column_get_focused (from);
  int status = (int) slip_board_column_get_status (from);

  do
    status = find_neighbor (self, status, direction);
  while (status >= 0 &&
         slip_board_column_get_n_releases (self->by_status[status]) == 0);
  if (status < 0)
    return;
  set_current (self, (SlipStatus) status);
  slip_board_column_focus_nth (self->by_status[status], index);
  select_focused (self);
}

static void
move_across (SlipBoardView *self, SlipCard *card, int direction)
{
  int status =
    find_neighbor (self,
                   (int) slip_board_column_get_status (find_column (card)),
                   direction);

  if (status >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_STATUS, "(ss)",
                                slip_card_get_release (card),
                                slip_status_get_nick ((SlipStatus) status));
}

static void
move_within (SlipBoardView *self, SlipCard *card, int direction)
{
  SlipBoardColumn *column = find_column (card);
  const char *release = slip_card_get_release (card);
  SlipBoardPlace place =
    slip_board_column_find_step (column, release, direction);

  if (!place.is_noop)
    gtk_widget_activate_action (
      GTK_WIDGET (self), SLIP_ACTION_PLACE, "(ssss)", release,
      slip_status_get_nick (slip_board_column_get_status (column)),
      place.before ? place.before : "", place.after ? place.after : "");
}

static gboolean
handle_key (SlipBoardView *self, SlipCard *card, guint key, gboolean is_control)
{
  SlipBoardColumn *column = find_column (card);
  int index = slip_board_column_get_focused (column);
  int right =
    gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
      right = -right;
    if (is_control)
      move_across (self, card, right);
    else
      focus_across (self, column, right);
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    right = key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1 : 1;
    if (is_control) {
      move_within (self, card, right);
      return TRUE;
    }
    slip_board_column_focus_nth (column, MAX (0, index + right));
    break;
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    slip_board_column_focus_nth (column, 0);
    break;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    slip_board_column_focus_nth (column, G_MAXINT);
    break;
  default:
    return FALSE;
  }

  select_focused (self);
  return TRUE;
}

static gboolean
handle_command (SlipBoardView *self,
                SlipCard *card,
                guint key,
                GdkModifierType modifiers)
{
  const char *action = NULL;

  switch (key) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_ISO_Enter:
    action = SLIP_ACTION_OPEN;
    break;
  case GDK_KEY_space:
  case GDK_KEY_KP_Space:
    action = SLIP_ACTION_SELECT;
    break;
  case GDK_KEY_Delete:
  case GDK_KEY_KP_Delete:
    action = SLIP_ACTION_DELETE;
    break;
  case GDK_KEY_Menu:
  case GDK_KEY_F10:
    if (key == GDK_KEY_F10 && !(modifiers & GDK_SHIFT_MASK))
      return FALSE;
    slip_card_show_menu (card);
    return TRUE;
  default:
    return FALSE;
  }

  return gtk_widget_activate_action (GTK_WIDGET (self), action, "s",
                                     slip_card_get_release (card));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipBoardView *self)
{
  GdkModifierType held =
    modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);
  SlipCard *card = find_focused_card (self);

  if (!card)
    return FALSE;
  if (held == 0 || held == GDK_CONTROL_MASK)
    if (handle_key (self, card, key, held == GDK_CONTROL_MASK))
      return TRUE;
  if (held == 0 || held == GDK_SHIFT_MASK)
    return handle_command (self, card, key, modifiers);
  return FALSE;
}

static gboolean
dwell_cb (gpointer data)
{
  SlipBoardView *self = data;

  go (self, self->dwell_direction);
  if (find_neighbor (self, (int) self->current, self->dwell_direction) >= 0)
    return G_SOURCE_CONTINUE;
  self->dwell = 0;
  return G_SOURCE_REMOVE;
}

static void
arrow_enter_cb (GtkDropControllerMotion *motion,
                double x,
                double y,
                SlipBoardView *self)
{
  GtkWidget *arrow =
    gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));

  self->dwell_direction = arrow == self->next ? 1 : -1;
  if (self->dwell == 0)
    self->dwell = g_timeout_add (DWELL_MS, dwell_cb, self);
}

static void
arrow_leave_cb (GtkDropControllerMotion *motion, SlipBoardView *self)
{
  g_clear_handle_id (&self->dwell, g_source_remove);
}

static void
begin_drag_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_dragging (SLIP_BOARD_VIEW (widget), TRUE);
}

static void
end_drag_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlipBoardView *self = SLIP_BOARD_VIEW (widget);

  g_clear_handle_id (&self->dwell, g_source_remove);
  set_dragging (self, FALSE);
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (SLIP_BOARD_VIEW (widget), g_variant_get_int32 (parameter));
}

/* One look at every release, however many columns there are. */
static void
tell_releases (SlipBoardView *self)
{
  GPtrArray *by_status[SLIP_N_STATUSES];
  guint n = 0;
  const SlipReleaseEntry *entries =
    slip_release_index_list (slip_plan_state_get_index (self->state), &n);

  for (guint i = 0; i < SLIP_N_STATUSES; i++)
    by_status[i] = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    if (entries[i].anchor == SLIP_ANCHOR_RELEASE)
      g_ptr_array_add (by_status[entries[i].status],
                       (gpointer) entries[i].release);
  for (guint i = 0; i < SLIP_N_STATUSES; i++) {
    slip_board_column_set_releases (self->by_status[i], by_status[i]);
    g_ptr_array_unref (by_status[i]);
  }
}

static void
show_plan (SlipBoardView *self)
{
  if (!self->state)
    return;
  tell_releases (self);
  for (guint i = 0; i < SLIP_N_STATUSES; i++)
    slip_board_column_set_plan (self->by_status[i], self->state, self->query,
                                self->today, self->grouping);
  show_columns (self);
}

/* The focus follows the card; where the card is gone, the next one gets it. */
static void
restore_focus (SlipBoardView *self,
               const char *release,
               SlipStatus status,
               int index)
{
  SlipCard *card = find_focused_card (self);

  if (!release ||
      (card && g_strcmp0 (slip_card_get_release (card), release) == 0))
    return;
  if (!slip_view_focus_release (SLIP_VIEW (self), release))
    slip_board_column_focus_nth (self->by_status[status], index);
}

static void
slip_board_view_set_plan (SlipView *view,
                          const SlipPlanState *state,
                          const SlipQuery *query,
                          SlipDate today)
{
  SlipBoardView *self = SLIP_BOARD_VIEW (view);
  SlipCard *card = find_focused_card (self);
  g_autofree char *release = NULL;
  SlipStatus status = SLIP_STATUS_PLANNED;
  int index = -1;

  if (card) {
    SlipBoardColumn *column = find_column (card);

    release = g_strdup (slip_card_get_release (card));
    status = slip_board_column_get_status (column);
    index = slip_board_column_get_focused (column);
  }
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  g_clear_pointer (&self->query, slip_query_unref);
  self->query = slip_query_ref ((SlipQuery *) query);
  self->today = today;
  show_plan (self);
  restore_focus (self, release, status, index);
}

static void
slip_board_view_set_selected (SlipView *view, const char *release)
{
  SlipBoardView *self = SLIP_BOARD_VIEW (view);

  for (guint i = 0; i < SLIP_N_STATUSES; i++)
    slip_board_column_set_selected (self->by_status[i], release);
}

/* A board has no periods. */
static void
slip_board_view_go (SlipView *view, int direction)
{
}

static void
scroll_to (GtkWidget *widget, GtkScrolledWindow *scroller, int margin_px)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (scroller);
  GtkWidget *content = gtk_widget_get_first_child (viewport);
  graphene_rect_t area;

  if (!gtk_widget_compute_bounds (widget, content, &area))
    return;
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (scroller),
                             area.origin.x - margin_px,
                             area.origin.x + area.size.width + margin_px);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (scroller),
                             area.origin.y - margin_px,
                             area.origin.y + area.size.height + margin_px);
}

/* A card that is new has no place yet when it gets the focus, so it is brought
 * into sight in the frame after it has got one. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SlipBoardView *self = SLIP_BOARD_VIEW (widget);
  SlipCard *card = find_focused_card (self);
  GtkWidget *scroller =
    card ? gtk_widget_get_ancestor (GTK_WIDGET (card), GTK_TYPE_SCROLLED_WINDOW)
         : NULL;

  if (scroller && gtk_widget_get_width (GTK_WIDGET (card)) == 0)
    return G_SOURCE_CONTINUE;
  if (scroller) {
    scroll_to (GTK_WIDGET (card), GTK_SCROLLED_WINDOW (scroller), MARGIN_PX);
    scroll_to (GTK_WIDGET (find_column (card)), self->scroller, MARGIN_PX);
  }
  self->reveal_tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
slip_board_view_focus_release (SlipView *view, const char *release)
{
  SlipBoardView *self = SLIP_BOARD_VIEW (view);
  const SlipRow *row =
    self->state && release
      ? slip_plan_state_get (self->state, SLIP_KIND_RELEASE, release)
      : NULL;
  SlipStatus status;

  if (!row)
    return FALSE;
  status = slip_release_get_status (row);
  if (is_available (self, (int) status))
    set_current (self, status);
  if (!slip_board_column_focus_release (self->by_status[status], release))
    return FALSE;
  if (self->reveal_tick == 0)
    self->reveal_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
  return TRUE;
}

static gboolean
slip_board_view_focus_content (SlipView *view)
{
  return gtk_widget_child_focus (GTK_WIDGET (SLIP_BOARD_VIEW (view)->columns),
                                 GTK_DIR_TAB_FORWARD) ||
         gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
}

static void
view_init (SlipViewInterface *iface)
{
  iface->set_plan = slip_board_view_set_plan;
  iface->set_selected = slip_board_view_set_selected;
  iface->go = slip_board_view_go;
  iface->focus_release = slip_board_view_focus_release;
  iface->focus_content = slip_board_view_focus_content;
}

static void
slip_board_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SlipBoardView *self = SLIP_BOARD_VIEW (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static gboolean
become_narrow_cb (gpointer data)
{
  SlipBoardView *self = data;

  self->narrow_idle = 0;
  self->is_narrow = !self->is_narrow;
  show_columns (self);
  return G_SOURCE_REMOVE;
}

/* What is shown must not change while places are given out. */
static void
slip_board_view_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  SlipBoardView *self = SLIP_BOARD_VIEW (widget);

  if ((width < NARROW_PX) == self->is_narrow)
    g_clear_handle_id (&self->narrow_idle, g_source_remove);
  else if (self->narrow_idle == 0)
    self->narrow_idle =
      g_idle_add_full (GTK_PRIORITY_RESIZE - 1, become_narrow_cb, self, NULL);
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

static void
show_grouping (SlipBoardView *self)
{
  const char *const labels[] = { _ ("Group by…"), _ ("By Product"),
                                 _ ("By Tier") };

  gtk_label_set_text (self->group_label, labels[self->grouping]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  labels[self->grouping], -1);
}

static void
slip_board_view_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  SlipBoardView *self = SLIP_BOARD_VIEW (object);
  const char *nick = g_value_get_string (value);

  g_assert (id == PROP_GROUP);
  for (guint i = 0; nick && group_nicks[i]; i++) {
    if (!g_str_equal (nick, group_nicks[i]) || self->grouping == i)
      continue;
    self->grouping = i;
    show_grouping (self);
    show_plan (self);
    g_object_notify_by_pspec (object, pspec);
    return;
  }
}

static void
slip_board_view_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  g_assert (id == PROP_GROUP);
  g_value_set_string (value, group_nicks[SLIP_BOARD_VIEW (object)->grouping]);
}

static void
slip_board_view_dispose (GObject *object)
{
  SlipBoardView *self = SLIP_BOARD_VIEW (object);

  g_clear_handle_id (&self->narrow_idle, g_source_remove);
  g_clear_handle_id (&self->dwell, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_board_view_parent_class)->dispose (object);
}

static void
slip_board_view_finalize (GObject *object)
{
  SlipBoardView *self = SLIP_BOARD_VIEW (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_clear_pointer (&self->query, slip_query_unref);

  G_OBJECT_CLASS (slip_board_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (SLIP_TYPE_BOARD_COLUMNS);
  gtk_widget_class_set_template_from_resource (
    klass, "/io/github/slipway_planner/Slipway/slip-board-view.ui");
  gtk_widget_class_bind_template_child (klass, SlipBoardView, box);
  gtk_widget_class_bind_template_child (klass, SlipBoardView, columns);
  gtk_widget_class_bind_template_child (klass, SlipBoardView, next);
  gtk_widget_class_bind_template_child (klass, SlipBoardView, previous);
  gtk_widget_class_bind_template_child (klass, SlipBoardView, scroller);
  gtk_widget_class_bind_template_child (klass, SlipBoardView, switcher);
  gtk_widget_class_bind_template_child (klass, SlipBoardView, group_label);
  gtk_widget_class_bind_template_child (klass, SlipBoardView, group_button);
  gtk_widget_class_bind_template_callback (klass, switcher_selected_cb);
}

static void
slip_board_view_class_init (SlipBoardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = slip_board_view_set_property;
  object_class->get_property = slip_board_view_get_property;
  object_class->dispose = slip_board_view_dispose;
  object_class->finalize = slip_board_view_finalize;
  widget_class->measure = slip_board_view_measure;
  widget_class->size_allocate = slip_board_view_size_allocate;

  g_object_class_install_property (
    object_class, PROP_GROUP,
    g_param_spec_string ("group", NULL, NULL, "none",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                           G_PARAM_EXPLICIT_NOTIFY));
  gtk_widget_class_set_css_name (widget_class, "board");
  gtk_widget_class_install_property_action (widget_class, "board.group",
                                            "group");
  gtk_widget_class_install_action (widget_class, "board.begin-drag", "s",
                                   begin_drag_action);
  gtk_widget_class_install_action (widget_class, "board.end-drag", NULL,
                                   end_drag_action);
  gtk_widget_class_install_action (widget_class, "board.go", "i", go_action);
  bind_template (widget_class);
}

static void
add_arrow_dwell (SlipBoardView *self, GtkWidget *arrow)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (arrow_enter_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (arrow_leave_cb), self);
  gtk_widget_add_controller (arrow, motion);
}

static void
slip_board_view_init (SlipBoardView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  slip_control_name_set (GTK_WIDGET (self->switcher),
                         gtk_widget_get_tooltip_text (
                           GTK_WIDGET (self->switcher)));
  for (guint i = 0; i < SLIP_N_STATUSES; i++) {
    GtkWidget *column = slip_board_column_new (i);

    slip_board_columns_append (self->columns, column);
    self->by_status[i] = SLIP_BOARD_COLUMN (column);
  }
  slip_edge_scroll_add (self->scroller);
  add_arrow_dwell (self, self->previous);
  add_arrow_dwell (self, self->next);
  /* Before the scrolled windows, which would scroll by these keys. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  show_grouping (self);
  show_columns (self);
}

GtkWidget *
slip_board_view_new (void)
{
  return g_object_new (SLIP_TYPE_BOARD_VIEW, NULL);
}
