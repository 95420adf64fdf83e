/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"

#include "slip-feed-dialog.h"
#include "slip-feed-names.h"
#include "slip-feed-trial.h"
#include "slip-feed-words.h"
#include "slip-preferences.h"

typedef struct {
  Editor editor;
  SlipFeedDialog *dialog; /* borrowed: the window owns it */
  GtkWidget *window;
  SlipPlanState *tried; /* what was asked for last */
  char *secret;
  guint n_cancelled;
  char *typed; /* the secret to be kept */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  editor_set_up (&fixture->editor, 400, 300);
  editor_show (&fixture->editor, gtk_label_new (NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *child = gtk_window_get_child (GTK_WINDOW (fixture->editor.window));

  for (int i = 0; fixture->window && i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (fixture->window);
  editor_tear_down (&fixture->editor, child);
  g_clear_pointer (&fixture->tried, slip_plan_state_unref);
  g_free (fixture->secret);
  g_free (fixture->typed);
}

static void
note_try_cb (SlipFeedDialog *dialog,
             SlipPlanState *state,
             const char *feed,
             const char *secret,
             Fixture *fixture)
{
  g_clear_pointer (&fixture->tried, slip_plan_state_unref);
  fixture->tried = slip_plan_state_ref (state);
  g_free (fixture->secret);
  fixture->secret = g_strdup (secret);
}

static void
note_cancel_cb (SlipFeedDialog *dialog, Fixture *fixture)
{
  fixture->n_cancelled++;
}

static void
note_secret_cb (SlipFeedDialog *dialog,
                const char *feed,
                const char *secret,
                Fixture *fixture)
{
  g_free (fixture->typed);
  fixture->typed = g_strdup (secret);
}

static void
show_window (Fixture *fixture, GtkWidget *window)
{
  fixture->window = window;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &fixture->window);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (fixture->editor.window));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
}

static void
show (Fixture *fixture, const char *feed)
{
  fixture->dialog = slip_feed_dialog_new (fixture->editor.state, feed, TODAY);
  g_signal_connect (fixture->dialog, "try-wanted", G_CALLBACK (note_try_cb),
                    fixture);
  g_signal_connect (fixture->dialog, "try-cancelled",
                    G_CALLBACK (note_cancel_cb), fixture);
  g_signal_connect (fixture->dialog, "secret-typed",
                    G_CALLBACK (note_secret_cb), fixture);
  show_window (fixture,
               GTK_WIDGET (slip_feed_dialog_get_window (fixture->dialog)));
}

static GtkWidget *
find (Fixture *fixture, const char *name)
{
  GtkWidget *widget = editor_find (fixture->window, name);

  g_assert_nonnull (widget);
  return widget;
}

static void
click (Fixture *fixture, const char *name)
{
  g_signal_emit_by_name (find (fixture, name), "clicked");
}

static void
fill (Fixture *fixture, guint property, const char *text)
{
  slip_form_window_set_text (slip_feed_dialog_get_window (fixture->dialog),
                             property, text);
}

static void
fill_in (Fixture *fixture)
{
  fill (fixture, SLIP_FEED_NAME, "Desk <b>");
  fill (fixture, SLIP_FEED_ADDRESS, "https://status.example.org/all.json");
}

static const SlipRow *
get_feed (Fixture *fixture)
{
  g_autoptr (GPtrArray) feeds =
    slip_plan_state_list (fixture->editor.state, SLIP_KIND_FEED);

  g_assert_cmpuint (feeds->len, ==, 1);
  return slip_plan_state_get (fixture->editor.state, SLIP_KIND_FEED,
                              slip_row_get_id (feeds->pdata[0]));
}

static SlipStatusReport *
new_report (void)
{
  static const struct {
    const char *release;
    const char *audience;
    SlipObservedState state;
  } values[] = {
    { "Mobile 4.2", "Support", SLIP_OBSERVED_DONE },
    { "MOB-42", "Helpdesk", SLIP_OBSERVED_AT_RISK },
  };
  SlipStatusReport *report = slip_status_report_new ();

  report->source_name = g_strdup ("Support desk");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    SlipObservation *status =
      slip_status_report_add (report, SLIP_OBSERVATION_STATUS);

    status->release = g_strdup (values[i].release);
    status->audience = g_strdup (values[i].audience);
    status->state = values[i].state;
  }
  return report;
}

