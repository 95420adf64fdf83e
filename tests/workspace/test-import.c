/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waiting.h"

#include "slip-entity-edit.h"
#include "slip-import-file.h"
#include "slip-import.h"
#include "slip-intent.h"
#include "slip-release.h"
#include "slip-rules.h"

#include <string.h>

#define TODAY slip_date_new (2026, 11, 23)
#define EVENT_A                                                                \
  "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261208\nSUMMARY:Payments 3.9\n"   \
  "DESCRIPTION:Cards and refunds\nURL:https://example.org/39\nEND:VEVENT\n"
#define EVENT_B                                                                \
  "BEGIN:VEVENT\nUID:b b\nDTSTART;VALUE=DATE:20261120\nSUMMARY:Payments 3.8\n" \
  "END:VEVENT\n"

static SlipPlanState *
new_plan (void)
{
  SlipPlanState *state = slip_plan_state_new ();
  g_autoptr (SlipRow) plan = slip_row_new (SLIP_KIND_PLAN, "plan", NULL, NULL);
  g_auto (SlipValue) name = slip_value_new_text ("Plan");

  slip_plan_state_take_row (state,
                            slip_row_new_with (plan, SLIP_PLAN_NAME, &name));
  return state;
}

static SlipImport *
make_import (const char *events, const char *product, const char *name)
{
  g_autofree char *text =
    g_strdup_printf ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//t//EN\n"
                     "X-WR-CALNAME:Payments schedule\n%sEND:VCALENDAR\n",
                     events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SlipIcalCalendar *calendar = slip_ical_parse (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return slip_import_new (calendar, "plan.ics", product, name, TODAY);
}

/* Imports into @state and gives back the next one, which must keep the rules.
 */
static SlipPlanState *
import_as (SlipPlanState *state,
           const char *events,
           const char *product,
           const char *name,
           SlipImportReport **report)
{
  g_autoptr (SlipPlanState) before = state;
  g_autoptr (SlipImport) import = make_import (events, product, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_import_run, import, before, &error);

  g_assert_no_error (error);
  g_assert_cmpint (set->verb, ==, SLIP_VERB_IMPORT);
  g_assert_cmpstr (set->subject, ==, "plan.ics");
  SlipPlanState *after = slip_plan_state_apply (before, set, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) faults = slip_rules_check (after);
  if (faults->len > 0)
    g_error ("%s", (const char *) faults->pdata[0]);
  *report = slip_import_take_report (import);
  return after;
}

static SlipPlanState *
import (SlipPlanState *state, const char *events, SlipImportReport **report)
{
  return import_as (state, events, NULL, NULL, report);
}

static SlipPlanState *
edit_release (SlipPlanState *state,
              const SlipRow *release,
              guint property,
              const char *text)
{
  g_autoptr (SlipPlanState) before = state;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE, slip_row_get_id (release));
  g_auto (SlipValue) value = SLIP_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  slip_property_parse (slip_schema_get_property (SLIP_KIND_RELEASE, property),
                       text, &value, &error);
  g_assert_no_error (error);
  slip_entity_edit_add (edit, property, &value);
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_entity_edit_run, edit, before, &error);
  g_assert_no_error (error);
  SlipPlanState *after = slip_plan_state_apply (before, set, &error);
  g_assert_no_error (error);
  return after;
}

static void
match_uid (const SlipRow *release, gpointer data)
{
  gconstpointer *search = data;

  if (g_strcmp0 (slip_row_get_text (release, SLIP_RELEASE_IMPORT_UID),
                 search[0]) == 0)
    search[1] = release;
}

static const SlipRow *
find (const SlipPlanState *state, const char *uid)
{
  gconstpointer search[2] = { uid, NULL };

  slip_plan_state_foreach (state, SLIP_KIND_RELEASE, match_uid, search);
  g_assert_nonnull (search[1]);
  return search[1];
}

static void
assert_counts (const SlipImportReport *report,
               const guint expected[SLIP_N_IMPORT_OUTCOMES])
{
  guint n = 0;

  for (int i = 0; i < SLIP_N_IMPORT_OUTCOMES; i++) {
    g_assert_cmpuint (report->counts[i], ==, expected[i]);
    n += expected[i];
  }
  g_assert_cmpuint (report->entries->len, ==, n);
}

