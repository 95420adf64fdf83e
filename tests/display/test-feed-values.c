/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "readiness-fixture.h"

#include "slip-accept-dialog.h"
#include "slip-checklist-row.h"
#include "slip-feed-bar.h"
#include "slip-feed-history.h"
#include "slip-feed-values.h"
#include "slip-feeds-page.h"
#include "slip-flag-row.h"
#include "slip-freezes-page.h"
#include "slip-now.h"
#include "slip-observations.h"
#include "slip-readiness-cell.h"

/* 2026-12-01 12:00 UTC, and a minute. */
#define NOON   G_GINT64_CONSTANT (1796126400000)
#define MINUTE G_GINT64_CONSTANT (60000)

typedef struct {
  Readiness readiness;
  SlipClock *clock;
  const char *url; /* where the source says more of the next value */
} Fixture;

static SlipMoment
get_now (void)
{
  return (SlipMoment){ NOON, TODAY };
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  readiness_set_up (&fixture->readiness);
  fixture->clock = slip_clock_new_fixed (TODAY, NOON);
  READINESS_CREATE (&fixture->readiness, SLIP_KIND_FEED, "desk", NULL, "name",
                    "Help <desk>", "address", "https://desk.example.org/",
                    "adapter", "slipway", "is_enabled", "true");
  slip_plan_state_set_loaded (fixture->readiness.state, "first");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->readiness.window)
    readiness_close (&fixture->readiness, fixture->readiness.window);
  readiness_tear_down (&fixture->readiness);
  slip_clock_unref (fixture->clock);
}

static void
show (Fixture *fixture, GtkWidget *child)
{
  readiness_show (&fixture->readiness, child, 400, 300);
  slip_now_set_clock (fixture->readiness.window, fixture->clock);
}

/* The feed has said so of Mobile 4.2, and answered @ago_ms before noon. */
static void
say (Fixture *fixture,
     const char *audience,
     SlipObservedState observed,
     gint64 ago_ms,
     const char *failure)
{
  g_autoptr (GPtrArray) values =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_value_free);
  g_autoptr (GPtrArray) standings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_standing_free);
  SlipObservation *status = slip_observation_new (SLIP_OBSERVATION_STATUS);
  SlipFeedStanding *standing = slip_feed_standing_new ("desk");
  g_autoptr (SlipObservations) observations = NULL;
  SlipPlanState *next;

  status->release = g_strdup ("Mobile 4.2");
  status->audience = g_strdup (audience);
  status->state = observed;
  status->text = g_strdup ("<b>Training</b> held");
  status->url = g_strdup (fixture->url);
  g_ptr_array_add (values,
                   slip_feed_value_new ("desk", status, NOON - 3 * MINUTE));
  standing->tried_at_ms = NOON - (failure ? MINUTE : ago_ms);
  standing->succeeded_at_ms = NOON - ago_ms;
  standing->failing_since_ms = failure ? NOON - ago_ms + MINUTE : 0;
  standing->n_failures = failure ? 3 : 0;
  standing->next_at_ms = NOON + 5 * MINUTE;
  standing->error = g_strdup (failure);
  g_ptr_array_add (standings, standing);
  observations =
    slip_observations_new (fixture->readiness.state, values, standings);
  next =
    slip_plan_state_with_observations (fixture->readiness.state, observations);
  slip_plan_state_unref (fixture->readiness.state);
  fixture->readiness.state = next;
}

static GtkWidget *
find_text (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), part))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_text (child, part);

    if (found)
      return found;
  }
  return NULL;
}

static SlipFeedValues *
show_values (Fixture *fixture, const char *audience)
{
  GtkWidget *values = slip_feed_values_new ();

  show (fixture, values);
  slip_feed_values_set_plan (SLIP_FEED_VALUES (values),
                             fixture->readiness.state, "first", audience,
                             TODAY);
  return SLIP_FEED_VALUES (values);
}

static void
test_nothing_said_shows_nothing (Fixture *fixture, gconstpointer data)
{
  SlipFeedValues *values = show_values (fixture, "support");

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (values)));
}