static void
assert_lines (Fixture *fixture, const char *expected)
{
  g_autofree char *lines =
    slip_feed_trial_dup_lines (SLIP_FEED_TRIAL (find (fixture, "feed-trial")));

  g_assert_cmpstr (lines, ==, expected);
}

static void
test_adding_is_one_step (Fixture *fixture, gconstpointer data)
{
  const SlipRow *feed;

  show (fixture, NULL);
  click (fixture, "accept");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find (fixture, "fault"))), ==,
                   "Status feed: a name is needed");
  g_assert_cmpstr (fixture->editor.log->str, ==, "");

  fill_in (fixture);
  slip_feed_dialog_type_secret (fixture->dialog, "hush");
  click (fixture, "accept");
  g_assert_true (g_str_has_prefix (fixture->editor.log->str, "edit-entities"));
  g_assert_null (strstr (fixture->editor.log->str, "hush"));
  feed = get_feed (fixture);
  g_assert_cmpstr (slip_row_get_text (feed, SLIP_FEED_NAME), ==, "Desk <b>");
  g_assert_cmpstr (slip_row_get_text (feed, SLIP_FEED_ADAPTER), ==, "slipway");
  g_assert_true (slip_row_get_boolean (feed, SLIP_FEED_IS_ENABLED));
  /* No kind of secret was chosen, so what was typed is none. */
  g_assert_null (fixture->typed);
}

static void
test_a_secret_is_kept_elsewhere (Fixture *fixture, gconstpointer data)
{
  show (fixture, NULL);
  fill_in (fixture);
  g_assert_false (gtk_widget_get_visible (find (fixture, "feed-secret")));
  fill (fixture, SLIP_FEED_SECRET_TYPE, "bearer");
  g_assert_true (gtk_widget_get_visible (find (fixture, "feed-secret")));
  slip_feed_dialog_type_secret (fixture->dialog, "hush");
  click (fixture, "accept");
  g_assert_null (strstr (fixture->editor.log->str, "hush"));
  g_assert_cmpstr (fixture->typed, ==, "hush");
}

static void
test_a_kept_secret_can_be_forgotten (Fixture *fixture, gconstpointer data)
{
  show (fixture, NULL);
  fill_in (fixture);
  fill (fixture, SLIP_FEED_SECRET_TYPE, "bearer");
  slip_feed_dialog_set_has_secret (fixture->dialog, TRUE);
  g_assert_cmpstr (adw_preferences_row_get_title (
                     ADW_PREFERENCES_ROW (find (fixture, "feed-secret"))),
                   ==, "Is set; type to replace it");
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (find (fixture, "feed-secret"))),
                   ==, "");
  click (fixture, "forget-secret");
  click (fixture, "accept");
  g_assert_cmpstr (fixture->typed, ==, "");
}

static void
test_trying_asks_as_it_is_filled_in (Fixture *fixture, gconstpointer data)
{
  const SlipRow *tried;

  show (fixture, NULL);
  click (fixture, "try-feed");
  g_assert_null (fixture->tried);
  fill_in (fixture);
  fill (fixture, SLIP_FEED_SECRET_TYPE, "bearer");
  slip_feed_dialog_type_secret (fixture->dialog, "hush");
  click (fixture, "try-feed");
  g_assert_cmpstr (fixture->editor.log->str, ==, "");
  tried = slip_plan_state_get (fixture->tried, SLIP_KIND_FEED,
                               slip_feed_dialog_get_feed (fixture->dialog));
  g_assert_cmpstr (slip_row_get_text (tried, SLIP_FEED_ADDRESS), ==,
                   "https://status.example.org/all.json");
  g_assert_cmpstr (fixture->secret, ==, "hush");
  g_assert_nonnull (editor_find_text (fixture->window, "Asking status.example.o"
                                                       "rg"));
  click (fixture, "stop-trying");
  g_assert_cmpuint (fixture->n_cancelled, ==, 1);
  g_assert_null (editor_find_text (fixture->window, "Asking "));

  click (fixture, "try-feed");
  slip_feed_dialog_show_failure (fixture->dialog, "It <i>failed</i>");
  assert_lines (fixture, "It <i>failed</i>\n");
  gtk_window_close (GTK_WINDOW (fixture->window));
}

