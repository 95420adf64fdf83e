/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-trial.h"

#include "slip-compat.h"
#include "slip-observation-text.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"
#include "slip-release.h"

#include <glib/gi18n-lib.h>

/* More than a person looks through. */
#define MAX_ROWS 30

/* Above what is scrolled to. */
#define SPACE_PX 18

struct _SlipFeedTrial {
  AdwPreferencesGroup parent_instance;

  GtkWidget *try_button;
  GtkWidget *waiting; /* a box */
  GtkSpinner *spinner;
  GtkWidget *cancel;
  GPtrArray *rows; /* GtkWidget, borrowed */
};

G_DEFINE_FINAL_TYPE (SlipFeedTrial, slip_feed_trial, ADW_TYPE_PREFERENCES_GROUP)

enum {
  WANTED,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
try_clicked_cb (GtkButton *button, SlipFeedTrial *self)
{
  g_signal_emit (self, signals[WANTED], 0);
}

static void
cancel_clicked_cb (GtkButton *button, SlipFeedTrial *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
remove_rows (SlipFeedTrial *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

/* The focus goes along with the button that takes the other's place. */
static void
set_waiting (SlipFeedTrial *self, gboolean is_waiting)
{
  GtkWidget *old = is_waiting ? self->try_button : self->cancel;
  gboolean has_focus = gtk_widget_has_focus (old);

  gtk_widget_set_visible (self->try_button, !is_waiting);
  gtk_widget_set_visible (self->waiting, is_waiting);
  gtk_spinner_set_spinning (self->spinner, is_waiting);
  if (has_focus)
    gtk_widget_grab_focus (is_waiting ? self->cancel : self->try_button);
}

static void
add_row (SlipFeedTrial *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* @detail: (nullable): a second line */
static void
add_outcome (SlipFeedTrial *self,
             const char *icon_name,
             const char *text,
             const char *detail,
             gboolean is_failure)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_set_name (texts, "feed-trial-outcome");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, is_failure ? "error" : "success");
  gtk_box_append (GTK_BOX (texts), new_label (text, NULL));
  if (detail)
    gtk_box_append (GTK_BOX (texts), new_label (detail, "dim-label"));
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_widget_add_css_class (line, "field");
  add_row (self, slip_plain_row_new (line));
  slip_compat_announce (GTK_WIDGET (self), text);
}

/* What in the plan an observation is about, or why nothing is. */
static char *
dup_meaning (const SlipPlanState *state,
             const SlipObservation *observation,
             SlipObservationMatch match)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, match.release);
  const SlipRow *audience =
    slip_plan_state_get (state, SLIP_KIND_AUDIENCE, match.audience);
  g_autofree char *title = NULL;

  if (match.problem != SLIP_MATCH_FINE)
    return slip_match_problem_dup_text (match.problem, observation);
  if (!release)
    return observation->type == SLIP_OBSERVATION_FLAG
             ? g_strdup (_ ("A flag of this plan"))
             : NULL;
  title = slip_release_dup_title (state, release);
  if (!audience)
    return g_steal_pointer (&title);
  /* Translators: a release and an audience. */
  return g_strdup_printf (_ ("%s · %s"), title,
                          slip_row_get_text (audience, SLIP_AUDIENCE_NAME));
}

static void
add_observation (SlipFeedTrial *self,
                 const SlipPlanState *state,
                 const SlipObservation *observation,
                 SlipObservationMatch match,
                 SlipDate today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *about = slip_observation_dup_about (observation);
  g_autofree char *says = slip_observation_dup_marked (observation, today);
  g_autofree char *meaning = dup_meaning (state, observation, match);
  GtkWidget *value = gtk_label_new (says);

  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), about);
  if (meaning) {
    /* An arrow points where what is read next is. */
    g_autofree char *text =
      match.problem == SLIP_MATCH_FINE
        ? g_strdup_printf (gtk_widget_get_direction (GTK_WIDGET (self)) ==
                               GTK_TEXT_DIR_RTL
                             ? "← %s"
                             : "→ %s",
                           meaning)
        : g_strdup_printf ("⚠ %s", meaning);

    slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row), text);
  }
  gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (value), 22);
  gtk_widget_set_tooltip_text (value, says);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  add_row (self, row);
}

/* What means nothing comes first: that is what somebody has to look at. */
static void
add_observations (SlipFeedTrial *self,
                  const SlipStatusReport *report,
                  const SlipObservationMatcher *matcher,
                  const SlipPlanState *state,
                  SlipDate today)
{
  guint n_shown = 0;
  g_autofree char *more = NULL;

  for (int is_fine = 0; is_fine < 2; is_fine++)
    for (guint i = 0; i < report->observations->len; i++) {
      const SlipObservation *observation = report->observations->pdata[i];
      SlipObservationMatch match =
        slip_observation_matcher_find (matcher, observation);

      if ((match.problem == SLIP_MATCH_FINE) == is_fine && n_shown++ < MAX_ROWS)
        add_observation (self, state, observation, match, today);
    }
  if (n_shown <= MAX_ROWS)
    return;
  more =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more value",
                                  "and %u more values", n_shown - MAX_ROWS),
                     n_shown - MAX_ROWS);
  add_outcome (self, "view-more-horizontal-symbolic", more, NULL, FALSE);
}

