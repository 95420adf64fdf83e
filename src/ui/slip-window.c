/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-window.h"

#include "slip-compat.h"
#include "slip-control-name.h"
#include "slip-edit-runner.h"
#include "slip-feed-bar.h"
#include "slip-history-look.h"
#include "slip-limits.h"
#include "slip-now.h"
#include "slip-plain-text.h"
#include "slip-plan-file.h"
#include "slip-plan-folder.h"
#include "slip-sample-file.h"
#include "slip-sample.h"
#include "slip-stray-focus.h"
#include "slip-sync-actions.h"
#include "slip-toaster.h"
#include "slip-turn-buttons.h"
#include "slip-what-if-bar.h"
#include "slip-window-actions.h"
#include "slip-window-dialogs.h"
#include "slip-window-settings.h"

#include <glib/gi18n.h>

/* A plan that is read quicker than this is shown at once, without a page that
 * says that it is being read. */
#define PATIENCE_MS 300

/* Frames after which a view has its size. */
#define MAX_FRAMES 3

struct _SlipWindow {
  AdwApplicationWindow parent_instance;

  SlipOpenPlans *plans;
  SlipDayWatch *day_watch;

  char *path;
  SlipStoreFlags flags;
  SlipWindowStart start;
  guint n_openings;      /* so that a late answer is known for one */
  guint patience_id;     /* the timer */
  guint parts_id;        /* the idle that has checklists read */
  guint fit_id;          /* the idle that fits the header to the width */
  guint switcher_bar_id; /* the idle that shows or hides the switcher below */
  gboolean is_narrow;
  guint n_working;
  SlipWorkspace *workspace;
  SlipEditRunner *runner;
  SlipWhatIfMode *what_if;
  SlipToaster *toaster;

  AdwToastOverlay *toast_overlay;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  GtkWidget *sidebar_button;
  GtkWidget *inspector_button;
  GtkWidget *search_button;
  GtkWidget *new_label;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *menu_button;
  SlipFeedBar *feed_bar;
  SlipWhatIfBar *what_if_bar;
  GtkInfoBar *read_only_bar;
  GtkLabel *read_only_label;
  GtkStack *page_stack;
  SlipPlanPage *plan_page;
  AdwStatusPage *problem_page;
};

G_DEFINE_FINAL_TYPE (SlipWindow, slip_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PLAN_SHOWN,
  REFRESHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
shows_plan (SlipWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->page_stack),
                    "plan") == 0;
}

static gboolean
update_switcher_bar_cb (gpointer data)
{
  SlipWindow *self = data;
  self->switcher_bar_id = 0;
  adw_view_switcher_bar_set_reveal (
    self->switcher_bar,
    shows_plan (self) &&
      (self->is_narrow ||
       adw_view_switcher_title_get_title_visible (self->switcher_title)));
  return G_SOURCE_REMOVE;
}

/* Only when places are given out is it known whether the switcher has room, and
 * then nothing may be asked for any more. */
static void
update_switcher_bar (SlipWindow *self)
{
  if (self->switcher_bar_id == 0)
    self->switcher_bar_id = g_idle_add (update_switcher_bar_cb, self);
}

static void
show_page (SlipWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->page_stack, name);
  gboolean is_plan = shows_plan (self);
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title,
                                                     is_plan);
  gtk_widget_set_sensitive (self->sidebar_button, is_plan);
  gtk_widget_set_sensitive (self->inspector_button, is_plan);
  gtk_widget_set_sensitive (self->search_button, is_plan);
  update_switcher_bar (self);
}

