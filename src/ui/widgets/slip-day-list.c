/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-list.h"

#include "slip-date-text.h"
#include "slip-day-drop.h"
#include "slip-day-finder.h"
#include "slip-day-line.h"
#include "slip-day-row.h"
#include "slip-edge-scroll.h"
#include "slip-plain-text.h"
#include "slip-tab-stop.h"

#include <glib/gi18n-lib.h>

/* So many lines are found at a time. */
#define N_LINES 100

/* So near to the end of the list more is found, in heights of what is seen. */
#define N_PAGES_AHEAD 2

#define MAX_WIDTH 860

struct _SlipDayList {
  GtkWidget parent_instance;

  SlipCalendarIndex *index; /* NULL before there is a plan */
  SlipDate today;
  SlipDate first;
  SlipDayFinder finder;
  SlipDate shown; /* of what is in sight at the top */
  char *selected;
  char *title;
  GListStore *lines;
  guint settling; /* the source that looks at what is in sight, or 0 */

  char *hovering;
  SlipDate hovered;
  double hover_x;
  double hover_y;

  /* The focus comes to it as soon as its rows have a place. */
  gboolean is_awaited;
  char *awaited;      /* the release that gets it, or NULL */
  gpointer had_focus; /* what had it when it was asked for; only compared */

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  AdwStatusPage *nothing;
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

G_DEFINE_FINAL_TYPE (SlipDayList, slip_day_list, GTK_TYPE_WIDGET)

static guint
count_lines (SlipDayList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

static SlipDayLine *
get_line (SlipDayList *self, guint i)
{
  return g_list_model_get_item (G_LIST_MODEL (self->lines), i);
}

static SlipDayRow *
get_row (GtkWidget *item)
{
  GtkWidget *row = gtk_widget_get_first_child (item);

  return row != NULL && SLIP_IS_DAY_ROW (row) ? SLIP_DAY_ROW (row) : NULL;
}

/* The row that has the focus, itself or within, or NULL. */
static SlipDayRow *
find_focused (SlipDayList *self)
{
  GtkWidget *item = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return item != NULL ? get_row (item) : NULL;
}

/* The row of the list that shows @line, or NULL if it is far out of sight. */
static GtkWidget *
find_item (SlipDayList *self, SlipDayLine *line)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       item != NULL; item = gtk_widget_get_next_sibling (item)) {
    SlipDayRow *row = get_row (item);

    if (row != NULL && slip_day_row_get_line (row) == line)
      return item;
  }
  return NULL;
}