#define ASSERT_COUNTS(report, ...)                                             \
  assert_counts (report, (const guint[SLIP_N_IMPORT_OUTCOMES]){ __VA_ARGS__ })

static void
test_events_become_releases (void)
{
  g_autoptr (SlipImportReport) report = NULL;
  g_autoptr (SlipPlanState) state = import (
    new_plan (),
    EVENT_A EVENT_B
    "BEGIN:VEVENT\nUID:c\nDTSTART;VALUE=DATE:20270101\nSTATUS:TENTATIVE\n"
    "SUMMARY:Maybe\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:d\nDTSTART;VALUE=DATE:20270102\nSTATUS:CANCELLED\n"
    "SUMMARY:Never\nEND:VEVENT\n",
    &report);
  const SlipRow *a = find (state, "a");

  ASSERT_COUNTS (report, [SLIP_IMPORT_CREATED] = 4);
  g_assert_true (report->is_new_product);
  g_assert_cmpstr (report->product_name, ==, "Payments schedule");
  g_assert_cmpstr (slip_row_get_text (a, SLIP_RELEASE_NAME), ==,
                   "Payments 3.9");
  g_assert_cmpstr (slip_row_get_text (a, SLIP_RELEASE_SUMMARY), ==,
                   "Cards and refunds");
  g_assert_cmpstr (slip_row_get_text (a, SLIP_RELEASE_PRODUCT), ==,
                   report->product);
  SlipPlannedDate planned = slip_release_get_planned (a, SLIP_ANCHOR_RELEASE);
  g_assert_cmpint (planned.date.day, ==, slip_date_new (2026, 12, 8).day);
  g_assert_cmpint (planned.certainty, ==, SLIP_CERTAINTY_CONFIRMED);
  g_autoptr (GPtrArray) links =
    slip_plan_state_list_owned (state, SLIP_KIND_LINK, slip_row_get_id (a));
  g_assert_cmpuint (links->len, ==, 1);

  g_assert_cmpint (slip_release_get_status (a), ==, SLIP_STATUS_PLANNED);
  g_assert_cmpint (slip_release_get_status (find (state, "b b")), ==,
                   SLIP_STATUS_RELEASED);
  g_assert_cmpint (
    slip_release_get_planned (find (state, "c"), SLIP_ANCHOR_RELEASE).certainty,
    ==, SLIP_CERTAINTY_TENTATIVE);
  g_assert_cmpint (slip_release_get_status (find (state, "d")), ==,
                   SLIP_STATUS_CANCELLED);
}

static void
test_second_import_changes_nothing (void)
{
  g_autoptr (SlipImportReport) first = NULL;
  g_autoptr (SlipImportReport) report = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_autoptr (SlipPlanState) state =
    import (new_plan (), EVENT_A EVENT_B, &first);
  before = slip_plan_state_digest (state);
  state = import (g_steal_pointer (&state), EVENT_B EVENT_A, &report);
  after = slip_plan_state_digest (state);
  g_assert_cmpstr (before, ==, after);
  ASSERT_COUNTS (report, [SLIP_IMPORT_UNCHANGED] = 2);
  g_assert_false (report->is_new_product);
  g_autofree char *text = slip_import_report_describe (report);
  g_assert_cmpstr (text, ==, "2 unchanged");
}

