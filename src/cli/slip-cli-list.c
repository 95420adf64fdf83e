/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-arguments.h"
#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-conflict.h"
#include "slip-date-text.h"
#include "slip-entity-find.h"
#include "slip-query.h"

#include <glib/gi18n.h>

/* The columns that may be cut. */
enum {
  PRODUCT = 2,
  RELEASE = 3,
  OWNER = 4,
};

static void
add_release (const SlipPlanState *state,
             const SlipConflictContext *context,
             const SlipRow *release,
             SlipCliTable *table)
{
  SlipPlannedDate planned =
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE);
  g_autofree char *title = slip_release_dup_title (state, release);
  g_autofree char *day = slip_date_to_text (
    slip_release_resolve (state, release, SLIP_ANCHOR_RELEASE));
  g_autoptr (GPtrArray) conflicts =
    slip_conflict_list (state, context, release);
  const SlipRow *product =
    slip_plan_state_follow (state, release, SLIP_RELEASE_PRODUCT);
  const SlipRow *owner =
    slip_plan_state_follow (state, release, SLIP_RELEASE_OWNER);
  g_autofree char *date = NULL;

  if (day != NULL && slip_planned_date_is_about (planned))
    date = g_strdup_printf ("≈%s", day);
  else if (day != NULL && planned.certainty == SLIP_CERTAINTY_TENTATIVE)
    /* Translators: a date that is not firm. */
    date = g_strdup_printf (_ ("%s tentative"), day);
  slip_cli_table_add (
    table,
    (const char *[]){
      date != NULL ? date : day,
      slip_status_get_label (slip_release_get_status (release)),
      product != NULL ? slip_row_get_text (product, SLIP_PRODUCT_NAME) : NULL,
      title,
      owner != NULL ? slip_row_get_text (owner, SLIP_PERSON_NAME) : NULL,
      conflicts->len > 0 ? "!" : NULL,
    });
}

static void
print_releases (SlipCli *cli, GPtrArray *releases)
{
  const SlipConflictContext context = slip_cli_get_context (cli);
  g_autoptr (SlipCliTable) table = NULL;
  JsonArray *array = NULL;

  if (cli->is_json) {
    array = json_array_new ();
    for (guint i = 0; i < releases->len; i++)
      json_array_add_object_element (
        array,
        slip_cli_json_new_release (cli->state, &context, releases->pdata[i]));
    slip_cli_json_print (slip_cli_json_array_node (array));
    return;
  }
  table = slip_cli_table_new ((const char *[]){ _ ("DATE"), _ ("STATUS"),
                                                _ ("PRODUCT"), _ ("RELEASE"),
                                                _ ("OWNER"), "", NULL });
  slip_cli_table_set_narrowing (table,
                                1u << PRODUCT | 1u << RELEASE | 1u << OWNER);
  for (guint i = 0; i < releases->len; i++)
    add_release (cli->state, &context, releases->pdata[i], table);
  slip_cli_table_print (table);
}

static gboolean
run_list (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *product = NULL;
  g_autofree char *status = NULL;
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("From this day on"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Up to this day"),
      N_ ("DATE") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &product,
      N_ ("Only of this product"), N_ ("PRODUCT") },
    { "status", 0, 0, G_OPTION_ARG_FILENAME, &status,
      N_ ("Only with this status"), N_ ("STATUS") },
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &text, N_ ("Only with these words"),
      N_ ("WORDS") },
    { NULL },
  };
  g_autoptr (SlipQuery) query = slip_query_new ();
  SlipRange range;
  int wanted = -1;

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !slip_cli_parse_range (cli, from, to, &range, error))
    return FALSE;
  if (status != NULL && (wanted = slip_cli_parse_status (status, error)) < 0)
    return FALSE;
  if (!slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  if (product != NULL) {
    const SlipRow *row =
      slip_entity_find (cli->state, SLIP_KIND_PRODUCT, product, error);
    if (row == NULL)
      return FALSE;
    slip_query_set_product (query, slip_row_get_id (row));
  }
  slip_query_set_range (query, range);
  slip_query_set_status (query, wanted);
  slip_query_set_text (query, text);
  g_autoptr (GPtrArray) releases = slip_query_list (query, cli->state);
  print_releases (cli, releases);
  return TRUE;
}

