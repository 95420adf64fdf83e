/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-headers.h"

/* 2026-11-24 09:30 UTC. */
#define NOW_MS G_GINT64_CONSTANT (1795512600000)

static const struct {
  const char *text;
  gint64 wait_ms; /* -1: it says nothing */
} retries[] = {
  { NULL, -1 },
  { "", -1 },
  { "0", 0 },
  { "120", 120000 },
  { "-5", -1 },
  { "1.5", -1 },
  { "soon", -1 },
  { "99999999999999999999", -1 },
  { "31536000", SLIP_FEED_MAX_WAIT_MS },
  { "Tue, 24 Nov 2026 09:31:00 GMT", 60000 },
  { "Tuesday, 24-Nov-26 09:31:00 GMT", 60000 },
  { "Tue Nov 24 09:31:00 2026", 60000 },
  { "Tue, 24 Nov 2026 09:00:00 GMT", 0 },
  { "Fri, 24 Nov 2056 09:00:00 GMT", SLIP_FEED_MAX_WAIT_MS },
};

static void
test_retry_after_in_both_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (retries); i++) {
    gint64 at_ms =
      slip_feed_headers_parse_retry_after (retries[i].text, NOW_MS);

    g_assert_cmpint (at_ms, ==,
                     retries[i].wait_ms < 0 ? 0 : NOW_MS + retries[i].wait_ms);
  }
}

static const struct {
  const char *remaining;
  const char *reset;
  gint64 wait_ms;
} resets[] = {
  { NULL, NULL, -1 },           { "0", NULL, -1 },
  { NULL, "1795512690", -1 },   { "1", "1795512690", -1 },
  { "0", "1795512690", 90000 }, { "0", "30", 30000 },
  { "0", "1795512000", 0 },     { "0", "1995512690", SLIP_FEED_MAX_WAIT_MS },
  { "0", "never", -1 },
};

static void
test_reset_counts_when_nothing_remains (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (resets); i++) {
    gint64 at_ms = slip_feed_headers_parse_reset (resets[i].remaining,
                                                  resets[i].reset, NOW_MS);

    g_assert_cmpint (at_ms, ==,
                     resets[i].wait_ms < 0 ? 0 : NOW_MS + resets[i].wait_ms);
  }
}

static const char *const links[][2] = {
  { NULL, NULL },
  { "", NULL },
  { "<https://a.org/?page=2>; rel=\"next\"", "https://a.org/?page=2" },
  { "<?page=2>;rel=next", "?page=2" },
  { "<a>; rel=\"first\", <b>; rel=\"next\", <c>; rel=\"last\"", "b" },
  { "<a,b;c>; rel=\"next\"", "a,b;c" },
  { "<a>; title=\"x, <y>; rel=next\"; rel=\"last\", <b>; rel=NEXT", "b" },
  { "<a>; title=\"say \\\"next\\\"\"; rel=prev", NULL },
  { "<a>; rel=\"prev next\"", "a" },
  { "<a>; rel=\"prev\"; rel=\"next\"", NULL },
  { "<a>; REL = \"next\"", "a" },
  { "<a>; rel=\"nextish\"", NULL },
  { "<a>; rel", NULL },
  { "<a>; ; ; rel=next", "a" },
  { "<a>; =x; rel=next", "a" },
  { "<a", NULL },
  { "a; rel=next", NULL },
  { "<a>; rel=\"next", "a" },
  { ",,, <a>; rel=next", "a" },
};

static void
test_next_is_found_among_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autofree char *next = slip_feed_headers_dup_next (links[i][0]);

    g_assert_cmpstr (next, ==, links[i][1]);
  }
}

/* Whatever is sent, it ends. */
static void
test_any_text_is_read_to_its_end (void)
{
  static const char letters[] = "<>;,=\" \\relnxtREL";

  for (guint n = 0; n < 20000; n++) {
    char text[24] = "<a>";

    for (guint i = 3; i < sizeof text - 1; i++)
      text[i] = letters[g_test_rand_int_range (0, (gint32) sizeof letters - 1)];
    g_free (slip_feed_headers_dup_next (text));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed-headers/retry-after-in-both-forms",
                   test_retry_after_in_both_forms);
  g_test_add_func ("/feed-headers/reset-counts-when-nothing-remains",
                   test_reset_counts_when_nothing_remains);
  g_test_add_func ("/feed-headers/next-is-found-among-links",
                   test_next_is_found_among_links);
  g_test_add_func ("/feed-headers/any-text-is-read-to-its-end",
                   test_any_text_is_read_to_its_end);
  return g_test_run ();
}
