/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "running.h"

#include "slip-feed-client.h"

#include <signal.h>

#define DOCUMENT                                                               \
  "{\"format\":\"slipway-status\",\"version\":1,\"statuses\":["                \
  "{\"release\":\"Payments 3.9\",\"state\":\"on_track\"},"                     \
  "{\"flag\":\"checkout\",\"on\":true},"                                       \
  "{\"release\":\"r\",\"criterion\":\"c\",\"value\":1},"                       \
  "{\"release\":\"r\"}]}"

static void
write_file (Home *home, const char *text)
{
  g_autofree char *path = g_build_filename (home->folder, "status.json", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_check_counts_what_is_said (Home *home, gconstpointer data)
{
  write_file (home, DOCUMENT);
  home_do (home, "serve-status", "--check", "status.json");
  g_assert_cmpstr (home->out, ==,
                   "status.json is valid: statuses 2, flags 1, criteria 1\n");
  home_do (home, "serve-status", "--check", "status.json", "--json");
  g_autoptr (JsonNode) node = home_parse (home);
  JsonObject *object = json_node_get_object (node);
  assert_member (object, "file", "status.json");
  assert_member (object, "address", NULL);
  g_assert_cmpint (json_object_get_int_member (object, "statuses"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (object, "flags"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "criteria"), ==, 1);
}

static void
test_check_says_where (Home *home, gconstpointer data)
{
  write_file (home, "{\"format\":\"slipway-status\",\"version\":1,"
                    "\"statuses\":[{\"release\":\"r\",\"done\":\"six\"}]}");
  g_assert_cmpint (home_run (home, "serve-status", "--check", "status.json"),
                   ==, 1);
  g_assert_cmpstr (home->err, ==,
                   "slipway-cli: status.json: statuses[0].done: a number was "
                   "expected, \"six\" was found\n");
  /* Nor is it served. */
  g_assert_cmpint (home_run (home, "serve-status", "status.json"), ==, 1);
}

static void
test_wrong_usage_is_told (Home *home, gconstpointer data)
{
  write_file (home, DOCUMENT);
  g_assert_cmpint (home_run (home, "serve-status", "status.json", "--fault",
                             "storm"),
                   ==, 2);
  assert_says (home->err, "only: none, delay, cut, 429, 500, redirect");
  g_assert_cmpint (home_run (home, "serve-status", "status.json", "--port",
                             "70000"),
                   ==, 2);
  g_assert_cmpint (home_run (home, "serve-status", "nowhere.json"), ==, 1);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static SlipFeedAnswer *
ask (const char *address)
{
  g_autoptr (SlipClock) clock = slip_clock_new_system ();
  g_autoptr (SlipFeedClient) client = slip_feed_client_new (clock);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const SlipFeedRequest request = { .address = address,
                                    .secret_type = SLIP_FEED_SECRET_BEARER,
                                    .secret = "s3cret" };

  slip_feed_client_ask_async (client, &request, NULL, asked_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  SlipFeedAnswer *answer = slip_feed_client_ask_finish (client, result, &error);
  g_assert_no_error (error);
  return answer;
}

static void
test_document_is_served_until_told_to_end (Home *home, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_file (home, DOCUMENT);
  g_autoptr (GSubprocess) process =
    g_subprocess_launcher_spawn (home->launcher, &error,
                                 g_getenv ("SLIPWAY_CLI"), "serve-status",
                                 "status.json", "--token", "s3cret", NULL);
  g_assert_no_error (error);
  g_autoptr (GDataInputStream) lines =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_free (g_data_input_stream_read_line (lines, NULL, NULL, &error));
  g_autofree char *line =
    g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (line, "It is at http://127.0.0.1:"));

  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (SlipFeedAnswer) answer = ask (words[3]);
  g_assert_no_error (answer->error);
  g_assert_cmpmem (g_bytes_get_data (answer->body, NULL),
                   g_bytes_get_size (answer->body), DOCUMENT,
                   strlen (DOCUMENT));
  g_autofree char *log =
    g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_cmpstr (log, ==, "200 GET /");

  g_subprocess_send_signal (process, SIGTERM);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
}

#define ADD(name, function)                                                    \
  g_test_add ("/cli/serve-status/" name, Home, NULL, home_set_up, function,    \
              home_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("check-counts-what-is-said", test_check_counts_what_is_said);
  ADD ("check-says-where", test_check_says_where);
  ADD ("wrong-usage-is-told", test_wrong_usage_is_told);
  ADD ("document-is-served-until-told-to-end",
       test_document_is_served_until_told_to_end);
  return g_test_run ();
}