/* What came may lie below what is seen: it is brought there once it has its
 * place. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;
  GtkWidget *scrolled =
    gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport =
    scrolled ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled))
             : NULL;
  GtkAdjustment *adjustment;
  double y;

  if (!viewport || --*n_frames > 0)
    return viewport != NULL;
  adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  if (gtk_widget_translate_coordinates (widget, viewport, 0, 0, NULL, &y))
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + y -
                                SPACE_PX);
  return FALSE;
}

static void
slip_feed_trial_finalize (GObject *object)
{
  g_ptr_array_unref (SLIP_FEED_TRIAL (object)->rows);

  G_OBJECT_CLASS (slip_feed_trial_parent_class)->finalize (object);
}

static void
slip_feed_trial_class_init (SlipFeedTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_feed_trial_finalize;
  signals[WANTED] =
    g_signal_new ("wanted", SLIP_TYPE_FEED_TRIAL, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] =
    g_signal_new ("cancelled", SLIP_TYPE_FEED_TRIAL, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_feed_trial_init (SlipFeedTrial *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->rows = g_ptr_array_new ();
  self->try_button = gtk_button_new_with_mnemonic (_ ("_Try It"));
  self->waiting = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->cancel = gtk_button_new_with_label (_ ("Stop"));
  gtk_widget_set_name (GTK_WIDGET (self), "feed-trial");
  gtk_widget_set_name (self->try_button, "try-feed");
  gtk_widget_set_name (self->cancel, "stop-trying");
  gtk_widget_set_visible (self->waiting, FALSE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->waiting), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (self->waiting), self->cancel);
  gtk_box_append (GTK_BOX (box), self->try_button);
  gtk_box_append (GTK_BOX (box), self->waiting);
  g_signal_connect (self->try_button, "clicked", G_CALLBACK (try_clicked_cb),
                    self);
  g_signal_connect (self->cancel, "clicked", G_CALLBACK (cancel_clicked_cb),
                    self);
  adw_preferences_group_set_title (group, _ ("What It Says"));
  adw_preferences_group_set_header_suffix (group, box);
  slip_feed_trial_show_nothing (self);
}

GtkWidget *
slip_feed_trial_new (void)
{
  return g_object_new (SLIP_TYPE_FEED_TRIAL, NULL);
}

void
slip_feed_trial_show_waiting (SlipFeedTrial *self, const char *host)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SLIP_IS_FEED_TRIAL (self));

  /* Translators: the name of a server. */
  text = g_strdup_printf (_ ("Asking %s…"), host);
  remove_rows (self);
  set_waiting (self, TRUE);
  slip_plain_text_set_group (ADW_PREFERENCES_GROUP (self), _ ("What It Says"),
                             text);
}

void
slip_feed_trial_show_nothing (SlipFeedTrial *self)
{
  g_return_if_fail (SLIP_IS_FEED_TRIAL (self));

  remove_rows (self);
  set_waiting (self, FALSE);
  slip_plain_text_set_group (ADW_PREFERENCES_GROUP (self), _ ("What It Says"),
                             _ ("Trying asks once. Nothing of it is kept"));
}

void
slip_feed_trial_show_failure (SlipFeedTrial *self, const char *text)
{
  g_return_if_fail (SLIP_IS_FEED_TRIAL (self));

  slip_feed_trial_show_nothing (self);
  add_outcome (self, "dialog-error-symbolic", text, NULL, TRUE);
  slip_feed_trial_scroll (self);
}

static char *
dup_outcome (const SlipStatusReport *report,
             const SlipObservationTally *tally,
             guint n_pages)
{
  g_autofree char *text = slip_observation_tally_dup_text (tally);
  g_autofree char *pages = NULL;
  g_autofree char *all = NULL;

  if (n_pages < 2)
    all = g_steal_pointer (&text);
  else {
    pages = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page",
                                          "%u pages", n_pages),
                             n_pages);
    all = g_strdup_printf ("%s · %s", text, pages);
  }
  return report->source_name
           ? g_strdup_printf ("%s: %s", report->source_name, all)
           : g_steal_pointer (&all);
}

void
slip_feed_trial_show_report (SlipFeedTrial *self,
                             const SlipStatusReport *report,
                             guint n_pages,
                             const SlipObservationMatcher *matcher,
                             const SlipPlanState *state,
                             SlipDate today)
{
  g_autoptr (SlipObservationTally) tally = NULL;
  g_autofree char *outcome = NULL;
  g_autofree char *states = NULL;

  g_return_if_fail (SLIP_IS_FEED_TRIAL (self));

  tally = slip_observation_tally_new (matcher, report->observations);
  outcome = dup_outcome (report, tally, n_pages);
  states = slip_observation_tally_dup_states (tally);
  slip_feed_trial_show_nothing (self);
  add_outcome (self, "object-select-symbolic", outcome, states, FALSE);
  add_observations (self, report, matcher, state, today);
}

void
slip_feed_trial_scroll (SlipFeedTrial *self)
{
  guint *n_frames;

  g_return_if_fail (SLIP_IS_FEED_TRIAL (self));

  n_frames = g_new (guint, 1);
  *n_frames = 2;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, n_frames, g_free);
}

static void
collect_labels (GtkWidget *widget, GString *lines)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)))
    g_string_append_printf (lines, "%s\n",
                            gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect_labels (child, lines);
}

char *
slip_feed_trial_dup_lines (SlipFeedTrial *self)
{
  GString *lines;

  g_return_val_if_fail (SLIP_IS_FEED_TRIAL (self), NULL);

  lines = g_string_new (NULL);
  for (guint i = 0; i < self->rows->len; i++)
    collect_labels (self->rows->pdata[i], lines);
  return g_string_free (lines, FALSE);
}
