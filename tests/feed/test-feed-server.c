/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-server.h"
#include "slip-status-document.h"

#include "asking.h"

#include <glib/gstdio.h>
#include <string.h>

#define DOCUMENT                                                               \
  "{\"format\":\"slipway-status\",\"version\":1,\"statuses\":["                \
  "{\"release\":\"Payments 3.9\",\"state\":\"on_track\"}]}"

typedef struct {
  char *folder;
  char *path;
  GFile *file;
  SlipFeedServer *server;
  guint n_answered;
  guint status;
  char *problem;
} Fixture;

static void
answered_cb (SlipFeedServer *server,
             const char *request,
             guint status,
             const char *problem,
             gpointer data)
{
  Fixture *fixture = data;

  fixture->n_answered++;
  fixture->status = status;
  g_free (fixture->problem);
  fixture->problem = g_strdup (problem);
}

static void
write_document (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("slipway-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "status.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  write_document (fixture, DOCUMENT);
}

static void
start (Fixture *fixture, const SlipFeedServerOptions *options)
{
  g_autoptr (GError) error = NULL;

  fixture->server = slip_feed_server_new (fixture->file, options, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->server, "answered", G_CALLBACK (answered_cb),
                    fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->server != NULL)
    g_assert_finalize_object (fixture->server);
  g_object_unref (fixture->file);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture->problem);
}

static SlipFeedAnswer *
ask (Fixture *fixture, SlipFeedRequest request, const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address =
    g_strconcat (slip_feed_server_get_address (fixture->server), query, NULL);

  request.address = address;
  SlipFeedAnswer *answer = asking_wait (&request, NULL, &error);
  g_assert_no_error (error);
  return answer;
}

static void
assert_document (const SlipFeedAnswer *answer)
{
  g_assert_no_error (answer->error);
  g_assert_nonnull (answer->body);
  g_assert_cmpmem (g_bytes_get_data (answer->body, NULL),
                   g_bytes_get_size (answer->body), DOCUMENT,
                   strlen (DOCUMENT));
}

static void
test_unchanged_document_costs_nothing (Fixture *fixture, gconstpointer data)
{
  start (fixture, NULL);
  g_autoptr (SlipFeedAnswer) first = ask (fixture, (SlipFeedRequest){ 0 }, "");
  assert_document (first);
  g_assert_nonnull (first->etag);
  g_assert_nonnull (first->last_modified);

  g_autoptr (SlipFeedAnswer) second =
    ask (fixture, (SlipFeedRequest){ .etag = first->etag }, "");
  g_assert_true (second->is_unchanged);
  g_autoptr (SlipFeedAnswer) third =
    ask (fixture, (SlipFeedRequest){ .last_modified = first->last_modified },
         "");
  g_assert_true (third->is_unchanged);

  write_document (fixture, DOCUMENT "\n");
  g_autoptr (SlipFeedAnswer) fourth =
    ask (fixture, (SlipFeedRequest){ .etag = first->etag }, "");
  g_assert_false (fourth->is_unchanged);
  g_assert_nonnull (fourth->body);
  g_assert_cmpuint (fixture->n_answered, ==, 4);
}

static void
test_secrets_are_asked_for (Fixture *fixture, gconstpointer data)
{
  start (fixture, &(SlipFeedServerOptions){ .bearer = "s3cret" });
  g_autoptr (SlipFeedAnswer) without =
    ask (fixture, (SlipFeedRequest){ 0 }, "");
  g_assert_error (without->error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_DENIED);
  g_autoptr (SlipFeedAnswer) with =
    ask (fixture,
         (SlipFeedRequest){ .secret_type = SLIP_FEED_SECRET_BEARER,
                            .secret = "s3cret" },
         "");
  assert_document (with);
}

static void
test_names_and_passwords_are_asked_for (Fixture *fixture, gconstpointer data)
{
  start (fixture,
         &(SlipFeedServerOptions){ .user = "ops", .password = "s3cret" });
  g_autoptr (SlipFeedAnswer) wrong =
    ask (fixture,
         (SlipFeedRequest){ .secret_type = SLIP_FEED_SECRET_BASIC,
                            .secret_name = "ops",
                            .secret = "guess" },
         "");
  g_assert_error (wrong->error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_DENIED);
  g_autoptr (SlipFeedAnswer) right =
    ask (fixture,
         (SlipFeedRequest){ .secret_type = SLIP_FEED_SECRET_BASIC,
                            .secret_name = "ops",
                            .secret = "s3cret" },
         "");
  assert_document (right);
}

