/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pixels.h"
#include "slip-word-line.h"

static const GdkRGBA red = { 0.9f, 0.1f, 0.1f, 1 };

typedef struct {
  GtkWidget *widget;
  SlipWordLine line;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->widget = gtk_window_new ();
  fixture->line = (SlipWordLine){ 0 };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  slip_word_line_clear (&fixture->line);
  gtk_window_destroy (GTK_WINDOW (fixture->widget));
}

static void
assert_as_scaled_layout (Fixture *fixture, double scale, const char *text)
{
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (fixture->widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkSnapshot *drawn = gtk_snapshot_new ();
  GtkSnapshot *expected = gtk_snapshot_new ();
  int width;
  int height;
  int layout_width;
  int layout_height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  g_assert_true (
    slip_word_line_set (&fixture->line, fixture->widget, scale, text));
  slip_word_line_get_pixel_size (&fixture->line, &width, &height);
  pango_layout_get_pixel_size (layout, &layout_width, &layout_height);
  g_assert_cmpint (width, ==, layout_width);
  g_assert_cmpint (height, ==, layout_height);
  pango_layout_get_size (layout, &layout_width, NULL);
  g_assert_cmpint (slip_word_line_get_width (&fixture->line), ==, layout_width);

  slip_word_line_draw (&fixture->line, drawn, 3, 2, &red);
  gtk_snapshot_translate (expected, &GRAPHENE_POINT_INIT (3, 2));
  gtk_snapshot_append_layout (expected, layout, &red);
  assert_alike (drawn, expected);
}

static void
assert_as_layout (Fixture *fixture, const char *text)
{
  assert_as_scaled_layout (fixture, 1, text);
}

static void
test_looks_as_layout (Fixture *fixture, gconstpointer data)
{
  assert_as_layout (fixture, "Web 3.9");
  assert_as_layout (fixture, "To 1.10");
  assert_as_layout (fixture, "Web 4.0");
  assert_as_layout (fixture, "+12");
  assert_as_layout (fixture, " a  b ");
  assert_as_layout (fixture, "fi<b>&");
  assert_as_layout (fixture, "Web 3.9\u00a0· Canary, 5%");
}

/* Sizes by turns, as a widget may have texts of two. */
static void
test_scales (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 2; i++) {
    assert_as_scaled_layout (fixture, 0.83, "Web 3.9\u00a0· Canary");
    assert_as_scaled_layout (fixture, 1, "Web 3.9\u00a0· Canary");
    assert_as_scaled_layout (fixture, 1.5, "Web 3.9");
  }
}

static void
test_follows_the_font (Fixture *fixture, gconstpointer data)
{
  PangoContext *context = gtk_widget_get_pango_context (fixture->widget);
  g_autoptr (PangoFontDescription) font =
    pango_font_description_from_string ("Sans Bold 15");

  assert_as_layout (fixture, "Web 3.9");
  pango_context_set_font_description (context, font);
  assert_as_layout (fixture, "Web 3.9");
}

static void
assert_refused (Fixture *fixture, const char *text)
{
  g_assert_false (
    slip_word_line_set (&fixture->line, fixture->widget, 1, text));
}

/* What takes more than a row of letters. */
static void
test_refuses_what_is_not_plain (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture, "");
  assert_refused (fixture, "Zürich 1.0");
  assert_refused (fixture, "支払い 3.9");
  assert_refused (fixture, "Web\t3.9");
  assert_refused (fixture, "Web\n3.9");
  assert_refused (fixture, "Web 3.9\x7f");
  assert_refused (fixture, "Web 3.9\xc2");
  gtk_widget_set_direction (fixture->widget, GTK_TEXT_DIR_RTL);
  assert_refused (fixture, "Web 3.9");
}

static const PangoGlyphInfo *
get_first_glyph (Fixture *fixture)
{
  return fixture->line.glyphs->glyphs;
}

/* More words than are kept do no harm. */
static void
test_many_words (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 5000; i++) {
    g_autofree char *text = g_strdup_printf ("w%d %d", i, i);

    g_assert_true (
      slip_word_line_set (&fixture->line, fixture->widget, 1, text));
    g_assert_cmpuint (get_first_glyph (fixture)->glyph, !=, 0);
  }
  assert_as_layout (fixture, "w0 0");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  add ("/word-line/looks-as-layout", test_looks_as_layout);
  add ("/word-line/scales", test_scales);
  add ("/word-line/follows-the-font", test_follows_the_font);
  add ("/word-line/refuses-what-is-not-plain", test_refuses_what_is_not_plain);
  add ("/word-line/many-words", test_many_words);
  return g_test_run ();
}