static void
update_title (SlipWindow *self)
{
  g_autofree char *name =
    slip_plan_file_dup_name (self->path, slip_window_get_state (self));
  /* Translators: %s is the name of a plan. */
  g_autofree char *title = slip_what_if_mode_get (self->what_if) != NULL
                             ? g_strdup_printf (_ ("What if: %s"), name)
                             : g_strdup (name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_view_switcher_title_set_title (self->switcher_title, title);
  slip_plan_page_set_name (self->plan_page, name);
}

static void
update_undo (SlipWindow *self)
{
  slip_turn_buttons_name (self, self->undo_button, self->redo_button);
  slip_window_actions_update (self);
}

static void
refresh (SlipWindow *self)
{
  if (!shows_plan (self) || self->workspace == NULL)
    return;
  slip_what_if_mode_follow (self->what_if,
                            slip_workspace_get_state (self->workspace));
  slip_what_if_bar_update (self->what_if_bar, self->what_if);
  const SlipConflictContext context =
    slip_conflict_context_new_for_plan (slip_window_get_state (self),
                                        slip_window_get_today (self));
  slip_limits_set (GTK_WIDGET (self), context.max_releases, context.max_items);
  slip_feed_bar_set_plan (self->feed_bar, slip_window_get_state (self),
                          slip_window_get_moment (self));
  slip_plan_page_set_me (self->plan_page,
                         slip_edit_runner_get_me (self->runner));
  slip_plan_page_set_plan (self->plan_page, slip_window_get_state (self),
                           slip_window_get_today (self));
  update_title (self);
  slip_window_actions_update (self);
  g_signal_emit (self, signals[REFRESHED], 0);
}

/* The frame around the plan says it too, without a colour. */
static void
what_if_changed_cb (SlipWindow *self)
{
  if (slip_what_if_mode_get (self->what_if) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->plan_page), "what-if");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->plan_page), "what-if");
  slip_what_if_bar_update (self->what_if_bar, self->what_if);
  refresh (self);
  update_undo (self);
}

/* Between the buttons of a narrow window there is no room for a title. */
static void
fit_header (SlipWindow *self, gboolean is_narrow)
{
  self->is_narrow = is_narrow;
  gtk_widget_set_visible (self->new_label, !is_narrow);
  gtk_widget_set_visible (self->redo_button, !is_narrow);
  gtk_widget_set_visible (self->inspector_button, !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_title), !is_narrow);
  slip_what_if_bar_set_narrow (self->what_if_bar, is_narrow);
  update_switcher_bar (self);
}

static gboolean
fit_header_cb (gpointer data)
{
  SlipWindow *self = data;
  self->fit_id = 0;
  fit_header (self, slip_plan_page_is_narrow (self->plan_page));
  return G_SOURCE_REMOVE;
}

/* The page finds out while sizes are given out, when none may be asked for. */
static void
narrow_changed_cb (SlipWindow *self)
{
  if (self->fit_id == 0)
    self->fit_id =
      g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fit_header_cb, self, NULL);
}

static void
active_changed_cb (SlipWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)) || self->day_watch == NULL)
    return;
  slip_day_watch_look (self->day_watch);
  if (self->workspace != NULL)
    slip_workspace_poll (self->workspace);
}

/* A toast lies over the tray, which a drag may be meant for. */
static void
drag_started_cb (SlipWindow *self)
{
  slip_toaster_dismiss (self->toaster);
}

static void
waiting_cb (SlipWindow *self, gboolean is_waiting)
{
  if (is_waiting)
    slip_window_say (self, _ ("Waiting for another program to finish writing"));
  else
    slip_toaster_dismiss (self->toaster);
}

static void
close_plan (SlipWindow *self)
{
  if (self->workspace == NULL)
    return;
  g_clear_handle_id (&self->parts_id, g_source_remove);
  slip_edit_runner_reset (self->runner);
  slip_plan_page_set_workspace (self->plan_page, NULL);
  slip_plan_page_set_plan (self->plan_page, NULL, SLIP_DATE_NONE);
  g_signal_handlers_disconnect_by_data (self->workspace, self);
  slip_open_plans_release (self->plans, g_steal_pointer (&self->workspace));
  slip_what_if_mode_reset (self->what_if);
}