static void
test_a_value_tells_source_and_age (Fixture *fixture, gconstpointer data)
{
  GtkWidget *values;

  say (fixture, "Support", SLIP_OBSERVED_AT_RISK, MINUTE, NULL);
  values = GTK_WIDGET (show_values (fixture, "support"));
  g_assert_true (gtk_widget_get_visible (values));
  g_assert_nonnull (find_text (values, "⚠ At risk"));
  g_assert_nonnull (find_text (values, "<b>Training</b> held"));
  g_assert_nonnull (find_text (values, "Help <desk>, 3 min ago"));
  g_assert_null (find_text (values, "not confirmed"));
}

/* It is shown before it is opened, and only if it is of the web. */
static void
test_more_of_it_can_be_opened (Fixture *fixture, gconstpointer data)
{
  GtkWidget *values;
  GtkWidget *open;

  fixture->url = "https://desk.example.org/42?a&b";
  say (fixture, "Support", SLIP_OBSERVED_DONE, MINUTE, NULL);
  values = GTK_WIDGET (show_values (fixture, "support"));
  open = readiness_find (values, "open-value:Support");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (open), ==, fixture->url);

  fixture->url = "file:///etc/passwd";
  say (fixture, "Support", SLIP_OBSERVED_DONE, MINUTE, NULL);
  slip_feed_values_set_plan (SLIP_FEED_VALUES (values),
                             fixture->readiness.state, "first", "support",
                             TODAY);
  g_assert_null (readiness_find (values, "open-value:Support"));
}

static void
test_what_disagrees_is_told (Fixture *fixture, gconstpointer data)
{
  GtkWidget *values;

  say (fixture, "Support", SLIP_OBSERVED_DONE, MINUTE, NULL);
  values = GTK_WIDGET (show_values (fixture, "support"));
  g_assert_nonnull (find_text (values, "≠ Help <desk> says “Done”"));
}

static void
test_an_old_word_is_louder (Fixture *fixture, gconstpointer data)
{
  GtkWidget *values;

  say (fixture, "Support", SLIP_OBSERVED_DONE, 3 * 24 * 60 * MINUTE,
       "No route");
  values = GTK_WIDGET (show_values (fixture, "support"));
  g_assert_nonnull (find_text (values,
                               "⚠ Help <desk>, 3 min ago, not confirmed "
                               "for 3 d"));
  g_assert_null (find_text (values, "≠"));
}

static void
test_what_has_no_checklist_is_of_the_release (Fixture *fixture,
                                              gconstpointer data)
{
  GtkWidget *values;

  say (fixture, "Finance", SLIP_OBSERVED_BLOCKED, MINUTE, NULL);
  values = GTK_WIDGET (show_values (fixture, NULL));
  g_assert_nonnull (find_text (values, "Finance"));
  g_assert_nonnull (find_text (values, "✗ Blocked"));
}

static void
test_a_checklist_has_it_in_its_line (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = slip_checklist_row_new ("first", "first-support");
  g_autoptr (SlipReleaseSummary) summary = NULL;

  say (fixture, "Support", SLIP_OBSERVED_DONE, MINUTE, NULL);
  show (fixture, row);
  summary = slip_plan_state_get_summary (fixture->readiness.state, "first");
  slip_checklist_row_set_plan (SLIP_CHECKLIST_ROW (row),
                               fixture->readiness.state,
                               slip_release_summary_find (summary, "support"),
                               TODAY);
  g_assert_nonnull (find_text (row, "≠ feed: done"));
  g_assert_null (readiness_find (row, "feed-values"));
  slip_checklist_row_set_open (SLIP_CHECKLIST_ROW (row), TRUE);
  g_assert_nonnull (readiness_find (row, "feed-values"));
}

static void
test_a_cell_has_it_in_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell = slip_readiness_cell_new ();
  g_autoptr (SlipReleaseSummary) summary = NULL;
  const SlipPlanState *state;
  SlipMatrixRow row = { 0 };
  SlipReadinessCellContent content = { 0 };

  say (fixture, "Support", SLIP_OBSERVED_DONE, MINUTE, NULL);
  show (fixture, cell);
  state = fixture->readiness.state;
  summary = slip_plan_state_get_summary (state, "first");
  row.release =
    (SlipRow *) slip_plan_state_get (state, SLIP_KIND_RELEASE, "first");
  content.state = state;
  content.today = TODAY;
  content.row = &row;
  content.audience = slip_plan_state_get (state, SLIP_KIND_AUDIENCE, "support");
  content.checklist = slip_release_summary_find (summary, "support");
  slip_readiness_cell_set_content (SLIP_READINESS_CELL (cell), &content);
  g_assert_nonnull (
    strstr (slip_readiness_cell_get_label (SLIP_READINESS_CELL (cell)),
            "feed: done (Help <desk>, 3 min ago). Help <desk> "
            "says “Done”"));
}

