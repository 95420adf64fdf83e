/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-edit-runner.h"
#include "slip-entity-edit.h"
#include "slip-entity-find.h"
#include "slip-identity.h"
#include "slip-import-dialog.h"
#include "slip-observations.h"
#include "slip-start-wish.h"
#include "slip-text-field.h"
#include "slip-widget-name.h"
#include "slip-window.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY (slip_date_new (2026, 12, 1))

/* A window on the sample plan as of 1 December 2026. */
typedef struct {
  char *folder;
  char *path;
  SlipClock *clock;
  SlipOpenPlans *plans;
  SlipDayWatch *day_watch;
  SlipWindow *window;
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
settle (Fixture *fixture)
{
  spin ();
  while (slip_window_is_working (fixture->window))
    g_main_context_iteration (NULL, TRUE);
  spin ();
}

static void
introduce (Fixture *fixture)
{
  g_autoptr (SlipIdentity) identity = slip_identity_new (NULL, "Tester");
  SlipStore *store =
    slip_workspace_get_store (slip_window_get_workspace (fixture->window));
  g_autoptr (GError) error = NULL;
  slip_identity_save (slip_store_get_plan_id (store), identity, &error);
  g_assert_no_error (error);
}

/* @data: not %NULL if nobody is to have said yet who they are. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("slipway-window-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "some.slipway", NULL);
  fixture->clock = slip_clock_new_fixed (TODAY, 1796083200000);
  fixture->plans = slip_open_plans_new (fixture->clock);
  fixture->day_watch = slip_day_watch_new (fixture->clock);
  fixture->window = slip_window_new (NULL, fixture->plans, fixture->day_watch);
  g_object_add_weak_pointer (G_OBJECT (fixture->window),
                             (gpointer *) &fixture->window);
  slip_window_open (fixture->window, fixture->path, SLIP_STORE_CREATE,
                    SLIP_WINDOW_START_SAMPLE);
  settle (fixture);
  if (data == NULL)
    introduce (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin ();
  while (slip_open_plans_is_busy (fixture->plans))
    g_main_context_iteration (NULL, TRUE);
  spin ();
  g_assert_null (fixture->window);
  g_assert_finalize_object (fixture->plans);
  g_assert_finalize_object (fixture->day_watch);
  slip_clock_unref (fixture->clock);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static const SlipRow *
find (Fixture *fixture, const char *title)
{
  return slip_entity_find (slip_window_get_state (fixture->window),
                           SLIP_KIND_RELEASE, title, NULL);
}

static char *
dup_id (Fixture *fixture, const char *title)
{
  return g_strdup (slip_row_get_id (find (fixture, title)));
}

static SlipDate
get_date (Fixture *fixture, const char *title)
{
  return slip_release_resolve (slip_window_get_state (fixture->window),
                               find (fixture, title), SLIP_ANCHOR_RELEASE);
}

static void
activate (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_assert_true (
    gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action,
                                        parameter));
  settle (fixture);
}

static gint64
get_head (Fixture *fixture)
{
  return slip_workspace_get_head (slip_window_get_workspace (fixture->window));
}

static void
test_new_plan_is_filled (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (find (fixture, "Mobile 4.2"));
  g_assert_cmpint (get_head (fixture), ==, 1);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   "some");
  g_assert_true (slip_window_can_edit (fixture->window));
  slip_window_open_again (fixture->window);
  settle (fixture);
  g_assert_cmpint (get_head (fixture), ==, 1);
}

static void
test_move_is_one_step_and_undone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_id (fixture, "Mobile 4.2");
  SlipDate before = get_date (fixture, "Mobile 4.2");
  activate (fixture, "win.move-release",
            g_variant_new ("(ssb)", id, "2026-12-16", FALSE));
  g_assert_cmpint (get_head (fixture), ==, 2);
  g_assert_true (slip_date_equal (get_date (fixture, "Mobile 4.2"),
                                  slip_date_new (2026, 12, 16)));
  g_assert_cmpstr (slip_plan_page_get_selected (
                     slip_window_get_page (fixture->window)),
                   ==, id);

  activate (fixture, "win.undo", NULL);
  g_assert_true (slip_date_equal (get_date (fixture, "Mobile 4.2"), before));
  activate (fixture, "win.redo", NULL);
  g_assert_true (slip_date_equal (get_date (fixture, "Mobile 4.2"),
                                  slip_date_new (2026, 12, 16)));
}

/* An empty id is the selected release; wishes that come quicker than they can
 * be written all count. */
static void
test_quick_wishes_all_count (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_id (fixture, "Mobile 4.2");
  SlipDate before = get_date (fixture, "Mobile 4.2");
  slip_plan_page_select (slip_window_get_page (fixture->window), id);
  for (int i = 0; i < 5; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window),
                                "win.move-release-by", "(sib)", "", 1, FALSE);
  settle (fixture);
  g_assert_cmpint (slip_date_days_until (before,
                                         get_date (fixture, "Mobile 4.2")),
                   ==, 5);
  for (int i = 0; i < 5; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  settle (fixture);
  g_assert_true (slip_date_equal (get_date (fixture, "Mobile 4.2"), before));
}

static void
test_toast_undoes_its_own_step (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mobile = dup_id (fixture, "Mobile 4.2");
  g_autofree char *payments = dup_id (fixture, "Payments 3.9");
  SlipDate before = get_date (fixture, "Mobile 4.2");
  activate (fixture, "win.move-release",
            g_variant_new ("(ssb)", mobile, "2026-12-16", FALSE));
  gint64 step = get_head (fixture);
  activate (fixture, "win.move-release",
            g_variant_new ("(ssb)", payments, "2026-12-17", FALSE));
  activate (fixture, "win.undo-step", g_variant_new_int64 (step));
  g_assert_true (slip_date_equal (get_date (fixture, "Mobile 4.2"), before));
  g_assert_true (slip_date_equal (get_date (fixture, "Payments 3.9"),
                                  slip_date_new (2026, 12, 17)));
}

static void
test_status_delete_and_unschedule (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_id (fixture, "Mobile 4.2");
  activate (fixture, "win.set-status", g_variant_new ("(ss)", id, "ready"));
  g_assert_cmpint (slip_release_get_status (find (fixture, "Mobile 4.2")), ==,
                   SLIP_STATUS_READY);
  activate (fixture, "win.unschedule-release", g_variant_new_string (id));
  g_assert_false (slip_date_is_set (get_date (fixture, "Mobile 4.2")));
  activate (fixture, "win.delete-release", g_variant_new_string (id));
  g_assert_null (find (fixture, "Mobile 4.2"));
  g_assert_null (
    slip_plan_page_get_selected (slip_window_get_page (fixture->window)));
}

static void
test_edits_from_fields (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_id (fixture, "Mobile 4.2");
  activate (fixture, "win.edit-entity",
            g_variant_new_parsed ("('release', %s, [('version', '4.2.9')])",
                                  id));
  g_assert_nonnull (find (fixture, "Mobile 4.2.9"));
  gint64 head = get_head (fixture);
  activate (fixture, "win.edit-entity",
            g_variant_new_parsed ("('release', %s, [('nonsense', '1')])", id));
  activate (fixture, "win.edit-entity",
            g_variant_new_parsed ("('release', %s, [('tier', 'nine')])", id));
  activate (fixture, "win.edit-entity",
            g_variant_new_parsed ("('nonsense', %s, [('tier', '1')])", id));
  g_assert_cmpint (get_head (fixture), ==, head);

  activate (fixture, "win.create-entity",
            g_variant_new_parsed (
              "('person', 'p1', '', [('name', 'Release manager')])"));
  g_assert_nonnull (
    slip_plan_state_get (slip_window_get_state (fixture->window),
                         SLIP_KIND_PERSON, "p1"));
}

static void
test_views_and_panes (Fixture *fixture, gconstpointer data)
{
  SlipPlanPage *page = slip_window_get_page (fixture->window);
  g_autofree char *id = dup_id (fixture, "Mobile 4.2");
  activate (fixture, "win.view", g_variant_new_string ("board"));
  g_assert_cmpstr (slip_plan_page_get_view_name (page), ==, "board");
  activate (fixture, "win.view", g_variant_new_string ("nonsense"));
  g_assert_cmpstr (slip_plan_page_get_view_name (page), ==, "board");

  g_assert_false (slip_plan_page_shows_inspector (page));
  activate (fixture, "win.select-release", g_variant_new_string (id));
  g_assert_true (slip_plan_page_shows_inspector (page));
  activate (fixture, "win.select-release", g_variant_new_string ("nobody"));
  g_assert_false (slip_plan_page_shows_inspector (page));

  activate (fixture, "win.select-release", g_variant_new_string (id));
  slip_plan_page_show_inspector (page, FALSE);
  activate (fixture, "win.select-release", g_variant_new_string ("nobody"));
  activate (fixture, "win.select-release", g_variant_new_string (id));
  g_assert_false (slip_plan_page_shows_inspector (page));
  activate (fixture, "win.open-release", g_variant_new_string (id));
  g_assert_true (slip_plan_page_shows_inspector (page));
  activate (fixture, "win.select-release", g_variant_new_string ("nobody"));
  g_assert_null (slip_plan_page_get_selected (page));
}

static void
test_a_click_opens_where_it_is_narrow (Fixture *fixture, gconstpointer data)
{
  SlipPlanPage *page = slip_window_get_page (fixture->window);
  g_autofree char *id = dup_id (fixture, "Mobile 4.2");
  g_autofree char *other = dup_id (fixture, "Payments 3.9");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  while (!slip_plan_page_is_narrow (page))
    g_main_context_iteration (NULL, TRUE);
  activate (fixture, "win.select-release", g_variant_new_string (id));
  g_assert_false (slip_plan_page_shows_inspector (page));
  activate (fixture, "win.pick-release", g_variant_new_string (id));
  g_assert_true (slip_plan_page_shows_inspector (page));
  g_assert_cmpstr (slip_plan_page_get_selected (page), ==, id);
  activate (fixture, "win.pick-release", g_variant_new_string (other));
  g_assert_cmpstr (slip_plan_page_get_selected (page), ==, other);
}

static void
test_problem_is_shown_and_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_build_filename (fixture->folder, "text", NULL);
  g_assert_true (g_file_set_contents (text, "No plan at all", -1, NULL));
  slip_window_open (fixture->window, text, SLIP_STORE_DEFAULT,
                    SLIP_WINDOW_START_PLAIN);
  settle (fixture);
  g_assert_null (slip_window_get_workspace (fixture->window));
  g_assert_false (slip_window_can_edit (fixture->window));
  g_autofree char *content = NULL;
  g_assert_true (g_file_get_contents (text, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "No plan at all");

  slip_window_open (fixture->window, fixture->path, SLIP_STORE_DEFAULT,
                    SLIP_WINDOW_START_PLAIN);
  settle (fixture);
  g_assert_true (slip_window_can_edit (fixture->window));
}

/* The last file asked for is the one that is shown. */
static void
test_second_thoughts_count (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other =
    g_build_filename (fixture->folder, "other.slipway", NULL);
  slip_window_open (fixture->window, other, SLIP_STORE_CREATE,
                    SLIP_WINDOW_START_STARTER);
  slip_window_open (fixture->window, fixture->path, SLIP_STORE_DEFAULT,
                    SLIP_WINDOW_START_PLAIN);
  settle (fixture);
  g_assert_nonnull (find (fixture, "Mobile 4.2"));
}

static GtkWindow *
find_dialog (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);
    if (g_type_is_a (G_OBJECT_TYPE (window), type))
      return window;
  }
  return NULL;
}

