/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"

#include "slip-date-entry.h"
#include "slip-mask-choice.h"

typedef struct {
  GtkWidget *window;
  GtkWidget *entry;
  guint n_committed;
  guint n_typed;
} Fixture;

static void
count_cb (GtkWidget *entry, guint *n)
{
  *n += 1;
}

static void
set_up (Fixture *fixture, gconstpointer has_certainty)
{
  fixture->window = gtk_window_new ();
  fixture->entry = slip_date_entry_new (has_certainty != NULL);
  slip_date_entry_set_label (SLIP_DATE_ENTRY (fixture->entry), "Deploy date");
  slip_date_entry_set_planned (SLIP_DATE_ENTRY (fixture->entry),
                               (SlipPlannedDate){ slip_date_new (2026, 12, 8),
                                                  SLIP_CERTAINTY_CONFIRMED },
                               TODAY);
  g_signal_connect (fixture->entry, "committed", G_CALLBACK (count_cb),
                    &fixture->n_committed);
  g_signal_connect (fixture->entry, "typed", G_CALLBACK (count_cb),
                    &fixture->n_typed);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->entry);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer weak = fixture->entry;

  g_object_add_weak_pointer (weak, &weak);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  editor_spin ();
  g_assert_null (weak);
}

static const char *
get_text (Fixture *fixture)
{
  return gtk_editable_get_text (
    GTK_EDITABLE (editor_find_type (fixture->entry, GTK_TYPE_ENTRY)));
}

static GtkDropDown *
get_certainty (Fixture *fixture)
{
  return GTK_DROP_DOWN (editor_find_type (fixture->entry, GTK_TYPE_DROP_DOWN));
}

static gboolean
type (Fixture *fixture, const char *text)
{
  slip_date_entry_type (SLIP_DATE_ENTRY (fixture->entry), text);
  return slip_date_entry_commit (SLIP_DATE_ENTRY (fixture->entry));
}

static void
assert_planned (Fixture *fixture, const char *day, SlipCertainty certainty)
{
  SlipPlannedDate planned =
    slip_date_entry_get_planned (SLIP_DATE_ENTRY (fixture->entry));
  char text[SLIP_DATE_TEXT_SIZE];

  g_assert_cmpstr (slip_date_print (planned.date, text), ==, day);
  g_assert_cmpint (planned.certainty, ==, certainty);
}

static void
test_type (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_text (fixture), ==, "Tue 8 Dec");
  g_assert_true (type (fixture, "2026-12-16"));
  assert_planned (fixture, "2026-12-16", SLIP_CERTAINTY_CONFIRMED);
  g_assert_cmpstr (get_text (fixture), ==, "Wed 16 Dec");
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_cmpuint (fixture->n_typed, >=, 1);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  g_assert_true (slip_date_entry_commit (SLIP_DATE_ENTRY (fixture->entry)));
  g_assert_true (type (fixture, "2026-12-08"));
  g_assert_true (type (fixture, "8 December"));
  g_assert_cmpstr (get_text (fixture), ==, "Tue 8 Dec");
  g_assert_cmpuint (fixture->n_committed, ==, 0);
}

