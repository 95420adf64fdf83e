/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-failure.h"

static const struct {
  int code;
  gboolean has_network;
  SlipFeedError expected;
  const char *message;
} causes[] = {
  { G_IO_ERROR_NETWORK_UNREACHABLE, TRUE, SLIP_FEED_ERROR_OFFLINE,
    "This computer is offline" },
  { G_IO_ERROR_HOST_UNREACHABLE, FALSE, SLIP_FEED_ERROR_OFFLINE,
    "This computer is offline" },
  { G_IO_ERROR_HOST_UNREACHABLE, TRUE, SLIP_FEED_ERROR_FAILED,
    "a.org could not be asked: said so" },
  { G_IO_ERROR_CONNECTION_REFUSED, FALSE, SLIP_FEED_ERROR_FAILED,
    "a.org could not be asked: said so" },
  { G_IO_ERROR_PROXY_AUTH_FAILED, TRUE, SLIP_FEED_ERROR_PROXY,
    "The proxy on the way to a.org failed: said so" },
  { G_IO_ERROR_PARTIAL_INPUT, TRUE, SLIP_FEED_ERROR_INVALID,
    "The answer of a.org broke off: said so" },
};

static void
test_causes_become_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++) {
    g_autoptr (GError) cause =
      g_error_new_literal (G_IO_ERROR, causes[i].code, "said so");
    g_autoptr (GError) error = NULL;

    slip_feed_failure_set_transport (&error, "a.org", cause,
                                     causes[i].has_network);
    g_assert_error (error, SLIP_FEED_ERROR, (int) causes[i].expected);
    g_assert_cmpstr (error->message, ==, causes[i].message);
  }
}

static void
test_unknown_name_without_network_is_offline (void)
{
  g_autoptr (GError) cause =
    g_error_new_literal (G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE,
                         "no answer");

  for (guint i = 0; i < 2; i++) {
    g_autoptr (GError) error = NULL;

    slip_feed_failure_set_transport (&error, "a.org", cause, i == 1);
    g_assert_cmpint (error->code, ==,
                     (int) (i == 1 ? SLIP_FEED_ERROR_FAILED
                                   : SLIP_FEED_ERROR_OFFLINE));
  }
}

static void
test_foreign_words_are_plain_and_short (void)
{
  g_autofree char *long_words = g_strnfill (1000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) long_error = NULL;

  slip_feed_failure_set_status (&error, "a.org", 500,
                                "a\33[31mb\nc\xe2\x80\xae"
                                "d\xff",
                                FALSE);
  g_assert_cmpstr (error->message, ==, "a.org answered “500 a [31mb c d�”");
  slip_feed_failure_set_status (&long_error, "a.org", 500, long_words, FALSE);
  g_assert_cmpuint (strlen (long_error->message), <, 200);
}

static void
test_all_faults_of_a_certificate_are_told (void)
{
  g_autoptr (GError) cause =
    g_error_new_literal (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE,
                         "Unacceptable");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) bare = NULL;

  slip_feed_failure_set_certificate (&error, "a.org",
                                     G_TLS_CERTIFICATE_EXPIRED |
                                       G_TLS_CERTIFICATE_BAD_IDENTITY,
                                     cause);
  g_assert_cmpstr (error->message, ==,
                   "The certificate of a.org is not trusted: it has expired, "
                   "it is for another name");
  slip_feed_failure_set_certificate (&bare, "a.org", 0, cause);
  g_assert_cmpstr (bare->message, ==,
                   "The certificate of a.org is not trusted: Unacceptable");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed-failure/causes-become-words",
                   test_causes_become_words);
  g_test_add_func ("/feed-failure/unknown-name-without-network-is-offline",
                   test_unknown_name_without_network_is_offline);
  g_test_add_func ("/feed-failure/foreign-words-are-plain-and-short",
                   test_foreign_words_are_plain_and_short);
  g_test_add_func ("/feed-failure/all-faults-of-a-certificate-are-told",
                   test_all_faults_of_a_certificate_are_told);
  return g_test_run ();
}
