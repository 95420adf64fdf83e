/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-inflater.h"

#include "gzip.h"

#include <string.h>

#define MIB ((gsize) 1024 * 1024)

/* Feeds @bytes in pieces of @piece. */
static GBytes *
run (SlipFeedInflater *inflater, GBytes *bytes, gsize piece, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize at = 0; at < length; at += piece)
    if (!slip_feed_inflater_add (inflater, data + at, MIN (piece, length - at),
                                 error))
      return NULL;
  return slip_feed_inflater_end (inflater, error);
}

static void
test_pieces_of_any_size_make_the_whole (void)
{
  g_autoptr (GBytes) packed = gzip_repeat ("hello ", 6, 100);

  for (gsize piece = 1; piece <= g_bytes_get_size (packed); piece++) {
    g_autoptr (SlipFeedInflater) inflater =
      slip_feed_inflater_new (TRUE, MIB, 100);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) body = run (inflater, packed, piece, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (g_bytes_get_size (body), ==, 600);
    g_assert_cmpmem (g_bytes_get_data (body, NULL), 6, "hello ", 6);
  }
}

static void
test_every_cut_is_refused (void)
{
  g_autoptr (GBytes) packed = gzip_repeat ("hello ", 6, 100);

  for (gsize n = 0; n < g_bytes_get_size (packed); n++) {
    g_autoptr (SlipFeedInflater) inflater =
      slip_feed_inflater_new (TRUE, MIB, 100);
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (packed, 0, n);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) body = run (inflater, part, 7, &error);

    g_assert_null (body);
    g_assert_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_INVALID);
  }
}

static void
test_damage_is_refused (void)
{
  g_autoptr (GBytes) packed = gzip_repeat ("hello ", 6, 100);
  gsize length;
  const guint8 *data = g_bytes_get_data (packed, &length);

  /* Behind the header, whose time and name say nothing. */
  for (gsize i = 10; i < length; i++) {
    g_autofree guint8 *copy = g_memdup2 (data, length);
    g_autoptr (SlipFeedInflater) inflater =
      slip_feed_inflater_new (TRUE, MIB, 100);
    g_autoptr (GError) error = NULL;

    copy[i] ^= 0x10;
    g_autoptr (GBytes) bytes = g_bytes_new (copy, length);
    g_autoptr (GBytes) body = run (inflater, bytes, length, &error);
    g_assert_null (body);
    g_assert_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_INVALID);
  }
}

static void
test_what_follows_the_end_is_refused (void)
{
  g_autoptr (GBytes) packed = gzip_repeat ("hello ", 6, 1);
  g_autoptr (SlipFeedInflater) inflater =
    slip_feed_inflater_new (TRUE, MIB, 100);
  g_autoptr (GError) error = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (packed, &length);

  g_assert_true (slip_feed_inflater_add (inflater, data, length, &error));
  g_assert_false (
    slip_feed_inflater_add (inflater, (const guint8 *) "x", 1, &error));
  g_assert_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_INVALID);
}

static void
test_limit_is_exact (void)
{
  g_autofree char *blanks = g_strnfill (1000, ' ');
  g_autoptr (GBytes) packed = gzip_repeat (blanks, 1000, 10);
  g_autoptr (GBytes) plain = g_bytes_new (blanks, 1000);

  for (guint i = 0; i < 2; i++) {
    g_autoptr (SlipFeedInflater) exact =
      slip_feed_inflater_new (TRUE, 10000 - i, 100);
    g_autoptr (SlipFeedInflater) exact_plain =
      slip_feed_inflater_new (FALSE, 1000 - i, 100);
    g_autoptr (GError) error = NULL;
    g_autoptr (GError) plain_error = NULL;
    g_autoptr (GBytes) body = run (exact, packed, 100, &error);
    g_autoptr (GBytes) plain_body = run (exact_plain, plain, 100, &plain_error);

    g_assert_true ((body != NULL) == (i == 0));
    g_assert_true ((plain_body != NULL) == (i == 0));
    if (i == 1) {
      g_assert_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_TOO_LARGE);
      g_assert_error (plain_error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_TOO_LARGE);
    }
  }
}

static void
test_ratio_is_bounded (void)
{
  g_autofree char *blanks = g_strnfill (MIB, ' ');
  g_autoptr (GBytes) packed = gzip_repeat (blanks, MIB, 4);
  g_autoptr (SlipFeedInflater) inflater =
    slip_feed_inflater_new (TRUE, 8 * MIB, 100);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = run (inflater, packed, 100, &error);

  g_assert_null (body);
  g_assert_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==,
                   "The answer is compressed more than 100 times, which is "
                   "not read");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed-inflater/pieces-of-any-size-make-the-whole",
                   test_pieces_of_any_size_make_the_whole);
  g_test_add_func ("/feed-inflater/every-cut-is-refused",
                   test_every_cut_is_refused);
  g_test_add_func ("/feed-inflater/damage-is-refused", test_damage_is_refused);
  g_test_add_func ("/feed-inflater/what-follows-the-end-is-refused",
                   test_what_follows_the_end_is_refused);
  g_test_add_func ("/feed-inflater/limit-is-exact", test_limit_is_exact);
  g_test_add_func ("/feed-inflater/ratio-is-bounded", test_ratio_is_bounded);
  return g_test_run ();
}