static void
test_names_are_explained (Fixture *fixture, gconstpointer data)
{
  const char *release =
    editor_find_id (&fixture->editor, SLIP_KIND_RELEASE, "Mobile 4.2");
  const char *support =
    editor_find_id (&fixture->editor, SLIP_KIND_AUDIENCE, "Support");
  g_autoptr (GPtrArray) aliases = NULL;
  SlipFeedNames *names;

  show (fixture, NULL);
  fill_in (fixture);
  names = SLIP_FEED_NAMES (find (fixture, "feed-names"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (names)));
  click (fixture, "try-feed");
  slip_feed_dialog_show_report (fixture->dialog, new_report (), 2);
  assert_lines (fixture,
                "Support desk: 2 values, about 1 release of this plan · 2 "
                "pages\n1 × At risk · 1 × Done\n"
                "MOB-42 · Helpdesk\n⚠ No release is called “MOB-42”\n"
                "⚠ At risk\n"
                "Mobile 4.2 · Support\n→ Mobile 4.2 “Offline mode” · Support\n"
                "✓ Done\n");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (names)));
  g_assert_nonnull (find (fixture, "this-is:MOB-42"));
  g_assert_nonnull (find (fixture, "this-is:Helpdesk"));

  /* The preview follows. */
  slip_feed_names_choose (names, "MOB-42", release);
  slip_feed_names_choose (names, "Helpdesk", support);
  g_assert_null (editor_find_text (find (fixture, "feed-trial"), "No release"));
  click (fixture, "accept");
  aliases =
    slip_plan_state_list_owned (fixture->editor.state, SLIP_KIND_FEED_ALIAS,
                                slip_row_get_id (get_feed (fixture)));
  g_assert_cmpuint (aliases->len, ==, 2);
}

static void
test_of_many_names_the_most_are_counted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *list;

  show (fixture, NULL);
  for (guint i = 0; i < 10000; i++) {
    SlipUnmatchedName *name = g_new0 (SlipUnmatchedName, 1);

    name->kind = SLIP_KIND_RELEASE;
    name->text = g_strdup_printf ("Name %u", i);
    name->problem = SLIP_MATCH_NO_RELEASE;
    g_ptr_array_add (texts, name->text);
    g_ptr_array_add (names, name);
  }
  list = find (fixture, "feed-names");
  slip_feed_names_add (SLIP_FEED_NAMES (list), names);
  g_assert_nonnull (find (fixture, "this-is:Name 49"));
  g_assert_nonnull (editor_find_text (list, "and 9950 more"));
  g_assert_null (editor_find_text (list, "Name 50"));
  gtk_window_close (GTK_WINDOW (fixture->window));
}

/* A flag that no release has is told of, and once. */
static void
test_flags_that_match_nothing_are_listed (Fixture *fixture, gconstpointer data)
{
  SlipUnmatchedName flag = { .kind = SLIP_KIND_FLAG,
                             .text = (char *) "check<out>",
                             .problem = SLIP_MATCH_NO_FLAG,
                             .n_observations = 1 };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GtkWidget *list;
  GtkWidget *label;

  show (fixture, NULL);
  g_ptr_array_add (names, &flag);
  list = find (fixture, "feed-names");
  slip_feed_names_add (SLIP_FEED_NAMES (list), names);
  slip_feed_names_add (SLIP_FEED_NAMES (list), names);
  g_assert_true (gtk_widget_get_visible (list));
  label = editor_find_text (list, "No open release has the flag “check<out>”");
  g_assert_nonnull (label);
  gtk_widget_set_visible (label, FALSE);
  gtk_label_set_text (GTK_LABEL (label), "");
  g_assert_null (editor_find_text (list, "check<out>"));
  gtk_window_close (GTK_WINDOW (fixture->window));
}

