/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-run.h"

#include <locale.h>

/* ask-twice ADDRESS AUTHORITY HOW [NAME]: runs over a feed twice, the second
 * time with what was kept of the first, and says what came of both.  The secret
 * is in SECRET.  For interop.py, which knows servers that are not ours. */

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static SlipFeedResult *
run_once (const SlipFeedRun *run, GTlsDatabase *trust)
{
  g_autoptr (SlipClock) clock = slip_clock_new_system ();
  g_autoptr (SlipFeedClient) client = slip_feed_client_new (clock);
  g_autoptr (GAsyncResult) result = NULL;

  slip_feed_client_set_trust (client, trust);
  slip_feed_run_async (client, run, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return slip_feed_run_finish (client, result, NULL);
}

static void
print_result (const SlipFeedResult *result)
{
  if (result->error != NULL)
    g_print ("error %s\n", result->error->message);
  else if (result->is_unchanged)
    g_print ("unchanged\n");
  else
    g_print ("observations %u pages %u\n", result->report->observations->len,
             result->pages->len);
}

static SlipFeedSecretType
find_type (const char *how)
{
  if (g_str_equal (how, "bearer"))
    return SLIP_FEED_SECRET_BEARER;
  if (g_str_equal (how, "basic"))
    return SLIP_FEED_SECRET_BASIC;
  return SLIP_FEED_SECRET_NONE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) trust = NULL;
  SlipFeedRun run = { .adapter = &slip_adapter_native };

  /* What is printed has quotes. */
  setlocale (LC_ALL, "");
  if (argc < 4)
    g_error ("usage: ask-twice ADDRESS AUTHORITY HOW [NAME]");
  trust = g_tls_file_database_new (argv[2], &error);
  g_assert_no_error (error);
  run.request.address = argv[1];
  run.request.secret_type = find_type (argv[3]);
  run.request.secret_name = argv[4];
  run.request.secret = g_getenv ("SECRET");

  g_autoptr (SlipFeedResult) first = run_once (&run, trust);
  print_result (first);
  if (first->error != NULL)
    return 0;
  run.kept = first->pages;
  g_autoptr (SlipFeedResult) second = run_once (&run, trust);
  print_result (second);
  return 0;
}
