/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-compat.h"
#include "slip-conflict-finder.h"
#include "slip-day-watch.h"
#include "slip-entity-edit.h"
#include "slip-intent.h"
#include "slip-open-plans.h"
#include "slip-plain-text.h"
#include "slip-plan-file.h"
#include "slip-sample.h"
#include "slip-sidebar-row.h"
#include "slip-sidebar.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY   (slip_date_new (2026, 12, 1))
#define CONTEXT ((SlipConflictContext){ TODAY, 2, 10, SLIP_MONDAY })

static void
spin_until (const gboolean *is_done)
{
  while (!*is_done)
    g_main_context_iteration (NULL, TRUE);
}

/* The day */

static void
test_wait_ends_after_midnight (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) east = g_time_zone_new_offset (2 * 3600);
  gint64 midnight_ms = G_GINT64_CONSTANT (1796083200000); /* 2026-12-01 */

  g_assert_cmpuint (slip_day_watch_get_wait (midnight_ms - 5000, utc), ==, 6);
  g_assert_cmpuint (slip_day_watch_get_wait (midnight_ms - 1, utc), >=, 1);
  g_assert_cmpuint (slip_day_watch_get_wait (midnight_ms, utc), ==, 600);
  g_assert_cmpuint (slip_day_watch_get_wait (midnight_ms - 2 * 3600000 - 9000,
                                             east),
                    ==, 10);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_same_day_is_no_news (void)
{
  g_autoptr (SlipClock) clock = slip_clock_new_fixed (TODAY, 1796083200000);
  SlipDayWatch *watch = slip_day_watch_new (clock);
  guint count = 0;
  g_signal_connect_swapped (watch, "day-changed", G_CALLBACK (count_cb),
                            &count);
  slip_day_watch_look (watch);
  g_assert_cmpuint (count, ==, 0);
  g_assert_true (slip_date_equal (slip_day_watch_get_today (watch), TODAY));
  g_assert_finalize_object (watch);
}

/* Files */

typedef struct {
  char *folder;
  char *path;
  SlipClock *clock;
  SlipOpenPlans *plans;
} Files;

static void
set_up (Files *files, gconstpointer data)
{
  files->folder = g_dir_make_tmp ("slipway-plans-XXXXXX", NULL);
  files->path = g_build_filename (files->folder, "plan.slipway", NULL);
  files->clock = slip_clock_new_fixed (TODAY, 1796083200000);
  files->plans = slip_open_plans_new (files->clock);
}

