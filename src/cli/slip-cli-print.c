/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-print.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define COLUMN_GAP 2

/* No column is cut below this, however narrow the terminal is. */
#define MIN_COLUMN_WIDTH 8

#define DEFAULT_TERMINAL_WIDTH 80

struct _SlipCliTable {
  guint n_columns;
  guint narrowing; /* which columns may be cut, bit i for column i */
  GPtrArray *rows; /* of GStrv; the titles are the first */
};

/* Marks that turn the direction of what comes after them. */
static gboolean
is_direction_mark (gunichar character)
{
  return (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069);
}

char *
slip_cli_dup_plain (const char *text)
{
  GString *plain = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (character == '\n' || character == '\t' || character == 0x2028 ||
        character == 0x2029)
      g_string_append_c (plain, ' ');
    else if (!g_unichar_iscntrl (character) && !is_direction_mark (character))
      g_string_append_unichar (plain, character);
  }
  return g_string_free (plain, FALSE);
}

void
slip_cli_print (const char *format, ...)
{
  va_list list;

  va_start (list, format);
  g_autofree char *text = g_strdup_vprintf (format, list);
  va_end (list);
  g_autofree char *plain = slip_cli_dup_plain (text);
  fputs (plain, stdout);
  fputc ('\n', stdout);
}

void
slip_cli_print_error (const char *format, ...)
{
  va_list list;

  va_start (list, format);
  g_autofree char *text = g_strdup_vprintf (format, list);
  va_end (list);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  fputs ("slipway-cli: ", stderr);
  for (char **line = lines; *line != NULL; line++) {
    g_autofree char *plain = slip_cli_dup_plain (*line);
    fputs (plain, stderr);
    fputc ('\n', stderr);
  }
}

/* How many cells of a terminal @text takes. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);
    if (!g_unichar_iszerowidth (character))
      width += g_unichar_iswide (character) ? 2 : 1;
  }
  return width;
}

SlipCliTable *
slip_cli_table_new (const char *const *titles)
{
  SlipCliTable *table = g_new0 (SlipCliTable, 1);

  table->n_columns = g_strv_length ((char **) titles);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  slip_cli_table_add (table, titles);
  return table;
}

void
slip_cli_table_set_narrowing (SlipCliTable *table, guint columns)
{
  table->narrowing = columns;
}

void
slip_cli_table_free (SlipCliTable *table)
{
  g_ptr_array_unref (table->rows);
  g_free (table);
}

void
slip_cli_table_add (SlipCliTable *table, const char *const *cells)
{
  char **row = g_new0 (char *, table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++)
    row[i] = slip_cli_dup_plain (cells[i]);
  g_ptr_array_add (table->rows, row);
}

/* The cells of a line of the terminal; 0 if the output is none. */
static guint
get_terminal_width (void)
{
  struct winsize size = { 0 };
  const char *columns = g_getenv ("COLUMNS");
  guint64 width = 0;

  if (!isatty (STDOUT_FILENO))
    return 0;
  if (columns != NULL &&
      g_ascii_string_to_unsigned (columns, 10, 1, 9999, &width, NULL))
    return (guint) width;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return DEFAULT_TERMINAL_WIDTH;
}

/* Takes cells from the widest of the columns that may be cut. */
static void
narrow (const SlipCliTable *table, guint *widths, guint terminal_width)
{
  guint total = (table->n_columns - 1) * COLUMN_GAP;

  for (guint i = 0; i < table->n_columns; i++)
    total += widths[i];
  while (terminal_width > 0 && total > terminal_width) {
    guint *widest = NULL;

    for (guint i = 0; i < table->n_columns; i++)
      if (table->narrowing & (1u << i) &&
          (widest == NULL || widths[i] > *widest))
        widest = &widths[i];
    if (widest == NULL || *widest <= MIN_COLUMN_WIDTH)
      return;
    *widest -= 1;
    total--;
  }
}

/* @text, or as much of it as goes into @width cells, with an ellipsis. */
static char *
dup_cut (const char *text, guint width)
{
  g_autoptr (GString) cut = g_string_new (NULL);
  guint used = 1;

  if (measure (text) <= width)
    return g_strdup (text);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (!g_unichar_iszerowidth (character))
      used += g_unichar_iswide (character) ? 2 : 1;
    if (used > width)
      break;
    g_string_append_unichar (cut, character);
  }
  g_string_append (cut, "…");
  return g_string_free (g_steal_pointer (&cut), FALSE);
}

static void
print_row (char **row, const guint *widths, guint n_columns)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++) {
    g_autofree char *cell = dup_cut (row[i], widths[i]);
    guint width = measure (cell);
    g_string_append (line, cell);
    for (; i + 1 < n_columns && width < widths[i] + COLUMN_GAP; width++)
      g_string_append_c (line, ' ');
  }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_string_append_c (line, '\n');
  fputs (line->str, stdout);
}

void
slip_cli_table_print (SlipCliTable *table)
{
  g_autofree guint *widths = g_new0 (guint, table->n_columns);

  if (table->rows->len == 1)
    return;
  for (guint i = 0; i < table->rows->len; i++) {
    char **row = table->rows->pdata[i];
    for (guint j = 0; j < table->n_columns; j++)
      widths[j] = MAX (widths[j], measure (row[j]));
  }
  narrow (table, widths, get_terminal_width ());
  for (guint i = 0; i < table->rows->len; i++)
    print_row (table->rows->pdata[i], widths, table->n_columns);
}

gboolean
slip_cli_flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _ ("What was to be printed could not be written: %s"),
               g_strerror (errno));
  return FALSE;
}
