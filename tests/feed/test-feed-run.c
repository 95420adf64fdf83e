/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-run.h"

#include "hostile-server.h"

typedef struct {
  HostileServer server;
  SlipFeedRun run;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  hostile_server_set_up (&fixture->server);
  fixture->run = (SlipFeedRun){
    .request = { .address = fixture->server.address },
    .adapter = &slip_adapter_native,
    .today = slip_date_new (2026, 11, 24),
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hostile_server_tear_down (&fixture->server);
}

/* Gives a page that says @state of @release; @next and @etag may be %NULL. */
static void
give_page (Fixture *fixture,
           const char *release,
           const char *state,
           const char *next,
           const char *etag)
{
  g_autofree char *tail =
    next != NULL ? g_strdup_printf (",\"next\":\"%s\"", next) : g_strdup ("");
  g_autofree char *headers =
    etag != NULL ? g_strdup_printf ("ETag: %s\r\n", etag) : g_strdup ("");
  g_autofree char *body =
    g_strdup_printf ("{\"format\":\"slipway-status\",\"version\":1,"
                     "\"statuses\":[{\"release\":\"%s\",\"state\":\"%s\"}]%s}",
                     release, state, tail);

  hostile_server_give (&fixture->server,
                       hostile_make_document (headers, body, strlen (body)));
}

static void
give_unchanged (Fixture *fixture)
{
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 304 Not Modified\r\n\r\n");
}

static SlipFeedResult *
run_with (Fixture *fixture, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlipClock) clock =
    slip_clock_new_fixed (slip_date_new (2026, 11, 24),
                          G_GINT64_CONSTANT (1795512600000));
  SlipFeedClient *client = slip_feed_client_new (clock);
  g_autoptr (GAsyncResult) result = NULL;

  slip_feed_run_async (client, &fixture->run, cancellable, asking_finish_cb,
                       &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  SlipFeedResult *outcome = slip_feed_run_finish (client, result, error);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (client);
  return outcome;
}

static SlipFeedResult *
run (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SlipFeedResult *result = run_with (fixture, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->is_unchanged + (result->report != NULL) +
                     (result->error != NULL),
                   ==, 1);
  g_assert_true (result->error == NULL || result->pages->len == 0);
  return result;
}

static void
assert_says (const SlipFeedResult *result, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (result->error);
  for (guint i = 0; i < result->report->observations->len; i++) {
    const SlipObservation *status = result->report->observations->pdata[i];

    g_string_append_printf (text, "%s:%s ", status->release,
                            slip_observed_state_get_nick (status->state));
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_asked (Fixture *fixture, guint i, const char *part)
{
  g_assert_cmpuint (fixture->server.requests->len, >, i);
  const char *request = fixture->server.requests->pdata[i];
  if (strstr (request, part) == NULL)
    g_error ("“%s” does not hold “%s”", request, part);
}

static void
test_pages_are_put_together (Fixture *fixture, gconstpointer data)
{
  give_page (fixture, "a", "blocked", "?page=2", NULL);
  give_page (fixture, "b", "done", "/other", NULL);
  give_page (fixture, "a", "done", NULL, NULL);
  fixture->run.request.secret_type = SLIP_FEED_SECRET_BEARER;
  fixture->run.request.secret = "s3cret";
  g_autoptr (SlipFeedResult) result = run (fixture);

  assert_says (result, "a:done b:done ");
  g_assert_null (result->report->next);
  g_assert_cmpuint (result->pages->len, ==, 3);
  assert_asked (fixture, 1, "GET /status?page=2 ");
  assert_asked (fixture, 2, "GET /other ");
  assert_asked (fixture, 2, "Bearer s3cret");
}

static void
test_link_leads_on_too (Fixture *fixture, gconstpointer data)
{
  hostile_server_give (
    &fixture->server,
    hostile_make_document ("Link: <?page=2>; rel=\"next\"\r\n",
                           "[{\"title\":\"a\",\"state\":\"closed\"}]", 32));
  hostile_server_give (
    &fixture->server,
    hostile_make_document ("", "[{\"title\":\"b\",\"state\":\"closed\"}]", 32));
  fixture->run.adapter = &slip_adapter_github_milestones;
  g_autoptr (SlipFeedResult) result = run (fixture);

  assert_says (result, "a:done b:done ");
}

static void
test_settings_and_texts_are_copied (Fixture *fixture, gconstpointer data)
{
  SlipAdapterWord words[] = { { g_strdup ("green"), SLIP_OBSERVED_ON_TRACK } };
  SlipAdapterSettings settings = { .list = "",
                                   .state = "/s",
                                   .fixed_release = "r",
                                   .words = words,
                                   .n_words = 1 };

  hostile_server_give (&fixture->server,
                       hostile_make_document ("", "[{\"s\":\"Green\"}]", 15));
  fixture->run.adapter = &slip_adapter_general;
  fixture->run.settings = &settings;
  g_autoptr (SlipFeedResult) result = run (fixture);

  assert_says (result, "r:on_track ");
  g_free ((char *) words[0].word);
}

static void
test_nothing_new_costs_nothing (Fixture *fixture, gconstpointer data)
{
  give_page (fixture, "a", "blocked", "?page=2", "\"1\"");
  give_page (fixture, "b", "done", NULL, "\"2\"");
  give_unchanged (fixture);
  g_autoptr (SlipFeedResult) first = run (fixture);

  fixture->run.kept = first->pages;
  g_autoptr (SlipFeedResult) second = run (fixture);
  g_assert_true (second->is_unchanged);
  g_assert_cmpuint (second->pages->len, ==, 2);
  assert_asked (fixture, 2, "If-None-Match: \"1\"\r\n");
  assert_asked (fixture, 3, "GET /status?page=2 ");
  assert_asked (fixture, 3, "If-None-Match: \"2\"\r\n");
}

static void
test_one_new_page_is_put_beside_the_kept (Fixture *fixture, gconstpointer data)
{
  give_page (fixture, "a", "blocked", "?page=2", "\"1\"");
  give_page (fixture, "b", "not_started", NULL, "\"2\"");
  give_unchanged (fixture);
  give_page (fixture, "b", "done", NULL, "\"3\"");
  g_autoptr (SlipFeedResult) first = run (fixture);

  fixture->run.kept = first->pages;
  g_autoptr (SlipFeedResult) second = run (fixture);
  assert_says (second, "a:blocked b:done ");
  const SlipFeedPage *page = second->pages->pdata[1];
  g_assert_cmpstr (page->etag, ==, "\"3\"");
}

static void
test_vanished_page_is_news (Fixture *fixture, gconstpointer data)
{
  give_page (fixture, "a", "blocked", "?page=2", "\"1\"");
  give_page (fixture, "b", "done", NULL, "\"2\"");
  give_page (fixture, "a", "blocked", NULL, "\"3\"");
  g_autoptr (SlipFeedResult) first = run (fixture);

  fixture->run.kept = first->pages;
  g_autoptr (SlipFeedResult) second = run (fixture);
  assert_says (second, "a:blocked ");
}

/* Every page that came is as it was, but one is not among them any more. */
static void
test_kept_page_that_is_not_reached_is_news (Fixture *fixture,
                                            gconstpointer data)
{
  give_page (fixture, "a", "blocked", NULL, "\"1\"");
  give_unchanged (fixture);
  g_autoptr (SlipFeedResult) first = run (fixture);

  SlipFeedPage *other = slip_feed_page_copy (first->pages->pdata[0]);
  g_free (other->address);
  other->address = g_strdup ("http://127.0.0.1/gone");
  g_ptr_array_add (first->pages, other);
  fixture->run.kept = first->pages;
  g_autoptr (SlipFeedResult) second = run (fixture);
  assert_says (second, "a:blocked ");
}

static void
assert_fails (Fixture *fixture, GQuark domain, int code, const char *message)
{
  g_autoptr (SlipFeedResult) result = run (fixture);

  g_assert_error (result->error, domain, code);
  if (strstr (result->error->message, message) == NULL)
    g_error ("“%s” does not say “%s”", result->error->message, message);
}

static void
test_half_a_feed_is_nothing (Fixture *fixture, gconstpointer data)
{
  give_page (fixture, "a", "done", "?page=2", NULL);
  give_page (fixture, "", "done", NULL, NULL);
  assert_fails (fixture, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID,
                "Page 2: statuses[0].release: a text is needed");
}

static void
test_busy_page_ends_the_run (Fixture *fixture, gconstpointer data)
{
  give_page (fixture, "a", "done", "?page=2", NULL);
  hostile_server_give_text (&fixture->server,
                            "HTTP/1.1 429 Slow Down\r\nRetry-After: 60\r\n"
                            "Content-Length: 0\r\n\r\n");
  g_autoptr (SlipFeedResult) result = run (fixture);

  g_assert_error (result->error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_BUSY);
  g_assert_cmpint (result->not_before_ms, ==,
                   G_GINT64_CONSTANT (1795512660000));
}

static void
test_pages_keep_to_the_origin (Fixture *fixture, gconstpointer data)
{
  give_page (fixture, "a", "done", "https://example.org/", NULL);
  assert_fails (fixture, SLIP_FEED_ERROR, SLIP_FEED_ERROR_REDIRECT,
                "points to another one (https://example.org)");
  g_assert_cmpuint (fixture->server.requests->len, ==, 1);
}

static void
test_circles_end (Fixture *fixture, gconstpointer data)
{
  give_page (fixture, "a", "done", "?page=2", NULL);
  give_page (fixture, "b", "done", "/status", NULL);
  assert_fails (fixture, SLIP_FEED_ERROR, SLIP_FEED_ERROR_REDIRECT,
                "The pages lead round in a circle");
}

static void
test_pages_without_end_end (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i <= SLIP_FEED_RUN_MAX_PAGES; i++) {
    g_autofree char *next = g_strdup_printf ("?page=%u", i + 2);
    give_page (fixture, "a", "done", next, NULL);
  }
  assert_fails (fixture, SLIP_FEED_ERROR, SLIP_FEED_ERROR_TOO_LARGE,
                "There are more than 100 pages");
  g_assert_cmpuint (fixture->server.requests->len, ==, SLIP_FEED_RUN_MAX_PAGES);
}

/* Each page comes in time, all together do not. */
static void
test_all_pages_share_a_deadline (Fixture *fixture, gconstpointer data)
{
  fixture->server.piece = 1;
  for (guint i = 0; i < SLIP_FEED_RUN_MAX_PAGES; i++) {
    g_autofree char *next = g_strdup_printf ("?page=%u", i + 2);
    give_page (fixture, "a", "done", next, NULL);
  }
  fixture->run.request.limits.deadline_ms = 60000;
  fixture->run.deadline_ms = 300;
  assert_fails (fixture, SLIP_FEED_ERROR, SLIP_FEED_ERROR_TIMED_OUT,
                "did not answer in full");
}

static void
test_wrong_address_is_told (Fixture *fixture, gconstpointer data)
{
  fixture->run.request.address = "http://example.org/";
  assert_fails (fixture, SLIP_FEED_ERROR, SLIP_FEED_ERROR_ADDRESS,
                "must begin with https://");
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

  give_page (fixture, "a", "done", "?page=2", NULL);
  hostile_server_give_text (&fixture->server, "HTTP/1.1 200 OK\r\n");
  fixture->server.is_waiting = TRUE;
  g_timeout_add (50, cancel_cb, cancellable);
  g_autoptr (SlipFeedResult) result = run_with (fixture, cancellable, &error);

  g_assert_null (result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, function)                                                    \
  g_test_add ("/feed-run/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("pages-are-put-together", test_pages_are_put_together);
  ADD ("link-leads-on-too", test_link_leads_on_too);
  ADD ("settings-and-texts-are-copied", test_settings_and_texts_are_copied);
  ADD ("nothing-new-costs-nothing", test_nothing_new_costs_nothing);
  ADD ("one-new-page-is-put-beside-the-kept",
       test_one_new_page_is_put_beside_the_kept);
  ADD ("vanished-page-is-news", test_vanished_page_is_news);
  ADD ("kept-page-that-is-not-reached-is-news",
       test_kept_page_that_is_not_reached_is_news);
  ADD ("half-a-feed-is-nothing", test_half_a_feed_is_nothing);
  ADD ("busy-page-ends-the-run", test_busy_page_ends_the_run);
  ADD ("pages-keep-to-the-origin", test_pages_keep_to_the_origin);
  ADD ("circles-end", test_circles_end);
  ADD ("pages-without-end-end", test_pages_without_end_end);
  ADD ("all-pages-share-a-deadline", test_all_pages_share_a_deadline);
  ADD ("wrong-address-is-told", test_wrong_address_is_told);
  ADD ("cancelling-ends-it", test_cancelling_ends_it);
  return g_test_run ();
}