static void
set_title (SlipDayList *self, SlipDate day)
{
  g_autofree char *title =
    slip_date_dup_text (day, SLIP_DATE_STYLE_MONTH, SLIP_DATE_NONE);

  self->shown = day;
  if (g_strcmp0 (title, self->title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/* The line at that height of what is seen, or NULL. */
static SlipDayLine *
find_line_at (SlipDayList *self, double y)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *item =
    gtk_widget_pick (list, gtk_widget_get_width (list) / 2.0, y,
                     GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

  while (item != NULL && gtk_widget_get_parent (item) != list)
    item = gtk_widget_get_parent (item);
  SlipDayRow *row = item != NULL ? get_row (item) : NULL;
  return row != NULL ? slip_day_row_get_line (row) : NULL;
}

static void
show_title (SlipDayList *self)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  SlipDayLine *top =
    gtk_adjustment_get_value (scroll) > 0 ? find_line_at (self, 4) : NULL;
  g_autoptr (SlipDayLine) first =
    count_lines (self) > 0 ? get_line (self, 0) : NULL;

  set_title (self, top != NULL     ? slip_day_line_get_day (top)
                   : first != NULL ? slip_day_line_get_day (first)
                                   : self->first);
}

static void
grow (SlipDayList *self, guint n, SlipDate until)
{
  guint n_lines = count_lines (self);
  g_autoptr (SlipDayLine) last =
    n_lines > 0 ? get_line (self, n_lines - 1) : NULL;
  g_autoptr (GArray) events = slip_day_finder_find (&self->finder, n, until);
  g_autoptr (GPtrArray) lines = NULL;

  if (events->len == 0)
    return;
  lines = slip_day_line_list (self->index, events,
                              last != NULL ? slip_day_line_get_day (last)
                                           : SLIP_DATE_NONE);
  g_list_store_splice (self->lines, n_lines, 0, lines->pdata, lines->len);
}

static gboolean
settle_cb (gpointer data)
{
  SlipDayList *self = data;
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (scroll);

  self->settling = 0;
  if (self->index == NULL)
    return G_SOURCE_REMOVE;
  show_title (self);
  /* What lies under a pointer that stays still may be another day. */
  if (self->hovering != NULL)
    slip_day_list_hover (self, self->hovering, self->hover_x, self->hover_y);
  if (page > 0 && gtk_adjustment_get_upper (scroll) -
                      gtk_adjustment_get_value (scroll) - page <
                    N_PAGES_AHEAD * page)
    grow (self, N_LINES, SLIP_DATE_NONE);
  return G_SOURCE_REMOVE;
}

/* Not while the list is being laid out. */
static void
scrolled_cb (SlipDayList *self)
{
  if (self->settling == 0)
    self->settling = g_idle_add (settle_cb, self);
}

static void
show_nothing (SlipDayList *self)
{
  g_autofree char *day =
    slip_date_dup_text (self->first, SLIP_DATE_STYLE_MEDIUM, self->today);
  g_autofree char *text = g_strdup_printf (
    slip_calendar_index_is_narrowed (self->index) ||
        slip_calendar_index_get_product (self->index) != NULL
      /* Translators: a day. */
      ? _ ("From %s on there is nothing among what the filter at the side and "
           "the search let through.")
      /* Translators: a day. */
      : _ ("From %s on nothing is planned."),
    day);

  slip_plain_text_set_status_page (self->nothing, _ ("Nothing Ahead"), text);
}

static void
show_stack (SlipDayList *self)
{
  gboolean is_empty = count_lines (self) == 0;

  if (is_empty)
    show_nothing (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    is_empty ? "nothing" : "lines");
  show_title (self);
}

/* Scrolls back while there still are lines with a place to scroll to. */
static void
clear_lines (SlipDayList *self)
{
  if (count_lines (self) > 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scroller),
                              0);
  g_list_store_remove_all (self->lines);
}

/* Another list, from its beginning. */
static void
begin (SlipDayList *self)
{
  self->finder = slip_day_finder_begin (self->index, self->first);
  clear_lines (self);
  grow (self, N_LINES, SLIP_DATE_NONE);
  show_stack (self);
}

/* The same list, of a plan that has changed. */
static void
update (SlipDayList *self)
{
  guint n_lines = count_lines (self);
  g_autoptr (SlipDayLine) last =
    n_lines > 0 ? get_line (self, n_lines - 1) : NULL;
  SlipDate until = last != NULL ? slip_day_line_get_day (last) : SLIP_DATE_NONE;
  gboolean had_focus = find_focused (self) != NULL;
  g_autoptr (GArray) events = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  self->finder = slip_day_finder_begin (self->index, self->first);
  events = slip_day_finder_find (&self->finder, N_LINES, until);
  lines = slip_day_line_list (self->index, events, SLIP_DATE_NONE);
  slip_day_line_update (self->lines, lines);
  show_stack (self);
  if (had_focus && find_focused (self) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
activated_cb (SlipDayList *self, guint position)
{
  g_autoptr (SlipDayLine) line = get_line (self, position);
  GtkWidget *item = line != NULL ? find_item (self, line) : NULL;

  if (item != NULL)
    slip_day_row_open (get_row (item));
}

/* To the end of all, and not of what is found so far. */
static gboolean
key_cb (GtkEventController *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        SlipDayList *self)
{
  if ((key == GDK_KEY_End || key == GDK_KEY_KP_End) && self->index != NULL)
    grow (self, 0, self->finder.last);
  return GDK_EVENT_PROPAGATE;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, slip_day_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, SlipDayList *self)
{
  SlipDayRow *row = SLIP_DAY_ROW (gtk_list_item_get_child (item));
  SlipDayLine *line = gtk_list_item_get_item (item);
  const SlipDayEvent *event = slip_day_line_get_event (line);

  slip_day_row_set_line (row, line);
  gboolean has_stop = slip_day_row_get_stop (row) != NULL;
  slip_day_row_set_selected (row, self->selected);
  slip_day_row_set_hovered (row,
                            slip_date_is_set (self->hovered) &&
                              slip_date_equal (self->hovered,
                                               slip_day_line_get_day (line)));
  /* A row has the focus itself only where nothing in it can. */
  gtk_list_item_set_activatable (item, event != NULL && !has_stop);
  gtk_list_item_set_selectable (item, !has_stop);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (item), "focusable") !=
      NULL)
    g_object_set (item, "focusable", !has_stop, NULL);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  slip_day_row_set_line (SLIP_DAY_ROW (gtk_list_item_get_child (item)), NULL);
}

static gpointer
get_focus (SlipDayList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Whoever went on meanwhile stays where they are. */
static gboolean
give_focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SlipDayList *self = SLIP_DAY_LIST (widget);
  g_autofree char *release = NULL;

  if (gtk_widget_get_width (GTK_WIDGET (self->list)) == 0)
    return G_SOURCE_CONTINUE;
  release = g_steal_pointer (&self->awaited);
  self->is_awaited = FALSE;
  if (get_focus (self) == self->had_focus &&
      (release == NULL || !slip_day_list_focus_release (self, release)))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* Returns: whether it has to be waited for. */
static gboolean
await_focus (SlipDayList *self, const char *release)
{
  if (gtk_widget_get_width (GTK_WIDGET (self->list)) > 0)
    return FALSE;
  g_free (self->awaited);
  self->awaited = g_strdup (release);
  self->had_focus = get_focus (self);
  if (!self->is_awaited)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), give_focus_cb, NULL, NULL);
  self->is_awaited = TRUE;
  return TRUE;
}

