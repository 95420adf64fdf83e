/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-csv.h"
#include "slip-entity-find.h"
#include "slip-stage.h"
#include "slip-truth-text.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Without a range, the report is about so many days up to today. */
#define USUAL_DAYS 90

/* As many steps of a release as are looked at. */
#define MAX_STEPS 100000

static gboolean
load_parts (SlipCli *cli, GPtrArray *ids, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (list, ids->pdata[i]);
  g_ptr_array_add (list, NULL);
  slip_workspace_load_parts_async (cli->workspace,
                                   (const char *const *) list->pdata, NULL,
                                   slip_cli_ready_cb, &result);
  gboolean is_loaded =
    slip_workspace_load_parts_finish (cli->workspace, slip_cli_wait (&result),
                                      error);
  slip_cli_refresh (cli);
  return is_loaded;
}

static SlipPast *
read_past (SlipCli *cli, GPtrArray *ids, GError **error)
{
  g_autoptr (SlipPast) past = slip_past_new ();

  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (GPtrArray) steps =
      slip_cli_load_history (cli, ids->pdata[i], G_MAXINT64, MAX_STEPS, error);

    if (steps == NULL)
      return NULL;
    slip_past_read (past, ids->pdata[i], steps);
  }
  return g_steal_pointer (&past);
}

static void
add_stage (SlipCliTable *table, const SlipStageTruth *stage, SlipDate today)
{
  g_autofree char *title = g_strdup_printf ("  %s", stage->title);
  g_autofree char *planned = slip_truth_dup_day (stage->planned.first, today);
  g_autofree char *actual = slip_truth_dup_day (stage->actual.first, today);
  g_autofree char *slip = slip_truth_dup_slip (stage->start_slip);
  g_autofree char *waited = slip_truth_dup_wait (stage->wait->seconds);
  g_autofree char *whom = slip_gate_wait_dup_text (stage->wait);
  gboolean has_begun = slip_date_is_set (stage->actual.first) ||
                       stage->state == SLIP_STAGE_STATE_ACTIVE ||
                       stage->state == SLIP_STAGE_STATE_HELD ||
                       stage->state == SLIP_STAGE_STATE_DONE;

  slip_cli_table_add (table,
                      (const char *[]){
                        title,
                        planned,
                        has_begun ? actual
                                  : slip_stage_state_get_label (stage->state),
                        has_begun ? slip : NULL,
                        NULL,
                        has_begun || stage->wait->is_open ? waited : NULL,
                        whom,
                      });
}

static void
add_release (SlipCliTable *table,
             const SlipReleaseTruth *release,
             SlipDate today)
{
  g_autofree char *planned = slip_truth_dup_day (release->first_planned, today);
  g_autofree char *actual = release->is_out
                              ? slip_truth_dup_day (release->actual, today)
                              : g_strdup (_ ("not yet"));
  g_autofree char *slip = slip_truth_dup_slip (release->slip);
  g_autofree char *moves =
    release->n_moves >= 0 ? g_strdup_printf ("%d", release->n_moves) : NULL;

  slip_cli_table_add (table, (const char *[]){ release->title, planned, actual,
                                               slip, moves, NULL, NULL });
  for (guint i = 0; i < release->stages->len; i++)
    add_stage (table, release->stages->pdata[i], today);
}

static void
print_text (const SlipPlanTruth *truth, SlipDate today)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new ((const char *[]){
    _ ("RELEASE, STAGE"), _ ("FIRST PLANNED"), _ ("ACTUAL"), _ ("SLIP"),
    _ ("MOVED"), _ ("GATE WAITED"), _ ("FOR"), NULL });

  slip_cli_table_set_narrowing (table, 1u << 0 | 1u << 6);
  for (guint i = 0; i < truth->releases->len; i++)
    add_release (table, truth->releases->pdata[i], today);
  slip_cli_table_print (table);
  if (truth->releases->len == 0)
    slip_cli_print ("%s", _ ("No release to report on"));
  for (guint i = 0; i < truth->products->len; i++) {
    const SlipProductTruth *product = truth->products->pdata[i];
    g_autofree char *text = slip_product_truth_dup_text (product);

    if (i == 0)
      slip_cli_print ("%s", "");
    slip_cli_print ("%s: %s", product->name, text);
  }
  for (guint i = 0; i < truth->waits->len; i++) {
    const SlipWaitTruth *wait = truth->waits->pdata[i];
    g_autofree char *text = slip_wait_truth_dup_text (wait);

    if (i == 0) {
      slip_cli_print ("%s", "");
      slip_cli_print ("%s", _ ("Gates waited for:"));
    }
    slip_cli_print ("  %s: %s", wait->name, text);
  }
}

