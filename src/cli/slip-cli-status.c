/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-feed-server.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#define DEFAULT_DELAY_SECONDS 60
#define MAX_DELAY_SECONDS     3600

/* How many of each kind a document says. */
typedef struct {
  guint n_statuses;
  guint n_flags;
  guint n_criteria;
} Count;

static Count
count_kinds (const SlipStatusReport *report)
{
  Count count = { 0 };

  for (guint i = 0; i < report->observations->len; i++) {
    const SlipObservation *observation = report->observations->pdata[i];

    switch (observation->type) {
    case SLIP_OBSERVATION_STATUS:
      count.n_statuses++;
      break;
    case SLIP_OBSERVATION_FLAG:
      count.n_flags++;
      break;
    case SLIP_OBSERVATION_CRITERION:
      count.n_criteria++;
      break;
    case SLIP_OBSERVATION_FREEZE: /* no document has it */
      break;
    }
  }
  return count;
}

/* @address: (nullable): where it is given */
static void
print_beginning (const SlipCli *cli,
                 const char *file,
                 const char *address,
                 const SlipStatusReport *report)
{
  Count count = count_kinds (report);
  JsonObject *object;

  if (!cli->is_json) {
    slip_cli_print (
      /* Translators: a file; three numbers. */
      _ ("%s is valid: statuses %u, flags %u, criteria %u"), file,
      count.n_statuses, count.n_flags, count.n_criteria);
    if (address != NULL)
      slip_cli_print (_ ("It is at %s until Ctrl+C"), address);
    return;
  }
  object = json_object_new ();
  slip_cli_json_set_text (object, "file", file);
  slip_cli_json_set_text (object, "address", address);
  json_object_set_int_member (object, "statuses", count.n_statuses);
  json_object_set_int_member (object, "flags", count.n_flags);
  json_object_set_int_member (object, "criteria", count.n_criteria);
  slip_cli_json_print (slip_cli_json_node (object));
}

static void
answered_cb (SlipFeedServer *server,
             const char *request,
             guint status,
             const char *problem,
             gpointer data)
{
  const SlipCli *cli = data;

  if (problem != NULL)
    slip_cli_print_error ("%s", problem);
  if (cli->is_json)
    return;
  slip_cli_print ("%u %s", status, request);
  slip_cli_flush (NULL);
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

/* Reads the document; an error begins with its name. */
static SlipStatusReport *
read_document (GFile *file, const char *name, GError **error)
{
  SlipStatusReport *report = slip_feed_server_read (file, error);

  if (report == NULL)
    g_prefix_error (error, "%s: ", name);
  return report;
}

static gboolean
serve (SlipCli *cli,
       GFile *file,
       const char *name,
       const SlipFeedServerOptions *options,
       GError **error)
{
  g_autoptr (SlipStatusReport) report = read_document (file, name, error);
  g_autoptr (SlipFeedServer) server = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  if (report == NULL)
    return FALSE;
  server = slip_feed_server_new (file, options, error);
  if (server == NULL)
    return FALSE;
  g_signal_connect (server, "answered", G_CALLBACK (answered_cb), cli);
  print_beginning (cli, name, slip_feed_server_get_address (server), report);
  if (!slip_cli_flush (error))
    return FALSE;

  guint interrupted = g_unix_signal_add (SIGINT, quit_cb, loop);
  guint terminated = g_unix_signal_add (SIGTERM, quit_cb, loop);
  g_main_loop_run (loop);
  g_source_remove (interrupted);
  g_source_remove (terminated);
  return TRUE;
}

static gboolean
check (SlipCli *cli, GFile *file, const char *name, GError **error)
{
  g_autoptr (SlipStatusReport) report = read_document (file, name, error);

  if (report == NULL)
    return FALSE;
  print_beginning (cli, name, NULL, report);
  return TRUE;
}

static gboolean
parse_fault (const char *nick, SlipFeedFault *fault, GError **error)
{
  g_autoptr (GString) nicks = g_string_new (NULL);

  if (nick == NULL || slip_feed_fault_find (nick, fault))
    return TRUE;
  for (guint i = 0; i < SLIP_FEED_N_FAULTS; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "",
                            slip_feed_fault_get_nick (i));
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
               _ ("There is no fault “%s”, only: %s"), nick, nicks->str);
  return FALSE;
}

static gboolean
check_numbers (int port, int delay, GError **error)
{
  if (port >= 0 && port <= G_MAXUINT16 && delay >= 0 &&
      delay <= MAX_DELAY_SECONDS)
    return TRUE;
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
               _ ("A port is 0 to %d, a delay 0 to %d seconds"), G_MAXUINT16,
               MAX_DELAY_SECONDS);
  return FALSE;
}

static gboolean
run_serve_status (SlipCli *cli,
                  const SlipCliVerb *verb,
                  char ***arguments,
                  GError **error)
{
  SlipFeedServerOptions options = { 0 };
  g_autofree char *fault = NULL;
  g_autofree char *bearer = NULL;
  g_autofree char *user = NULL;
  gboolean is_check = FALSE;
  int port = 0, delay = DEFAULT_DELAY_SECONDS;
  const GOptionEntry entries[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &is_check,
      N_ ("Only check the document"), NULL },
    { "port", 0, 0, G_OPTION_ARG_INT, &port,
      N_ ("Where to listen; without it, a free one"), N_ ("PORT") },
    { "token", 0, 0, G_OPTION_ARG_FILENAME, &bearer,
      N_ ("Ask for this bearer token"), N_ ("TOKEN") },
    { "user", 0, 0, G_OPTION_ARG_FILENAME, &user,
      N_ ("Ask for a name and password"), N_ ("NAME:PASSWORD") },
    { "fault", 0, 0, G_OPTION_ARG_FILENAME, &fault, N_ ("Do something wrong"),
      N_ ("FAULT") },
    { "delay", 0, 0, G_OPTION_ARG_INT, &delay,
      N_ ("How late the fault “delay” is"), N_ ("SECONDS") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !parse_fault (fault, &options.fault, error) ||
      !check_numbers (port, delay, error))
    return FALSE;

  const char *name = (*arguments)[0];
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_auto (GStrv) pair = user != NULL ? g_strsplit (user, ":", 2) : NULL;
  options.port = (guint16) port;
  options.delay_ms = (guint) delay * 1000;
  options.bearer = bearer;
  options.user = pair != NULL ? pair[0] : NULL;
  options.password = pair != NULL && pair[0] != NULL ? pair[1] : NULL;
  if (is_check)
    return check (cli, file, name, error);
  return serve (cli, file, name, &options, error);
}

const SlipCliVerb slip_cli_status_verbs[] = {
  { "serve-status", "FILE",
    N_ ("Check a status document and give it on this computer"), 1, 1,
    run_serve_status },
  { NULL },
};