static void
present (SlipWindow *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
patience_ended_cb (gpointer data)
{
  SlipWindow *self = data;
  self->patience_id = 0;
  present (self);
  return G_SOURCE_REMOVE;
}

static gboolean
read_parts_cb (gpointer data)
{
  SlipWindow *self = data;
  self->parts_id = 0;
  slip_workspace_keep_open_parts (self->workspace);
  slip_feed_service_start (slip_window_get_feeds (self));
  return G_SOURCE_REMOVE;
}

/* The first frame of the plan comes before its checklists: what is urgent
 * comes before the idle, and the rest of this frame is. */
static gboolean
first_frame_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  SlipWindow *self = SLIP_WINDOW (widget);
  if (self->workspace == data && self->parts_id == 0)
    self->parts_id =
      g_idle_add_full (G_PRIORITY_LOW, read_parts_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* Unless somebody began with a wish, the keys are for what is shown. */
static gboolean
focus_plan (SlipWindow *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->plan_page)) != NULL ||
         slip_plan_page_focus_view (self->plan_page);
}

/* Some views have no place for the focus before they have their size. */
static gboolean
focus_plan_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  int *n_frames = data;
  return !focus_plan (SLIP_WINDOW (widget)) && ++*n_frames < MAX_FRAMES;
}

static void
show_plan (SlipWindow *self)
{
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "undo-changed",
                           G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (slip_window_get_feeds (self), "notify::is-syncing",
                           G_CALLBACK (slip_sync_actions_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "waiting", G_CALLBACK (waiting_cb),
                           self, G_CONNECT_SWAPPED);
  slip_plan_page_set_workspace (self->plan_page, self->workspace);
  gboolean can_edit = slip_window_can_edit (self);
  if (!can_edit) {
    g_autofree char *name = g_filename_display_basename (self->path);
    g_autofree char *text = g_strdup_printf (
      _ ("“%s” cannot be written: you can look, and not change anything"),
      name);
    gtk_label_set_text (self->read_only_label, text);
  }
  gtk_info_bar_set_revealed (self->read_only_bar, !can_edit);
  show_page (self, "plan");
  refresh (self);
  update_undo (self);
  slip_what_if_mode_look_for_draft (self->what_if);
  present (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb,
                                g_object_ref (self->workspace), g_object_unref);
  if (self->start != SLIP_WINDOW_START_SAMPLE)
    slip_window_settings_save_last_plan (self->path);
  g_signal_emit (self, signals[PLAN_SHOWN], 0);
  if (!focus_plan (self))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_plan_cb,
                                  g_new0 (int, 1), g_free);
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWindow) self = data;
  SlipWorkspace *workspace = SLIP_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step =
    slip_workspace_execute_finish (workspace, result, &error);
  slip_window_end_work (self);
  if (self->workspace != workspace)
    return;
  show_plan (self);
  if (step == NULL &&
      !g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING))
    slip_window_say (self, error->message);
}

/* A plan without any history is new: nobody has touched it. */
static void
fill_or_show_plan (SlipWindow *self)
{
  if (self->start == SLIP_WINDOW_START_PLAIN || !slip_window_can_edit (self) ||
      slip_workspace_get_head (self->workspace) > 0) {
    show_plan (self);
    return;
  }
  slip_window_begin_work (self);
  SlipDate *today = g_new (SlipDate, 1);
  *today = slip_window_get_today (self);
  gboolean is_sample = self->start == SLIP_WINDOW_START_SAMPLE;
  slip_workspace_execute_async (self->workspace,
                                is_sample ? slip_sample_run : slip_starter_run,
                                today, g_free, NULL, filled_cb,
                                g_object_ref (self));
}

