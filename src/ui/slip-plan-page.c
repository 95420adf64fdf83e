/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plan-page.h"

#include "slip-board-view.h"
#include "slip-calendar-span.h"
#include "slip-calendar-view.h"
#include "slip-inspector.h"
#include "slip-my-day-view.h"
#include "slip-readiness-view.h"
#include "slip-rollout-view.h"
#include "slip-search-panel.h"
#include "slip-sidebar.h"
#include "slip-view-area.h"

#include <glib/gi18n.h>

/* The narrowest window that holds the sidebar beside a view. */
#define WIDTH_FOR_SIDEBAR_PX 600

struct _SlipPlanPage {
  AdwBin parent_instance;

  SlipPlanState *state;
  SlipDate today;
  SlipQuery *query;
  char *selected;
  SlipView *views[5];
  gboolean is_stale[5]; /* views that are hidden and not up to date */
  gboolean wants_sidebar;
  gboolean wants_inspector;
  gboolean is_folding; /* panes come and go by themselves */
  gboolean is_empty;   /* the plan has no releases */
  SlipDate kept_date;  /* to be shown again, if today is kept_on */
  SlipDate kept_on;

  AdwFlap *sidebar_flap;
  AdwFlap *inspector_flap;
  SlipSidebar *sidebar;
  AdwBin *inspector_bin;
  SlipInspector *inspector;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  SlipSearchPanel *search_panel;
  GtkLabel *found_label;
  GtkLabel *name_label;
  GtkStack *content_stack;
  AdwViewStack *view_stack;
};

enum {
  PROP_SHOWS_SIDEBAR = 1,
  PROP_SHOWS_INSPECTOR,
  PROP_IS_SEARCHING,
  PROP_IS_NARROW,
  PROP_VIEW,
  PROP_SELECTED,
  N_PROPERTIES,
};

enum {
  HISTORY_WANTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* The views in the order of SlipPlanPage.views.  One without an icon is not in
 * the switcher; the sidebar leads to it. */
static const struct {
  const char *name;
  const char *title;
  const char *icon;
} view_infos[] = {
  { "calendar", N_ ("Calendar"), "slip-calendar-symbolic" },
  { "board", N_ ("Board"), "slip-board-symbolic" },
  { "readiness", N_ ("Readiness"), "slip-readiness-symbolic" },
  { "my-day", NULL, NULL },
  { "rollout", N_ ("Rollout"), "slip-rollout-symbolic" },
};

G_DEFINE_FINAL_TYPE (SlipPlanPage, slip_plan_page, ADW_TYPE_BIN)

static int
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (view_infos); i++)
    if (g_strcmp0 (name, view_infos[i].name) == 0)
      return (int) i;
  return -1;
}

static int
get_view_index (SlipPlanPage *self)
{
  return MAX (find_view (
                adw_view_stack_get_visible_child_name (self->view_stack)),
              0);
}

static void
update_found (SlipPlanPage *self)
{
  gboolean is_searching = slip_query_get_text (self->query) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->found_label), is_searching);
  if (!is_searching || self->state == NULL)
    return;
  guint n = slip_query_count (self->query, self->state);
  g_autofree char *text =
    n == 0
      ? g_strdup (_ ("No release matches"))
      : g_strdup_printf (ngettext ("%u release, Return goes to it",
                                   "%u releases, Return goes to the next", n),
                         n);
  gtk_label_set_text (self->found_label, text);
}

static void
refresh_view (SlipPlanPage *self, int i)
{
  self->is_stale[i] = FALSE;
  slip_view_set_plan (self->views[i], self->state, self->query, self->today);
  slip_view_set_selected (self->views[i], self->selected);
}

/* A pane without room goes away and comes back as it was wanted; the inspector
 * leaves its room to the view while there is nothing to inspect. */
static void
fit_pane (SlipPlanPage *self, AdwFlap *flap)
{
  gboolean is_sidebar = flap == self->sidebar_flap;
  gboolean is_wanted = is_sidebar
                         ? self->wants_sidebar
                         : self->wants_inspector && self->selected != NULL;
  self->is_folding = TRUE;
  adw_flap_set_reveal_flap (flap, !adw_flap_get_folded (flap) && is_wanted);
  self->is_folding = FALSE;
}