static void
test_the_bar_grows_louder (Fixture *fixture, gconstpointer data)
{
  SlipFeedBar *bar = g_object_new (SLIP_TYPE_FEED_BAR, NULL);

  show (fixture, GTK_WIDGET (bar));
  say (fixture, "Support", SLIP_OBSERVED_DONE, 10 * MINUTE, "No route");
  slip_feed_bar_set_plan (bar, fixture->readiness.state, get_now ());
  g_assert_cmpstr (slip_feed_bar_get_text (bar), ==, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));

  say (fixture, "Support", SLIP_OBSERVED_DONE, 3 * 60 * MINUTE, "No route");
  slip_feed_bar_set_plan (bar, fixture->readiness.state, get_now ());
  g_assert_cmpstr (slip_feed_bar_get_text (bar), ==,
                   "Status feed Help <desk>: answered 3 h ago; failing for 2 "
                   "h");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (bar), "loud"));

  say (fixture, "Support", SLIP_OBSERVED_DONE, 3 * 24 * 60 * MINUTE,
       "No route");
  slip_feed_bar_set_plan (bar, fixture->readiness.state, get_now ());
  g_assert_true (g_str_has_suffix (slip_feed_bar_get_text (bar), ". No route"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (bar), "loud"));
}

static void
test_the_list_tells_how_a_feed_fares (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = slip_feeds_page_new ();
  GtkWidget *row;

  show (fixture, page);
  say (fixture, "Helpdesk", SLIP_OBSERVED_DONE, 10 * MINUTE, "No <route>");
  slip_feeds_page_set_plan (SLIP_FEEDS_PAGE (page), fixture->readiness.state,
                            get_now ());
  row = readiness_find (page, "feed:Help <desk>");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "answered 10 min ago; failing for 9 min · 1 value · 1 "
                   "matches nothing · next try in 5 min\nNo <route>");
  g_assert_false (
    adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)));
}

/* Of many audiences that nobody knows, and at last of the release itself. */
static void
say_much (Fixture *fixture, guint n)
{
  g_autoptr (GPtrArray) values =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_value_free);
  g_autoptr (GPtrArray) standings = g_ptr_array_new ();
  g_autoptr (SlipObservations) observations = NULL;
  SlipPlanState *next;

  for (guint i = 0; i <= n; i++) {
    SlipObservation *status = slip_observation_new (SLIP_OBSERVATION_STATUS);

    status->release = g_strdup ("Mobile 4.2");
    status->audience = i < n ? g_strdup_printf ("Unknown %u", i) : NULL;
    g_ptr_array_add (values, slip_feed_value_new ("desk", status, NOON));
  }
  observations =
    slip_observations_new (fixture->readiness.state, values, standings);
  next =
    slip_plan_state_with_observations (fixture->readiness.state, observations);
  slip_plan_state_unref (fixture->readiness.state);
  fixture->readiness.state = next;
}

/* A feed that says more than anybody reads does not hold the window up. */
static void
test_of_much_the_most_is_counted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *values = slip_feed_values_new ();

  show (fixture, values);
  say_much (fixture, 9999);
  slip_feed_values_set_plan (SLIP_FEED_VALUES (values),
                             fixture->readiness.state, "first", NULL, TODAY);
  g_assert_nonnull (readiness_find (values, "accept-value:Release"));
  g_assert_nonnull (readiness_find (values, "accept-value:Unknown 18"));
  g_assert_null (readiness_find (values, "accept-value:Unknown 19"));
  g_assert_nonnull (find_text (values, "and 9980 more values"));
}

