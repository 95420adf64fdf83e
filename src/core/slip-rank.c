/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rank.h"

#include <string.h>

#define BASE 62

/* Room that is left between two neighbours of a spread, in last digits. */
#define SPREAD_STEP 8

static const char digits[BASE + 1] =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

static int
read_digit (char c)
{
  if (g_ascii_isdigit (c))
    return c - '0';
  if (g_ascii_isupper (c))
    return c - 'A' + 10;
  return c - 'a' + 36;
}

/* The shortest rank before @after that stays close to it, so that many can be
 * added at the beginning. */
static void
append_before (GString *rank, const char *after)
{
  while (*after == '0')
    g_string_append_c (rank, *after++);

  int digit = read_digit (*after);
  if (after[1] != '\0') {
    g_string_append_c (rank, *after);
  } else if (digit > 1) {
    g_string_append_c (rank, digits[digit - 1]);
  } else {
    g_string_append_c (rank, digits[0]);
    g_string_append_c (rank, digits[BASE - 1]);
  }
}

/* The shortest rank after @before that stays close to it. */
static void
append_after (GString *rank, const char *before)
{
  while (*before == digits[BASE - 1])
    g_string_append_c (rank, *before++);

  int digit = *before != '\0' ? read_digit (*before) : 0;
  g_string_append_c (rank, digits[digit + 1]);
}

/* A rank in the middle between @before, whose digits may have ended already,
 * and 1, as the digits after one that is decided. */
static void
append_middle_to_end (GString *rank, const char *before)
{
  while (*before == digits[BASE - 1])
    g_string_append_c (rank, *before++);

  int digit = *before != '\0' ? read_digit (*before) : 0;
  g_string_append_c (rank, digits[(digit + BASE) / 2]);
}

/* A rank in the middle.  When the same place is used again and again, one side
 * stays and the other comes nearer; the rounding away from the side that has no
 * digits left lets six halvings fit into one digit. */
static void
append_between (GString *rank, const char *before, const char *after)
{
  for (;;) {
    int low = *before != '\0' ? read_digit (*before) : 0;
    int high = read_digit (*after);

    if (high - low > 1) {
      int middle = (low + high + (*before == '\0' ? 1 : 0)) / 2;

      g_string_append_c (rank, digits[middle]);
      return;
    }
    if (high > low && after[1] != '\0') {
      g_string_append_c (rank, digits[high]);
      return;
    }
    g_string_append_c (rank, digits[low]);
    if (*before != '\0')
      before++;
    if (high > low) {
      append_middle_to_end (rank, before);
      return;
    }
    after++;
  }
}

/* Writes @value of @n_digits digits without the zeros at its end. */
static char *
write_rank (guint64 value, guint n_digits)
{
  g_autofree char *rank = g_malloc0 (n_digits + 1);

  for (guint i = n_digits; i > 0; i--) {
    rank[i - 1] = digits[value % BASE];
    value /= BASE;
  }
  for (guint i = n_digits; i > 0 && rank[i - 1] == digits[0]; i--)
    rank[i - 1] = '\0';
  return g_steal_pointer (&rank);
}

gboolean
slip_rank_is_valid (const char *rank)
{
  if (rank == NULL || *rank == '\0')
    return FALSE;

  const char *c = rank;
  while (g_ascii_isalnum (*c))
    c++;
  return *c == '\0' && c[-1] != digits[0];
}

char *
slip_rank_between (const char *before, const char *after)
{
  if ((before != NULL && !slip_rank_is_valid (before)) ||
      (after != NULL && !slip_rank_is_valid (after)))
    return NULL;
  if (before != NULL && after != NULL && strcmp (before, after) >= 0)
    return NULL;

  g_autoptr (GString) rank = g_string_new (NULL);
  if (before == NULL && after == NULL)
    append_middle_to_end (rank, "");
  else if (before == NULL)
    append_before (rank, after);
  else if (after == NULL)
    append_after (rank, before);
  else
    append_between (rank, before, after);
  return g_string_free (g_steal_pointer (&rank), FALSE);
}

GStrv
slip_rank_spread (guint n)
{
  GStrv ranks = g_new0 (char *, (gsize) n + 1);
  guint64 n_values = BASE;
  guint n_digits = 1;

  while (n_values / SPREAD_STEP < (guint64) n + 1) {
    n_values *= BASE;
    n_digits++;
  }

  guint64 step = n_values / ((guint64) n + 1);
  for (guint i = 0; i < n; i++)
    ranks[i] = write_rank ((i + 1) * step, n_digits);
  return ranks;
}
