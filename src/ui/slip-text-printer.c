/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-text-printer.h"

#include <glib/gi18n.h>

#define FONT      "Sans 10"
#define FOOTER_PT 24

/* A text and where its pages begin. */
typedef struct {
  char *text;
  PangoLayout *layout;
  GArray *pages; /* the first line of each page, as int */
} Print;

static void
free_print (gpointer data, GClosure *closure)
{
  Print *print = data;
  g_free (print->text);
  g_clear_object (&print->layout);
  g_array_unref (print->pages);
  g_free (print);
}

static double
get_line_height (PangoLayoutLine *line)
{
  PangoRectangle logical;
  pango_layout_line_get_extents (line, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

static void
find_pages (Print *print, double height)
{
  double y = 0;
  int n_lines = pango_layout_get_line_count (print->layout);
  g_array_set_size (print->pages, 0);
  for (int i = 0; i < n_lines; i++) {
    double line =
      get_line_height (pango_layout_get_line_readonly (print->layout, i));
    if (i == 0 || y + line > height) {
      g_array_append_val (print->pages, i);
      y = 0;
    }
    y += line;
  }
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                Print *print)
{
  g_autoptr (PangoFontDescription) font =
    pango_font_description_from_string (FONT);
  g_clear_object (&print->layout);
  print->layout = gtk_print_context_create_pango_layout (context);
  pango_layout_set_font_description (print->layout, font);
  pango_layout_set_wrap (print->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (print->layout,
                          (int) gtk_print_context_get_width (context) *
                            PANGO_SCALE);
  pango_layout_set_text (print->layout, print->text, -1);
  find_pages (print, gtk_print_context_get_height (context) - FOOTER_PT);
  gtk_print_operation_set_n_pages (operation, (int) print->pages->len);
}

static void
draw_number (GtkPrintContext *context, const Print *print, int page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout =
    gtk_print_context_create_pango_layout (context);
  /* Translators: the number of a page, and how many there are. */
  g_autofree char *text =
    g_strdup_printf (_ ("%d of %u"), page + 1, print->pages->len);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 0, gtk_print_context_get_height (context) - FOOTER_PT / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              Print *print)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  int first = g_array_index (print->pages, int, page);
  int end = page + 1 < (int) print->pages->len
              ? g_array_index (print->pages, int, page + 1)
              : pango_layout_get_line_count (print->layout);
  double y = 0;
  for (int i = first; i < end; i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly (print->layout, i);
    double height = get_line_height (line);
    cairo_move_to (cr, 0, y + height * 0.8);
    pango_cairo_show_layout_line (cr, line);
    y += height;
  }
  draw_number (context, print, page);
}

GtkPrintOperation *
slip_text_printer_new (const char *title, const char *text)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Print *print = g_new0 (Print, 1);
  print->text = g_strdup (text);
  print->pages = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb),
                         print, free_print, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  return operation;
}
