/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-csv.h"

#include <string.h>

/* What a formula begins with, also in the full width that some spreadsheets
 * take for the same. */
static const char *const formula_marks[] = {
  "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
};

/* Whether @cell is a plain number: '-5', '+14', '2.5'. */
static gboolean
is_number (const char *cell)
{
  const char *digits = *cell == '+' || *cell == '-' ? cell + 1 : cell;
  gsize n_before = strspn (digits, "0123456789");
  const char *rest = digits + n_before;

  if (n_before == 0)
    return FALSE;
  if (*rest == '\0')
    return TRUE;

  return *rest == '.' && rest[1] != '\0' &&
         rest[1 + strspn (rest + 1, "0123456789")] == '\0';
}

static gboolean
is_formula (const char *cell)
{
  if (is_number (cell))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (formula_marks); i++)
    if (g_str_has_prefix (cell, formula_marks[i]))
      return TRUE;

  return FALSE;
}

static void
append_cell (GString *csv, const char *cell)
{
  const char *mark = is_formula (cell) ? "'" : "";

  if (strpbrk (cell, ",\"\r\n") == NULL) {
    g_string_append_printf (csv, "%s%s", mark, cell);
    return;
  }

  g_string_append_printf (csv, "\"%s", mark);
  for (const char *c = cell; *c != '\0'; c++) {
    if (*c == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, *c);
  }
  g_string_append_c (csv, '"');
}

void
slip_csv_append_row (GString *csv, const char *const *cells, guint n_cells)
{
  g_return_if_fail (csv != NULL);

  for (guint i = 0; i < n_cells; i++) {
    if (i > 0)
      g_string_append_c (csv, ',');
    if (cells[i] != NULL)
      append_cell (csv, cells[i]);
  }
  g_string_append (csv, "\r\n");
}