static void
tear_down (Files *files, gconstpointer data)
{
  while (slip_open_plans_is_busy (files->plans))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (files->plans);
  slip_clock_unref (files->clock);
  g_autoptr (GDir) dir = g_dir_open (files->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *path = g_build_filename (files->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (files->folder);
  g_free (files->folder);
  g_free (files->path);
}

typedef struct {
  SlipWorkspace *workspace;
  GError *error;
  gboolean is_done;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  answer->workspace = slip_open_plans_hold_finish (SLIP_OPEN_PLANS (source),
                                                   result, &answer->error);
  answer->is_done = TRUE;
}

static SlipWorkspace *
hold (Files *files, const char *path)
{
  Answer answer = { 0 };
  slip_open_plans_hold_async (files->plans, path, SLIP_STORE_CREATE,
                              answered_cb, &answer);
  spin_until (&answer.is_done);
  g_assert_no_error (answer.error);
  return answer.workspace;
}

static void
test_one_workspace_a_file (Files *files, gconstpointer data)
{
  g_autofree char *detour = g_build_filename (files->folder, "..", NULL);
  g_autofree char *name = g_path_get_basename (files->folder);
  g_autofree char *other =
    g_build_filename (detour, name, ".", "plan.slipway", NULL);
  Answer first = { 0 };
  Answer second = { 0 };

  slip_open_plans_hold_async (files->plans, files->path, SLIP_STORE_CREATE,
                              answered_cb, &first);
  slip_open_plans_hold_async (files->plans, other, SLIP_STORE_DEFAULT,
                              answered_cb, &second);
  spin_until (&first.is_done);
  spin_until (&second.is_done);
  g_assert_no_error (first.error);
  g_assert_no_error (second.error);
  g_assert_true (first.workspace == second.workspace);
  slip_open_plans_release (files->plans, first.workspace);
  g_assert_false (slip_open_plans_is_busy (files->plans));
  slip_open_plans_release (files->plans, second.workspace);
  g_assert_true (slip_open_plans_is_busy (files->plans));
}

static void
test_link_is_the_same_plan (Files *files, gconstpointer data)
{
  SlipWorkspace *first = hold (files, files->path);
  g_autofree char *link = g_build_filename (files->folder, "link", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_assert_true (g_file_make_symbolic_link (file, files->path, NULL, NULL));
  SlipWorkspace *second = hold (files, link);
  g_assert_true (first == second);
  slip_open_plans_release (files->plans, first);
  slip_open_plans_release (files->plans, second);
}

static void
test_closing_is_waited_for (Files *files, gconstpointer data)
{
  slip_open_plans_release (files->plans, hold (files, files->path));
  g_assert_true (slip_open_plans_is_busy (files->plans));
  SlipWorkspace *again = hold (files, files->path);
  g_assert_nonnull (again);
  slip_open_plans_release (files->plans, again);
}

static void
test_failure_reaches_all (Files *files, gconstpointer data)
{
  Answer answers[2] = { 0 };
  for (guint i = 0; i < 2; i++)
    slip_open_plans_hold_async (files->plans, files->path, SLIP_STORE_DEFAULT,
                                answered_cb, &answers[i]);
  for (guint i = 0; i < 2; i++) {
    spin_until (&answers[i].is_done);
    g_assert_null (answers[i].workspace);
    g_assert_error (answers[i].error, SLIP_STORE_ERROR,
                    SLIP_STORE_ERROR_NOT_FOUND);
    g_clear_error (&answers[i].error);
  }
  /* And it can be made afterwards. */
  slip_open_plans_release (files->plans, hold (files, files->path));
}

static void
test_plan_is_named (void)
{
  const struct {
    const char *path;
    const char *name;
  } cases[] = {
    { NULL, "Slipway" },
    { "/data/plan.slipway", "My Plan" },
    { "/data/sample.slipway", "Sample Plan" },
    { "/home/Team <1>.slipway", "Team <1>" },
    { "/home/other", "other" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = slip_plan_file_dup_name (cases[i].path, NULL);
    g_assert_cmpstr (name, ==, cases[i].name);
  }
}

/* A new plan carries the name of its file. */
static void
test_plan_is_called_as_somebody_wants (void)
{
  const struct {
    const char *path;
    const char *own_name;
    const char *name;
  } cases[] = {
    { "/data/plan.slipway", "plan", "My Plan" },
    { "/data/sample.slipway", "sample", "Sample Plan" },
    { "/data/sample.slipway", "Winter", "Winter" },
    { "/data/winter.slipway", "winter", "winter" },
    { "/data/winter.slipway", "plan", "plan" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = slip_plan_state_new ();
    g_autoptr (SlipRow) empty = slip_row_new (SLIP_KIND_PLAN, "1", NULL, NULL);
    g_auto (SlipValue) value = slip_value_new_text (cases[i].own_name);
    slip_plan_state_take_row (state, slip_row_new_with (empty, SLIP_PLAN_NAME,
                                                        &value));
    g_autofree char *name = slip_plan_file_dup_name (cases[i].path, state);
    g_assert_cmpstr (name, ==, cases[i].name);
  }
}

static void
test_every_problem_has_a_title (void)
{
  for (int code = 0; code <= SLIP_STORE_ERROR_FAILED; code++) {
    g_autoptr (GError) error =
      g_error_new_literal (SLIP_STORE_ERROR, code, "It went wrong");
    g_autofree char *advice = slip_plan_file_dup_advice (error);
    g_assert_nonnull (slip_plan_file_get_problem (error));
    g_assert_true (g_str_has_prefix (advice, "It went wrong"));
  }
}

/* Texts and voices */

static void
test_percentages_keep_their_direction (void)
{
  g_autofree char *plain = slip_plain_text_dup_isolated ("25 %");
  g_autofree char *isolated = NULL;

  g_assert_cmpstr (plain, ==, "25 %");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  isolated = slip_plain_text_dup_isolated ("25 %");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_cmpstr (isolated, ==, "\u206825 %\u2069");
}

static void
test_lines_run_as_widgets_do (void)
{
  g_autofree char *plain = slip_plain_text_dup_line ("T−10 wd");
  g_autofree char *line = NULL;

  g_assert_cmpstr (plain, ==, "T−10 wd");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  line = slip_plain_text_dup_line ("T−10 wd");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_cmpstr (line, ==, "\u200fT−10 wd");
}

static void
test_markup_is_text (void)
{
  AdwToast *toast = slip_plain_text_toast_new ("<b>4 & 5</b>");
  g_assert_cmpstr (adw_toast_get_title (toast), ==,
                   "&lt;b&gt;4 &amp; 5&lt;/b&gt;");
  g_object_unref (toast);

  GtkWidget *row = g_object_ref_sink (adw_action_row_new ());
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), "<b>");
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row), NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                   ==, "<b>");
  g_assert_false (
    adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)));
  g_object_unref (row);

  GtkWidget *page = g_object_ref_sink (adw_status_page_new ());
  slip_plain_text_set_status_page (ADW_STATUS_PAGE (page), "a < b", "&");
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (page)), ==,
                   "a &lt; b");
  g_object_unref (page);
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 500);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static void
test_announcement_is_said_by_the_focus (void)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  g_test_skip ("GTK announces by itself");
#else
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *a = gtk_button_new_with_label ("a");
  GtkWidget *b = gtk_button_new_with_label ("b");
  gtk_box_append (GTK_BOX (box), a);
  gtk_box_append (GTK_BOX (box), b);
  GtkWidget *window = show (box);
  gtk_widget_grab_focus (a);
  slip_compat_announce (box, "Mobile 4.2 moved");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (a),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Mobile 4.2 moved");
  gtk_window_destroy (GTK_WINDOW (window));
