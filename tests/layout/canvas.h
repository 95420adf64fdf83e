/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rect.h"

/* Draws layouts as text, a character for a pixel, so that tests can hold the
 * whole picture against the one that was looked at and found right. */
typedef struct {
  int width;
  GPtrArray *lines; /* of char * */
} Canvas;

static inline Canvas
canvas_make (int width, int height)
{
  Canvas canvas = { width, g_ptr_array_new_with_free_func (g_free) };

  for (int i = 0; i < height; i++)
    g_ptr_array_add (canvas.lines, g_strnfill ((gsize) width, ' '));
  return canvas;
}

static inline void
canvas_put (Canvas *canvas, int x, int y, char c)
{
  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (x, <, canvas->width);
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (y, <, (int) canvas->lines->len);
  ((char *) g_ptr_array_index (canvas->lines, y))[x] = c;
}

static inline void
canvas_fill (Canvas *canvas, SlipRect rect, char c)
{
  if (slip_rect_is_empty (rect))
    return;
  for (int y = rect.y; y < rect.y + rect.height; y++)
    for (int x = rect.x; x < rect.x + rect.width; x++)
      canvas_put (canvas, x, y, c);
}

/* Writes @text into the first line of @rect, cut off at its end. */
static inline void
canvas_write (Canvas *canvas, SlipRect rect, const char *text)
{
  if (slip_rect_is_empty (rect))
    return;
  for (int i = 0; i < rect.width && text[i] != '\0'; i++)
    canvas_put (canvas, rect.x + i, rect.y, text[i]);
}

/* Compares with @expected, lines without the spaces at their ends, and frees
 * the canvas. */
static inline void
canvas_end (Canvas *canvas, const char *const *expected)
{
  g_autoptr (GString) drawn = g_string_new (NULL);
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (guint i = 0; i < canvas->lines->len; i++)
    g_string_append_printf (drawn, "%s\n",
                            g_strchomp (g_ptr_array_index (canvas->lines, i)));
  for (int i = 0; expected[i] != NULL; i++)
    g_string_append_printf (wanted, "%s\n", expected[i]);

  if (!g_string_equal (drawn, wanted))
    g_printerr ("%s", drawn->str);
  g_assert_cmpstr (drawn->str, ==, wanted->str);
  g_ptr_array_unref (canvas->lines);
}
