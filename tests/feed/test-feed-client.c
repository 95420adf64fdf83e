/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hostile-server.h"

#define NOW_MS G_GINT64_CONSTANT (1795512600000)

typedef struct {
  HostileServer server;
  SlipFeedRequest request;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  hostile_server_set_up (&fixture->server);
  fixture->request = (SlipFeedRequest){ .address = fixture->server.address };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hostile_server_tear_down (&fixture->server);
}

static SlipFeedAnswer *
ask (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SlipFeedAnswer *answer = asking_wait (&fixture->request, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);
  return answer;
}

static void
assert_body (const SlipFeedAnswer *answer, const char *expected)
{
  g_assert_no_error (answer->error);
  g_assert_nonnull (answer->body);
  g_assert_cmpmem (g_bytes_get_data (answer->body, NULL),
                   g_bytes_get_size (answer->body), expected,
                   strlen (expected));
}

static const char *
get_request (Fixture *fixture, guint i)
{
  g_assert_cmpuint (fixture->server.requests->len, >, i);
  return fixture->server.requests->pdata[i];
}

static void
assert_sent (Fixture *fixture, guint i, const char *header)
{
  const char *request = get_request (fixture, i);

  if (strstr (request, header) == NULL)
    g_error ("“%s” was not sent: %s", header, request);
}

static void
assert_not_sent (Fixture *fixture, guint i, const char *header)
{
  const char *request = get_request (fixture, i);

  if (strstr (request, header) != NULL)
    g_error ("“%s” was sent: %s", header, request);
}

static void
test_document_comes_whole (Fixture *fixture, gconstpointer data)
{
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"
                            "ETag: \"1\"\r\n"
                            "Last-Modified: Tue, 24 Nov 2026 09:00:00 GMT\r\n"
                            "\r\n{}");
  g_autoptr (SlipFeedAnswer) answer = ask (fixture);

  assert_body (answer, "{}");
  g_assert_false (answer->is_unchanged);
  g_assert_cmpstr (answer->etag, ==, "\"1\"");
  g_assert_cmpstr (answer->last_modified, ==, "Tue, 24 Nov 2026 09:00:00 GMT");
  g_assert_null (answer->next);
  g_assert_cmpint (answer->not_before_ms, ==, 0);
  assert_sent (fixture, 0, "GET /status HTTP/1.1\r\n");
  assert_sent (fixture, 0, "Accept: application/json\r\n");
  assert_sent (fixture, 0, "User-Agent: Slipway/");
  assert_not_sent (fixture, 0, "Authorization");
  assert_not_sent (fixture, 0, "If-");
  assert_not_sent (fixture, 0, "Cookie");
}

static void
test_validators_are_sent_back (Fixture *fixture, gconstpointer data)
{
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 304 Not Modified\r\n\r\n");
  fixture->request.etag = "W/\"7\"";
  fixture->request.last_modified = "Tue, 24 Nov 2026 09:00:00 GMT";
  g_autoptr (SlipFeedAnswer) answer = ask (fixture);

  g_assert_no_error (answer->error);
  g_assert_true (answer->is_unchanged);
  g_assert_null (answer->body);
  g_assert_cmpstr (answer->etag, ==, "W/\"7\"");
  g_assert_cmpstr (answer->last_modified, ==, "Tue, 24 Nov 2026 09:00:00 GMT");
  assert_sent (fixture, 0, "If-None-Match: W/\"7\"\r\n");
  assert_sent (fixture, 0,
               "If-Modified-Since: Tue, 24 Nov 2026 09:00:00 GMT\r\n");
}

static void
test_kept_validators_cannot_smuggle_headers (Fixture *fixture,
                                             gconstpointer data)
{
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
  fixture->request.etag = "\"1\"\r\nX-Evil: 1";
  g_autoptr (SlipFeedAnswer) answer = ask (fixture);

  assert_body (answer, "{}");
  assert_not_sent (fixture, 0, "Evil");
}

static void
test_unasked_not_modified_is_a_failure (Fixture *fixture, gconstpointer data)
{
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 304 Not Modified\r\n\r\n");
  g_autoptr (SlipFeedAnswer) answer = ask (fixture);

  g_assert_error (answer->error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_FAILED);
  g_assert_false (answer->is_unchanged);
}

static void
test_secrets_are_sent_in_their_form (Fixture *fixture, gconstpointer data)
{
  const struct {
    SlipFeedSecretType type;
    const char *name;
    const char *header;
  } cases[] = {
    { SLIP_FEED_SECRET_BEARER, NULL, "Authorization: Bearer s3cret\r\n" },
    { SLIP_FEED_SECRET_BASIC, "ops", "Authorization: Basic b3BzOnMzY3JldA==" },
    { SLIP_FEED_SECRET_HEADER, "PRIVATE-TOKEN", "PRIVATE-TOKEN: s3cret\r\n" },
  };

  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
  fixture->request.secret = "s3cret";
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    fixture->request.secret_type = cases[i].type;
    fixture->request.secret_name = cases[i].name;
    g_autoptr (SlipFeedAnswer) answer = ask (fixture);

    assert_body (answer, "{}");
    assert_sent (fixture, i, cases[i].header);
  }
}

static void
test_secret_goes_to_its_own_origin_only (Fixture *fixture, gconstpointer data)
{
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
  fixture->request.secret_type = SLIP_FEED_SECRET_BEARER;
  fixture->request.secret = "s3cret";
  fixture->request.secret_address = "https://example.org/status";
  g_autoptr (SlipFeedAnswer) answer = ask (fixture);

  assert_body (answer, "{}");
  assert_not_sent (fixture, 0, "s3cret");
}