static void
show_emptiness (SlipPlanPage *self)
{
  self->is_empty = slip_sidebar_get_n_releases (self->sidebar) == 0;
  gtk_stack_set_visible_child_name (self->content_stack,
                                    self->is_empty ? "empty" : "views");
}

/* Somebody who comes back on the same day goes on where they were; on another
 * day they want to see that one. */
static void
show_kept_date (SlipPlanPage *self)
{
  SlipDate date = self->kept_date;
  self->kept_date = SLIP_DATE_NONE;
  if (slip_date_is_set (date) && slip_date_equal (self->kept_on, self->today))
    slip_view_go_to_date (self->views[0], date);
}

static void
refresh_views (SlipPlanPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->views); i++)
    self->is_stale[i] = TRUE;
  if (self->state == NULL)
    return;
  show_emptiness (self);
  if (!self->is_empty)
    refresh_view (self, get_view_index (self));
  update_found (self);
}

static gboolean
release_is_there (SlipPlanPage *self, const char *release)
{
  const SlipRow *row =
    slip_plan_state_get (self->state, SLIP_KIND_RELEASE, release);
  return row != NULL && !slip_release_is_deleted (row);
}

/* They would cover the view that was asked for. */
static void
hide_folded_panes (SlipPlanPage *self)
{
  AdwFlap *flaps[] = { self->inspector_flap, self->sidebar_flap };
  for (guint i = 0; i < G_N_ELEMENTS (flaps); i++)
    if (adw_flap_get_folded (flaps[i]))
      adw_flap_set_reveal_flap (flaps[i], FALSE);
}

static void
view_changed_cb (SlipPlanPage *self)
{
  int i = get_view_index (self);
  if (self->state != NULL && self->views[i] != NULL && self->is_stale[i] &&
      !self->is_empty)
    refresh_view (self, i);
  hide_folded_panes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
filter_changed_cb (SlipPlanPage *self)
{
  g_autoptr (SlipQuery) query = slip_query_copy (self->query);
  slip_sidebar_filter (self->sidebar, query);
  slip_query_unref (self->query);
  self->query = g_steal_pointer (&query);
  refresh_views (self);
  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
}

/* Where nothing found is in sight, the calendar goes to the first; the focus
 * stays in the entry. */
static void
show_first_found (SlipPlanPage *self)
{
  SlipCalendarView *calendar = SLIP_CALENDAR_VIEW (self->views[0]);
  if (self->state == NULL || slip_query_get_text (self->query) == NULL)
    return;
  g_autoptr (SlipQuery) in_sight = slip_query_copy (self->query);
  slip_query_set_range (in_sight, slip_calendar_view_get_range (calendar));
  if (slip_query_count (in_sight, self->state) > 0)
    return;
  SlipDate date = slip_query_find_first_day (self->query, self->state);
  if (slip_date_is_set (date))
    slip_view_go_to_date (self->views[0], date);
}

static void
search_changed_cb (SlipPlanPage *self)
{
  g_autofree char *text =
    g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  g_autoptr (SlipQuery) query = slip_query_copy (self->query);
  if (self->state != NULL)
    slip_query_set_search (query, text, self->state, self->today);
  slip_query_unref (self->query);
  self->query = g_steal_pointer (&query);
  refresh_views (self);
  show_first_found (self);
  if (gtk_search_bar_get_search_mode (self->search_bar))
    slip_search_panel_search (self->search_panel);
}

/* Return goes from one release found to the next. */
static void
search_activated_cb (SlipPlanPage *self)
{
  if (self->state == NULL)
    return;
  g_autoptr (GPtrArray) found = slip_query_list (self->query, self->state);
  guint next = 0;
  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (slip_row_get_id (found->pdata[i]), self->selected) == 0)
      next = i + 1;
  if (found->len == 0) {
    slip_search_panel_open_first (self->search_panel);
    return;
  }
  slip_search_panel_hide (self->search_panel);
  slip_plan_page_select (self,
                         slip_row_get_id (found->pdata[next % found->len]));
  slip_plan_page_focus_selected (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
search_mode_changed_cb (SlipPlanPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar) &&
      !slip_search_panel_end (self->search_panel))
    slip_plan_page_focus_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_SEARCHING]);
}