static void
test_changed_file_is_followed (void)
{
  g_autoptr (SlipImportReport) first = NULL;
  g_autoptr (SlipImportReport) report = NULL;
  g_autoptr (SlipPlanState) state = import (new_plan (), EVENT_A, &first);

  state = edit_release (g_steal_pointer (&state), find (state, "a"),
                        SLIP_RELEASE_VERSION, "3.9");
  state = import (g_steal_pointer (&state),
                  "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261215\n"
                  "SUMMARY:Payments 3.9 LTS\nEND:VEVENT\n",
                  &report);
  const SlipRow *release = find (state, "a");
  ASSERT_COUNTS (report, [SLIP_IMPORT_UPDATED] = 1);
  g_assert_cmpstr (slip_row_get_text (release, SLIP_RELEASE_NAME), ==,
                   "Payments 3.9 LTS");
  g_assert_cmpstr (slip_row_get_text (release, SLIP_RELEASE_VERSION), ==,
                   "3.9");
  g_assert_null (slip_row_get_text (release, SLIP_RELEASE_SUMMARY));
  g_assert_cmpint (slip_row_get_date (release, SLIP_RELEASE_RELEASE_DATE).day,
                   ==, slip_date_new (2026, 12, 15).day);
  g_assert_cmpint (
    slip_row_get_date (release, SLIP_RELEASE_FIRST_PLANNED_DATE).day, ==,
    slip_date_new (2026, 12, 8).day);
}

static void
test_own_edits_stay (void)
{
  g_autoptr (SlipImportReport) first = NULL;
  g_autoptr (SlipImportReport) second = NULL;
  g_autoptr (SlipImportReport) third = NULL;
  g_autoptr (SlipPlanState) state = import (new_plan (), EVENT_A, &first);

  state = edit_release (g_steal_pointer (&state), find (state, "a"),
                        SLIP_RELEASE_NAME, "Ours");
  state = edit_release (g_steal_pointer (&state), find (state, "a"),
                        SLIP_RELEASE_RELEASE_DATE, "2026-12-10");
  /* The file is as it was. */
  state = import (g_steal_pointer (&state), EVENT_A, &second);
  ASSERT_COUNTS (second, [SLIP_IMPORT_UNCHANGED] = 1);
  g_assert_cmpstr (slip_row_get_text (find (state, "a"), SLIP_RELEASE_NAME), ==,
                   "Ours");

  /* Now both have changed name and date; the summary is the file's alone. */
  const char *changed =
    "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261215\nSUMMARY:Theirs\n"
    "DESCRIPTION:More\nEND:VEVENT\n";
  state = import (g_steal_pointer (&state), changed, &third);
  ASSERT_COUNTS (third, [SLIP_IMPORT_UPDATED] = 1, [SLIP_IMPORT_KEPT] = 1);
  const SlipImportEntry *kept = third->entries->pdata[1];
  g_assert_nonnull (strstr (kept->detail, "Ours"));
  g_assert_nonnull (strstr (kept->detail, "Theirs"));
  g_assert_nonnull (strstr (kept->detail, "2026-12-10"));
  const SlipRow *release = find (state, "a");
  g_assert_cmpstr (slip_row_get_text (release, SLIP_RELEASE_NAME), ==, "Ours");
  g_assert_cmpstr (slip_row_get_text (release, SLIP_RELEASE_SUMMARY), ==,
                   "More");
  g_assert_cmpint (slip_row_get_date (release, SLIP_RELEASE_RELEASE_DATE).day,
                   ==, slip_date_new (2026, 12, 10).day);

  /* It was told, so the same file once more says nothing new. */
  g_autoptr (SlipImportReport) fourth = NULL;
  state = import (g_steal_pointer (&state), changed, &fourth);
  ASSERT_COUNTS (fourth, [SLIP_IMPORT_UNCHANGED] = 1);
}

static void
test_unscheduled_here_stays_unscheduled (void)
{
  g_autoptr (SlipImportReport) first = NULL;
  g_autoptr (SlipImportReport) report = NULL;
  g_autoptr (SlipPlanState) state = import (new_plan (), EVENT_A, &first);
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE,
                              slip_row_get_id (find (state, "a")));
  g_autoptr (GError) error = NULL;

  slip_entity_edit_add_planned (edit, SLIP_ANCHOR_RELEASE, SLIP_UNSCHEDULED);
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_entity_edit_run, edit, state, &error);
  g_assert_no_error (error);
  g_autoptr (SlipPlanState) edited = slip_plan_state_apply (state, set, &error);
  g_assert_no_error (error);
  edited = import (g_steal_pointer (&edited),
                   "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261215\n"
                   "SUMMARY:Payments 3.9\nDESCRIPTION:Cards and refunds\n"
                   "END:VEVENT\n",
                   &report);
  ASSERT_COUNTS (report, [SLIP_IMPORT_KEPT] = 1);
  g_assert_false (slip_date_is_set (
    slip_row_get_date (find (edited, "a"), SLIP_RELEASE_RELEASE_DATE)));
}

