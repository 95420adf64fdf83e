/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-generate.h"
#include "slip-rules.h"
#include "slip-sample.h"

#include <glib/gi18n.h>

/* The most that `generate` makes: ten years of the reference plan. */
#define MAX_RELEASES 250000
#define MAX_ITEMS    1000

static gboolean
run_check (SlipCli *cli,
           const SlipCliVerb *verb,
           char ***arguments,
           GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  g_autoptr (GPtrArray) faults = slip_cli_check_store (cli, error);
  if (faults == NULL || !slip_cli_load_parts (cli, NULL, error))
    return FALSE;
  g_autoptr (GPtrArray) rules = slip_rules_check (cli->state);
  for (guint i = 0; i < rules->len; i++)
    g_ptr_array_add (faults, g_strdup (rules->pdata[i]));

  if (cli->is_json) {
    JsonArray *array = json_array_new ();
    for (guint i = 0; i < faults->len; i++)
      json_array_add_string_element (array, faults->pdata[i]);
    slip_cli_json_print (slip_cli_json_array_node (array));
  } else {
    for (guint i = 0; i < faults->len; i++)
      slip_cli_print ("%s", (const char *) faults->pdata[i]);
  }
  if (faults->len == 0)
    return TRUE;
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_FAULTY,
               ngettext ("The plan has %u fault", "The plan has %u faults",
                         faults->len),
               faults->len);
  return FALSE;
}

static gboolean
run_generate (SlipCli *cli,
              const SlipCliVerb *verb,
              char ***arguments,
              GError **error)
{
  int n_releases = 0;
  int n_items = 0;
  int seed = 1;
  const GOptionEntry entries[] = {
    { "releases", 0, 0, G_OPTION_ARG_INT, &n_releases, N_ ("How many releases"),
      "N" },
    { "items", 0, 0, G_OPTION_ARG_INT, &n_items,
      N_ ("How many items each of them has"), "M" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed,
      N_ ("The same seed makes the same plan"), "S" },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  if (n_releases < 1 || n_releases > MAX_RELEASES || n_items < 0 ||
      n_items > MAX_ITEMS) {
    g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                 _ ("--releases takes 1 to %d, --items 0 to %d"), MAX_RELEASES,
                 MAX_ITEMS);
    return FALSE;
  }
  if (!slip_cli_open (cli, SLIP_CLI_FILL, error))
    return FALSE;
  g_autoptr (GPtrArray) rows =
    slip_generate_rows ((guint) n_releases, (guint) n_items, (guint32) seed,
                        slip_clock_get_today (cli->clock));
  if (!slip_cli_fill (cli, rows, error))
    return FALSE;
  if (cli->is_json) {
    JsonObject *object = json_object_new ();
    json_object_set_int_member (object, "releases", n_releases);
    slip_cli_json_print (slip_cli_json_node (object));
  } else {
    slip_cli_print (ngettext ("%d release made", "%d releases made",
                              (gulong) n_releases),
                    n_releases);
  }
  return TRUE;
}

static gboolean
run_sample (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_FILL, error))
    return FALSE;
  SlipDate today = slip_clock_get_today (cli->clock);
  SlipStep *step = slip_cli_execute (cli, slip_sample_run, &today, error);
  return slip_cli_report_step (cli, step, NULL);
}

const SlipCliVerb slip_cli_plan_verbs[] = {
  { "check", "", N_ ("Check the file and every rule of the plan"), 0, 0,
    run_check },
  { "sample", "", N_ ("Fill an empty plan with sample releases"), 0, 0,
    run_sample },
  { "generate", "--releases N", N_ ("Fill an empty plan with many releases"), 0,
    0, run_generate },
  { NULL },
};