static void
show_problem (SlipWindow *self, const GError *error)
{
  g_autofree char *advice = slip_plan_file_dup_advice (error);
  slip_plain_text_set_status_page (self->problem_page,
                                   slip_plan_file_get_problem (error), advice);
  gtk_info_bar_set_revealed (self->read_only_bar, FALSE);
  show_page (self, "problem");
  update_title (self);
  update_undo (self);
  present (self);
}

/* One asking for a file; another may be asked for before it is there. */
typedef struct {
  SlipWindow *window;
  guint number;
} Opening;

/* What was opened may be a copy of what was asked for. */
static void
take_path (SlipWindow *self)
{
  const char *path =
    slip_store_get_path (slip_workspace_get_store (self->workspace));
  if (!slip_plan_folder_is_lent (self->path))
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  slip_window_say (self, _ ("This is a copy of the file, which stays as it is; "
                            "Save a Copy brings edits back"));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (SlipWindow) self = opening->window;
  SlipOpenPlans *plans = SLIP_OPEN_PLANS (source);
  g_autoptr (GError) error = NULL;
  SlipWorkspace *workspace =
    slip_open_plans_hold_finish (plans, result, &error);
  slip_window_end_work (self);
  if (opening->number != self->n_openings) {
    if (workspace != NULL)
      slip_open_plans_release (plans, workspace);
    return;
  }
  if (workspace == NULL) {
    show_problem (self, error);
    return;
  }
  self->workspace = workspace;
  slip_now_set_clock (GTK_WIDGET (self), slip_workspace_get_clock (workspace));
  take_path (self);
  fill_or_show_plan (self);
}

static void
renewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  SlipWindow *self = opening->window;
  if (slip_sample_file_renew_finish (result))
    g_debug ("The sample plan is made anew, as it was of another day");
  if (opening->number == self->n_openings) {
    slip_open_plans_hold_async (self->plans, self->path, self->flags, opened_cb,
                                opening);
    return;
  }
  slip_window_end_work (self);
  g_object_unref (self);
  g_free (opening);
}

static void
restore_settings (SlipWindow *self)
{
  g_autoptr (SlipWindowSettings) settings = slip_window_settings_load ();
  gtk_window_set_default_size (GTK_WINDOW (self), settings->width,
                               settings->height);
  if (settings->is_maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  fit_header (self, slip_plan_page_restore (self->plan_page, settings));
}

static void
save_settings (SlipWindow *self)
{
  SlipWindowSettings *settings = g_new0 (SlipWindowSettings, 1);
  gtk_window_get_default_size (GTK_WINDOW (self), &settings->width,
                               &settings->height);
  settings->is_maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  slip_plan_page_remember (self->plan_page, settings);
  slip_window_settings_save (settings);
  slip_window_settings_free (settings);
}

static gboolean
slip_window_close_request (GtkWindow *window)
{
  SlipWindow *self = SLIP_WINDOW (window);
  save_settings (self);
  self->n_openings++;
  close_plan (self);
  return GTK_WINDOW_CLASS (slip_window_parent_class)->close_request (window);
}

static void
slip_window_dispose (GObject *object)
{
  SlipWindow *self = SLIP_WINDOW (object);
  self->n_openings++;
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->switcher_bar_id, g_source_remove);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  close_plan (self);
  g_clear_object (&self->runner);
  g_clear_object (&self->what_if);
  g_clear_pointer (&self->toaster, slip_toaster_free);
  g_clear_object (&self->day_watch);
  g_clear_object (&self->plans);
  G_OBJECT_CLASS (slip_window_parent_class)->dispose (object);
}

