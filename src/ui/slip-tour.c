/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-tour.h"

#include "slip-compat.h"
#include "slip-window-settings.h"

#include <glib/gi18n.h>

#define TOUR_KEY "slip-tour"

/* Where the tour was left, in the settings. */
#define STOP_SETTING "tour-stop"

enum {
  RESPONSE_NEXT = 1,
};

/* A tour under way. */
typedef struct {
  SlipWindow *window; /* borrowed: owns this */
  GtkWidget *bar;     /* NULL while there is none */
  GtkLabel *label;
  GtkWidget *next_button;
  guint stop;
  gint64 head;        /* when the stop was reached */
  gboolean is_wanted; /* as soon as a plan is shown */
} Tour;

/* What is asked for, and whether it has been done since. */
typedef struct {
  const char *text;
  gboolean (*is_done) (const Tour *tour);
} Stop;

static gboolean
has_release (const Tour *tour)
{
  const SlipPlanState *state = slip_window_get_state (tour->window);
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (state, SLIP_KIND_RELEASE);
  for (guint i = 0; i < releases->len; i++)
    if (!slip_release_is_deleted (releases->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_moved (const Tour *tour)
{
  const SlipStep *step =
    slip_workspace_peek_undo (slip_window_get_workspace (tour->window));
  return step != NULL && step->number > tour->head &&
         step->set->verb == SLIP_VERB_MOVE;
}

static gboolean
has_undone (const Tour *tour)
{
  SlipWorkspace *workspace = slip_window_get_workspace (tour->window);
  return slip_workspace_get_head (workspace) > tour->head &&
         slip_workspace_peek_redo (workspace) != NULL;
}

static gboolean
sees_readiness (const Tour *tour)
{
  return g_strcmp0 (slip_plan_page_get_view_name (
                      slip_window_get_page (tour->window)),
                    "readiness") == 0;
}

/* The last one is left by its button. */
static gboolean
never (const Tour *tour)
{
  return FALSE;
}

static const Stop stops[] = {
  { N_ ("Make a release: the button above, or Ctrl+N. A name is enough; a date "
        "can wait."),
    has_release },
  { N_ ("Give it another day: drag it over the calendar and look what would "
        "follow. By keys: arrows, Return on its day, then Alt and an arrow."),
    has_moved },
  { N_ ("Take that back: Ctrl+Z. It works for everything, also tomorrow."),
    has_undone },
  { N_ ("See who is not ready: the view Readiness, or Ctrl+3. A checklist "
        "without an owner is the loudest thing there."),
    sees_readiness },
  { N_ ("That is all to begin with. Ctrl+? lists every key, and the main menu "
        "has the rest."),
    never },
};

static void
keep_stop (const Tour *tour)
{
  g_autoptr (GSettings) settings = slip_window_settings_find ();
  if (settings != NULL)
    g_settings_set_int (settings, STOP_SETTING, (int) tour->stop);
}

static guint
load_stop (void)
{
  g_autoptr (GSettings) settings = slip_window_settings_find ();
  int stop = settings != NULL ? g_settings_get_int (settings, STOP_SETTING) : 0;
  /* Whoever has seen all of it begins anew. */
  return stop > 0 && stop < (int) G_N_ELEMENTS (stops) - 1 ? (guint) stop : 0;
}

static gboolean
is_last (const Tour *tour)
{
  return tour->stop + 1 == G_N_ELEMENTS (stops);
}

static void
show_stop (Tour *tour)
{
  /* Translators: the number of a stop of the tour, of how many, and its text.
   */
  g_autofree char *text =
    g_strdup_printf (_ ("%u of %u. %s"), tour->stop + 1,
                     (guint) G_N_ELEMENTS (stops), _ (stops[tour->stop].text));
  tour->head =
    slip_workspace_get_head (slip_window_get_workspace (tour->window));
  gtk_label_set_text (tour->label, text);
  gtk_button_set_label (GTK_BUTTON (tour->next_button),
                        is_last (tour) ? _ ("_Finish") : _ ("_Skip"));
  keep_stop (tour);
  slip_compat_announce (GTK_WIDGET (tour->window), text);
}

static void
go_on (Tour *tour)
{
  do
    tour->stop++;
  while (stops[tour->stop].is_done (tour));
  show_stop (tour);
}

/* Whoever leaves it looks at the plan again. */
static void
leave (Tour *tour)
{
  GtkWidget *bar = g_steal_pointer (&tour->bar);
  if (bar == NULL)
    return;
  gboolean had_focus = gtk_widget_get_focus_child (bar) != NULL;
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (bar)), bar);
  if (had_focus)
    slip_plan_page_focus_view (slip_window_get_page (tour->window));
}

static void
response_cb (GtkWidget *bar, int response, SlipWindow *window)
{
  Tour *tour = g_object_get_data (G_OBJECT (window), TOUR_KEY);
  if (response == RESPONSE_NEXT && !is_last (tour))
    go_on (tour);
  else
    leave (tour);
}

static void
look (SlipWindow *window)
{
  Tour *tour = g_object_get_data (G_OBJECT (window), TOUR_KEY);
  if (tour->bar != NULL && slip_window_shows_plan (window) &&
      stops[tour->stop].is_done (tour))
    go_on (tour);
}

static void
add_bar (Tour *tour)
{
  GtkWidget *above = GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (tour->window), SLIP_TYPE_WINDOW,
                                   "read_only_bar"));
  GtkWidget *label = gtk_label_new (NULL);
  tour->bar = gtk_info_bar_new ();
  tour->label = GTK_LABEL (label);
  gtk_widget_set_name (tour->bar, "tour-bar");
  gtk_label_set_wrap (tour->label, TRUE);
  gtk_label_set_xalign (tour->label, 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 6);
  gtk_info_bar_add_child (GTK_INFO_BAR (tour->bar), label);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (tour->bar), GTK_MESSAGE_INFO);
  gtk_info_bar_set_show_close_button (GTK_INFO_BAR (tour->bar), TRUE);
  tour->next_button =
    gtk_info_bar_add_button (GTK_INFO_BAR (tour->bar), "", RESPONSE_NEXT);
  gtk_button_set_use_underline (GTK_BUTTON (tour->next_button), TRUE);
  gtk_widget_set_name (tour->next_button, "tour-next");
  gtk_widget_set_valign (tour->next_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (tour->bar, "response", G_CALLBACK (response_cb),
                           tour->window, 0);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (above)),
                              tour->bar, above);
}

