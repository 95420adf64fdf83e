/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "readiness-fixture.h"

#include "slip-attention-list.h"
#include "slip-card-marks.h"
#include "slip-conflict-line.h"
#include "slip-dragged-person.h"
#include "slip-gap-row.h"
#include "slip-person-picker.h"
#include "slip-sidebar-row.h"
#include "slip-sidebar.h"

typedef struct {
  Readiness readiness;
  SlipDate today;
  SlipSidebar *sidebar;
  SlipAttentionList *list;
} Fixture;

static void
show_plan (gpointer data)
{
  Fixture *fixture = data;

  slip_sidebar_set_plan (fixture->sidebar, fixture->readiness.state,
                         fixture->today);
  if (fixture->list)
    slip_attention_list_set_plan (fixture->list, fixture->readiness.state,
                                  fixture->today);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  readiness_set_up (&fixture->readiness);
  fixture->today = TODAY;
  fixture->sidebar = g_object_new (SLIP_TYPE_SIDEBAR, NULL);
  show_plan (fixture);
  fixture->readiness.changed = show_plan;
  readiness_show (&fixture->readiness, GTK_WIDGET (fixture->sidebar), 260, 640);
}

static void
open_list (Fixture *fixture, guint types)
{
  fixture->list = slip_attention_list_new (types);
  readiness_add_actions (&fixture->readiness, GTK_WIDGET (fixture->list));
  show_plan (fixture);
  gtk_window_present (GTK_WINDOW (fixture->list));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->list));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->list)
    readiness_close (&fixture->readiness, GTK_WIDGET (fixture->list));
  readiness_close (&fixture->readiness, fixture->readiness.window);
  readiness_tear_down (&fixture->readiness);
}

static GtkWidget *
find_in (gpointer parent, const char *name)
{
  GtkWidget *found = readiness_find (GTK_WIDGET (parent), name);

  g_assert_nonnull (found);
  return found;
}