static void
pane_folded_cb (SlipPlanPage *self, GParamSpec *pspec, AdwFlap *flap)
{
  fit_pane (self, flap);
  if (flap == self->sidebar_flap)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_NARROW]);
}

/* Only a pane beside the view is remembered; one over it comes and goes. */
static void
pane_revealed_cb (SlipPlanPage *self, GParamSpec *pspec, AdwFlap *flap)
{
  gboolean is_sidebar = flap == self->sidebar_flap;
  if (!self->is_folding && !adw_flap_get_folded (flap)) {
    gboolean is_shown = adw_flap_get_reveal_flap (flap);
    if (is_sidebar)
      self->wants_sidebar = is_shown;
    else
      self->wants_inspector = is_shown;
  }
  g_object_notify_by_pspec (
    G_OBJECT (self),
    properties[is_sidebar ? PROP_SHOWS_SIDEBAR : PROP_SHOWS_INSPECTOR]);
}

static void
history_wanted_cb (SlipPlanPage *self, const char *release)
{
  g_signal_emit (self, signals[HISTORY_WANTED], 0, release);
}

static void
add_view (SlipPlanPage *self, guint i, GtkWidget *view)
{
  self->views[i] = SLIP_VIEW (view);
  self->is_stale[i] = TRUE;
  AdwViewStackPage *page =
    adw_view_stack_add_named (self->view_stack, view, view_infos[i].name);
  if (view_infos[i].icon == NULL)
    return;
  adw_view_stack_page_set_title (page, _ (view_infos[i].title));
  adw_view_stack_page_set_icon_name (page, view_infos[i].icon);
}