/* Words count from today, whatever day the entry shows. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_assert_true (type (fixture, "1 March 2027"));
  g_assert_cmpstr (get_text (fixture), ==, "Mon 1 Mar 2027");
  g_assert_true (type (fixture, "tomorrow"));
  assert_planned (fixture, "2026-12-02", SLIP_CERTAINTY_CONFIRMED);
  g_assert_true (type (fixture, "1 March 2027"));
  g_assert_true (type (fixture, "friday"));
  assert_planned (fixture, "2026-12-04", SLIP_CERTAINTY_CONFIRMED);
  g_assert_true (type (fixture, "15.1."));
  assert_planned (fixture, "2027-01-15", SLIP_CERTAINTY_CONFIRMED);
  g_assert_cmpstr (get_text (fixture), ==, "Fri 15 Jan 2027");
  g_assert_true (type (fixture, "week 51"));
  assert_planned (fixture, "2026-12-14", SLIP_CERTAINTY_WEEK);
}

static void
test_fault (Fixture *fixture, gconstpointer data)
{
  SlipDateEntry *entry = SLIP_DATE_ENTRY (fixture->entry);

  g_assert_null (slip_date_entry_get_fault (entry));
  g_assert_false (type (fixture, "whenever"));
  g_assert_nonnull (strstr (slip_date_entry_get_fault (entry), "whenever"));
  g_assert_cmpstr (get_text (fixture), ==, "whenever");
  assert_planned (fixture, "2026-12-08", SLIP_CERTAINTY_CONFIRMED);
  g_assert_cmpuint (fixture->n_committed, ==, 0);

  /* Typing on takes the complaint away until the next commit. */
  slip_date_entry_type (entry, "9 Dec");
  g_assert_null (slip_date_entry_get_fault (entry));
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  slip_date_entry_type (SLIP_DATE_ENTRY (fixture->entry), "whenever");
  g_assert_true (editor_press_key (fixture->entry, GDK_KEY_Escape, 0));
  g_assert_cmpstr (get_text (fixture), ==, "Tue 8 Dec");
  g_assert_false (editor_press_key (fixture->entry, GDK_KEY_Escape, 0));
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_assert_true (type (fixture, ""));
  assert_planned (fixture, "", SLIP_CERTAINTY_UNSCHEDULED);
  g_assert_cmpuint (gtk_drop_down_get_selected (get_certainty (fixture)), ==,
                    SLIP_CERTAINTY_UNSCHEDULED);

  /* What had no day is only tentative when it gets one. */
  g_assert_true (type (fixture, "2027-01-12"));
  assert_planned (fixture, "2027-01-12", SLIP_CERTAINTY_TENTATIVE);
}

static void
test_period (Fixture *fixture, gconstpointer data)
{
  g_assert_true (type (fixture, "January 2027"));
  assert_planned (fixture, "2027-01-01", SLIP_CERTAINTY_MONTH);
  g_assert_cmpstr (get_text (fixture), ==, "January 2027");
  gtk_drop_down_set_selected (get_certainty (fixture), SLIP_CERTAINTY_QUARTER);
  assert_planned (fixture, "2027-01-01", SLIP_CERTAINTY_QUARTER);
  g_assert_cmpstr (get_text (fixture), ==, "Q1 2027");
  g_assert_true (type (fixture, "Q2 2027"));
  assert_planned (fixture, "2027-04-01", SLIP_CERTAINTY_QUARTER);
}

static void
test_certainty (Fixture *fixture, gconstpointer data)
{
  gtk_drop_down_set_selected (get_certainty (fixture), SLIP_CERTAINTY_WEEK);
  assert_planned (fixture, "2026-12-07", SLIP_CERTAINTY_WEEK);
  gtk_drop_down_set_selected (get_certainty (fixture),
                              SLIP_CERTAINTY_UNSCHEDULED);
  assert_planned (fixture, "", SLIP_CERTAINTY_UNSCHEDULED);
  g_assert_cmpuint (fixture->n_committed, ==, 2);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  SlipDateEntry *entry = SLIP_DATE_ENTRY (fixture->entry);

  gtk_widget_grab_focus (fixture->entry);
  slip_date_entry_type (entry, "22 Dec");
  slip_date_entry_set_planned (entry,
                               (SlipPlannedDate){ slip_date_new (2026, 12, 10),
                                                  SLIP_CERTAINTY_TENTATIVE },
                               TODAY);
  g_assert_cmpstr (get_text (fixture), ==, "22 Dec");
  g_assert_true (slip_date_entry_commit (entry));
  assert_planned (fixture, "2026-12-22", SLIP_CERTAINTY_TENTATIVE);
}

static GtkWidget *
open_calendar (Fixture *fixture)
{
  GtkMenuButton *button =
    GTK_MENU_BUTTON (editor_find_type (fixture->entry, GTK_TYPE_MENU_BUTTON));

  gtk_menu_button_popup (button);
  editor_spin ();
  return editor_find_type (GTK_WIDGET (gtk_menu_button_get_popover (button)),
                           GTK_TYPE_CALENDAR);
}

static void
assert_marked (GtkWidget *calendar, const char *day)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  g_assert_cmpstr (text, ==, day);
}