static const char calendar[] =
  "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Editor\n"
  "BEGIN:VEVENT\nUID:1@x\nSUMMARY:Editor 1.0\n"
  "DTSTART;VALUE=DATE:20261214\nEND:VEVENT\n"
  "END:VCALENDAR\n";

static gboolean
says (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, part))
      return TRUE;
  return FALSE;
}

/* What is said waits until what was said before has come up. */
static void
wait_to_say (GtkWidget *widget, const char *part)
{
  while (!says (widget, part))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_import_is_one_step (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "e.ics", NULL);
  g_assert_true (g_file_set_contents (path, calendar, -1, NULL));
  SlipStartWish *wish = slip_start_wish_new ();
  wish->file = g_file_new_for_path (path);
  slip_start_wish_grant (wish, fixture->window);
  settle (fixture);
  GtkWindow *dialog = find_dialog (SLIP_TYPE_IMPORT_DIALOG);
  g_assert_nonnull (dialog);
  gint64 head = get_head (fixture);
  GtkWidget *button = gtk_window_get_default_widget (dialog);
  while (!gtk_widget_get_sensitive (button))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_head (fixture), ==, head);

  g_assert_true (says (GTK_WIDGET (dialog), "14 December"));
  g_assert_true (gtk_window_get_focus (dialog) == button);

  g_signal_emit_by_name (button, "clicked");
  settle (fixture);
  g_assert_null (find_dialog (SLIP_TYPE_IMPORT_DIALOG));
  g_assert_cmpint (get_head (fixture), ==, head + 1);
  activate (fixture, "win.undo", NULL);
  g_assert_cmpint (get_head (fixture), ==, head + 2);
}