static void
test_unsendable_secret_is_refused_unsaid (Fixture *fixture, gconstpointer data)
{
  fixture->request.secret_type = SLIP_FEED_SECRET_BEARER;
  fixture->request.secret = "s3cret\nX: y";
  g_autoptr (SlipFeedAnswer) answer = ask (fixture);

  g_assert_error (answer->error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_DENIED);
  g_assert_null (strstr (answer->error->message, "s3cret"));
  g_assert_cmpuint (fixture->server.requests->len, ==, 0);
}

static void
test_redirects_keep_to_the_origin (Fixture *fixture, gconstpointer data)
{
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 302 Found\r\nLocation: /there?a=b\r\n"
                            "Content-Length: 0\r\n\r\n");
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
  fixture->request.secret_type = SLIP_FEED_SECRET_BEARER;
  fixture->request.secret = "s3cret";
  g_autoptr (SlipFeedAnswer) answer = ask (fixture);

  assert_body (answer, "{}");
  assert_sent (fixture, 1, "GET /there?a=b HTTP/1.1\r\n");
  assert_sent (fixture, 1, "Bearer s3cret");
}

static void
test_three_redirects_are_the_most (Fixture *fixture, gconstpointer data)
{
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 307 Temporary Redirect\r\n"
                            "Location: /again\r\nContent-Length: 0\r\n\r\n");
  g_autoptr (SlipFeedAnswer) answer = ask (fixture);

  g_assert_error (answer->error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_REDIRECT);
  g_assert_cmpuint (fixture->server.requests->len, ==, 4);
}

static void
test_next_page_is_made_absolute (Fixture *fixture, gconstpointer data)
{
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"
                            "Link: </first>; rel=\"first\"\r\n"
                            "Link: <?page=2>; rel=\"next\"\r\n\r\n{}");
  g_autoptr (SlipFeedAnswer) answer = ask (fixture);
  g_autofree char *expected =
    g_strconcat (fixture->server.address, "?page=2", NULL);

  assert_body (answer, "{}");
  g_assert_cmpstr (answer->next, ==, expected);
}

static void
test_waits_are_told_with_failures_and_answers (Fixture *fixture,
                                               gconstpointer data)
{
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 429 Too Many Requests\r\n"
                            "Retry-After: 120\r\nContent-Length: 0\r\n\r\n");
  hostile_server_give_text (
    &fixture->server,
    "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n"
    "Retry-After: Tue, 24 Nov 2026 09:31:00 GMT\r\n\r\n");
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n"
                            "X-RateLimit-Remaining: 0\r\n"
                            "X-RateLimit-Reset: 1795512690\r\n\r\n");
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"
                            "X-RateLimit-Remaining: 0\r\n"
                            "X-RateLimit-Reset: 1795512615\r\n\r\n{}");
  const gint64 waits[] = { 120000, 60000, 90000 };

  for (guint i = 0; i < G_N_ELEMENTS (waits); i++) {
    g_autoptr (SlipFeedAnswer) answer = ask (fixture);

    g_assert_error (answer->error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_BUSY);
    g_assert_cmpint (answer->not_before_ms, ==, NOW_MS + waits[i]);
  }
  g_autoptr (SlipFeedAnswer) answer = ask (fixture);
  assert_body (answer, "{}");
  g_assert_cmpint (answer->not_before_ms, ==, NOW_MS + 15000);
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
test_cancelling_ends_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
  fixture->server.is_waiting = TRUE;
  g_timeout_add (20, cancel_cb, cancellable);
  g_autoptr (SlipFeedAnswer) answer =
    asking_wait (&fixture->request, cancellable, &error);

  g_assert_null (answer);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancelled_before_nothing_is_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_autoptr (SlipFeedAnswer) answer =
    asking_wait (&fixture->request, cancellable, &error);

  g_assert_null (answer);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->server.requests->len, ==, 0);
}

static void
test_nobody_listens (Fixture *fixture, gconstpointer data)
{
  /* The port was free a moment ago and nobody else is told of it. */
  g_socket_service_stop (fixture->server.service);
  g_socket_listener_close (G_SOCKET_LISTENER (fixture->server.service));
  g_autoptr (SlipFeedAnswer) answer = ask (fixture);

  g_assert_error (answer->error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_FAILED);
  g_assert_nonnull (strstr (answer->error->message, "127.0.0.1"));
}

#define ADD(name, function)                                                    \
  g_test_add ("/feed-client/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("document-comes-whole", test_document_comes_whole);
  ADD ("validators-are-sent-back", test_validators_are_sent_back);
  ADD ("kept-validators-cannot-smuggle-headers",
       test_kept_validators_cannot_smuggle_headers);
  ADD ("unasked-not-modified-is-a-failure",
       test_unasked_not_modified_is_a_failure);
  ADD ("secrets-are-sent-in-their-form", test_secrets_are_sent_in_their_form);
  ADD ("secret-goes-to-its-own-origin-only",
       test_secret_goes_to_its_own_origin_only);
  ADD ("unsendable-secret-is-refused-unsaid",
       test_unsendable_secret_is_refused_unsaid);
  ADD ("redirects-keep-to-the-origin", test_redirects_keep_to_the_origin);
  ADD ("three-redirects-are-the-most", test_three_redirects_are_the_most);
  ADD ("next-page-is-made-absolute", test_next_page_is_made_absolute);
  ADD ("waits-are-told-with-failures-and-answers",
       test_waits_are_told_with_failures_and_answers);
  ADD ("cancelling-ends-it", test_cancelling_ends_it);
  ADD ("cancelled-before-nothing-is-asked",
       test_cancelled_before_nothing_is_asked);
  ADD ("nobody-listens", test_nobody_listens);
  return g_test_run ();
}