#endif
}

/* The sidebar */

static SlipPlanState *
apply (const SlipPlanState *state, SlipIntentFunc func, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = slip_intent_run (func, data, state, &error);
  g_assert_no_error (error);
  SlipPlanState *next = slip_plan_state_apply (state, set, &error);
  g_assert_no_error (error);
  return next;
}

static SlipPlanState *
new_sample (void)
{
  g_autoptr (SlipPlanState) empty = slip_plan_state_new ();
  SlipDate today = TODAY;
  slip_plan_state_take_row (empty,
                            slip_row_new (SLIP_KIND_PLAN, "plan", NULL, NULL));
  return apply (empty, slip_sample_run, &today);
}

static void
mark_done_cb (gboolean *is_done)
{
  *is_done = TRUE;
}

/* After an edit the finder knows what it would know had it just begun. */
static void
assert_follows (SlipConflictFinder *finder, const SlipPlanState *state)
{
  SlipConflictFinder *other = slip_conflict_finder_new ();
  gboolean is_done = FALSE;
  g_signal_connect_swapped (finder, "found", G_CALLBACK (mark_done_cb),
                            &is_done);
  slip_conflict_finder_set_state (finder, state, &CONTEXT);
  spin_until (&is_done);
  g_signal_handlers_disconnect_by_data (finder, &is_done);
  is_done = FALSE;
  g_signal_connect_swapped (other, "found", G_CALLBACK (mark_done_cb),
                            &is_done);
  slip_conflict_finder_set_state (other, state, &CONTEXT);
  spin_until (&is_done);

  GPtrArray *found = slip_conflict_finder_get_releases (finder);
  GPtrArray *expected = slip_conflict_finder_get_releases (other);
  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    g_assert_true (g_ptr_array_find (found, expected->pdata[i], NULL));
  g_assert_finalize_object (other);
}