static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  GtkWidget *calendar = open_calendar (fixture);
  g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 12, 24, 12, 0, 0);

  g_assert_cmpuint (fixture->n_committed, ==, 0);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  assert_planned (fixture, "2026-12-24", SLIP_CERTAINTY_CONFIRMED);
  g_assert_cmpuint (fixture->n_committed, ==, 1);
}

static void
test_calendar_of_typed (Fixture *fixture, gconstpointer data)
{
  slip_date_entry_type (SLIP_DATE_ENTRY (fixture->entry), "2027-01-05");
  assert_marked (open_calendar (fixture), "2027-01-05");
}

static void
test_calendar_keys (Fixture *fixture, gconstpointer data)
{
  static const struct {
    guint key;
    const char *day;
  } steps[] = {
    { GDK_KEY_Right, "2026-12-09" },     { GDK_KEY_Down, "2026-12-16" },
    { GDK_KEY_Left, "2026-12-15" },      { GDK_KEY_Up, "2026-12-08" },
    { GDK_KEY_Home, "2026-12-06" },      { GDK_KEY_End, "2026-12-12" },
    { GDK_KEY_Page_Down, "2027-01-12" }, { GDK_KEY_Page_Up, "2026-12-12" },
  };
  GtkWidget *calendar = open_calendar (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_assert_true (editor_press_key (calendar, steps[i].key, 0));
    assert_marked (calendar, steps[i].day);
    g_assert_cmpuint (fixture->n_committed, ==, 0);
  }
  g_assert_true (editor_press_key (calendar, GDK_KEY_Return, 0));
  assert_planned (fixture, "2026-12-12", SLIP_CERTAINTY_CONFIRMED);
  g_assert_cmpuint (fixture->n_committed, ==, 1);
}

static void
test_label (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_property (editor_find_type (fixture->entry,
                                                         GTK_TYPE_ENTRY),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Deploy date");
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_assert_true (type (fixture, "January 2027"));
  assert_planned (fixture, "2027-01-01", SLIP_CERTAINTY_CONFIRMED);
}

static void
test_mask (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *choice = slip_mask_choice_new_weekdays ();
  guint n_chosen = 0;

  gtk_window_set_child (GTK_WINDOW (window), choice);
  g_signal_connect (choice, "chosen", G_CALLBACK (count_cb), &n_chosen);
  slip_mask_choice_set_mask (SLIP_MASK_CHOICE (choice), 0x7f);
  g_assert_cmpuint (slip_mask_choice_get_mask (SLIP_MASK_CHOICE (choice)), ==,
                    0x7f);
  g_assert_cmpuint (n_chosen, ==, 0);
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (editor_find_type (choice, GTK_TYPE_TOGGLE_BUTTON)),
    FALSE);
  g_assert_cmpuint (n_chosen, ==, 1);
  g_assert_cmpuint (slip_mask_choice_get_mask (SLIP_MASK_CHOICE (choice)), !=,
                    0x7f);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, certainty, func)                                             \
  g_test_add ("/date-entry/" name, Fixture, GINT_TO_POINTER (certainty),       \
              set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("takes-what-is-typed", TRUE, test_type);
  ADD ("the-same-day-is-no-change", TRUE, test_same);
  ADD ("words-count-from-today", TRUE, test_words);
  ADD ("says-what-is-wrong-and-keeps-the-text", TRUE, test_fault);
  ADD ("escape-restores", TRUE, test_escape);
  ADD ("no-text-is-no-date", TRUE, test_clear);
  ADD ("takes-periods", TRUE, test_period);
  ADD ("a-certainty-can-be-chosen", TRUE, test_certainty);
  ADD ("a-foreign-edit-does-not-overwrite-typing", TRUE, test_foreign);
  ADD ("a-day-can-be-picked", TRUE, test_calendar);
  ADD ("the-calendar-opens-at-what-is-typed", TRUE, test_calendar_of_typed);
  ADD ("the-calendar-goes-by-keys", TRUE, test_calendar_keys);
  ADD ("the-entry-has-its-label", TRUE, test_label);
  ADD ("without-certainty-every-day-is-confirmed", FALSE, test_plain);
  g_test_add_func ("/mask-choice/buttons-make-the-mask", test_mask);
  return g_test_run ();
}
