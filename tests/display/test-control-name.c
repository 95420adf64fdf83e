/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-control-name.h"

static void
assert_label (GtkWidget *widget, const char *name)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}

static void
test_what_takes_the_focus_has_the_name (void)
{
  GtkWidget *const controls[] = { gtk_menu_button_new (),
                                  gtk_color_button_new () };

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++) {
    GtkWidget *control = g_object_ref_sink (controls[i]);
    slip_control_name_set (control, "Menu of “4.2”");
    assert_label (control, "Menu of “4.2”");
    assert_label (gtk_widget_get_first_child (control), "Menu of “4.2”");
    slip_control_name_set (control, "Menu of “4.3”");
    assert_label (gtk_widget_get_first_child (control), "Menu of “4.3”");
    g_object_unref (control);
  }
}

static void
test_drop_down_tells_what_is_chosen (void)
{
  const char *const texts[] = { "Planned", "Building", NULL };
  GtkWidget *choice =
    g_object_ref_sink (gtk_drop_down_new_from_strings (texts));
  GtkWidget *button = gtk_widget_get_first_child (choice);

  slip_control_name_set (choice, "Status");
  assert_label (button, "Status");
  gtk_test_accessible_assert_property (button,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Planned");
  slip_control_name_set (choice, "Status");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  gtk_test_accessible_assert_property (button,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Building");
  g_object_unref (choice);
}

static void
test_icons_are_named_by_their_tooltips (void)
{
  GtkWidget *box =
    g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *search = gtk_button_new_from_icon_name ("edit-find-symbolic");
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (search, "Search");
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), close);
  slip_control_name_buttons (box, NULL);
  assert_label (search, "Search");
  slip_control_name_buttons (box, "Close");
  assert_label (search, "Search");
  assert_label (close, "Close");
  g_object_unref (box);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/control-name/what-takes-the-focus-has-the-name",
                   test_what_takes_the_focus_has_the_name);
  g_test_add_func ("/control-name/drop-down-tells-what-is-chosen",
                   test_drop_down_tells_what_is_chosen);
  g_test_add_func ("/control-name/icons-are-named-by-their-tooltips",
                   test_icons_are_named_by_their_tooltips);
  return g_test_run ();
}
