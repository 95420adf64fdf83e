/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"

#include "slip-date-entry.h"
#include "slip-ledger-list.h"
#include "slip-ledger-row.h"
#include "slip-tell-dialog.h"
#include "slip-telling.h"
#include "slip-text-field.h"

#include <string.h>

typedef struct {
  Editor editor;
  GtkWidget *list;
  char *id;
} Fixture;

static void
show_plan (gpointer data)
{
  Fixture *fixture = data;

  slip_ledger_list_set_release (SLIP_LEDGER_LIST (fixture->list),
                                fixture->editor.state, fixture->id, TODAY);
}

/* Makes a release without checklists, on 8 December. */
static char *
add_release (Fixture *fixture, const char *version)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, NULL, NULL);

  slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT,
                             editor_find_id (&fixture->editor,
                                             SLIP_KIND_PRODUCT, "Web console"));
  slip_entity_edit_add_text (edit, SLIP_RELEASE_VERSION, version);
  slip_entity_edit_add_planned (edit, SLIP_ANCHOR_RELEASE,
                                (SlipPlannedDate){ slip_date_new (2026, 12, 8),
                                                   SLIP_CERTAINTY_CONFIRMED });
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  return g_strdup (slip_entity_edit_get_id (edit));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  editor_set_up (&fixture->editor, 360, 700);
  fixture->id = add_release (fixture, "99.1");
  fixture->list = slip_ledger_list_new ();
  show_plan (fixture);
  fixture->editor.changed = show_plan;
  editor_show (&fixture->editor, fixture->list);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  editor_tear_down (&fixture->editor, fixture->list);
  g_free (fixture->id);
}

static void
tell (Fixture *fixture, const char *audience, const char *confirmed_by)
{
  g_autoptr (SlipTelling) telling =
    slip_telling_new (fixture->id,
                      editor_find_id (&fixture->editor, SLIP_KIND_AUDIENCE,
                                      audience),
                      SLIP_COMMUNICATION_BRIEF, (gint64) TODAY.day * 86400000,
                      TODAY);

  telling->confirmed_by = g_strdup (confirmed_by);
  editor_run (&fixture->editor, slip_telling_run, telling);
}

static void
move_to (Fixture *fixture, int day)
{
  g_autoptr (SlipMove) move =
    slip_move_new_to_day (fixture->editor.state, fixture->id,
                          slip_date_new (2026, 12, day), 0, TODAY);

  editor_run (&fixture->editor, slip_move_run, move);
}

static GtkWidget *
find (Fixture *fixture, const char *name)
{
  GtkWidget *widget = editor_find (fixture->list, name);

  g_assert_nonnull (widget);
  return widget;
}

static void
assert_row (Fixture *fixture, const char *name, const char *subtitle)
{
  g_autofree char *row = g_strconcat ("knows:", name, NULL);

  g_assert_cmpstr (adw_expander_row_get_subtitle (
                     ADW_EXPANDER_ROW (find (fixture, row))),
                   ==, subtitle);
}

static void
test_rows_say_who_knows (Fixture *fixture, gconstpointer data)
{
  g_assert_null (editor_find_type (fixture->list, SLIP_TYPE_LEDGER_ROW));
  tell (fixture, "Engineering", "Build lead");
  tell (fixture, "Documentation", NULL);
  assert_row (fixture, "Engineering", "✓ knows");
  assert_row (fixture, "Documentation", "◐ told on 1 Dec, unconfirmed");
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (find (fixture, "knows:Documentation")),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Documentation: told on 1 Dec, unconfirmed");

  move_to (fixture, 10);
  assert_row (fixture, "Engineering",
              "✗ knows Tue 8 December: wrong date\n"
              "Change notice due Wed 2 December");
  g_assert_nonnull (
    editor_find (fixture->list, "entity:Change notice for Engineering"));
  move_to (fixture, 8);
  assert_row (fixture, "Engineering", "✓ knows");
  g_assert_null (
    editor_find (fixture->list, "entity:Change notice for Engineering"));
}

