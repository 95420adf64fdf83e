/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-quiet-tooltips.h"

#include <adwaita.h>

typedef struct {
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *button;
  GtkWidget *popover;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  fixture->button = gtk_button_new_with_label ("Owner");
  fixture->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (fixture->popover), gtk_entry_new ());
  gtk_widget_set_parent (fixture->popover, fixture->button);
  gtk_box_append (GTK_BOX (fixture->box), fixture->button);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_widget_set_tooltip_text (fixture->button, "Assign one");
  gtk_widget_set_tooltip_text (fixture->box, "All of them");
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->popover, gtk_widget_unparent);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
assert_has_tooltips (const Fixture *fixture, gboolean has)
{
  g_assert_cmpint (gtk_widget_get_has_tooltip (fixture->button), ==, has);
  g_assert_cmpint (gtk_widget_get_has_tooltip (fixture->box), ==, has);
}

static void
test_an_open_popover_is_not_covered (Fixture *fixture, gconstpointer data)
{
  assert_has_tooltips (fixture, TRUE);
  gtk_popover_popup (GTK_POPOVER (fixture->popover));
  assert_has_tooltips (fixture, FALSE);
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  assert_has_tooltips (fixture, TRUE);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture->button), ==,
                   "Assign one");
}

static void
test_what_goes_while_it_is_open_leaves_them (Fixture *fixture,
                                             gconstpointer data)
{
  gtk_popover_popup (GTK_POPOVER (fixture->popover));
  g_clear_pointer (&fixture->popover, gtk_widget_unparent);
  assert_has_tooltips (fixture, TRUE);
}

static void
test_what_had_none_gets_none (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_has_tooltip (fixture->box, FALSE);
  gtk_popover_popup (GTK_POPOVER (fixture->popover));
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  g_assert_false (gtk_widget_get_has_tooltip (fixture->box));
  g_assert_true (gtk_widget_get_has_tooltip (fixture->button));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  slip_quiet_tooltips_install ();

#define ADD(path, test)                                                        \
  g_test_add ("/quiet-tooltips/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("an-open-popover-is-not-covered", test_an_open_popover_is_not_covered);
  ADD ("what-goes-while-it-is-open-leaves-them",
       test_what_goes_while_it_is_open_leaves_them);
  ADD ("what-had-none-gets-none", test_what_had_none_gets_none);
#undef ADD
  return g_test_run ();
}