/* The feed says that a flag is on, for a quarter. */
static void
say_flag (Fixture *fixture)
{
  g_autoptr (GPtrArray) values =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_value_free);
  g_autoptr (GPtrArray) standings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_standing_free);
  SlipObservation *flag = slip_observation_new (SLIP_OBSERVATION_FLAG);
  SlipFeedStanding *standing = slip_feed_standing_new ("desk");
  g_autoptr (SlipObservations) observations = NULL;
  SlipPlanState *next;

  flag->flag = g_strdup ("checkout");
  flag->is_on = SLIP_SAID_YES;
  flag->share = 2500;
  standing->tried_at_ms = NOON;
  standing->succeeded_at_ms = NOON;
  g_ptr_array_add (values, slip_feed_value_new ("desk", flag, NOON));
  g_ptr_array_add (standings, standing);
  observations =
    slip_observations_new (fixture->readiness.state, values, standings);
  next =
    slip_plan_state_with_observations (fixture->readiness.state, observations);
  slip_plan_state_unref (fixture->readiness.state);
  fixture->readiness.state = next;
}

static void
test_a_flag_is_accepted_where_it_stands (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = slip_flag_row_new ("checkout-flag");
  GtkWidget *accept;
  const SlipPlanState *state;

  READINESS_CREATE (&fixture->readiness, SLIP_KIND_FLAG, "checkout-flag",
                    "first", "key", "checkout");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  show (fixture, list);
  state = fixture->readiness.state;
  slip_flag_row_set_plan (SLIP_FLAG_ROW (row), state,
                          slip_plan_state_get (state, SLIP_KIND_FLAG,
                                               "checkout-flag"));
  accept = readiness_find (row, "accept-flag");
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (accept)));

  say_flag (fixture);
  state = fixture->readiness.state;
  slip_flag_row_set_plan (SLIP_FLAG_ROW (row), state,
                          slip_plan_state_get (state, SLIP_KIND_FLAG,
                                               "checkout-flag"));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (accept)));
  g_signal_emit_by_name (accept, "clicked");
  g_assert_true (g_str_has_prefix (fixture->readiness.log->str,
                                   "accept-observation ('desk', "));
  g_assert_true (
    g_str_has_suffix (fixture->readiness.log->str, ", 'checkout-flag')\n"));
}

static void
test_freezes_of_feeds_are_beside_the_others (Fixture *fixture,
                                             gconstpointer data)
{
  SlipSettingsPage *page = slip_freezes_page_new ();
  g_autoptr (GPtrArray) values =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_value_free);
  g_autoptr (GPtrArray) standings = g_ptr_array_new ();
  SlipObservation *freeze = slip_observation_new (SLIP_OBSERVATION_FREEZE);
  g_autoptr (SlipObservations) observations = NULL;
  g_autoptr (SlipPlanState) state = NULL;

  show (fixture, GTK_WIDGET (page));
  slip_settings_page_set_plan (page, fixture->readiness.state, TODAY);
  g_assert_false (
    gtk_widget_get_visible (readiness_find (GTK_WIDGET (page), "feed-values")));
  freeze->text = g_strdup ("Year end");
  freeze->freeze = slip_range_new (TODAY, slip_date_add_days (TODAY, 9));
  g_ptr_array_add (values, slip_feed_value_new ("desk", freeze, NOON));
  observations =
    slip_observations_new (fixture->readiness.state, values, standings);
  state =
    slip_plan_state_with_observations (fixture->readiness.state, observations);
  slip_settings_page_set_plan (page, state, TODAY);
  g_assert_nonnull (find_text (GTK_WIDGET (page), "Year end"));
  g_assert_nonnull (
    readiness_find (GTK_WIDGET (page), "accept-value:Year end"));
}

static const SlipFeedValue *
get_value (Fixture *fixture)
{
  return slip_observations_get_values (
           slip_plan_state_get_observations (fixture->readiness.state))
    ->pdata[0];
}