static void
test_finder_follows_edits (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  SlipConflictFinder *finder = slip_conflict_finder_new ();
  assert_follows (finder, state);
  guint n = slip_conflict_finder_get_releases (finder)->len;
  g_autoptr (SlipRow) release =
    slip_row_ref (slip_conflict_finder_get_releases (finder)->pdata[0]);

  g_autoptr (SlipPlanState) closed = slip_plan_state_fork (state);
  SlipValue status = slip_value_new_integer (SLIP_STATUS_RELEASED);
  slip_plan_state_take_row (closed,
                            slip_row_new_with (release, SLIP_RELEASE_STATUS,
                                               &status));
  assert_follows (finder, closed);
  g_assert_cmpuint (slip_conflict_finder_get_releases (finder)->len, ==, n - 1);
  assert_follows (finder, state);
  g_assert_cmpuint (slip_conflict_finder_get_releases (finder)->len, ==, n);
  g_assert_finalize_object (finder);
}

static void
test_finder_finds_what_conflicts (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  SlipConflictFinder *finder = slip_conflict_finder_new ();
  gboolean is_done = FALSE;
  g_signal_connect_swapped (finder, "found", G_CALLBACK (mark_done_cb),
                            &is_done);
  slip_conflict_finder_set_state (finder, state, &CONTEXT);
  g_assert_true (slip_conflict_finder_is_searching (finder));
  spin_until (&is_done);
  g_assert_false (slip_conflict_finder_is_searching (finder));

  GPtrArray *found = slip_conflict_finder_get_releases (finder);
  g_assert_cmpuint (found->len, >, 0);
  for (guint i = 0; i < found->len; i++) {
    g_autoptr (GPtrArray) conflicts =
      slip_conflict_list (state, &CONTEXT, found->pdata[i]);
    g_assert_cmpuint (conflicts->len, >, 0);
    if (i > 0)
      g_assert_cmpint (
        slip_date_compare (slip_release_resolve (state, found->pdata[i - 1],
                                                 SLIP_ANCHOR_RELEASE),
                           slip_release_resolve (state, found->pdata[i],
                                                 SLIP_ANCHOR_RELEASE)),
        <=, 0);
  }
  slip_conflict_finder_set_state (finder, NULL, &CONTEXT);
  g_assert_cmpuint (slip_conflict_finder_get_releases (finder)->len, ==, 0);
  g_assert_finalize_object (finder);
}

static GtkWidget *
find_row (GtkWidget *widget, SlipSidebarSection section, const char *id)
{
  if (SLIP_IS_SIDEBAR_ROW (widget))
    return slip_sidebar_row_get_section (SLIP_SIDEBAR_ROW (widget)) ==
                 section &&
               g_strcmp0 (slip_sidebar_row_get_id (SLIP_SIDEBAR_ROW (widget)),
                          id) == 0
             ? widget
             : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, section, id);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static char *
dup_first_product (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) products =
    slip_plan_state_list (state, SLIP_KIND_PRODUCT);
  return g_strdup (slip_row_get_id (products->pdata[0]));
}