static void
test_words_and_pointers_are_for_the_general_one (Fixture *fixture,
                                                 gconstpointer data)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *id = NULL;
  SlipFeedWords *table;

  show (fixture, NULL);
  fill_in (fixture);
  table = SLIP_FEED_WORDS (find (fixture, "feed-words"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (table)));
  fill (fixture, SLIP_FEED_ADAPTER, "general");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (table)));
  slip_feed_words_add (table, "geklärt", SLIP_OBSERVED_DONE);
  slip_feed_words_add (table, " ", SLIP_OBSERVED_DONE);
  click (fixture, "accept");
  /* Nothing says where a release is. */
  g_assert_true (gtk_widget_get_visible (find (fixture, "fault")));
  fill (fixture, SLIP_FEED_RELEASE_POINTER, "/release");
  fill (fixture, SLIP_FEED_STATE_POINTER, "/state");
  click (fixture, "accept");
  id = g_strdup (slip_row_get_id (get_feed (fixture)));
  words =
    slip_plan_state_list_owned (fixture->editor.state, SLIP_KIND_FEED_WORD, id);
  g_assert_cmpuint (words->len, ==, 1);
  g_assert_cmpint (slip_row_get_integer (words->pdata[0], SLIP_FEED_WORD_STATE),
                   ==, SLIP_OBSERVED_DONE);
}

static void
test_saving_nothing_asks_for_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  show (fixture, NULL);
  fill_in (fixture);
  click (fixture, "accept");
  for (int i = 0; fixture->window && i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_string_truncate (fixture->editor.log, 0);
  id = g_strdup (slip_row_get_id (get_feed (fixture)));

  show (fixture, id);
  click (fixture, "accept");
  g_assert_cmpstr (fixture->editor.log->str, ==, "");
}

static void
test_preferences_list_feeds (Fixture *fixture, gconstpointer data)
{
  GtkWidget *preferences = slip_preferences_new ();
  SlipMoment moment = { 0, TODAY };

  slip_preferences_set_plan (SLIP_PREFERENCES (preferences),
                             fixture->editor.state, moment);
  g_assert_nonnull (editor_find_text (preferences, "No feed yet"));
  g_object_ref_sink (preferences);
  gtk_window_destroy (GTK_WINDOW (preferences));
  g_object_unref (preferences);

  show (fixture, NULL);
  fill_in (fixture);
  click (fixture, "accept");
  for (int i = 0; fixture->window && i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  preferences = slip_preferences_new ();
  show_window (fixture, preferences);
  slip_preferences_set_plan (SLIP_PREFERENCES (preferences),
                             fixture->editor.state, moment);
  slip_preferences_show_feeds (SLIP_PREFERENCES (preferences));
  g_assert_nonnull (find (fixture, "feed:Desk <b>"));
  g_assert_false (
    gtk_widget_is_visible (editor_find_text (preferences, "No feed yet")));
  gtk_window_close (GTK_WINDOW (preferences));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func)                                                        \
  g_test_add ("/feed-dialog/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("adding-is-one-step", test_adding_is_one_step);
  ADD ("a-secret-is-kept-elsewhere", test_a_secret_is_kept_elsewhere);
  ADD ("a-kept-secret-can-be-forgotten", test_a_kept_secret_can_be_forgotten);
  ADD ("trying-asks-as-it-is-filled-in", test_trying_asks_as_it_is_filled_in);
  ADD ("names-are-explained", test_names_are_explained);
  ADD ("flags-that-match-nothing-are-listed",
       test_flags_that_match_nothing_are_listed);
  ADD ("of-many-names-the-most-are-counted",
       test_of_many_names_the_most_are_counted);
  ADD ("words-and-pointers-are-for-the-general-one",
       test_words_and_pointers_are_for_the_general_one);
  ADD ("saving-nothing-asks-for-nothing", test_saving_nothing_asks_for_nothing);
  ADD ("preferences-list-feeds", test_preferences_list_feeds);
#undef ADD
  return g_test_run ();
}
