/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hostile-server.h"

#include <libsoup/soup.h>

typedef struct {
  SoupServer *server;
  GTlsDatabase *trust;
  char *address;
  guint n_requests;
} Fixture;

static char *
build_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "fixtures", "tls", name,
                                NULL);
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer data)
{
  Fixture *fixture = data;

  fixture->n_requests++;
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json",
                                    SOUP_MEMORY_STATIC, "{}", 2);
}

/* Serves with the certificate that @data names. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = build_path (data);
  g_autofree char *authority = build_path ("authority.pem");
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate =
    g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  fixture->trust = g_tls_file_database_new (authority, &error);
  g_assert_no_error (error);
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_set_tls_certificate (fixture->server, certificate);
  soup_server_add_handler (fixture->server, NULL, request_cb, fixture, NULL);
  soup_server_listen_local (fixture->server, 0,
                            SOUP_SERVER_LISTEN_HTTPS |
                              SOUP_SERVER_LISTEN_IPV4_ONLY,
                            &error);
  g_assert_no_error (error);
  GSList *uris = soup_server_get_uris (fixture->server);
  fixture->address = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  soup_server_disconnect (fixture->server);
  g_assert_finalize_object (fixture->server);
  g_object_unref (fixture->trust);
  g_free (fixture->address);
}

static SlipFeedAnswer *
ask (const char *address, GTlsDatabase *trust, GProxyResolver *proxies)
{
  g_autoptr (SlipClock) clock =
    slip_clock_new_fixed (slip_date_new (2026, 11, 24), 0);
  g_autoptr (SlipFeedClient) client = slip_feed_client_new (clock);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const SlipFeedRequest request = { .address = address,
                                    .secret_type = SLIP_FEED_SECRET_BEARER,
                                    .secret = "s3cret" };

  slip_feed_client_set_trust (client, trust);
  slip_feed_client_set_proxies (client, proxies);
  slip_feed_client_ask_async (client, &request, NULL, asking_finish_cb,
                              &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  SlipFeedAnswer *answer = slip_feed_client_ask_finish (client, result, &error);
  g_assert_no_error (error);
  return answer;
}

static void
test_known_authority_is_believed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipFeedAnswer) answer =
    ask (fixture->address, fixture->trust, NULL);

  g_assert_no_error (answer->error);
  g_assert_cmpuint (fixture->n_requests, ==, 1);
}

static void
assert_not_trusted (Fixture *fixture, GTlsDatabase *trust, const char *expected)
{
  g_autoptr (SlipFeedAnswer) answer = ask (fixture->address, trust, NULL);

  g_assert_error (answer->error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_CERTIFICATE);
  g_assert_cmpstr (answer->error->message, ==, expected);
  g_assert_cmpuint (fixture->n_requests, ==, 0);
}

static void
test_unknown_authority_is_named (Fixture *fixture, gconstpointer data)
{
  assert_not_trusted (fixture, NULL,
                      "The certificate of 127.0.0.1 is not trusted: who signed "
                      "it is not known to this computer");
}

static void
test_other_name_is_named (Fixture *fixture, gconstpointer data)
{
  assert_not_trusted (fixture, fixture->trust,
                      "The certificate of 127.0.0.1 is not trusted: it is for "
                      "another name");
}

static void
test_expiry_is_named (Fixture *fixture, gconstpointer data)
{
  assert_not_trusted (fixture, fixture->trust,
                      "The certificate of 127.0.0.1 is not trusted: it has "
                      "expired");
}

/* A proxy that says @answer to whatever it is asked. */
static void
check_proxy (const char *said, const char *message)
{
  HostileServer server;

  hostile_server_set_up (&server);
  hostile_server_give_text (&server, said);
  g_autofree char *proxy = g_strdup (server.address);
  *strrchr (proxy, '/') = '\0';
  g_autoptr (GProxyResolver) proxies =
    g_simple_proxy_resolver_new (proxy, NULL);
  g_autoptr (SlipFeedAnswer) answer =
    ask ("https://status.example.org/", NULL, proxies);

  g_assert_nonnull (answer->error);
  g_assert_null (answer->body);
  if (strstr (answer->error->message, message) == NULL)
    g_error ("“%s” does not say “%s”", answer->error->message, message);
  const char *request = server.requests->pdata[0];
  g_assert_true (g_str_has_prefix (request, "CONNECT status.example.org:443 "));
  g_assert_null (strstr (request, "s3cret"));
  hostile_server_tear_down (&server);
}

static void
test_proxies_fail_in_their_words (void)
{
  check_proxy ("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",
               "The proxy on the way to status.example.org answered "
               "“407 Proxy Authentication Required”");
  check_proxy ("HTTP/1.1 403 Forbidden\r\nRetry-After: 5\r\n\r\n",
               "The proxy on the way to status.example.org answered "
               "“403 Forbidden”");
  check_proxy ("SSH-2.0\r\n\r\n", "status.example.org");
}

static void
test_this_computer_is_asked_directly (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GProxyResolver) proxies =
    g_simple_proxy_resolver_new ("http://127.0.0.1:1", NULL);
  g_autoptr (SlipFeedAnswer) answer =
    ask (fixture->address, fixture->trust, proxies);

  g_assert_no_error (answer->error);
}

#define ADD(name, certificate, function)                                       \
  g_test_add ("/feed-tls/" name, Fixture, certificate, set_up, function,       \
              tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("known-authority-is-believed", "good.pem",
       test_known_authority_is_believed);
  ADD ("unknown-authority-is-named", "good.pem",
       test_unknown_authority_is_named);
  ADD ("other-name-is-named", "other.pem", test_other_name_is_named);
  ADD ("expiry-is-named", "expired.pem", test_expiry_is_named);
  g_test_add_func ("/feed-tls/proxies-fail-in-their-words",
                   test_proxies_fail_in_their_words);
  ADD ("this-computer-is-asked-directly", "good.pem",
       test_this_computer_is_asked_directly);
  return g_test_run ();
}
