/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-entity-find.h"
#include "slip-import-file.h"

#include <glib/gi18n.h>

static JsonObject *
make_entry (const SlipImportEntry *entry)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "outcome",
                                 slip_import_outcome_get_nick (entry->outcome));
  json_object_set_string_member (object, "release", entry->release);
  json_object_set_string_member (object, "title", entry->title);
  if (entry->line > 0)
    json_object_set_int_member (object, "line", entry->line);
  else
    json_object_set_null_member (object, "line");
  slip_cli_json_set_text (object, "detail", entry->detail);
  return object;
}

static JsonObject *
make_skipped (const SlipIcalSkipped *skipped)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "line", skipped->line);
  slip_cli_json_set_text (object, "what", skipped->what);
  slip_cli_json_set_text (object, "reason", skipped->reason);
  json_object_set_boolean_member (object, "is_read", skipped->is_read);
  return object;
}

static void
print_json (const SlipImportReport *report)
{
  JsonObject *object = json_object_new ();
  JsonObject *counts = json_object_new ();
  JsonArray *entries = json_array_new ();
  JsonArray *skipped = json_array_new ();

  for (int i = 0; i < SLIP_N_IMPORT_OUTCOMES; i++)
    json_object_set_int_member (counts,
                                slip_import_outcome_get_nick (
                                  (SlipImportOutcome) i),
                                report->counts[i]);
  for (guint i = 0; i < report->entries->len; i++)
    json_array_add_object_element (entries,
                                   make_entry (report->entries->pdata[i]));
  for (guint i = 0; i < report->skipped->len; i++)
    json_array_add_object_element (skipped,
                                   make_skipped (report->skipped->pdata[i]));
  json_object_set_string_member (object, "source", report->source);
  slip_cli_json_set_text (object, "product", report->product);
  json_object_set_string_member (object, "product_name", report->product_name);
  json_object_set_boolean_member (object, "is_new_product",
                                  report->is_new_product);
  if (report->step != NULL)
    json_object_set_int_member (object, "step", report->step->number);
  else
    json_object_set_null_member (object, "step");
  json_object_set_object_member (object, "counts", counts);
  json_object_set_array_member (object, "entries", entries);
  json_object_set_array_member (object, "skipped", skipped);
  slip_cli_json_print (slip_cli_json_node (object));
}

static const char *
get_outcome_label (SlipImportOutcome outcome)
{
  switch (outcome) {
  case SLIP_IMPORT_CREATED:
    return _ ("added");
  case SLIP_IMPORT_UPDATED:
    return _ ("updated");
  case SLIP_IMPORT_UNCHANGED:
    return _ ("unchanged");
  case SLIP_IMPORT_KEPT:
    return _ ("kept");
  case SLIP_IMPORT_DELETED:
    return _ ("deleted here");
  case SLIP_IMPORT_VANISHED:
    return _ ("no longer in the file");
  case SLIP_N_IMPORT_OUTCOMES:
    break;
  }
  g_return_val_if_reached ("");
}

static void
print_text (const SlipImportReport *report)
{
  g_autofree char *summary = slip_import_report_describe (report);

  for (guint i = 0; i < report->entries->len; i++) {
    const SlipImportEntry *entry = report->entries->pdata[i];
    const char *label = get_outcome_label (entry->outcome);

    if (entry->outcome == SLIP_IMPORT_UNCHANGED)
      continue;
    if (entry->detail != NULL)
      slip_cli_print ("%s: %s (%s)", label, entry->title, entry->detail);
    else
      slip_cli_print ("%s: %s", label, entry->title);
  }
  for (guint i = 0; i < report->skipped->len; i++) {
    const SlipIcalSkipped *skipped = report->skipped->pdata[i];
    /* Translators: a line of the file, an event's name, why it was skipped */
    slip_cli_print (_ ("line %u: %s: %s"), skipped->line, skipped->what,
                    skipped->reason);
  }
  slip_cli_print ("%s: %s", report->product_name, summary);
}

/* The option's product: its id if there is one, else the name of a new one. */
static gboolean
choose_product (SlipCli *cli,
                const char *text,
                SlipImportRequest *request,
                GError **error)
{
  g_autoptr (GError) own_error = NULL;

  if (text == NULL)
    return TRUE;
  const SlipRow *product =
    slip_entity_find (cli->state, SLIP_KIND_PRODUCT, text, &own_error);
  if (product != NULL) {
    request->product = slip_row_get_id (product);
    return TRUE;
  }
  if (!g_error_matches (own_error, SLIP_PLAN_ERROR,
                        SLIP_PLAN_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&own_error));
    return FALSE;
  }
  request->product_name = text;
  return TRUE;
}

static gboolean
run_import (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  g_autofree char *product = NULL;
  gboolean is_dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &product,
      N_ ("The product of new releases; made if there is none"),
      N_ ("PRODUCT") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run,
      N_ ("Only say what would be done"), NULL },
    { NULL },
  };
  g_autoptr (GAsyncResult) result = NULL;

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !slip_cli_open (cli, is_dry_run ? SLIP_CLI_READ : SLIP_CLI_WRITE, error))
    return FALSE;
  SlipImportRequest request = { .path = (*arguments)[0],
                                .is_dry_run = is_dry_run };
  if (!choose_product (cli, product, &request, error))
    return FALSE;
  slip_import_file_async (cli->workspace, &request, NULL, slip_cli_ready_cb,
                          &result);
  g_autoptr (SlipImportReport) report =
    slip_import_file_finish (slip_cli_wait (&result), error);
  slip_cli_refresh (cli);
  if (report == NULL)
    return FALSE;
  if (cli->is_json)
    print_json (report);
  else
    print_text (report);
  return TRUE;
}

const SlipCliVerb slip_cli_import_verbs[] = {
  { "import", "FILE", N_ ("Import an iCalendar file as releases"), 1, 1,
    run_import },
  { NULL },
};