static void
test_first_edit_asks_who_i_am (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_id (fixture, "Mobile 4.2");
  gint64 head = get_head (fixture);
  activate (fixture, "win.move-release",
            g_variant_new ("(ssb)", id, "2026-12-16", FALSE));
  GtkWindow *dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpint (get_head (fixture), ==, head);
  activate (fixture, "win.move-release",
            g_variant_new ("(ssb)", id, "2026-12-17", FALSE));
  g_assert_cmpint (get_head (fixture), ==, head);

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "skip");
  settle (fixture);
  g_assert_cmpint (get_head (fixture), ==, head + 2);
  g_assert_null (
    slip_workspace_get_person (slip_window_get_workspace (fixture->window)));
}

static guint
count_people (Fixture *fixture)
{
  return slip_plan_state_count (slip_window_get_state (fixture->window),
                                SLIP_KIND_PERSON);
}

/* Wishes for an edit and gives @response to the question that comes. */
static void
move_and_answer (Fixture *fixture, const char *response)
{
  g_autofree char *id = dup_id (fixture, "Mobile 4.2");
  activate (fixture, "win.move-release",
            g_variant_new ("(ssb)", id, "2026-12-16", FALSE));
  GtkWindow *dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  settle (fixture);
}

static void
test_calling_off_is_no_edit (Fixture *fixture, gconstpointer data)
{
  SlipDate before = get_date (fixture, "Mobile 4.2");
  gint64 head = get_head (fixture);
  move_and_answer (fixture, "cancel");
  g_assert_cmpint (get_head (fixture), ==, head);
  g_assert_true (slip_date_equal (get_date (fixture, "Mobile 4.2"), before));
  move_and_answer (fixture, "skip");
  g_assert_cmpint (get_head (fixture), ==, head + 1);
}