static void
slip_window_finalize (GObject *object)
{
  SlipWindow *self = SLIP_WINDOW (object);
  g_free (self->path);
  G_OBJECT_CLASS (slip_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
#define BIND(name)                                                             \
  gtk_widget_class_bind_template_child (klass, SlipWindow, name)
  BIND (toast_overlay);
  BIND (switcher_title);
  BIND (switcher_bar);
  BIND (sidebar_button);
  BIND (inspector_button);
  BIND (search_button);
  BIND (new_label);
  BIND (undo_button);
  BIND (redo_button);
  BIND (menu_button);
  gtk_widget_class_bind_template_child_full (klass, "recent_menu", FALSE, 0);
  BIND (feed_bar);
  BIND (what_if_bar);
  BIND (read_only_bar);
  BIND (read_only_label);
  BIND (page_stack);
  BIND (plan_page);
  BIND (problem_page);
#undef BIND
  gtk_widget_class_bind_template_callback (klass, active_changed_cb);
  gtk_widget_class_bind_template_callback (klass, slip_history_look_start);
  gtk_widget_class_bind_template_callback (klass, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (klass, slip_window_actions_update);
  gtk_widget_class_bind_template_callback (klass, update_switcher_bar);
}

static void
slip_window_class_init (SlipWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_window_dispose;
  object_class->finalize = slip_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = slip_window_close_request;
  signals[PLAN_SHOWN] =
    g_signal_new ("plan-shown", SLIP_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  signals[REFRESHED] =
    g_signal_new ("refreshed", SLIP_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SLIP_TYPE_PLAN_PAGE);
  g_type_ensure (SLIP_TYPE_FEED_BAR);
  g_type_ensure (SLIP_TYPE_WHAT_IF_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-window.ui");
  bind_template (widget_class);
}

static void
slip_window_init (SlipWindow *self)
{
  self->runner = slip_edit_runner_new (self);
  self->what_if = slip_what_if_mode_new (self);
  g_signal_connect_object (self->what_if, "changed",
                           G_CALLBACK (what_if_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->toaster = slip_toaster_new (self->toast_overlay);
  AdwViewStack *stack = slip_plan_page_get_view_stack (self->plan_page);
  adw_view_switcher_title_set_stack (self->switcher_title, stack);
  adw_view_switcher_bar_set_stack (self->switcher_bar, stack);
  /* Assistive technology sees the button inside. */
  slip_control_name_set (self->menu_button, _ ("Main Menu"));
  slip_window_actions_add (self);
  slip_stray_focus_watch (GTK_WINDOW (self));
  GtkDropControllerMotion *drag =
    GTK_DROP_CONTROLLER_MOTION (gtk_drop_controller_motion_new ());
  g_signal_connect_object (drag, "enter", G_CALLBACK (drag_started_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->plan_page),
                             GTK_EVENT_CONTROLLER (drag));
  show_page (self, "loading");
  update_undo (self);
}

SlipWindow *
slip_window_new (GtkApplication *application,
                 SlipOpenPlans *plans,
                 SlipDayWatch *day_watch)
{
  SlipWindow *self =
    g_object_new (SLIP_TYPE_WINDOW, "application", application, NULL);
  /* Not in init: GTK sets afterwards that the window is not maximized. */
  restore_settings (self);
  self->plans = g_object_ref (plans);
  self->day_watch = g_object_ref (day_watch);
  g_signal_connect_object (day_watch, "day-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
slip_window_open (SlipWindow *self,
                  const char *path,
                  SlipStoreFlags flags,
                  SlipWindowStart start)
{
  g_return_if_fail (SLIP_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  close_plan (self);
  char *real_path = slip_open_plans_dup_path (path);
  g_free (self->path);
  self->path = real_path;
  self->flags = flags;
  self->start = start;
  gtk_info_bar_set_revealed (self->read_only_bar, FALSE);
  show_page (self, "loading");
  update_title (self);
  update_undo (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) && self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE_MS, patience_ended_cb, self);

  Opening *opening = g_new (Opening, 1);
  *opening = (Opening){ g_object_ref (self), ++self->n_openings };
  slip_window_begin_work (self);
  if (start == SLIP_WINDOW_START_SAMPLE &&
      !slip_open_plans_has (self->plans, self->path))
    slip_sample_file_renew_async (self->path, slip_window_get_today (self),
                                  renewed_cb, opening);
  else
    slip_open_plans_hold_async (self->plans, self->path, flags, opened_cb,
                                opening);
}

void
slip_window_open_again (SlipWindow *self)
{
  g_return_if_fail (SLIP_IS_WINDOW (self));

  if (self->path == NULL)
    return;
  g_autofree char *path = g_strdup (self->path);
  slip_window_open (self, path, self->flags, self->start);
}

gboolean
slip_window_shows_plan (SlipWindow *self)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (self), FALSE);
  return self->workspace != NULL && shows_plan (self);
}

const char *
slip_window_get_path (SlipWindow *self)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (self), NULL);
  return self->path;
}

SlipPlanPage *
slip_window_get_page (SlipWindow *self)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (self), NULL);
  return self->plan_page;
}

SlipEditRunner *
slip_window_get_runner (SlipWindow *self)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (self), NULL);
  return self->runner;
}