static GtkWidget *
show_accept (Fixture *fixture)
{
  const SlipPlanState *state = fixture->readiness.state;
  g_autoptr (SlipAccept) accept =
    slip_accept_new (state, get_value (fixture), NULL, get_now ());
  SlipFormWindow *dialog =
    slip_accept_dialog_new (state, get_value (fixture), accept, get_now ());

  fixture->readiness.window = GTK_WIDGET (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WIDGET (dialog);
}

static void
test_accepting_tells_what_it_changes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  say (fixture, "Support", SLIP_OBSERVED_DONE, MINUTE, NULL);
  dialog = show_accept (fixture);
  g_assert_nonnull (find_text (dialog, "✓ Done\n<b>Training</b> held"));
  g_assert_nonnull (find_text (dialog, "Help <desk>, 3 min ago"));
  g_assert_nonnull (find_text (dialog, "Write macros"));
  g_assert_true (gtk_widget_get_sensitive (readiness_find (dialog, "accept")));
}

static void
test_there_may_be_nothing_to_accept (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  say (fixture, "Marketing", SLIP_OBSERVED_NOT_NEEDED, MINUTE, NULL);
  dialog = show_accept (fixture);
  g_assert_nonnull (find_text (dialog, "Nothing: the plan says so already"));
  g_assert_false (gtk_widget_get_sensitive (readiness_find (dialog, "accept")));
}

/* What the plan has no place for is not said to be there. */
static void
test_why_nothing_is_accepted_is_told (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  say (fixture, "Support", SLIP_OBSERVED_AT_RISK, MINUTE, NULL);
  dialog = show_accept (fixture);
  g_assert_nonnull (
    find_text (dialog, "Nothing: items of the checklist are open, and the feed "
                       "does not say which of them “At risk” is about"));
  g_assert_false (gtk_widget_get_sensitive (readiness_find (dialog, "accept")));
}

static void
test_history_tells_each_change (Fixture *fixture, gconstpointer data)
{
  SlipFeedWord words[2] = { 0 };
  GtkWidget *window;

  say (fixture, "Support", SLIP_OBSERVED_DONE, MINUTE, NULL);
  g_autoptr (SlipObservation) before =
    slip_observation_new (SLIP_OBSERVATION_STATUS);
  before->state = SLIP_OBSERVED_AT_RISK;
  words[0].observation = get_value (fixture)->observation;
  words[0].since_ms = NOON;
  words[1] = (SlipFeedWord){ before, NOON - 60 * MINUTE, NOON };
  window = slip_feed_history_new (words, 2, "Help <desk>", TODAY);
  fixture->readiness.window = window;
  gtk_window_present (GTK_WINDOW (window));
  g_assert_nonnull (find_text (window, "From “At risk” to “Done” on Tue 1 "
                                       "December"));
  g_assert_nonnull (find_text (window, "“At risk” since Tue 1 December"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func)                                                        \
  g_test_add ("/feed-values/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing-said-shows-nothing", test_nothing_said_shows_nothing);
  ADD ("a-value-tells-source-and-age", test_a_value_tells_source_and_age);
  ADD ("more-of-it-can-be-opened", test_more_of_it_can_be_opened);
  ADD ("what-disagrees-is-told", test_what_disagrees_is_told);
  ADD ("an-old-word-is-louder", test_an_old_word_is_louder);
  ADD ("what-has-no-checklist-is-of-the-release",
       test_what_has_no_checklist_is_of_the_release);
  ADD ("a-checklist-has-it-in-its-line", test_a_checklist_has_it_in_its_line);
  ADD ("a-cell-has-it-in-words", test_a_cell_has_it_in_words);
  ADD ("the-bar-grows-louder", test_the_bar_grows_louder);
  ADD ("the-list-tells-how-a-feed-fares", test_the_list_tells_how_a_feed_fares);
  ADD ("accepting-tells-what-it-changes", test_accepting_tells_what_it_changes);
  ADD ("of-much-the-most-is-counted", test_of_much_the_most_is_counted);
  ADD ("there-may-be-nothing-to-accept", test_there_may_be_nothing_to_accept);
  ADD ("why-nothing-is-accepted-is-told", test_why_nothing_is_accepted_is_told);
  ADD ("history-tells-each-change", test_history_tells_each_change);
  ADD ("a-flag-is-accepted-where-it-stands",
       test_a_flag_is_accepted_where_it_stands);
  ADD ("freezes-of-feeds-are-beside-the-others",
       test_freezes_of_feeds_are_beside_the_others);
#undef ADD
  return g_test_run ();
}
