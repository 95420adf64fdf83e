/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-version.h"

#include <string.h>

/* Moves both behind the numbers that they begin with. */
static int
compare_numbers (const char **a, const char **b)
{
  const char *first = *a + strspn (*a, "0");
  const char *second = *b + strspn (*b, "0");
  gsize length = strspn (first, "0123456789");
  gsize other = strspn (second, "0123456789");

  *a = first + length;
  *b = second + other;
  if (length != other)
    return length < other ? -1 : 1;
  return strncmp (first, second, length);
}

int
slip_version_compare (const char *a, const char *b)
{
  const char *first = a;
  const char *second = b;

  while (*first != '\0' && *second != '\0') {
    int order;

    if (g_ascii_isdigit (*first) && g_ascii_isdigit (*second))
      order = compare_numbers (&first, &second);
    else
      order = (int) (guchar) *first++ - (int) (guchar) *second++;
    if (order != 0)
      return order;
  }
  if (*first != *second)
    return *first == '\0' ? -1 : 1;
  /* '1.0' and '1.00' are not the same text. */
  return strcmp (a, b);
}