/* How people read the value of @property; %NULL for nothing. */
static char *
dup_value (const SlipPlanState *state, const SlipRow *row, guint index)
{
  const SlipProperty *property =
    slip_schema_get_property (slip_row_get_kind (row), index);
  const SlipRow *target = NULL;

  if (property->type == SLIP_PROPERTY_REFERENCE)
    target = slip_plan_state_follow (state, row, index);
  if (target != NULL)
    return slip_entity_dup_label (state, target);
  if (property->type == SLIP_PROPERTY_BOOLEAN &&
      !slip_row_get_boolean (row, index))
    return NULL;
  return slip_property_print (property, slip_row_peek (row, index));
}

/* Whether a value of a release says nothing: how firm a date is without one. */
static gboolean
is_idle (const SlipRow *row, guint property)
{
  if (slip_row_get_kind (row) != SLIP_KIND_RELEASE)
    return FALSE;
  for (int anchor = 0; anchor < SLIP_N_ANCHORS; anchor++) {
    if (property == slip_anchor_get_certainty_property ((SlipAnchor) anchor))
      return !slip_date_is_set (slip_row_get_date (
        row, slip_anchor_get_date_property ((SlipAnchor) anchor)));
  }
  return FALSE;
}

static void
print_properties (const SlipPlanState *state, const SlipRow *row)
{
  const SlipKindInfo *info = slip_schema_get (slip_row_get_kind (row));
  g_autoptr (SlipCliTable) table =
    slip_cli_table_new ((const char *[]){ "id", slip_row_get_id (row), NULL });

  for (guint i = 0; i < info->n_properties; i++) {
    g_autofree char *value = dup_value (state, row, i);
    if (value != NULL && !is_idle (row, i))
      slip_cli_table_add (table,
                          (const char *[]){ info->properties[i].name, value });
  }
  slip_cli_table_print (table);
}

static JsonObject *
make_parts (const SlipPlanState *state, const char *release)
{
  JsonObject *object = json_object_new ();

  for (int kind = 0; kind < SLIP_N_KINDS; kind++) {
    if (!slip_schema_is_part_of_release ((SlipKind) kind))
      continue;
    g_autoptr (GPtrArray) rows =
      slip_plan_state_list_owned (state, (SlipKind) kind, release);
    json_object_set_member (object, slip_schema_get ((SlipKind) kind)->name,
                            slip_cli_json_new_list (rows));
  }
  return object;
}

static void
print_parts (const SlipPlanState *state, const char *release)
{
  for (int kind = 0; kind < SLIP_N_KINDS; kind++) {
    if (!slip_schema_is_part_of_release ((SlipKind) kind))
      continue;
    g_autoptr (GPtrArray) rows =
      slip_plan_state_list_owned (state, (SlipKind) kind, release);
    for (guint i = 0; i < rows->len; i++) {
      slip_cli_print ("%s", "");
      slip_cli_print ("%s", slip_schema_get ((SlipKind) kind)->name);
      print_properties (state, rows->pdata[i]);
    }
  }
}

static gboolean
run_show (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  const SlipRow *release =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  g_autofree char *id = g_strdup (slip_row_get_id (release));
  if (!slip_cli_load_parts (cli, id, error))
    return FALSE;

  const SlipConflictContext context = slip_cli_get_context (cli);
  release = slip_plan_state_get (cli->state, SLIP_KIND_RELEASE, id);
  if (cli->is_json) {
    JsonObject *object =
      slip_cli_json_new_release (cli->state, &context, release);
    json_object_set_object_member (object, "parts",
                                   make_parts (cli->state, id));
    slip_cli_json_print (slip_cli_json_node (object));
    return TRUE;
  }
  g_autofree char *title = slip_release_dup_title (cli->state, release);
  slip_cli_print ("%s", title);
  print_properties (cli->state, release);
  g_autoptr (GPtrArray) conflicts =
    slip_conflict_list (cli->state, &context, release);
  guint n_told = 1;
  for (guint i = 0; i < conflicts->len; i += n_told) {
    const SlipConflict *conflict = conflicts->pdata[i];
    g_autofree char *text =
      slip_conflict_describe_group (conflicts, i, &n_told);
    slip_cli_print ("%s %s", conflict->is_soft ? "?" : "!", text);
  }
  print_parts (cli->state, id);
  return TRUE;
}

const SlipCliVerb slip_cli_list_verbs[] = {
  { "list", "", N_ ("List releases by date"), 0, 0, run_list },
  { "show", "RELEASE", N_ ("Show all that is known of a release"), 1, 1,
    run_show },
  { NULL },
};