static void
assert_row (Fixture *fixture, const char *name, const char *label)
{
  gtk_test_accessible_assert_property (find_in (fixture->sidebar, name),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* What the sidebar lets through, by id. */
static char *
dup_found (Fixture *fixture)
{
  g_autoptr (SlipQuery) query = slip_query_new ();
  g_autoptr (GPtrArray) found = NULL;
  GString *text = g_string_new (NULL);

  slip_sidebar_filter (fixture->sidebar, query);
  found = slip_query_list (query, fixture->readiness.state);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s ", slip_row_get_id (found->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
assert_filters (Fixture *fixture, const char *row, const char *expected)
{
  g_autofree char *found = NULL;

  gtk_widget_activate (find_in (fixture->sidebar, row));
  found = dup_found (fixture);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  assert_row (fixture, "unowned-row", "Unowned, 1");
  assert_row (fixture, "overdue-row", "Overdue, 1");
  assert_row (fixture, "audience:Support", "Support, not ready for 1 release");
  assert_row (fixture, "audience:Sales", "Sales, not ready for 1 release");
  g_assert_null (
    readiness_find (GTK_WIDGET (fixture->sidebar), "audience:Marketing"));
  g_assert_nonnull (
    gtk_widget_get_tooltip_text (find_in (fixture->sidebar, "unowned-row")));
}

static void
test_counts_follow_edits_and_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipAssignment) assignment =
    slip_assignment_new ("first", "sales", "ops", NULL);

  readiness_run (&fixture->readiness, slip_assignment_run, assignment);
  g_assert_null (readiness_find (GTK_WIDGET (fixture->sidebar), "unowned-row"));
  fixture->today = slip_date_new (2026, 12, 5);
  show_plan (fixture);
  assert_row (fixture, "overdue-row", "Overdue, 2");
}

/* Of a stage that runs, what waits is told by the hour. */
static void
test_counts_what_waits (Fixture *fixture, gconstpointer data)
{
  SlipMoment moment = { 0, fixture->today };

  g_assert_null (readiness_find (GTK_WIDGET (fixture->sidebar), "waiting-row"));
  READINESS_CREATE (&fixture->readiness, SLIP_KIND_STAGE, "inside", "first",
                    "type", "internal", "state", "active", "advance",
                    "proposed", "started_at", "0", "soak_hours", "1");
  g_assert_false (slip_sidebar_show_moment (fixture->sidebar, moment));
  moment.at_ms = 3600000;
  g_assert_true (slip_sidebar_show_moment (fixture->sidebar, moment));
  assert_row (fixture, "waiting-row", "To decide, 1 release");
  assert_filters (fixture, "waiting-row", "first ");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  assert_filters (fixture, "unowned-row", "first ");
  assert_filters (fixture, "overdue-row", "first ");
  assert_filters (fixture, "audience:Support", "first ");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What became overdue at midnight is let through from then on. */
static void
test_overdue_filter_follows_the_day (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  READINESS_CREATE (&fixture->readiness, SLIP_KIND_CHECKLIST, "second-sales",
                    "second", "audience", "sales", "owner_person", "ops");
  READINESS_CREATE (&fixture->readiness, SLIP_KIND_ITEM, "call", "second",
                    "checklist", "second-sales", "title", "Call", "due_date",
                    "2026-12-01");
  assert_filters (fixture, "overdue-row", "first ");
  g_signal_connect_swapped (fixture->sidebar, "filter-changed",
                            G_CALLBACK (count_cb), &n);
  fixture->today = slip_date_new (2026, 12, 2);
  show_plan (fixture);
  g_assert_cmpuint (n, ==, 1);
  g_autofree char *found = dup_found (fixture);
  g_assert_cmpstr (found, ==, "first second ");
}

static void
test_counts_open_their_list (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (find_in (fixture->sidebar, "list-unowned"), "clicked");
  readiness_assert_asked (&fixture->readiness, "show-attention 'unowned'\n");
  g_signal_emit_by_name (find_in (fixture->sidebar, "list-overdue"), "clicked");
  readiness_assert_asked (&fixture->readiness, "show-attention 'overdue'\n");
}

static void
test_list_assigns_by_one_click (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_list (fixture, SLIP_GAPS_UNOWNED);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->list)), ==,
                   "Unowned: 1");
  row = find_in (fixture->list, "gap:Mobile 4.2, Sales");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Tue 8 December\u00a0· in 7 days · release owner: Support "
                   "lead");
  g_signal_emit_by_name (find_in (row, "suggest:Mobile 4.2, Sales"), "clicked");
  readiness_assert_asked (&fixture->readiness,
                          "assign-owner ('first', 'sales', 'ops', '')\n");
  g_assert_cmpuint (slip_attention_list_get_n_gaps (fixture->list), ==, 0);
}

static void
test_list_assigns_by_picking (Fixture *fixture, gconstpointer data)
{
  GtkWidget *picker;

  open_list (fixture, SLIP_GAPS_UNOWNED);
  g_signal_emit_by_name (find_in (fixture->list, "assign:Mobile 4.2, Sales"),
                         "clicked");
  picker = find_in (fixture->list, "person-picker");
  slip_picker_type (SLIP_PICKER (picker), "support");
  slip_picker_take_first (SLIP_PICKER (picker));
  readiness_assert_asked (&fixture->readiness,
                          "assign-owner ('first', 'sales', 'lead', '')\n");
}

static void
test_list_takes_people (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipDraggedPerson) dragged = slip_dragged_person_new ("lead");
  g_auto (GValue) value = G_VALUE_INIT;
  GtkEventController *target;
  gboolean is_taken = FALSE;

  open_list (fixture, SLIP_GAPS_UNOWNED);
  g_assert_nonnull (find_in (fixture->list, "person:Support lead"));
  target =
    readiness_find_controller (find_in (fixture->list, "gap:Mobile 4.2, Sales"),
                               GTK_TYPE_DROP_TARGET);
  g_value_init (&value, SLIP_TYPE_DRAGGED_PERSON);
  g_value_set_boxed (&value, dragged);
  g_signal_emit_by_name (target, "drop", &value, 5.0, 5.0, &is_taken);
  g_assert_true (is_taken);
  readiness_assert_asked (&fixture->readiness,
                          "assign-owner ('first', 'sales', 'lead', '')\n");
}

