/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-address.h"

static const char *const accepted[][2] = {
  { "https://example.org", "https://example.org/" },
  { "https://example.org/a?b=c%20d", "https://example.org/a?b=c%20d" },
  { "https://example.org:8443/a", "https://example.org:8443/a" },
  { "HTTPS://example.org/a#part", "https://example.org/a" },
  { "https://[::1]/a", "https://[::1]/a" },
  { "http://localhost:8080/a", "http://localhost:8080/a" },
  { "http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a" },
  { "http://127.9.9.9/a", "http://127.9.9.9/a" },
  { "http://[::1]:8080/a", "http://[::1]:8080/a" },
};

static const char *const refused[] = {
  "",
  "example.org",
  "/status",
  "https:",
  "https://",
  "https:///status",
  "https://exa mple.org/",
  "https://example.org/a\r\nX: y",
  "https://name:word@example.org/",
  "https://name@example.org/",
  "http://example.org/",
  "http://127.0.0.1.example.org/",
  "http://localhost.example.org/",
  "http://10.0.0.1/",
  "http://0.0.0.0/",
  "http://2130706433/",
  "ftp://example.org/",
  "file:///etc/passwd",
  "data:application/json,{}",
  "javascript:alert(1)",
};

static void
test_https_and_loopback_are_asked (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GUri) uri = slip_feed_address_parse (accepted[i][0], &error);

    g_assert_no_error (error);
    g_autofree char *text = g_uri_to_string (uri);
    g_assert_cmpstr (text, ==, accepted[i][1]);
  }
}

static void
test_all_else_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GUri) uri = slip_feed_address_parse (refused[i], &error);

    if (uri != NULL)
      g_error ("“%s” is accepted", refused[i]);
    g_assert_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_ADDRESS);
  }
}

static void
test_refusal_does_not_repeat_a_password (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri =
    slip_feed_address_parse ("https://name:w0rd@example.org/", &error);

  g_assert_null (uri);
  g_assert_null (strstr (error->message, "w0rd"));
}

static const struct {
  const char *from;
  const char *reference;
  const char *to; /* NULL: not followed */
} followed[] = {
  { "https://a.org/x/y", "z", "https://a.org/x/z" },
  { "https://a.org/x/y", "/z", "https://a.org/z" },
  { "https://a.org/x?p=1", "?p=2", "https://a.org/x?p=2" },
  { "https://a.org/x", "https://a.org/z", "https://a.org/z" },
  { "https://a.org/x", "https://a.org:443/z", "https://a.org/z" },
  { "https://a.org/x", "HTTPS://A.org/z", "https://A.org/z" },
  { "https://a.org/x", "//a.org/z", "https://a.org/z" },
  { "https://a.org/x", "http://a.org/z", NULL },
  { "https://a.org/x", "https://b.org/z", NULL },
  { "https://a.org/x", "//b.org/z", NULL },
  { "https://a.org/x", "https://a.org:444/z", NULL },
  { "https://a.org/x", "https://a.org.b.org/z", NULL },
  { "https://a.org/x", "https://a.org@b.org/z", NULL },
  { "https://a.org/x", "https://n:p@a.org/z", NULL },
  { "https://a.org/x", "file:///etc/passwd", NULL },
  { "https://a.org/x", "https://b.org\\@a.org/", NULL },
  { "https://a.org/x", NULL, NULL },
  { "http://127.0.0.1:1/x", "http://127.0.0.1:2/x", NULL },
  { "http://127.0.0.1:1/x", "http://localhost:1/x", NULL },
};

static void
test_only_the_same_origin_is_followed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GUri) from = slip_feed_address_parse (followed[i].from, NULL);
    g_autoptr (GUri) to =
      slip_feed_address_follow (from, followed[i].reference, &error);
    g_autofree char *text = to != NULL ? g_uri_to_string (to) : NULL;

    g_assert_cmpstr (text, ==, followed[i].to);
    if (to == NULL)
      g_assert_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_REDIRECT);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed-address/https-and-loopback-are-asked",
                   test_https_and_loopback_are_asked);
  g_test_add_func ("/feed-address/all-else-is-refused",
                   test_all_else_is_refused);
  g_test_add_func ("/feed-address/refusal-does-not-repeat-a-password",
                   test_refusal_does_not_repeat_a_password);
  g_test_add_func ("/feed-address/only-the-same-origin-is-followed",
                   test_only_the_same_origin_is_followed);
  return g_test_run ();
}
