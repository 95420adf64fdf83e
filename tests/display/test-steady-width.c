/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-steady-width.h"

#define TEXT "So many words that they wrap wherever the room for them is small"

static GtkWidget *
new_texts (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int i = 0; i < 2; i++) {
    GtkWidget *label = gtk_label_new (TEXT);

    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_box_append (GTK_BOX (box), label);
  }
  return box;
}

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum;
  int natural;

  gtk_widget_measure (widget, orientation, for_size, &minimum, &natural, NULL,
                      NULL);
  return natural;
}

/* There is no other way to see that it was not asked how narrow it may be; and
 * none at all with newer GTKs, whose texts do not become narrow by themselves.
 */
static void
test_width_at_any_height (void)
{
  g_autoptr (GtkWidget) bare = g_object_ref_sink (new_texts ());
  g_autoptr (GtkWidget) steady =
    g_object_ref_sink (slip_steady_width_new (new_texts ()));
  int width = measure (bare, GTK_ORIENTATION_HORIZONTAL, -1);

  g_assert_cmpint (measure (bare, GTK_ORIENTATION_HORIZONTAL, 200), <=, width);
  g_assert_cmpint (measure (steady, GTK_ORIENTATION_HORIZONTAL, -1), ==, width);
  g_assert_cmpint (measure (steady, GTK_ORIENTATION_HORIZONTAL, 200), ==,
                   width);
}

static void
test_height_follows_the_width (void)
{
  g_autoptr (GtkWidget) bare = g_object_ref_sink (new_texts ());
  g_autoptr (GtkWidget) steady =
    g_object_ref_sink (slip_steady_width_new (new_texts ()));

  for (int width = 100; width < 500; width += 50)
    g_assert_cmpint (measure (steady, GTK_ORIENTATION_VERTICAL, width), ==,
                     measure (bare, GTK_ORIENTATION_VERTICAL, width));
}

static void
test_frees_its_child (void)
{
  GtkWidget *texts = new_texts ();
  GtkWidget *steady = g_object_ref_sink (slip_steady_width_new (texts));

  g_object_add_weak_pointer (G_OBJECT (texts), (gpointer *) &texts);
  g_assert_finalize_object (G_OBJECT (steady));
  g_assert_null (texts);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add_func ("/steady-width/" name, func)
  ADD ("is-the-same-at-any-height", test_width_at_any_height);
  ADD ("height-follows-the-width", test_height_follows_the_width);
  ADD ("frees-its-child", test_frees_its_child);
#undef ADD

  return g_test_run ();
}