/* Whoever comes with an edit goes with it, and comes again with the next. */
static void
test_newcomer_is_part_of_the_edit (Fixture *fixture, gconstpointer data)
{
  guint n_people = count_people (fixture);
  SlipDate before = get_date (fixture, "Mobile 4.2");
  gint64 head = get_head (fixture);
  move_and_answer (fixture, "continue");
  g_assert_cmpint (get_head (fixture), ==, head + 1);
  g_assert_cmpuint (count_people (fixture), ==, n_people + 1);

  activate (fixture, "win.undo", NULL);
  g_assert_true (slip_date_equal (get_date (fixture, "Mobile 4.2"), before));
  g_assert_cmpuint (count_people (fixture), ==, n_people);

  SlipWorkspace *workspace = slip_window_get_workspace (fixture->window);
  g_autofree char *id = dup_id (fixture, "Mobile 4.2");
  activate (fixture, "win.set-status", g_variant_new ("(ss)", id, "ready"));
  g_assert_nonnull (
    slip_plan_state_get (slip_window_get_state (fixture->window),
                         SLIP_KIND_PERSON,
                         slip_workspace_get_person (workspace)));
  activate (fixture, "win.remove-entity",
            g_variant_new ("(ss)", "person",
                           slip_workspace_get_person (workspace)));
  activate (fixture, "win.set-status", g_variant_new ("(ss)", id, "planned"));
}

static void
executed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SlipStep **step = data;
  *step = slip_workspace_execute_finish (SLIP_WORKSPACE (source), result, NULL);
}

/* Somebody else's edit can be undone by whoever looks, without a question. */
static void
test_undo_asks_nobody (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *workspace = slip_window_get_workspace (fixture->window);
  g_assert_null (slip_workspace_peek_undo (workspace));
  g_autoptr (SlipStep) step = NULL;
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_PERSON, "p", NULL);
  slip_entity_edit_add_text (edit, SLIP_PERSON_NAME, "Sales lead");
  slip_workspace_execute_async (workspace, slip_entity_edit_run, edit,
                                (GDestroyNotify) slip_entity_edit_free, NULL,
                                executed_cb, &step);
  while (step == NULL)
    g_main_context_iteration (NULL, TRUE);
  activate (fixture, "win.undo", NULL);
  g_assert_null (find_dialog (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpint (get_head (fixture), ==, step->number + 1);
  g_assert_null (slip_workspace_peek_undo (workspace));
}

static void
test_who_i_am_can_be_said_later (Fixture *fixture, gconstpointer data)
{
  guint n_people = count_people (fixture);
  activate (fixture, "win.who-am-i", NULL);
  GtkWindow *dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "continue");
  gtk_window_destroy (dialog);
  settle (fixture);
  SlipWorkspace *workspace = slip_window_get_workspace (fixture->window);
  g_autofree char *me = g_strdup (slip_workspace_get_person (workspace));
  g_assert_nonnull (me);
  g_assert_cmpuint (count_people (fixture), ==, n_people + 1);

  activate (fixture, "win.who-am-i", NULL);
  dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "continue");
  gtk_window_destroy (dialog);
  settle (fixture);
  g_assert_cmpstr (slip_workspace_get_person (workspace), ==, me);
  g_assert_cmpuint (count_people (fixture), ==, n_people + 1);
}