static void
slip_plan_page_get_property (GObject *object,
                             guint id,
                             GValue *value,
                             GParamSpec *pspec)
{
  SlipPlanPage *self = SLIP_PLAN_PAGE (object);
  switch (id) {
  case PROP_SHOWS_SIDEBAR:
    g_value_set_boolean (value, slip_plan_page_shows_sidebar (self));
    break;
  case PROP_SHOWS_INSPECTOR:
    g_value_set_boolean (value, slip_plan_page_shows_inspector (self));
    break;
  case PROP_IS_SEARCHING:
    g_value_set_boolean (value,
                         gtk_search_bar_get_search_mode (self->search_bar));
    break;
  case PROP_IS_NARROW:
    g_value_set_boolean (value, slip_plan_page_is_narrow (self));
    break;
  case PROP_VIEW:
    g_value_set_string (value, slip_plan_page_get_view_name (self));
    break;
  case PROP_SELECTED:
    g_value_set_string (value, self->selected);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
slip_plan_page_set_property (GObject *object,
                             guint id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  SlipPlanPage *self = SLIP_PLAN_PAGE (object);
  switch (id) {
  case PROP_SHOWS_SIDEBAR:
    slip_plan_page_show_sidebar (self, g_value_get_boolean (value));
    break;
  case PROP_SHOWS_INSPECTOR:
    slip_plan_page_show_inspector (self, g_value_get_boolean (value));
    break;
  case PROP_IS_SEARCHING:
    gtk_search_bar_set_search_mode (self->search_bar,
                                    g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
slip_plan_page_finalize (GObject *object)
{
  SlipPlanPage *self = SLIP_PLAN_PAGE (object);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  slip_query_unref (self->query);
  g_free (self->selected);
  G_OBJECT_CLASS (slip_plan_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  static const struct {
    guint id;
    const char *name;
    GParamFlags access;
  } infos[] = {
    { PROP_SHOWS_SIDEBAR, "shows-sidebar", G_PARAM_READWRITE },
    { PROP_SHOWS_INSPECTOR, "shows-inspector", G_PARAM_READWRITE },
    { PROP_IS_SEARCHING, "is-searching", G_PARAM_READWRITE },
    { PROP_IS_NARROW, "is-narrow", G_PARAM_READABLE },
  };
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    properties[infos[i].id] =
      g_param_spec_boolean (infos[i].name, NULL, NULL, FALSE,
                            infos[i].access | flags);
  properties[PROP_VIEW] =
    g_param_spec_string ("view", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | flags);
  g_object_class_install_properties (klass, N_PROPERTIES, properties);
  signals[HISTORY_WANTED] =
    g_signal_new ("history-wanted", SLIP_TYPE_PLAN_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bind_template (GtkWidgetClass *klass)
{
#define BIND(name)                                                             \
  gtk_widget_class_bind_template_child (klass, SlipPlanPage, name)
  BIND (sidebar_flap);
  BIND (inspector_flap);
  BIND (sidebar);
  BIND (inspector_bin);
  BIND (search_bar);
  BIND (search_entry);
  BIND (search_panel);
  BIND (found_label);
  BIND (name_label);
  BIND (content_stack);
  BIND (view_stack);
#undef BIND
  gtk_widget_class_bind_template_callback (klass, filter_changed_cb);
  gtk_widget_class_bind_template_callback (klass, pane_folded_cb);
  gtk_widget_class_bind_template_callback (klass, pane_revealed_cb);
  gtk_widget_class_bind_template_callback (klass, search_activated_cb);
  gtk_widget_class_bind_template_callback (klass, search_changed_cb);
  gtk_widget_class_bind_template_callback (klass, search_mode_changed_cb);
  gtk_widget_class_bind_template_callback (klass, view_changed_cb);
}

static void
slip_plan_page_class_init (SlipPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = slip_plan_page_get_property;
  object_class->set_property = slip_plan_page_set_property;
  object_class->finalize = slip_plan_page_finalize;
  install_properties (object_class);

  g_type_ensure (SLIP_TYPE_SEARCH_PANEL);
  g_type_ensure (SLIP_TYPE_SIDEBAR);
  g_type_ensure (SLIP_TYPE_VIEW_AREA);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-plan-page.ui");
  bind_template (widget_class);
}

static void
slip_plan_page_init (SlipPlanPage *self)
{
  self->query = slip_query_new ();
  self->today = SLIP_DATE_NONE;
  self->kept_date = SLIP_DATE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  slip_search_panel_set_entry (self->search_panel,
                               GTK_WIDGET (self->search_entry));
  self->inspector = SLIP_INSPECTOR (slip_inspector_new ());
  adw_bin_set_child (self->inspector_bin, GTK_WIDGET (self->inspector));
  g_signal_connect_object (self->inspector, "history-wanted",
                           G_CALLBACK (history_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  add_view (self, 0, slip_calendar_view_new ());
  add_view (self, 1, slip_board_view_new ());
  add_view (self, 2, slip_readiness_view_new ());
  add_view (self, 3, slip_my_day_view_new ());
  add_view (self, 4, slip_rollout_view_new ());
}

gboolean
slip_plan_page_restore (SlipPlanPage *self, const SlipWindowSettings *settings)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), FALSE);

  self->wants_sidebar = settings->shows_sidebar;
  self->wants_inspector = settings->shows_inspector;
  int width = settings->is_maximized ? G_MAXINT : settings->width;
  self->is_folding = TRUE;
  adw_flap_set_reveal_flap (self->sidebar_flap,
                            self->wants_sidebar &&
                              width >= WIDTH_FOR_SIDEBAR_PX);
  adw_flap_set_reveal_flap (self->inspector_flap, FALSE);
  self->is_folding = FALSE;
  slip_plan_page_show_view (self, settings->span);
  slip_plan_page_show_view (self, settings->view);
  self->kept_date = settings->shown_date;
  self->kept_on = settings->shown_on;
  return width < WIDTH_FOR_SIDEBAR_PX;
}

void
slip_plan_page_remember (SlipPlanPage *self, SlipWindowSettings *settings)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));

  settings->shows_sidebar = self->wants_sidebar;
  settings->shows_inspector = self->wants_inspector;
  g_free (settings->view);
  settings->view = g_strdup (slip_plan_page_get_view_name (self));
  g_clear_pointer (&settings->span, g_free);
  g_object_get (self->views[0], "span", &settings->span, NULL);
  settings->shown_on = self->today;
  settings->shown_date =
    slip_calendar_view_find_kept_date (SLIP_CALENDAR_VIEW (self->views[0]));
}

AdwViewStack *
slip_plan_page_get_view_stack (SlipPlanPage *self)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), NULL);
  return self->view_stack;
}

void
slip_plan_page_set_plan (SlipPlanPage *self,
                         const SlipPlanState *state,
                         SlipDate today)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->today = today;
  if (state == NULL) {
    slip_plan_page_select (self, NULL);
    refresh_views (self);
    return;
  }
  self->state = slip_plan_state_ref (state);
  slip_sidebar_set_plan (self->sidebar, state, today);
  slip_inspector_set_plan (self->inspector, state, today);
  show_kept_date (self);
  if (self->selected != NULL && !release_is_there (self, self->selected))
    slip_plan_page_select (self, NULL);
  refresh_views (self);
}