static gboolean
slip_day_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SlipDayList *self = SLIP_DAY_LIST (widget);
  gboolean is_tab =
    direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  /* The list would have each of its lines be a stop. */
  if (is_tab && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    return FALSE;
  return count_lines (self) > 0 &&
         (await_focus (self, NULL) ||
          gtk_widget_child_focus (GTK_WIDGET (self->list), direction));
}

static void
slip_day_list_get_property (GObject *object,
                            guint id,
                            GValue *value,
                            GParamSpec *pspec)
{
  g_assert (id == PROP_TITLE);
  g_value_set_string (value, SLIP_DAY_LIST (object)->title);
}

static void
slip_day_list_dispose (GObject *object)
{
  SlipDayList *self = SLIP_DAY_LIST (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->index, slip_calendar_index_unref);

  G_OBJECT_CLASS (slip_day_list_parent_class)->dispose (object);
}

static void
slip_day_list_finalize (GObject *object)
{
  SlipDayList *self = SLIP_DAY_LIST (object);

  g_object_unref (self->lines);
  g_free (self->selected);
  g_free (self->title);
  g_free (self->awaited);
  g_free (self->hovering);

  G_OBJECT_CLASS (slip_day_list_parent_class)->finalize (object);
}

static void
slip_day_list_class_init (SlipDayListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = slip_day_list_get_property;
  object_class->dispose = slip_day_list_dispose;
  object_class->finalize = slip_day_list_finalize;
  widget_class->focus = slip_day_list_focus;
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                           G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_signal_new ("dropped", SLIP_TYPE_DAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[HOVER_CHANGED] =
    g_signal_new ("hover-changed", SLIP_TYPE_DAY_LIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "daylist");
}

static GtkWidget *
new_list (SlipDayList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection =
    gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  slip_tab_stop_make (GTK_WIDGET (self->list));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "day-list");
  gtk_widget_set_name (GTK_WIDGET (self->list), "agenda-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Agenda"),
                                  -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb),
                           self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  return GTK_WIDGET (self->list);
}

static void
add_pages (SlipDayList *self)
{
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *nothing = adw_status_page_new ();

  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp),
                                         MAX_WIDTH);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp),
                                  new_list (self));
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, clamp);
  self->nothing = ADW_STATUS_PAGE (nothing);
  adw_status_page_set_icon_name (self->nothing, "slip-calendar-symbolic");
  gtk_widget_set_name (nothing, "agenda-nothing");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scroller, "lines");
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

