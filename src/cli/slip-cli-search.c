/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-workspace-search.h"

#include <glib/gi18n.h>

#define LIMIT     50
#define MAX_LIMIT 100000

static JsonArray *
new_marks (const GArray *marks)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; marks != NULL && i < marks->len; i++) {
    const SlipSearchMark *mark = &g_array_index (marks, SlipSearchMark, i);
    JsonArray *pair = json_array_new ();

    json_array_add_int_element (pair, mark->start);
    json_array_add_int_element (pair, mark->end);
    json_array_add_array_element (array, pair);
  }
  return array;
}

static JsonObject *
new_result (const SlipSearchResult *result)
{
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "kind", slip_schema_get (result->kind)->name);
  slip_cli_json_set_text (object, "id", result->id);
  slip_cli_json_set_text (object, "release", result->release);
  slip_cli_json_set_text (object, "owner", result->owner);
  slip_cli_json_set_text (object, "checklist", result->checklist);
  slip_cli_json_set_text (object, "audience", result->audience);
  slip_cli_json_set_text (object, "title", result->title);
  slip_cli_json_set_text (object, "context", result->context);
  slip_cli_json_set_text (object, "snippet", result->snippet);
  json_object_set_array_member (object, "title_marks",
                                new_marks (result->title_marks));
  json_object_set_array_member (object, "snippet_marks",
                                new_marks (result->snippet_marks));
  return object;
}

static void
print_json (const SlipSearchAnswer *answer)
{
  JsonArray *results = json_array_new ();
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < answer->results->len; i++)
    json_array_add_object_element (results,
                                   new_result (answer->results->pdata[i]));
  json_object_set_array_member (object, "results", results);
  json_object_set_boolean_member (object, "has_more", answer->has_more);
  slip_cli_json_print (slip_cli_json_node (object));
}

static void
print_result (const SlipSearchResult *result)
{
  slip_cli_print ("%s  %s%s%s", _ (slip_schema_get (result->kind)->label),
                  result->title, result->context != NULL ? " · " : "",
                  result->context != NULL ? result->context : "");
  if (result->snippet != NULL)
    slip_cli_print ("    %s", result->snippet);
}

static void
print_list (const SlipSearchAnswer *answer)
{
  if (answer->results->len == 0)
    slip_cli_print ("%s", _ ("Nothing was found"));
  for (guint i = 0; i < answer->results->len; i++)
    print_result (answer->results->pdata[i]);
  if (answer->has_more && answer->results->len > 0)
    slip_cli_print ("%s", _ ("There is more; --limit shows it"));
  else if (answer->has_more)
    slip_cli_print ("%s", _ ("The words are in too much to look through all "
                             "of it; add another"));
}

/* Has all that is lacking read before: the answer is to be whole. */
static gboolean
complete_index (SlipCli *cli, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_workspace_index_async (cli->workspace, NULL, slip_cli_ready_cb, &result);
  return slip_workspace_index_finish (cli->workspace, slip_cli_wait (&result),
                                      error);
}

static gboolean
run_search (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  int limit = LIMIT;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many results"),
      N_ ("N") },
    { NULL },
  };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SlipSearchAnswer) answer = NULL;
  g_autofree char *text = NULL;

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  if (limit < 1 || limit > MAX_LIMIT) {
    g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                 _ ("--limit takes 1 to %d"), MAX_LIMIT);
    return FALSE;
  }
  text = g_strjoinv (" ", *arguments);
  if (!slip_cli_open (cli, SLIP_CLI_READ, error) ||
      !complete_index (cli, error))
    return FALSE;
  slip_workspace_search_async (cli->workspace, text, (guint) limit, NULL,
                               slip_cli_ready_cb, &result);
  answer = slip_workspace_search_finish (cli->workspace,
                                         slip_cli_wait (&result), error);
  if (answer == NULL)
    return FALSE;
  if (cli->is_json)
    print_json (answer);
  else
    print_list (answer);
  return TRUE;
}

const SlipCliVerb slip_cli_search_verbs[] = {
  { "search", "QUERY...", N_ ("Search all of the plan"), 1, -1, run_search },
  { NULL },
};