void
slip_plan_page_set_me (SlipPlanPage *self, const char *person)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));
  slip_my_day_view_set_me (SLIP_MY_DAY_VIEW (self->views[3]), person);
}

void
slip_plan_page_set_name (SlipPlanPage *self, const char *name)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));
  gtk_label_set_text (self->name_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), name);
}

void
slip_plan_page_set_history (SlipPlanPage *self,
                            const char *release,
                            GPtrArray *steps)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));
  slip_inspector_set_history (self->inspector, release, steps);
}

const SlipQuery *
slip_plan_page_get_query (SlipPlanPage *self)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), NULL);
  return self->query;
}

void
slip_plan_page_select (SlipPlanPage *self, const char *release)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));

  if (release != NULL &&
      (self->state == NULL || !release_is_there (self, release)))
    release = NULL;
  if (g_strcmp0 (release, self->selected) == 0)
    return;
  char *selected = g_strdup (release);
  gboolean comes_or_goes = selected == NULL || self->selected == NULL;
  g_free (self->selected);
  self->selected = selected;
  slip_inspector_set_release (self->inspector, selected);
  if (comes_or_goes && !adw_flap_get_folded (self->inspector_flap))
    fit_pane (self, self->inspector_flap);
  for (guint i = 0; i < G_N_ELEMENTS (self->views); i++)
    if (!self->is_stale[i])
      slip_view_set_selected (self->views[i], selected);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

SlipInspector *
slip_plan_page_open_release (SlipPlanPage *self, const char *release)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), NULL);
  g_return_val_if_fail (release != NULL, NULL);

  slip_plan_page_select (self, release);
  if (self->selected == NULL)
    return NULL;
  slip_plan_page_show_inspector (self, TRUE);
  return self->inspector;
}

const char *
slip_plan_page_get_selected (SlipPlanPage *self)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), NULL);
  return self->selected;
}

void
slip_plan_page_focus_selected (SlipPlanPage *self)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));

  if (self->state == NULL || self->selected == NULL)
    return;
  const SlipRow *row =
    slip_plan_state_get (self->state, SLIP_KIND_RELEASE, self->selected);
  SlipDate date = slip_release_resolve (self->state, row, SLIP_ANCHOR_RELEASE);
  SlipView *view = slip_plan_page_get_view (self);
  if (slip_date_is_set (date))
    slip_view_go_to_date (view, date);
  slip_view_focus_release (view, self->selected);
}

gboolean
slip_plan_page_focus_view (SlipPlanPage *self)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), FALSE);

  SlipView *view = slip_plan_page_get_view (self);
  if (self->is_empty)
    return gtk_widget_child_focus (gtk_stack_get_visible_child (
                                     self->content_stack),
                                   GTK_DIR_TAB_FORWARD);
  return (self->selected != NULL &&
          slip_view_focus_release (view, self->selected)) ||
         slip_view_focus_content (view);
}