static void
set_days (JsonObject *object, const char *name, int days)
{
  if (days == SLIP_TRUTH_UNKNOWN)
    json_object_set_null_member (object, name);
  else
    json_object_set_int_member (object, name, days);
}

static void
set_seconds (JsonObject *object, const char *name, gint64 seconds)
{
  if (seconds < 0)
    json_object_set_null_member (object, name);
  else
    json_object_set_int_member (object, name, seconds);
}

static JsonObject *
new_part (const SlipWaitFor *part)
{
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "cause",
                          slip_wait_cause_get_nick (part->cause));
  slip_cli_json_set_text (object, "audience", part->audience);
  slip_cli_json_set_text (object, "name", part->name);
  set_seconds (object, "seconds", part->seconds);
  return object;
}

static JsonObject *
new_stage (const SlipStageTruth *stage)
{
  const SlipProperty *state =
    slip_schema_get_property (SLIP_KIND_STAGE, SLIP_STAGE_STATE);
  JsonObject *object = json_object_new ();
  JsonArray *parts = json_array_new ();

  slip_cli_json_set_text (object, "id", stage->id);
  slip_cli_json_set_text (object, "title", stage->title);
  slip_cli_json_set_text (object, "state", state->values[stage->state].nick);
  slip_cli_json_set_date (object, "planned_start", stage->planned.first);
  slip_cli_json_set_date (object, "planned_end", stage->planned.last);
  slip_cli_json_set_date (object, "started", stage->actual.first);
  slip_cli_json_set_date (object, "ended", stage->actual.last);
  set_days (object, "start_slip_days", stage->start_slip);
  set_days (object, "end_slip_days", stage->end_slip);
  set_seconds (object, "held_seconds", stage->paused_seconds);
  set_seconds (object, "waited_seconds", stage->wait->seconds);
  json_object_set_boolean_member (object, "is_waiting", stage->wait->is_open);
  for (guint i = 0; i < stage->wait->parts->len; i++)
    json_array_add_object_element (parts,
                                   new_part (stage->wait->parts->pdata[i]));
  json_object_set_array_member (object, "waited_for", parts);
  return object;
}

static JsonObject *
new_release (const SlipReleaseTruth *release)
{
  JsonObject *object = json_object_new ();
  JsonArray *stages = json_array_new ();

  slip_cli_json_set_text (object, "release", release->release);
  slip_cli_json_set_text (object, "title", release->title);
  slip_cli_json_set_text (object, "product", release->product);
  slip_cli_json_set_date (object, "first_planned", release->first_planned);
  slip_cli_json_set_date (object, "planned", release->planned);
  slip_cli_json_set_date (object, "actual", release->actual);
  json_object_set_boolean_member (object, "is_out", release->is_out);
  set_days (object, "slip_days", release->slip);
  set_seconds (object, "moves", release->n_moves);
  for (guint i = 0; i < release->stages->len; i++)
    json_array_add_object_element (stages,
                                   new_stage (release->stages->pdata[i]));
  json_object_set_array_member (object, "stages", stages);
  return object;
}

static JsonObject *
new_product (const SlipProductTruth *product)
{
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "product", product->product);
  slip_cli_json_set_text (object, "name", product->name);
  json_object_set_int_member (object, "releases", product->n_releases);
  json_object_set_int_member (object, "known", product->n_known);
  json_object_set_int_member (object, "late", product->n_late);
  json_object_set_int_member (object, "slip_days", product->slip);
  set_days (object, "worst_slip_days", product->worst);
  return object;
}

