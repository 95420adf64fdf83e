/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-text-print.h"

#include <glib/gi18n-lib.h>

#define FONT       "Sans 10"
#define SMALL_FONT "Sans 8"
#define FOOTER_MM  8.0

/* One job: the text, laid out, and at which of its lines each page begins. */
typedef struct {
  char *title;
  char *text;
  PangoLayout *layout;
  GArray *starts; /* int */
} Job;

static void
free_job (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_free (job->title);
  g_free (job->text);
  g_clear_object (&job->layout);
  g_array_unref (job->starts);
  g_free (job);
}

static PangoLayout *
new_layout (GtkPrintContext *context, const char *font, const char *text)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) description =
    pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) *
                                         PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* The height of a page without its footer, in device units. */
static double
get_height (GtkPrintContext *context)
{
  double footer = FOOTER_MM / 25.4 * gtk_print_context_get_dpi_y (context);

  return gtk_print_context_get_height (context) - footer;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  double height = get_height (context) * PANGO_SCALE;
  PangoLayoutIter *iter;
  int top = 0;
  int line = 0;

  g_clear_object (&job->layout);
  job->layout = new_layout (context, FONT, job->text);
  g_array_set_size (job->starts, 0);
  g_array_append_val (job->starts, line);
  iter = pango_layout_get_iter (job->layout);
  do {
    PangoRectangle rectangle;

    pango_layout_iter_get_line_extents (iter, NULL, &rectangle);
    if (rectangle.y + rectangle.height - top > height && rectangle.y > top) {
      g_array_append_val (job->starts, line);
      top = rectangle.y;
    }
    line++;
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  gtk_print_operation_set_n_pages (operation, (int) job->starts->len);
}

static void
draw_lines (const Job *job, cairo_t *cr, guint page)
{
  int first = g_array_index (job->starts, int, page);
  int end = page + 1 < job->starts->len
              ? g_array_index (job->starts, int, page + 1)
              : pango_layout_get_line_count (job->layout);
  PangoLayoutIter *iter = pango_layout_get_iter (job->layout);
  int top = 0;

  for (int line = 0; line < end; line++) {
    PangoRectangle rectangle;

    pango_layout_iter_get_line_extents (iter, NULL, &rectangle);
    if (line == first)
      top = rectangle.y;
    if (line >= first) {
      cairo_move_to (cr, (double) rectangle.x / PANGO_SCALE,
                     (double) (pango_layout_iter_get_baseline (iter) - top) /
                       PANGO_SCALE);
      pango_cairo_show_layout_line (cr,
                                    pango_layout_iter_get_line_readonly (iter));
    }
    pango_layout_iter_next_line (iter);
  }
  pango_layout_iter_free (iter);
}

static void
draw_footer (const Job *job, GtkPrintContext *context, cairo_t *cr, guint page)
{
  g_autofree char *text =
    /* Translators: the title of a printed text, a page and how many there are.
     */
    g_strdup_printf (_ ("%s · page %u of %u"), job->title, page + 1,
                     job->starts->len);
  g_autoptr (PangoLayout) layout = new_layout (context, SMALL_FONT, text);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  cairo_move_to (cr, 0,
                 gtk_print_context_get_height (context) -
                   (double) height / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext *context,
         int page,
         Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_lines (job, cr, (guint) page);
  draw_footer (job, context, cr, (guint) page);
}

GtkPrintOperation *
slip_text_print_new (const char *title, const char *text)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *job = g_new0 (Job, 1);

  job->title = g_strdup (title);
  job->text = g_strdup (text);
  job->starts = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, FALSE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), job,
                         free_job, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), job);
  return operation;
}