void
slip_plan_page_show_view (SlipPlanPage *self, const char *name)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));

  hide_folded_panes (self);
  if (slip_calendar_span_parse (name, NULL)) {
    g_object_set (self->views[0], "span", name, NULL);
    name = view_infos[0].name;
  }
  if (find_view (name) < 0)
    return;

  /* From a view that has the focus the stack would hand it on to the first
   * button of the next, where it does not belong. */
  if (find_view (name) != get_view_index (self) &&
      gtk_widget_get_focus_child (GTK_WIDGET (self->view_stack)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  adw_view_stack_set_visible_child_name (self->view_stack, name);
}

gboolean
slip_plan_page_has_view (const char *name)
{
  return find_view (name) >= 0 || slip_calendar_span_parse (name, NULL);
}

char *
slip_plan_page_dup_view_names (void)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (view_infos); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            view_infos[i].name);
  for (guint i = 0; i < SLIP_N_SPANS; i++)
    g_string_append_printf (names, ", %s", slip_calendar_span_get_nick (i));
  return g_string_free (names, FALSE);
}

void
slip_plan_page_set_workspace (SlipPlanPage *self, SlipWorkspace *workspace)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));
  slip_search_panel_set_workspace (self->search_panel, workspace);
}

const char *
slip_plan_page_get_view_name (SlipPlanPage *self)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), NULL);
  return view_infos[get_view_index (self)].name;
}

SlipView *
slip_plan_page_get_view (SlipPlanPage *self)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), NULL);
  return self->views[get_view_index (self)];
}

void
slip_plan_page_show_sidebar (SlipPlanPage *self, gboolean is_shown)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));
  adw_flap_set_reveal_flap (self->sidebar_flap, is_shown);
}

void
slip_plan_page_show_inspector (SlipPlanPage *self, gboolean is_shown)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));
  adw_flap_set_reveal_flap (self->inspector_flap, is_shown);
}

gboolean
slip_plan_page_shows_sidebar (SlipPlanPage *self)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), FALSE);
  return adw_flap_get_reveal_flap (self->sidebar_flap);
}

gboolean
slip_plan_page_shows_inspector (SlipPlanPage *self)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), FALSE);
  return adw_flap_get_reveal_flap (self->inspector_flap);
}

gboolean
slip_plan_page_is_narrow (SlipPlanPage *self)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), FALSE);
  return adw_flap_get_folded (self->sidebar_flap);
}

gboolean
slip_plan_page_is_busy (SlipPlanPage *self)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), FALSE);
  return slip_sidebar_is_busy (self->sidebar) ||
         slip_search_panel_is_busy (self->search_panel) ||
         slip_my_day_view_is_busy (SLIP_MY_DAY_VIEW (self->views[3]));
}

void
slip_plan_page_search (SlipPlanPage *self, const char *text)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));

  slip_search_panel_begin (self->search_panel);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  slip_search_panel_search (self->search_panel);
  if (text != NULL) {
    gtk_editable_set_text (self->search_entry, text);
    gtk_editable_set_position (self->search_entry, -1);
  }
}

gboolean
slip_plan_page_close_pane (SlipPlanPage *self)
{
  g_return_val_if_fail (SLIP_IS_PLAN_PAGE (self), FALSE);

  AdwFlap *flaps[] = { self->inspector_flap, self->sidebar_flap };
  for (guint i = 0; i < G_N_ELEMENTS (flaps); i++)
    if (adw_flap_get_folded (flaps[i]) && adw_flap_get_reveal_flap (flaps[i])) {
      adw_flap_set_reveal_flap (flaps[i], FALSE);
      return TRUE;
    }
  return FALSE;
}

void
slip_plan_page_show_moment (SlipPlanPage *self, SlipMoment moment)
{
  g_return_if_fail (SLIP_IS_PLAN_PAGE (self));

  slip_inspector_show_moment (self->inspector, moment);
  if (slip_sidebar_show_moment (self->sidebar, moment))
    slip_my_day_view_show_moment (SLIP_MY_DAY_VIEW (self->views[3]), moment);
}