SlipWorkspace *
slip_window_get_workspace (SlipWindow *self)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (self), NULL);
  return self->workspace;
}

SlipFeedService *
slip_window_get_feeds (SlipWindow *self)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (self), NULL);
  return self->workspace != NULL
           ? slip_open_plans_get_feeds (self->plans, self->workspace)
           : NULL;
}

SlipWhatIfMode *
slip_window_get_what_if (SlipWindow *self)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (self), NULL);
  return self->what_if;
}

const SlipPlanState *
slip_window_get_state (SlipWindow *self)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (self), NULL);

  SlipWhatIf *what_if = slip_what_if_mode_get (self->what_if);
  if (self->workspace == NULL)
    return NULL;
  return what_if != NULL ? slip_what_if_get_state (what_if)
                         : slip_workspace_get_state (self->workspace);
}

SlipDate
slip_window_get_today (SlipWindow *self)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (self), SLIP_DATE_NONE);
  return slip_day_watch_get_today (self->day_watch);
}

SlipMoment
slip_window_get_moment (SlipWindow *self)
{
  SlipMoment none = { 0, SLIP_DATE_NONE };
  g_return_val_if_fail (SLIP_IS_WINDOW (self) && self->workspace != NULL, none);
  SlipClock *clock = slip_workspace_get_clock (self->workspace);
  return (SlipMoment){ slip_clock_get_now_ms (clock),
                       slip_window_get_today (self) };
}

void
slip_window_refresh (SlipWindow *self)
{
  g_return_if_fail (SLIP_IS_WINDOW (self));
  refresh (self);
}

gboolean
slip_window_can_write (SlipWindow *self)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (self), FALSE);
  return self->workspace != NULL &&
         !slip_store_is_read_only (slip_workspace_get_store (self->workspace));
}

gboolean
slip_window_can_edit (SlipWindow *self)
{
  return slip_window_can_write (self) &&
         slip_what_if_mode_get (self->what_if) == NULL;
}

void
slip_window_take_toast (SlipWindow *self, AdwToast *toast)
{
  g_return_if_fail (SLIP_IS_WINDOW (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  slip_toaster_take (self->toaster, toast,
                     slip_window_dialogs_find_settings (self));
}

void
slip_window_say (SlipWindow *self, const char *text)
{
  g_return_if_fail (SLIP_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  slip_window_take_toast (self, slip_plain_text_toast_new (text));
  slip_compat_announce (GTK_WIDGET (self), text);
}

void
slip_window_begin_work (SlipWindow *self)
{
  g_return_if_fail (SLIP_IS_WINDOW (self));
  self->n_working++;
}

void
slip_window_end_work (SlipWindow *self)
{
  g_return_if_fail (SLIP_IS_WINDOW (self));
  g_return_if_fail (self->n_working > 0);
  self->n_working--;
}

gboolean
slip_window_is_working (SlipWindow *self)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (self), FALSE);
  return self->n_working > 0 || slip_plan_page_is_busy (self->plan_page);
}
