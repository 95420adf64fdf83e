/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-widget-name.h"

static void
test_takes_the_place (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("Words"));

  gtk_widget_set_name (label, "of-gtk");
  g_assert_cmpstr (slip_widget_name_get (label), ==, "of-gtk");
  slip_widget_name_set (label, g_strdup ("own"));
  g_assert_cmpstr (slip_widget_name_get (label), ==, "own");
  slip_widget_name_set (label, NULL);
  g_assert_cmpstr (slip_widget_name_get (label), ==, "of-gtk");
}

/* Else each of them would have the widget styled anew. */
static void
test_is_nothing_to_gtk (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("Words"));

  slip_widget_name_set (label, g_strdup ("own"));
  g_assert_cmpstr (gtk_widget_get_name (label), ==, "GtkLabel");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widget-name/takes-the-place-of-that-of-gtk",
                   test_takes_the_place);
  g_test_add_func ("/widget-name/is-nothing-to-gtk", test_is_nothing_to_gtk);
  return g_test_run ();
}