static void
test_vanished_and_deleted_are_listed (void)
{
  g_autoptr (SlipImportReport) first = NULL;
  g_autoptr (SlipImportReport) report = NULL;
  g_autoptr (SlipPlanState) state =
    import (new_plan (), EVENT_A EVENT_B, &first);

  state = edit_release (g_steal_pointer (&state), find (state, "a"),
                        SLIP_RELEASE_IS_DELETED, "true");
  state = import (g_steal_pointer (&state), EVENT_A, &report);
  ASSERT_COUNTS (report, [SLIP_IMPORT_DELETED] = 1, [SLIP_IMPORT_VANISHED] = 1);
  g_assert_true (slip_release_is_deleted (find (state, "a")));
  g_assert_false (slip_release_is_deleted (find (state, "b b")));
}

static void
test_releases_are_known_in_another_product (void)
{
  g_autoptr (SlipImportReport) first = NULL;
  g_autoptr (SlipImportReport) second = NULL;
  g_autoptr (SlipImportReport) third = NULL;
  g_autoptr (SlipPlanState) state =
    import_as (new_plan (), EVENT_A EVENT_B, NULL, "Wallet", &first);
  guint n = slip_plan_state_count (state, SLIP_KIND_PRODUCT);

  g_assert_cmpstr (first->product_name, ==, "Wallet");
  /* Without a choice new releases go where the calendar's others are. */
  state =
    import (g_steal_pointer (&state),
            EVENT_A EVENT_B "BEGIN:VEVENT\nUID:c\nDTSTART;VALUE=DATE:20270101\n"
                            "SUMMARY:New\nEND:VEVENT\n",
            &second);
  ASSERT_COUNTS (
    second, [SLIP_IMPORT_CREATED] = 1, [SLIP_IMPORT_UNCHANGED] = 2);
  g_assert_cmpstr (second->product, ==, first->product);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_PRODUCT), ==, n);

  /* A name is found whatever its case. */
  state = import_as (g_steal_pointer (&state), EVENT_A, NULL, "WALLET", &third);
  g_assert_cmpstr (third->product, ==, first->product);
}

static void
test_product_that_went_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipImport) import = make_import (EVENT_A, "nowhere", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (slip_intent_run (slip_import_run, import, state, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND);
}

static void
test_hostile_texts_fit (void)
{
  g_autofree char *word = g_strnfill (3000, 'x');
  g_autofree char *events = g_strdup_printf (
    "BEGIN:VEVENT\nUID:%s\nDTSTART;VALUE=DATE:20261208\n"
    "SUMMARY:<b>\x1b]0;title\x07%%s\\n$(reboot) %s\nURL:%s%s%s%s%s%s%s%s\n"
    "DESCRIPTION:\x01\x02one\\ntwo\nEND:VEVENT\n",
    word, word, word, word, word, word, word, word, word, word);
  g_autoptr (SlipImportReport) first = NULL;
  g_autoptr (SlipImportReport) second = NULL;
  g_autoptr (SlipPlanState) state = import (new_plan (), events, &first);
  const SlipImportEntry *entry = first->entries->pdata[0];
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, entry->release);
  const char *name = slip_row_get_text (release, SLIP_RELEASE_NAME);

  g_assert_true (g_str_has_prefix (name, "<b>]0;title%s $(reboot) xxx"));
  g_assert_cmpint (g_utf8_strlen (name, -1), <=, 200);
  g_assert_cmpstr (slip_row_get_text (release, SLIP_RELEASE_SUMMARY), ==,
                   "one\ntwo");
  state = import (g_steal_pointer (&state), events, &second);
  ASSERT_COUNTS (second, [SLIP_IMPORT_UNCHANGED] = 1);
}