static void
begin (Tour *tour)
{
  tour->is_wanted = FALSE;
  if (tour->bar == NULL)
    add_bar (tour);
  tour->stop = load_stop ();
  show_stop (tour);
  look (tour->window);
}

static void
plan_shown_cb (SlipWindow *window)
{
  Tour *tour = g_object_get_data (G_OBJECT (window), TOUR_KEY);
  /* What can be undone is known only after the window shows the plan anew. */
  g_signal_connect_object (slip_window_get_workspace (window), "undo-changed",
                           G_CALLBACK (look), window, G_CONNECT_SWAPPED);
  if (tour->is_wanted)
    begin (tour);
}

static void
tour_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (slip_window_can_edit (window) && slip_window_shows_plan (window))
    begin (g_object_get_data (window, TOUR_KEY));
}

static void
tour_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  Tour *tour = g_object_get_data (window, TOUR_KEY);
  tour->is_wanted = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
}

void
slip_tour_add_actions (SlipWindow *window)
{
  static const GActionEntry entries[] = {
    { "tour", tour_cb },
    { "tour-sample", tour_sample_cb },
  };

  g_return_if_fail (SLIP_IS_WINDOW (window));

  Tour *tour = g_new0 (Tour, 1);
  tour->window = window;
  g_object_set_data_full (G_OBJECT (window), TOUR_KEY, tour, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
  g_signal_connect (window, "plan-shown", G_CALLBACK (plan_shown_cb), NULL);
  g_signal_connect (window, "refreshed", G_CALLBACK (look), NULL);
  g_signal_connect_object (slip_window_get_page (window), "notify::view",
                           G_CALLBACK (look), window, G_CONNECT_SWAPPED);
}