static void
test_buttons_ask (Fixture *fixture, gconstpointer data)
{
  const char *audience =
    editor_find_id (&fixture->editor, SLIP_KIND_AUDIENCE, "Engineering");
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *row;

  g_signal_emit_by_name (find (fixture, "tell-audience"), "clicked");
  editor_assert_asked (&fixture->editor, "tell-audience ('%s', '', '')\n",
                       fixture->id);
  tell (fixture, "Engineering", NULL);
  row = find (fixture, "knows:Engineering");
  rows = slip_plan_state_list_owned (fixture->editor.state,
                                     SLIP_KIND_COMMUNICATION, fixture->id);
  g_signal_emit_by_name (editor_find (row, "next"), "clicked");
  editor_assert_asked (&fixture->editor, "confirm-communication '%s'\n",
                       slip_row_get_id (rows->pdata[0]));
  g_signal_emit_by_name (editor_find (row, "tell-again"), "clicked");
  editor_assert_asked (&fixture->editor, "tell-audience ('%s', '%s', '')\n",
                       fixture->id, audience);

  tell (fixture, "Engineering", "Build lead");
  g_signal_emit_by_name (editor_find (row, "next"), "clicked");
  editor_assert_asked (&fixture->editor, "tell-audience ('%s', '%s', '')\n",
                       fixture->id, audience);
  g_signal_emit_by_name (editor_find (row, "unconfirm"), "clicked");
  g_assert_true (
    g_str_has_prefix (fixture->editor.log->str, "unconfirm-communication "));
  g_string_truncate (fixture->editor.log, 0);
}

static void
test_other_releases_show_theirs (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = add_release (fixture, "99.2");

  tell (fixture, "Engineering", NULL);
  slip_ledger_list_set_release (SLIP_LEDGER_LIST (fixture->list),
                                fixture->editor.state, other, TODAY);
  g_assert_null (editor_find (fixture->list, "knows:Engineering"));
}

static void
test_unknown_is_said (Fixture *fixture, gconstpointer data)
{
  SlipPlanState *fork;

  tell (fixture, "Engineering", "Build lead");
  fork = slip_plan_state_fork (fixture->editor.state);
  slip_plan_state_unload (fork, fixture->id);
  slip_plan_state_unref (fixture->editor.state);
  fixture->editor.state = fork;
  show_plan (fixture);
  g_assert_null (editor_find (fixture->list, "knows:Engineering"));
  g_assert_cmpstr (adw_preferences_group_get_description (
                     ADW_PREFERENCES_GROUP (fixture->list)),
                   ==, "Still being read");
}

static GtkWidget *
open_dialog (Fixture *fixture, const char *audience)
{
  GtkWidget *dialog = slip_tell_dialog_new (
    fixture->editor.state, fixture->id,
    audience ? editor_find_id (&fixture->editor, SLIP_KIND_AUDIENCE, audience)
             : NULL,
    NULL, NULL, TODAY);

  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (fixture->editor.window));
  gtk_window_present (GTK_WINDOW (dialog));
  editor_spin ();
  return dialog;
}

static void
test_dialog_suggests_and_records (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  tell (fixture, "Engineering", "Build lead");
  tell (fixture, "Documentation", NULL);
  move_to (fixture, 10);
  tell (fixture, "Engineering", "Build lead");
  dialog = open_dialog (fixture, NULL);
  slip_text_field_type (
    SLIP_TEXT_FIELD (editor_find_type (editor_find (dialog, "field:channel"),
                                       SLIP_TYPE_TEXT_FIELD)),
    "e-mail & <b>");
  slip_tell_dialog_tell (SLIP_TELL_DIALOG (dialog));
  editor_assert_asked (
    &fixture->editor,
    "record-telling ('%s', '', '2026-12-01', [('audience', '%s'), ('type', "
    "'change-notice'), ('date_told', '2026-12-10'), ('channel', 'e-mail & "
    "<b>'), ('sent_by', ''), ('confirmed_by', ''), ('note', '')])\n",
    fixture->id,
    editor_find_id (&fixture->editor, SLIP_KIND_AUDIENCE, "Documentation"));
  editor_spin ();
}

static void
test_dialog_refuses_the_future (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "Sales");

  slip_date_entry_type (SLIP_DATE_ENTRY (editor_find (dialog, "told-when")),
                        "2 December");
  slip_tell_dialog_tell (SLIP_TELL_DIALOG (dialog));
  editor_assert_asked (&fixture->editor, "%s", "");
  slip_date_entry_type (SLIP_DATE_ENTRY (editor_find (dialog, "told-when")),
                        "30 November");
  slip_tell_dialog_tell (SLIP_TELL_DIALOG (dialog));
  g_assert_nonnull (strstr (fixture->editor.log->str, "'2026-11-30'"));
  g_string_truncate (fixture->editor.log, 0);
  editor_spin ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func)                                                        \
  g_test_add ("/ledger/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("rows-say-who-knows", test_rows_say_who_knows);
  ADD ("buttons-ask", test_buttons_ask);
  ADD ("other-releases-show-theirs", test_other_releases_show_theirs);
  ADD ("unknown-is-said", test_unknown_is_said);
  ADD ("dialog-suggests-and-records", test_dialog_suggests_and_records);
  ADD ("dialog-refuses-the-future", test_dialog_refuses_the_future);
#undef ADD
  return g_test_run ();
}
