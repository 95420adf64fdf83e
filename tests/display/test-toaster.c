/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-toaster.h"

typedef struct {
  GtkWindow *window;
  AdwToastOverlay *overlay;
  SlipToaster *toaster;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new ("Below"));
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->overlay));
  fixture->toaster = slip_toaster_new (fixture->overlay);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  slip_toaster_free (fixture->toaster);
  gtk_window_destroy (fixture->window);
}

/* The label with @text below @widget, or %NULL. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);

  return found;
}

static GtkWidget *
find (Fixture *fixture, const char *text)
{
  return find_label (GTK_WIDGET (fixture->overlay), text);
}

static void
show (Fixture *fixture, const char *text)
{
  slip_toaster_take (fixture->toaster, adw_toast_new (text), NULL);
}

static void
test_long_text_is_not_cut (Fixture *fixture, gconstpointer data)
{
  const char *text =
    "“a-template-with-a-long-name.slipway-template”: Line 144, "
    "column 35: a key in quotes was expected, the end of the "
    "document was found";
  PangoLayout *layout;

  gtk_window_set_default_size (fixture->window, 640, 300);
  show (fixture, text);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  layout = gtk_label_get_layout (GTK_LABEL (find (fixture, text)));
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  g_assert_false (pango_layout_is_ellipsized (layout));
}

/* As a move says, with a button of its own, on the narrowest window. */
static void
test_a_second_button_leaves_room (Fixture *fixture, gconstpointer data)
{
  const char *text = "Payments 4.0 “Instant refunds” moved to Tue 19 January";
  AdwToast *toast = adw_toast_new (text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Adjust…"));
  adw_toast_set_button_label (toast, "Undo");
  adw_toast_set_custom_title (toast, box);
  gtk_window_set_default_size (fixture->window, 360, 400);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->window)) > 360)
    g_main_context_iteration (NULL, TRUE);
  slip_toaster_take (fixture->toaster, toast, NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_false (
    pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  int *n_left = data;

  return --*n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Lets the window draw @n frames. */
static void
draw_frames (Fixture *fixture, int n)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (fixture->window), count_frame_cb,
                                &n, NULL);
  while (n > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* As when steps are undone faster than toasts come up. */
static void
test_of_many_the_newest_is_shown (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 30; i++) {
    g_autofree char *text = g_strdup_printf ("Toast %d", i);

    show (fixture, text);
    draw_frames (fixture, 1 + i % 4);
  }
  while (find (fixture, "Toast 29") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find (fixture, "Toast 1"));
}

/* Whether a click reaches the toast with this text, which is there. */
static gboolean
can_be_hit (Fixture *fixture, const char *text)
{
  GtkWidget *widget = find (fixture, text);

  g_assert_nonnull (widget);
  while (gtk_widget_get_parent (widget) != GTK_WIDGET (fixture->overlay))
    widget = gtk_widget_get_parent (widget);
  return gtk_widget_get_can_target (widget);
}

static void
test_what_goes_early_is_out_of_the_way (Fixture *fixture, gconstpointer data)
{
  show (fixture, "Toast");
  draw_frames (fixture, 1);
  slip_toaster_dismiss (fixture->toaster);
  g_assert_false (can_be_hit (fixture, "Toast"));

  while (find (fixture, "Toast") != NULL)
    g_main_context_iteration (NULL, TRUE);
  show (fixture, "Another");
  g_assert_true (can_be_hit (fixture, "Another"));
}

/* Nobody is to take back the step before the last one by the toast of it. */
static void
test_what_is_followed_is_out_of_the_way (Fixture *fixture, gconstpointer data)
{
  show (fixture, "First");
  draw_frames (fixture, 1);
  g_assert_true (can_be_hit (fixture, "First"));
  show (fixture, "Second");
  g_assert_false (can_be_hit (fixture, "First"));

  while (find (fixture, "Second") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (can_be_hit (fixture, "Second"));
}

static void
test_what_waits_can_be_dismissed (Fixture *fixture, gconstpointer data)
{
  show (fixture, "First");
  show (fixture, "Second");
  slip_toaster_dismiss (fixture->toaster);

  while (find (fixture, "First") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find (fixture, "Second"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func)                                                        \
  g_test_add ("/toaster/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("long-text-is-not-cut", test_long_text_is_not_cut);
  ADD ("a-second-button-leaves-room", test_a_second_button_leaves_room);
  ADD ("of-many-the-newest-is-shown", test_of_many_the_newest_is_shown);
  ADD ("what-goes-early-is-out-of-the-way",
       test_what_goes_early_is_out_of_the_way);
  ADD ("what-is-followed-is-out-of-the-way",
       test_what_is_followed_is_out_of_the_way);
  ADD ("what-waits-can-be-dismissed", test_what_waits_can_be_dismissed);

  return g_test_run ();
}