static GtkWidget *
find_widget (GtkWidget *widget, const char *name, GType type)
{
  if ((name == NULL || g_str_equal (slip_widget_name_get (widget), name)) &&
      g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_widget (child, name, type);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static SlipTextField *
find_field (GtkWidget *widget, const char *name)
{
  return SLIP_TEXT_FIELD (
    find_widget (find_widget (widget, name, GTK_TYPE_WIDGET), NULL,
                 SLIP_TYPE_TEXT_FIELD));
}

static void
assert_text (SlipTextField *field, const char *expected)
{
  g_autofree char *text = slip_text_field_dup_text (field);
  g_assert_cmpstr (text, ==, expected);
}

/* A release needs a name or a version, a product a name. */
static void
test_refused_edits_are_taken_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autofree char *id = dup_id (fixture, "Payments 3.9");
  slip_plan_page_select (slip_window_get_page (fixture->window), id);
  gint64 head = get_head (fixture);
  SlipTextField *version = find_field (window, "field:version");
  slip_text_field_type (version, "");
  slip_text_field_commit (version);
  settle (fixture);
  assert_text (version, "3.9");
  wait_to_say (window, "name or a version");

  activate (fixture, "win.plan-settings", g_variant_new_string ("products"));
  GtkWidget *settings = GTK_WIDGET (find_dialog (ADW_TYPE_PREFERENCES_WINDOW));
  GtkWidget *row = find_widget (settings, "entity:Desktop", GTK_TYPE_WIDGET);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  SlipTextField *name = find_field (row, "field:name");
  slip_text_field_type (name, "");
  slip_text_field_commit (name);
  settle (fixture);
  assert_text (name, "Desktop");
  wait_to_say (settings, "name");
  g_assert_cmpint (get_head (fixture), ==, head);

  /* Toasts come back to the window when the settings are closed. */
  gtk_window_destroy (GTK_WINDOW (settings));
  spin ();
  slip_window_say (fixture->window, "Something else");
  wait_to_say (window, "Something else");
}

static void
test_several_edits_are_one_step (Fixture *fixture, gconstpointer data)
{
  gint64 head = get_head (fixture);
  activate (fixture, "win.edit-entities",
            g_variant_new_parsed (
              "[('create', 'product', 'w', '', [('name', 'Watch')]),"
              " ('create', 'release', 'r', '',"
              "  [('product', 'w'), ('version', '1.0')])]"));
  g_assert_nonnull (find (fixture, "Watch 1.0"));
  g_assert_cmpint (get_head (fixture), ==, head + 1);
  g_assert_cmpstr (slip_plan_page_get_selected (
                     slip_window_get_page (fixture->window)),
                   ==, "r");
  activate (fixture, "win.undo", NULL);
  g_assert_null (find (fixture, "Watch 1.0"));
  g_assert_null (slip_plan_state_get (slip_window_get_state (fixture->window),
                                      SLIP_KIND_PRODUCT, "w"));

  head = get_head (fixture);
  activate (fixture, "win.edit-entities",
            g_variant_new_parsed (
              "[('create', 'product', 'v', '', [('name', 'View')]),"
              " ('set', 'product', 'v', '', [('nonsense', '1')])]"));
  g_assert_cmpint (get_head (fixture), ==, head);
}

static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry =
    find_widget (GTK_WIDGET (fixture->window), "search-entry", GTK_TYPE_WIDGET);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  settle (fixture);
}

