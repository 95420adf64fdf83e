/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-scroll-through.h"

#include <adwaita.h>

typedef struct {
  GtkWidget *window;
  GtkWidget *outer;
  GtkWidget *inner;
  GtkWidget *text;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = gtk_window_new ();
  fixture->outer = gtk_scrolled_window_new ();
  fixture->inner = gtk_scrolled_window_new ();
  fixture->text = gtk_text_view_new ();
  gtk_widget_set_size_request (fixture->inner, -1, 100);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->inner),
                                 fixture->text);
  gtk_widget_set_size_request (space, -1, 1000);
  gtk_box_append (GTK_BOX (box), fixture->inner);
  gtk_box_append (GTK_BOX (box), space);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->outer), box);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->outer);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 300);
  slip_scroll_through_add (GTK_SCROLLED_WINDOW (fixture->inner));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* Whether the wheel goes on to the text. */
static gboolean
turn (const Fixture *fixture, double dy)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (fixture->inner);
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) wheel =
      g_list_model_get_item (controllers, i);

    if (g_strcmp0 (gtk_event_controller_get_name (wheel), "scroll-through") ==
        0)
      g_signal_emit_by_name (wheel, "scroll", 0.0, dy, &is_handled);
  }
  return !is_handled;
}

static int
get_place (GtkWidget *scroller)
{
  return (int) gtk_adjustment_get_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

static void
test_a_short_text_lets_the_wheel_through (Fixture *fixture, gconstpointer data)
{
  g_assert_false (turn (fixture, 1));
  g_assert_cmpint (get_place (fixture->outer), >, 0);
  g_assert_false (turn (fixture, -1));
  g_assert_cmpint (get_place (fixture->outer), ==, 0);
}

static void
test_a_long_text_comes_first (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *place =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->inner));
  g_autoptr (GString) lines = g_string_new (NULL);

  for (int i = 0; i < 50; i++)
    g_string_append (lines, "line\n");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (
                              GTK_TEXT_VIEW (fixture->text)),
                            lines->str, -1);
  while (gtk_adjustment_get_upper (place) < 200)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (turn (fixture, 1));
  g_assert_cmpint (get_place (fixture->outer), ==, 0);
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
  g_assert_true (turn (fixture, -1));
  g_assert_false (turn (fixture, 1));
  g_assert_cmpint (get_place (fixture->outer), >, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, test)                                                        \
  g_test_add ("/scroll-through/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("a-short-text-lets-the-wheel-through",
       test_a_short_text_lets_the_wheel_through);
  ADD ("a-long-text-comes-first", test_a_long_text_comes_first);
#undef ADD
  return g_test_run ();
}