static JsonObject *
new_wait (const SlipWaitTruth *wait)
{
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "cause",
                          slip_wait_cause_get_nick (wait->cause));
  slip_cli_json_set_text (object, "audience", wait->audience);
  slip_cli_json_set_text (object, "name", wait->name);
  json_object_set_int_member (object, "seconds", wait->seconds);
  json_object_set_int_member (object, "gates", wait->n_gates);
  json_object_set_int_member (object, "not_known", wait->n_unknown);
  return object;
}

static void
print_json (const SlipPlanTruth *truth)
{
  JsonObject *object = json_object_new ();
  JsonArray *releases = json_array_new ();
  JsonArray *products = json_array_new ();
  JsonArray *waits = json_array_new ();

  for (guint i = 0; i < truth->releases->len; i++)
    json_array_add_object_element (releases,
                                   new_release (truth->releases->pdata[i]));
  for (guint i = 0; i < truth->products->len; i++)
    json_array_add_object_element (products,
                                   new_product (truth->products->pdata[i]));
  for (guint i = 0; i < truth->waits->len; i++)
    json_array_add_object_element (waits, new_wait (truth->waits->pdata[i]));
  json_object_set_array_member (object, "releases", releases);
  json_object_set_array_member (object, "products", products);
  json_object_set_array_member (object, "waits", waits);
  slip_cli_json_print (slip_cli_json_node (object));
}

static void
print_csv (const SlipPlanTruth *truth)
{
  g_autoptr (GPtrArray) rows = slip_truth_list_rows (truth);
  g_autoptr (GString) csv = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++) {
    char **row = rows->pdata[i];

    slip_csv_append_row (csv, (const char *const *) row, g_strv_length (row));
  }
  fputs (csv->str, stdout);
}

/* What is asked for. */
typedef struct {
  const char *from;
  const char *to;
  const char *product;
  gboolean is_csv;
} Wish;

static SlipQuery *
new_query (SlipCli *cli, const Wish *wish, GError **error)
{
  g_autoptr (SlipQuery) query = slip_query_new ();
  SlipDate today = slip_clock_get_today (cli->clock);
  SlipRange range =
    slip_range_new (slip_date_add_days (today, -USUAL_DAYS), today);

  if ((wish->from != NULL || wish->to != NULL) &&
      !slip_cli_parse_range (cli, wish->from, wish->to, &range, error))
    return NULL;
  slip_query_set_range (query, range);
  if (wish->product != NULL) {
    const SlipRow *row =
      slip_entity_find (cli->state, SLIP_KIND_PRODUCT, wish->product, error);

    if (row == NULL)
      return NULL;
    slip_query_set_product (query, slip_row_get_id (row));
  }
  return g_steal_pointer (&query);
}

static gboolean
report (SlipCli *cli, const Wish *wish, GError **error)
{
  g_autoptr (SlipQuery) query = new_query (cli, wish, error);
  SlipMoment now = slip_clock_get_moment (cli->clock);

  if (query == NULL)
    return FALSE;
  g_autoptr (GPtrArray) ids = slip_plan_truth_list (cli->state, query);
  if (!load_parts (cli, ids, error))
    return FALSE;
  g_autoptr (SlipPast) past = read_past (cli, ids, error);
  if (past == NULL)
    return FALSE;
  g_autoptr (SlipPlanTruth) truth =
    slip_plan_truth_new (cli->state, ids, past, now);
  if (cli->is_json)
    print_json (truth);
  else if (wish->is_csv)
    print_csv (truth);
  else
    print_text (truth, now.today);
  return TRUE;
}

static gboolean
run_report (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *product = NULL;
  gboolean is_csv = FALSE;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from,
      N_ ("Released on this day or later"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to,
      N_ ("Released on this day or before"), N_ ("DATE") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &product, N_ ("Of this product"),
      N_ ("PRODUCT") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &is_csv,
      N_ ("Print comma-separated values"), NULL },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  return report (cli, &(Wish){ from, to, product, is_csv }, error);
}

const SlipCliVerb slip_cli_truth_verbs[] = {
  { "report plan-and-truth", "[--from DATE] [--to DATE]",
    N_ ("Tell what was planned against what happened"), 0, 0, run_report },
  { NULL },
};
