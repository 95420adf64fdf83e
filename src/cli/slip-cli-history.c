/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-change-text.h"
#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-entity-find.h"

#include <glib/gi18n.h>

/* How many steps are read at a time. */
#define PAGE 500

static char *
dup_local_time (gint64 at_ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at_ms / 1000);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : NULL;
}

/* Translators: what a step of history is, with what it undid or did again */
static char *
dup_label (const SlipStep *step)
{
  g_autofree char *label =
    slip_change_set_describe (step->set->verb, step->set->subject);

  switch (step->type) {
  case SLIP_STEP_UNDO:
    return g_strdup_printf (_ ("Undo: %s"), label);
  case SLIP_STEP_REDO:
    return g_strdup_printf (_ ("Redo: %s"), label);
  case SLIP_STEP_EDIT:
    break;
  }
  return g_steal_pointer (&label);
}

static void
print_step (const SlipPlanState *state,
            const SlipStep *step,
            gboolean is_detailed)
{
  g_autofree char *time = dup_local_time (step->at_ms);
  g_autofree char *label = dup_label (step);

  slip_cli_print ("%5" G_GINT64_FORMAT "  %s  %s  (%s, %s)", step->number,
                  time != NULL ? time : "", label,
                  step->author->name != NULL ? step->author->name : _ ("?"),
                  slip_writer_get_label (step->author->writer));
  if (step->set->reason != NULL)
    slip_cli_print ("      “%s”", step->set->reason);
  if (is_detailed) {
    g_autoptr (GPtrArray) lines = slip_change_set_dup_lines (state, step->set);
    for (guint i = 0; i < lines->len; i++)
      slip_cli_print ("      %s", (const char *) lines->pdata[i]);
  }
}

/* Reads history page by page; prints it, or adds it to @array. */
static gboolean
walk_history (SlipCli *cli,
              const char *release,
              guint limit,
              JsonArray *array,
              GError **error)
{
  gint64 before = G_MAXINT64;

  while (limit > 0) {
    g_autoptr (GPtrArray) steps =
      slip_cli_load_history (cli, release, before, MIN (limit, PAGE), error);

    if (steps == NULL)
      return FALSE;
    for (guint i = 0; i < steps->len; i++) {
      const SlipStep *step = steps->pdata[i];

      if (array != NULL)
        json_array_add_object_element (array, slip_cli_json_new_step (step));
      else
        print_step (cli->state, step, release != NULL);
      before = step->number;
    }
    if (steps->len < MIN (limit, PAGE))
      break;
    limit -= steps->len;
  }
  return TRUE;
}

static gboolean
run_history (SlipCli *cli,
             const SlipCliVerb *verb,
             char ***arguments,
             GError **error)
{
  int limit = 0;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("Only the newest N"), "N" },
    { NULL },
  };
  g_autofree char *release = NULL;

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  if ((*arguments)[0] != NULL) {
    const SlipRow *row =
      slip_entity_find (cli->state, SLIP_KIND_RELEASE, (*arguments)[0], error);
    if (row == NULL)
      return FALSE;
    /* Its parts are called by their names. */
    release = g_strdup (slip_row_get_id (row));
    if (!slip_cli_load_parts (cli, release, error))
      return FALSE;
  }
  JsonArray *array = cli->is_json ? json_array_new () : NULL;
  g_autoptr (JsonNode) node =
    array != NULL ? slip_cli_json_array_node (array) : NULL;
  if (!walk_history (cli, release, limit > 0 ? (guint) limit : G_MAXUINT, array,
                     error))
    return FALSE;
  if (node != NULL)
    slip_cli_json_print (g_steal_pointer (&node));
  return TRUE;
}

static gboolean
turn (SlipCli *cli,
      const SlipCliVerb *verb,
      char ***arguments,
      SlipStepType type,
      GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  g_autoptr (SlipStep) step = slip_cli_turn (cli, type, error);
  if (step == NULL)
    return FALSE;
  if (cli->is_json) {
    slip_cli_json_print (slip_cli_json_node (slip_cli_json_new_step (step)));
    return TRUE;
  }
  g_autofree char *label = dup_label (step);
  slip_cli_print ("%s", label);
  return TRUE;
}

static gboolean
run_undo (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  return turn (cli, verb, arguments, SLIP_STEP_UNDO, error);
}

static gboolean
run_redo (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  return turn (cli, verb, arguments, SLIP_STEP_REDO, error);
}

const SlipCliVerb slip_cli_history_verbs[] = {
  { "history", "[RELEASE]", N_ ("Show who changed what and when"), 0, 1,
    run_history },
  { "undo", "", N_ ("Take the newest step back"), 0, 0, run_undo },
  { "redo", "", N_ ("Do again what was undone"), 0, 0, run_redo },
  { NULL },
};