static void
slip_day_list_init (SlipDayList *self)
{
  GtkAdjustment *scroll;

  self->today = self->first = self->shown = self->hovered = SLIP_DATE_NONE;
  self->lines = g_list_store_new (SLIP_TYPE_DAY_LINE);
  add_pages (self);
  slip_day_drop_add (self);
  slip_edge_scroll_add (self->scroller);
  scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (scrolled_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
slip_day_list_new (void)
{
  return g_object_new (SLIP_TYPE_DAY_LIST, NULL);
}

void
slip_day_list_set_plan (SlipDayList *self,
                        SlipCalendarIndex *index,
                        SlipDate today)
{
  g_return_if_fail (SLIP_IS_DAY_LIST (self));
  g_return_if_fail (index != NULL && slip_date_is_set (today));

  gboolean is_new = self->index == NULL || !slip_date_is_set (self->first);
  slip_calendar_index_ref (index);
  g_clear_pointer (&self->index, slip_calendar_index_unref);
  self->index = index;
  /* What begins with the present goes on with it. */
  if (!slip_date_is_set (self->first) ||
      slip_date_equal (self->first, self->today)) {
    is_new |= !slip_date_equal (self->first, today);
    self->first = today;
  }
  self->today = today;
  if (is_new)
    begin (self);
  else
    update (self);
}

void
slip_day_list_forget_plan (SlipDayList *self)
{
  g_return_if_fail (SLIP_IS_DAY_LIST (self));

  clear_lines (self);
  g_clear_pointer (&self->index, slip_calendar_index_unref);
}

void
slip_day_list_set_selected (SlipDayList *self, const char *release)
{
  g_return_if_fail (SLIP_IS_DAY_LIST (self));

  char *copy = g_strdup (release);
  g_free (self->selected);
  self->selected = copy;
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       item != NULL; item = gtk_widget_get_next_sibling (item))
    if (get_row (item) != NULL)
      slip_day_row_set_selected (get_row (item), release);
}

void
slip_day_list_begin_with (SlipDayList *self, SlipDate date)
{
  g_return_if_fail (SLIP_IS_DAY_LIST (self));

  if (!slip_date_is_set (date))
    return;
  self->first = date;
  if (self->index != NULL)
    begin (self);
}

/* Brings line @i into sight, so that its row is there. */
static void
scroll_to (SlipDayList *self, guint i)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item",
                              "u", i);
}

void
slip_day_list_show_date (SlipDayList *self, SlipDate date)
{
  g_return_if_fail (SLIP_IS_DAY_LIST (self));

  if (self->index == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      !slip_range_contains (slip_range_new (self->first, self->finder.found),
                            date)) {
    slip_day_list_begin_with (self, date);
    return;
  }
  for (guint i = 0; i < count_lines (self); i++) {
    g_autoptr (SlipDayLine) line = get_line (self, i);

    if (slip_date_is_before (slip_day_line_get_day (line), date))
      continue;
    scroll_to (self, i);
    return;
  }
}

void
slip_day_list_go (SlipDayList *self, int direction)
{
  g_return_if_fail (SLIP_IS_DAY_LIST (self));

  if (slip_date_is_set (self->shown))
    slip_day_list_begin_with (
      self, slip_date_add_months (slip_date_get_month_start (self->shown),
                                  direction));
}

SlipDate
slip_day_list_get_first (SlipDayList *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_LIST (self), SLIP_DATE_NONE);

  return self->first;
}

SlipDate
slip_day_list_get_shown (SlipDayList *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_LIST (self), SLIP_DATE_NONE);

  return self->shown;
}

SlipRange
slip_day_list_get_range (SlipDayList *self)
{
  SlipRange none = { SLIP_DATE_NONE, SLIP_DATE_NONE };

  g_return_val_if_fail (SLIP_IS_DAY_LIST (self), none);

  return self->index != NULL ? slip_range_new (self->first, self->finder.last)
                             : none;
}

static gboolean
focus_line (SlipDayList *self, SlipDayLine *line)
{
  GtkWidget *item = find_item (self, line);
  GtkWidget *stop =
    item != NULL ? slip_day_row_get_stop (get_row (item)) : NULL;

  return item != NULL && gtk_widget_grab_focus (stop != NULL ? stop : item);
}

