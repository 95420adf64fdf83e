/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-text-print.h"

#include <glib/gstdio.h>

#define MOST_BYTES (1024 * 1024)

/* Prints into a file; returns how many pages that took. */
static int
print (const char *text)
{
  g_autoptr (GtkPrintOperation) operation =
    slip_text_print_new ("Report", text);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autofree char *folder = g_dir_make_tmp ("slipway-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  int n_pages = 0;
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation,
                                            GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_assert_cmpuint (length, <, MOST_BYTES);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return n_pages;
}

static void
test_short_text_takes_a_page (void)
{
  g_assert_cmpint (print ("One line\nand <another> & more"), ==, 1);
}

static void
test_long_text_takes_as_many_as_it_needs (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "Line %u\n", i);
  g_assert_cmpint (print (text->str), >=, 3);
}

/* Two pages hold as many lines, were they not wrapped. */
static void
test_long_lines_are_wrapped (void)
{
  g_autofree char *line = g_strnfill (200, 'x');
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%u %s\n", i, line);
  g_assert_cmpint (print (text->str), >, 2);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-print/short-text-takes-a-page",
                   test_short_text_takes_a_page);
  g_test_add_func ("/text-print/long-text-takes-as-many-as-it-needs",
                   test_long_text_takes_as_many_as_it_needs);
  g_test_add_func ("/text-print/long-lines-are-wrapped",
                   test_long_lines_are_wrapped);
  return g_test_run ();
}