static void
test_list_tells_and_checks_off_what_is_overdue (Fixture *fixture,
                                                gconstpointer data)
{
  GtkWidget *row;

  open_list (fixture, SLIP_GAPS_OVERDUE);
  row = find_in (fixture->list, "gap:Make the deck");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Mobile 4.2, Sales · no owner · due Fri 27 November, 4 days "
                   "ago");
  g_signal_emit_by_name (row, "activated");
  readiness_assert_asked (&fixture->readiness,
                          "show-checklist ('first', 'first-sales')\n");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                 find_in (row, "check:Make the deck")),
                               TRUE);
  readiness_assert_asked (
    &fixture->readiness, "edit-entity ('item', 'deck', [('state', 'done')])\n");
  g_assert_cmpuint (slip_attention_list_get_n_gaps (fixture->list), ==, 0);
}

static void
test_list_assigns_what_is_overdue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipDraggedPerson) dragged = slip_dragged_person_new ("ops");
  g_auto (GValue) value = G_VALUE_INIT;
  GtkEventController *target;
  GtkWidget *picker;
  gboolean is_taken = FALSE;

  open_list (fixture, SLIP_GAPS_OVERDUE);
  g_signal_emit_by_name (find_in (fixture->list, "assign:Make the deck"),
                         "clicked");
  picker = find_in (fixture->list, "person-picker");
  slip_picker_type (SLIP_PICKER (picker), "support");
  slip_picker_take_first (SLIP_PICKER (picker));
  readiness_assert_asked (&fixture->readiness,
                          "set-items-owner ('first', ['deck'], 'lead', '')\n");

  g_assert_nonnull (find_in (fixture->list, "person:Support lead"));
  target =
    readiness_find_controller (find_in (fixture->list, "gap:Make the deck"),
                               GTK_TYPE_DROP_TARGET);
  g_value_init (&value, SLIP_TYPE_DRAGGED_PERSON);
  g_value_set_boxed (&value, dragged);
  g_signal_emit_by_name (target, "drop", &value, 5.0, 5.0, &is_taken);
  g_assert_true (is_taken);
  readiness_assert_asked (&fixture->readiness,
                          "set-items-owner ('first', ['deck'], 'ops', '')\n");
}

static void
test_evidence_is_not_skipped (Fixture *fixture, gconstpointer data)
{
  READINESS_CREATE (&fixture->readiness, SLIP_KIND_ITEM, "sign", "first",
                    "checklist", "first-sales", "title", "Sign it", "due_date",
                    "2026-11-20", "needs_evidence", "true");
  open_list (fixture, SLIP_GAPS_OVERDUE);
  GtkWidget *row = find_in (fixture->list, "gap:Sign it");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Mobile 4.2, Sales · no owner · needs evidence · due Fri 20 "
                   "November, 11 days ago");
  g_assert_null (readiness_find (GTK_WIDGET (fixture->list), "check:Sign it"));
}

static void
test_long_list_builds_few_rows (Fixture *fixture, gconstpointer data)
{
  fixture->readiness.changed = NULL;
  for (int i = 0; i < 100; i++) {
    g_autofree char *id = g_strdup_printf ("item-%d", i);

    READINESS_CREATE (&fixture->readiness, SLIP_KIND_ITEM, id, "first",
                      "checklist", "first-sales", "title", id, "due_date",
                      "2026-11-20");
  }
  open_list (fixture, SLIP_GAPS_OVERDUE);
  g_assert_cmpuint (slip_attention_list_get_n_gaps (fixture->list), ==, 101);
  g_assert_null (
    readiness_find (GTK_WIDGET (fixture->list), "gap:Make the deck"));
}