gboolean
slip_day_list_focus_release (SlipDayList *self, const char *release)
{
  g_return_val_if_fail (SLIP_IS_DAY_LIST (self), FALSE);
  g_return_val_if_fail (release != NULL, FALSE);

  SlipDate date;
  if (self->index == NULL ||
      !slip_calendar_index_find (self->index, release, &date) ||
      !slip_date_is_set (date))
    return FALSE;
  if (slip_date_is_before (date, self->first))
    slip_day_list_begin_with (self, date);
  grow (self, 0, date);
  for (guint i = 0; i < count_lines (self); i++) {
    g_autoptr (SlipDayLine) line = get_line (self, i);

    if (!slip_day_line_is_release (line, release))
      continue;
    if (await_focus (self, release))
      return TRUE;
    if (find_item (self, line) == NULL)
      scroll_to (self, i);
    return focus_line (self, line);
  }
  return FALSE;
}

GListModel *
slip_day_list_get_lines (SlipDayList *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_LIST (self), NULL);

  return G_LIST_MODEL (self->lines);
}

gboolean
slip_day_list_find (SlipDayList *self, const char *release, SlipDate *date)
{
  g_return_val_if_fail (SLIP_IS_DAY_LIST (self), FALSE);

  return self->index != NULL &&
         slip_calendar_index_find (self->index, release, date);
}

SlipDate
slip_day_list_find_day_at (SlipDayList *self, double x, double y)
{
  g_return_val_if_fail (SLIP_IS_DAY_LIST (self), SLIP_DATE_NONE);

  SlipDayLine *line = NULL;
  if (count_lines (self) > 0 &&
      gtk_widget_translate_coordinates (GTK_WIDGET (self),
                                        GTK_WIDGET (self->list), x, y, &x, &y))
    line = find_line_at (self, y);
  return line != NULL && slip_day_line_get_event (line) != NULL
           ? slip_day_line_get_day (line)
           : SLIP_DATE_NONE;
}

/* Its next row of @date from @item (nullable) on. */
static GtkWidget *
find_row_of (GtkWidget *item, SlipDate date)
{
  for (; item != NULL; item = gtk_widget_get_next_sibling (item)) {
    SlipDayRow *row = get_row (item);
    SlipDayLine *line = row != NULL ? slip_day_row_get_line (row) : NULL;

    if (line != NULL && slip_day_line_get_event (line) != NULL &&
        slip_date_equal (slip_day_line_get_day (line), date))
      return GTK_WIDGET (row);
  }
  return NULL;
}

GtkWidget *
slip_day_list_find_day (SlipDayList *self, SlipDate date)
{
  g_return_val_if_fail (SLIP_IS_DAY_LIST (self), NULL);

  return find_row_of (gtk_widget_get_first_child (GTK_WIDGET (self->list)),
                      date);
}

static void
mark_hovered (SlipDayList *self, gboolean is_hovered)
{
  GtkWidget *row = slip_date_is_set (self->hovered)
                     ? slip_day_list_find_day (self, self->hovered)
                     : NULL;

  while (row != NULL) {
    GtkWidget *item = gtk_widget_get_parent (row);

    slip_day_row_set_hovered (SLIP_DAY_ROW (row), is_hovered);
    row = find_row_of (gtk_widget_get_next_sibling (item), self->hovered);
  }
}

void
slip_day_list_hover (SlipDayList *self, const char *release, double x, double y)
{
  g_return_if_fail (SLIP_IS_DAY_LIST (self));

  gboolean is_same_release = g_strcmp0 (release, self->hovering) == 0;
  SlipDate date =
    release != NULL ? slip_day_list_find_day_at (self, x, y) : SLIP_DATE_NONE;
  self->hover_x = x;
  self->hover_y = y;
  if (is_same_release && slip_date_equal (date, self->hovered))
    return;

  mark_hovered (self, FALSE);
  self->hovered = date;
  mark_hovered (self, TRUE);
  if (!is_same_release) {
    g_free (self->hovering);
    self->hovering = g_strdup (release);
  }
  g_signal_emit (self, signals[HOVER_CHANGED], 0, self->hovering, date.day);
}