static void
test_sidebar_filters_by_what_is_activated (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  g_autofree char *product = dup_first_product (state);
  GtkWidget *sidebar = g_object_new (SLIP_TYPE_SIDEBAR, NULL);
  GtkWidget *window = show (sidebar);
  guint count = 0;
  slip_sidebar_set_plan (SLIP_SIDEBAR (sidebar), state, TODAY);
  g_signal_connect_swapped (sidebar, "filter-changed", G_CALLBACK (count_cb),
                            &count);
  g_assert_cmpuint (slip_sidebar_get_n_releases (SLIP_SIDEBAR (sidebar)), ==,
                    slip_plan_state_count (state, SLIP_KIND_RELEASE));

  GtkWidget *row = find_row (sidebar, SLIP_SIDEBAR_PRODUCTS, product);
  gtk_widget_grab_focus (row);
  g_assert_null (slip_sidebar_get_product (SLIP_SIDEBAR (sidebar)));
  g_assert_cmpuint (count, ==, 0);
  gtk_widget_activate (row);
  g_assert_cmpstr (slip_sidebar_get_product (SLIP_SIDEBAR (sidebar)), ==,
                   product);
  g_assert_cmpuint (count, ==, 1);
  g_autoptr (SlipQuery) query = slip_query_new ();
  while (slip_sidebar_is_busy (SLIP_SIDEBAR (sidebar)))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate (
    find_row (sidebar, SLIP_SIDEBAR_ATTENTION, "conflicts-row"));
  slip_sidebar_filter (SLIP_SIDEBAR (sidebar), query);
  g_assert_cmpuint (slip_query_count (query, state), >, 0);
  g_assert_cmpuint (slip_query_count (query, state), <,
                    slip_sidebar_get_n_releases (SLIP_SIDEBAR (sidebar)));
  gtk_widget_activate (find_row (sidebar, SLIP_SIDEBAR_PRODUCTS, NULL));
  slip_sidebar_filter (SLIP_SIDEBAR (sidebar), query);
  g_assert_true (slip_query_is_empty (query));
  g_assert_null (slip_sidebar_get_product (SLIP_SIDEBAR (sidebar)));
  g_assert_cmpuint (count, ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A filter by something that has gone from the plan would show nothing. */
static void
test_filter_goes_with_its_product (void)
{
  g_autoptr (SlipPlanState) state = new_sample ();
  g_autoptr (SlipEntityEdit) create =
    slip_entity_edit_new_create (SLIP_KIND_PRODUCT, "passing", NULL);
  slip_entity_edit_add_text (create, SLIP_PRODUCT_NAME, "Passing");
  g_autoptr (SlipPlanState) with = apply (state, slip_entity_edit_run, create);
  GtkWidget *sidebar = g_object_new (SLIP_TYPE_SIDEBAR, NULL);
  GtkWidget *window = show (sidebar);
  slip_sidebar_set_plan (SLIP_SIDEBAR (sidebar), with, TODAY);
  gtk_widget_activate (find_row (sidebar, SLIP_SIDEBAR_PRODUCTS, "passing"));
  g_assert_cmpstr (slip_sidebar_get_product (SLIP_SIDEBAR (sidebar)), ==,
                   "passing");

  slip_sidebar_set_plan (SLIP_SIDEBAR (sidebar), state, TODAY);
  g_assert_null (slip_sidebar_get_product (SLIP_SIDEBAR (sidebar)));
  g_assert_null (find_row (sidebar, SLIP_SIDEBAR_PRODUCTS, "passing"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_file_test (const char *path, void (*func) (Files *, gconstpointer))
{
  g_test_add (path, Files, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/day-watch/wait-ends-after-midnight",
                   test_wait_ends_after_midnight);
  g_test_add_func ("/day-watch/same-day-is-no-news", test_same_day_is_no_news);
  add_file_test ("/open-plans/one-workspace-a-file", test_one_workspace_a_file);
  add_file_test ("/open-plans/link-is-the-same-plan",
                 test_link_is_the_same_plan);
  add_file_test ("/open-plans/closing-is-waited-for",
                 test_closing_is_waited_for);
  add_file_test ("/open-plans/failure-reaches-all", test_failure_reaches_all);
  g_test_add_func ("/plan-file/name", test_plan_is_named);
  g_test_add_func ("/plan-file/is-called-as-somebody-wants",
                   test_plan_is_called_as_somebody_wants);
  g_test_add_func ("/plan-file/every-problem-has-a-title",
                   test_every_problem_has_a_title);
  g_test_add_func ("/plain-text/lines-run-as-widgets-do",
                   test_lines_run_as_widgets_do);
  g_test_add_func ("/plain-text/percentages-keep-their-direction",
                   test_percentages_keep_their_direction);
  g_test_add_func ("/plain-text/markup-is-text", test_markup_is_text);
  g_test_add_func ("/compat/announcement-is-said-by-the-focus",
                   test_announcement_is_said_by_the_focus);
  g_test_add_func ("/conflict-finder/finds-what-conflicts",
                   test_finder_finds_what_conflicts);
  g_test_add_func ("/conflict-finder/follows-edits", test_finder_follows_edits);
  g_test_add_func ("/sidebar/filters-by-what-is-activated",
                   test_sidebar_filters_by_what_is_activated);
  g_test_add_func ("/sidebar/filter-goes-with-its-product",
                   test_filter_goes_with_its_product);

  return g_test_run ();
}