/* The card's mark of the week with too much. */
static char *
dup_busy_mark (Fixture *fixture, guint max_releases)
{
  const SlipPlanState *state = fixture->readiness.state;
  SlipConflictContext context = CONTEXT;
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  context.max_releases = max_releases;
  marks = slip_card_list_marks (
    state, slip_plan_state_get (state, SLIP_KIND_RELEASE, "first"), &context);
  for (guint i = 0; i < marks->len; i++) {
    const SlipCardMark *mark = marks->pdata[i];

    if (strstr (mark->text, "usy week"))
      g_string_append_printf (text, "%s: %s\n", mark->text, mark->detail);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_busy_week_of_many_is_one_mark (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = dup_busy_mark (fixture, 2);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  g_assert_cmpstr (none, ==, "");
  READINESS_CREATE (&fixture->readiness, SLIP_KIND_RELEASE, "more", NULL,
                    "product", "mobile", "version", "4.4", "release_date",
                    "2026-12-09", "release_certainty", "confirmed",
                    "first_planned_date", "2026-12-09");
  READINESS_CREATE (&fixture->readiness, SLIP_KIND_CHECKLIST, "more-sales",
                    "more", "audience", "sales", "owner_person", "ops");
  one = dup_busy_mark (fixture, 1);
  g_assert_cmpstr (one, ==,
                   "⚠ Sales: busy week: Sales: 2 releases in the week "
                   "of Mon 7 December (limit 1)\n");
  READINESS_CREATE (&fixture->readiness, SLIP_KIND_CHECKLIST, "more-support",
                    "more", "audience", "support", "owner_person", "ops");
  two = dup_busy_mark (fixture, 1);
  g_assert_cmpstr (two, ==,
                   "⚠ Busy week for 2: Sales: 2 releases in the week of Mon 7 "
                   "December (limit 1)\nSupport: 2 releases in the week of Mon "
                   "7 December (limit 1)\n");
}

static void
test_busy_week_of_many_is_one_line (Fixture *fixture, gconstpointer data)
{
  SlipConflictContext context = CONTEXT;
  GtkWidget *box =
    g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_autoptr (GPtrArray) conflicts = NULL;
  GtkWidget *line;

  readiness_crowd (&fixture->readiness);
  conflicts =
    slip_conflict_list (fixture->readiness.state, &context,
                        slip_plan_state_get (fixture->readiness.state,
                                             SLIP_KIND_RELEASE, "first"));
  slip_conflict_line_add_all (GTK_BOX (box), fixture->readiness.state, &context,
                              "first", conflicts);
  line = gtk_widget_get_first_child (gtk_widget_get_last_child (box));
  g_assert_cmpstr (
    gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (line))), ==,
    "⚠ Sales, Support, Support lead: 3 releases each in the week of Mon 7 "
    "December (limit 2)");
  g_assert_finalize_object (box);
}

#define ADD(name, func)                                                        \
  g_test_add ("/attention/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("sidebar-counts-what-is-missing", test_counts);
  ADD ("counts-follow-edits-and-days", test_counts_follow_edits_and_days);
  ADD ("sidebar-counts-what-waits", test_counts_what_waits);
  ADD ("counts-filter-every-view", test_filters);
  ADD ("overdue-filter-follows-the-day", test_overdue_filter_follows_the_day);
  ADD ("counts-open-their-list", test_counts_open_their_list);
  ADD ("list-assigns-by-one-click", test_list_assigns_by_one_click);
  ADD ("list-assigns-by-picking", test_list_assigns_by_picking);
  ADD ("list-takes-people", test_list_takes_people);
  ADD ("list-tells-and-checks-off-what-is-overdue",
       test_list_tells_and_checks_off_what_is_overdue);
  ADD ("list-assigns-what-is-overdue", test_list_assigns_what_is_overdue);
  ADD ("busy-week-of-many-is-one-mark", test_busy_week_of_many_is_one_mark);
  ADD ("busy-week-of-many-is-one-line", test_busy_week_of_many_is_one_line);
  ADD ("evidence-is-not-skipped", test_evidence_is_not_skipped);
  ADD ("long-list-builds-few-rows", test_long_list_builds_few_rows);
  return g_test_run ();
}