static SlipImportReport *
import_file (SlipWorkspace *workspace,
             const char *path,
             gboolean is_dry_run,
             GError **error)
{
  SlipImportRequest request = { .path = path, .is_dry_run = is_dry_run };
  g_autoptr (GAsyncResult) result = NULL;

  slip_import_file_async (workspace, &request, NULL, ready_cb, &result);
  return slip_import_file_finish (wait_for (&result), error);
}

static void
write_file (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_file_is_one_step (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *plan = g_build_filename (folder, "plan.slipway", NULL);
  g_autofree char *path = g_build_filename (folder, "a [b] 100%.ics", NULL);
  SlipWorkspace *workspace = open_workspace (plan, SLIP_WRITER_WINDOW);
  g_autofree char *before = dup_digest (workspace);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  write_file (path, "BEGIN:VCALENDAR\n" EVENT_A EVENT_B
                    "BEGIN:VTODO\nUID:t\nSUMMARY:Do it\nEND:VTODO\n"
                    "END:VCALENDAR\n");
  g_autoptr (SlipImportReport) dry =
    import_file (workspace, path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dry->counts[SLIP_IMPORT_CREATED], ==, 2);
  g_assert_null (dry->step);
  g_assert_cmpint (slip_workspace_get_head (workspace), ==, 0);

  g_autoptr (SlipImportReport) first =
    import_file (workspace, path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->step->number, ==, 1);
  g_assert_cmpstr (first->step->set->subject, ==, "a [b] 100%.ics");
  g_assert_cmpstr (first->product_name, ==, "a [b] 100%");
  g_assert_cmpuint (first->skipped->len, ==, 1);
  const SlipIcalSkipped *skipped = first->skipped->pdata[0];
  g_assert_cmpuint (skipped->line, ==, 14);

  g_autoptr (SlipImportReport) second =
    import_file (workspace, path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_null (second->step);
  g_assert_cmpuint (second->counts[SLIP_IMPORT_UNCHANGED], ==, 2);

  g_autoptr (SlipStep) undo =
    turn (workspace, SLIP_STEP_UNDO, 1, FALSE, &error);
  g_assert_no_error (error);
  after = dup_digest (workspace);
  g_assert_cmpstr (before, ==, after);
  close_workspace (workspace);
  remove_folder (folder);
}

static void
test_what_is_no_calendar_is_refused (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *plan = g_build_filename (folder, "plan.slipway", NULL);
  g_autofree char *path = g_build_filename (folder, "letter.ics", NULL);
  SlipWorkspace *workspace = open_workspace (plan, SLIP_WRITER_WINDOW);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) invalid = NULL;
  g_autoptr (GError) endless = NULL;

  g_assert_null (import_file (workspace, path, FALSE, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  write_file (path, "Dear all,\n");
  g_assert_null (import_file (workspace, path, FALSE, &invalid));
  g_assert_error (invalid, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (invalid->message, "letter.ics: "));
  g_assert_null (import_file (workspace, "/dev/zero", FALSE, &endless));
  g_assert_error (endless, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_TOO_LARGE);
  g_assert_cmpint (slip_workspace_get_head (workspace), ==, 0);
  close_workspace (workspace);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/events-become-releases",
                   test_events_become_releases);
  g_test_add_func ("/import/second-import-changes-nothing",
                   test_second_import_changes_nothing);
  g_test_add_func ("/import/changed-file-is-followed",
                   test_changed_file_is_followed);
  g_test_add_func ("/import/own-edits-stay", test_own_edits_stay);
  g_test_add_func ("/import/unscheduled-here-stays-unscheduled",
                   test_unscheduled_here_stays_unscheduled);
  g_test_add_func ("/import/vanished-and-deleted-are-listed",
                   test_vanished_and_deleted_are_listed);
  g_test_add_func ("/import/releases-are-known-in-another-product",
                   test_releases_are_known_in_another_product);
  g_test_add_func ("/import/product-that-went-is-refused",
                   test_product_that_went_is_refused);
  g_test_add_func ("/import/hostile-texts-fit", test_hostile_texts_fit);
  g_test_add_func ("/import/file-is-one-step", test_file_is_one_step);
  g_test_add_func ("/import/what-is-no-calendar-is-refused",
                   test_what_is_no_calendar_is_refused);
  return g_test_run ();
}