static void
test_search_goes_where_something_is (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  activate (fixture, "win.search", NULL);
  for (int i = 0; i < 12; i++)
    activate (fixture, "win.go", g_variant_new_int32 (1));
  g_assert_null (find_widget (window, "day:2026-12-15", GTK_TYPE_WIDGET));
  search (fixture, "Mobile 4.2");
  wait_to_say (window, "Return goes to");
  g_autofree char *day = slip_date_to_text (get_date (fixture, "Mobile 4.2"));
  g_autofree char *name = g_strconcat ("day:", day, NULL);
  g_assert_nonnull (find_widget (window, name, GTK_TYPE_WIDGET));
  search (fixture, "qwertz");
  wait_to_say (window, "No release matches");
}

static gboolean
can_sync (Fixture *fixture)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window),
                                            "sync-feeds");
}

static const SlipFeedStanding *
get_standing (Fixture *fixture, const char *feed)
{
  return slip_observations_get_standing (
    slip_plan_state_get_observations (slip_window_get_state (fixture->window)),
    feed);
}

/* With a feed there is something to ask, and what came of it is shown. */
static void
test_feeds_are_asked (Fixture *fixture, gconstpointer data)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_FEED, NULL, NULL);
  g_autofree char *feed = g_strdup (slip_entity_edit_get_id (edit));
  SlipFeedService *feeds = slip_window_get_feeds (fixture->window);
  g_assert_nonnull (feeds);
  g_assert_false (can_sync (fixture));
  slip_entity_edit_add_text (edit, SLIP_FEED_NAME, "Help desk");
  slip_entity_edit_add_text (edit, SLIP_FEED_ADDRESS, "http://127.0.0.1:1/");
  slip_entity_edit_add_text (edit, SLIP_FEED_ADAPTER, "slipway");
  slip_entity_edit_add_integer (edit, SLIP_FEED_IS_ENABLED, TRUE);
  slip_edit_runner_run (slip_window_get_runner (fixture->window),
                        slip_entity_edit_run, edit,
                        (GDestroyNotify) slip_entity_edit_free,
                        SLIP_EDIT_DEFAULT);
  settle (fixture);
  while (slip_feed_service_is_syncing (feeds))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (can_sync (fixture));

  activate (fixture, "win.sync-feeds", NULL);
  while (get_standing (fixture, feed) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (get_standing (fixture, feed)->error);
  g_assert_cmpuint (get_standing (fixture, feed)->n_failures, >, 0);
  g_assert_true (can_sync (fixture));
}

static void
add_test (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/window/new-plan-is-filled-once", test_new_plan_is_filled);
  add_test ("/window/move-is-one-step-and-undone",
            test_move_is_one_step_and_undone);
  add_test ("/window/quick-wishes-all-count", test_quick_wishes_all_count);
  add_test ("/window/feeds-are-asked", test_feeds_are_asked);
  add_test ("/window/toast-undoes-its-own-step",
            test_toast_undoes_its_own_step);
  add_test ("/window/status-delete-and-unschedule",
            test_status_delete_and_unschedule);
  add_test ("/window/edits-from-fields", test_edits_from_fields);
  add_test ("/window/refused-edits-are-taken-back",
            test_refused_edits_are_taken_back);
  add_test ("/window/several-edits-are-one-step",
            test_several_edits_are_one_step);
  add_test ("/window/search-goes-where-something-is",
            test_search_goes_where_something_is);
  add_test ("/window/views-and-panes", test_views_and_panes);
  add_test ("/window/a-click-opens-where-it-is-narrow",
            test_a_click_opens_where_it_is_narrow);
  add_test ("/window/problem-is-shown-and-left",
            test_problem_is_shown_and_left);
  add_test ("/window/second-thoughts-count", test_second_thoughts_count);
  add_test ("/window/import-is-one-step", test_import_is_one_step);
  g_test_add ("/window/first-edit-asks-who-i-am", Fixture, "unknown", set_up,
              test_first_edit_asks_who_i_am, tear_down);
  g_test_add ("/window/calling-off-the-question-is-no-edit", Fixture, "unknown",
              set_up, test_calling_off_is_no_edit, tear_down);
  g_test_add ("/window/newcomer-is-part-of-the-edit", Fixture, "unknown",
              set_up, test_newcomer_is_part_of_the_edit, tear_down);
  g_test_add ("/window/undo-asks-nobody", Fixture, "unknown", set_up,
              test_undo_asks_nobody, tear_down);
  add_test ("/window/who-i-am-can-be-said-later",
            test_who_i_am_can_be_said_later);

  return g_test_run ();
}