static void
test_invalid_document_is_told_to_both (Fixture *fixture, gconstpointer data)
{
  start (fixture, NULL);
  write_document (fixture, "{}");
  g_autoptr (SlipFeedAnswer) answer = ask (fixture, (SlipFeedRequest){ 0 }, "");

  g_assert_error (answer->error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_FAILED);
  g_assert_cmpuint (fixture->status, ==, 500);
  g_assert_cmpstr (fixture->problem, ==,
                   "format: a text was expected, nothing was found");
}

typedef struct {
  SlipFeedFault fault;
  SlipFeedError code;
  const char *message;
} Wrong;

static const Wrong wrongs[] = {
  { SLIP_FEED_FAULT_DELAY, SLIP_FEED_ERROR_TIMED_OUT,
    "127.0.0.1 did not answer in full within 1 second" },
  { SLIP_FEED_FAULT_CUT, SLIP_FEED_ERROR_INVALID,
    "The answer of 127.0.0.1 broke off: Connection terminated unexpectedly" },
  { SLIP_FEED_FAULT_BUSY, SLIP_FEED_ERROR_BUSY,
    "127.0.0.1 answered “429 Too Many Requests”: it asks to come back later" },
  { SLIP_FEED_FAULT_BROKEN, SLIP_FEED_ERROR_FAILED,
    "127.0.0.1 answered “500 Internal Server Error”" },
  { SLIP_FEED_FAULT_REDIRECT, SLIP_FEED_ERROR_REDIRECT,
    "The server points to another one (http://localhost), which is not "
    "followed; if that is right, use that address" },
  { SLIP_FEED_FAULT_BOMB, SLIP_FEED_ERROR_TOO_LARGE,
    "The answer is compressed more than 200 times, which is not read" },
};

static void
test_faults_are_what_they_say (Fixture *fixture, gconstpointer data)
{
  /* Late is later than the deadline, however slow the machine is. */
  start (fixture, &(SlipFeedServerOptions){ .delay_ms = 600000 });
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++) {
    const Wrong *wrong = &wrongs[i];
    g_autofree char *query =
      g_strconcat ("?fault=", slip_feed_fault_get_nick (wrong->fault), NULL);
    SlipFeedRequest request = { 0 };

    if (wrong->fault == SLIP_FEED_FAULT_DELAY)
      request.limits.deadline_ms = 100;
    g_autoptr (SlipFeedAnswer) answer = ask (fixture, request, query);
    g_assert_error (answer->error, SLIP_FEED_ERROR, (int) wrong->code);
    g_assert_cmpstr (answer->error->message, ==, wrong->message);
  }
}

static void
test_garbage_is_no_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (fixture, &(SlipFeedServerOptions){ .fault = SLIP_FEED_FAULT_GARBAGE });
  g_autoptr (SlipFeedAnswer) answer = ask (fixture, (SlipFeedRequest){ 0 }, "");
  g_assert_no_error (answer->error);
  g_autoptr (SlipStatusReport) report =
    slip_status_document_parse (answer->body, &error);
  g_assert_null (report);
  g_assert_nonnull (strstr (error->message, "is not UTF-8 text"));
}

static void
test_short_delay_is_only_late (Fixture *fixture, gconstpointer data)
{
  start (fixture, &(SlipFeedServerOptions){ .fault = SLIP_FEED_FAULT_DELAY,
                                            .delay_ms = 10 });
  g_autoptr (SlipFeedAnswer) answer = ask (fixture, (SlipFeedRequest){ 0 }, "");
  assert_document (answer);
}

static void
test_every_fault_has_its_word (void)
{
  SlipFeedFault fault;

  for (guint i = 0; i < SLIP_FEED_N_FAULTS; i++) {
    g_assert_true (slip_feed_fault_find (slip_feed_fault_get_nick (i), &fault));
    g_assert_cmpint (fault, ==, i);
  }
  g_assert_false (slip_feed_fault_find ("storm", &fault));
}

#define ADD(name, function)                                                    \
  g_test_add ("/feed-server/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("unchanged-document-costs-nothing",
       test_unchanged_document_costs_nothing);
  ADD ("secrets-are-asked-for", test_secrets_are_asked_for);
  ADD ("names-and-passwords-are-asked-for",
       test_names_and_passwords_are_asked_for);
  ADD ("invalid-document-is-told-to-both",
       test_invalid_document_is_told_to_both);
  ADD ("faults-are-what-they-say", test_faults_are_what_they_say);
  ADD ("garbage-is-no-document", test_garbage_is_no_document);
  ADD ("short-delay-is-only-late", test_short_delay_is_only_late);
  g_test_add_func ("/feed-server/every-fault-has-its-word",
                   test_every_fault_has_its_word);
  return g_test_run ();
}
