/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-edit.h"
#include "slip-entity-find.h"

#include <glib/gi18n.h>

/* A freeze to be made, with the ids of the products it is for. */
typedef struct {
  SlipEntityEdit *edit;
  GPtrArray *products;
  GPtrArray *ids; /* of the entity that says so of each product */
} NewFreeze;

/* What the options say. */
typedef struct {
  char *from;
  char *to;
  char *repeat;
  char *weekdays;
  char *months;
  char *until;
  char *note;
  char **products;
  gboolean is_soft;
} FreezeOptions;

static void
clear_options (FreezeOptions *options)
{
  g_free (options->from);
  g_free (options->to);
  g_free (options->repeat);
  g_free (options->weekdays);
  g_free (options->months);
  g_free (options->until);
  g_free (options->note);
  g_strfreev (options->products);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FreezeOptions, clear_options)

/* A SlipIntentFunc over a NewFreeze. */
static gboolean
add_freeze (SlipEdit *edit, gconstpointer data, GError **error)
{
  const NewFreeze *freeze = data;
  const char *id = slip_entity_edit_get_id (freeze->edit);

  if (!slip_entity_edit_run (edit, freeze->edit, error))
    return FALSE;
  for (guint i = 0; i < freeze->products->len; i++) {
    slip_edit_create (edit, SLIP_KIND_FREEZE_PRODUCT, freeze->ids->pdata[i],
                      id);
    slip_edit_set_text (edit, SLIP_KIND_FREEZE_PRODUCT, freeze->ids->pdata[i],
                        SLIP_FREEZE_PRODUCT_PRODUCT,
                        freeze->products->pdata[i]);
  }
  return TRUE;
}

static gboolean
parse_repeat (const FreezeOptions *options,
              SlipEntityEdit *edit,
              GError **error)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_FREEZE, SLIP_FREEZE_REPEAT);
  const char *nick = options->repeat;
  guint mask;

  if (nick == NULL && (options->weekdays != NULL || options->months != NULL))
    nick = "weekly";
  if (nick != NULL) {
    int repeat = slip_cli_find_enum (property->values, nick);
    if (repeat < 0) {
      g_set_error_literal (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                           _ ("A freeze repeats never, weekly or yearly"));
      return FALSE;
    }
    slip_entity_edit_add_integer (edit, SLIP_FREEZE_REPEAT, repeat);
  }
  if (options->weekdays != NULL) {
    mask = slip_cli_parse_weekdays (options->weekdays, error);
    if (mask == 0)
      return FALSE;
    slip_entity_edit_add_integer (edit, SLIP_FREEZE_WEEKDAYS, mask);
  }
  if (options->months != NULL) {
    mask = slip_cli_parse_months (options->months, error);
    if (mask == 0)
      return FALSE;
    slip_entity_edit_add_integer (edit, SLIP_FREEZE_MONTHS, mask);
  }
  return TRUE;
}

static gboolean
parse_freeze (SlipCli *cli,
              const FreezeOptions *options,
              SlipEntityEdit *edit,
              GError **error)
{
  const char *first = options->from != NULL ? options->from : "today";
  const char *last = options->to != NULL ? options->to : first;
  SlipDate date;

  if (!slip_cli_parse_date (cli, first, &date, error))
    return FALSE;
  slip_entity_edit_add_date (edit, SLIP_FREEZE_FIRST_DAY, date);
  if (!slip_cli_parse_date (cli, last, &date, error))
    return FALSE;
  slip_entity_edit_add_date (edit, SLIP_FREEZE_LAST_DAY, date);
  if (options->until != NULL) {
    if (!slip_cli_parse_date (cli, options->until, &date, error))
      return FALSE;
    slip_entity_edit_add_date (edit, SLIP_FREEZE_UNTIL, date);
  }
  if (options->is_soft)
    slip_entity_edit_add_integer (edit, SLIP_FREEZE_SEVERITY,
                                  SLIP_SEVERITY_SOFT);
  slip_entity_edit_add_text (edit, SLIP_FREEZE_NOTE, options->note);
  return parse_repeat (options, edit, error);
}

static gboolean
find_products (SlipCli *cli, char **products, NewFreeze *freeze, GError **error)
{
  for (char **name = products; name != NULL && *name != NULL; name++) {
    const SlipRow *product =
      slip_entity_find (cli->state, SLIP_KIND_PRODUCT, *name, error);
    if (product == NULL)
      return FALSE;
    g_ptr_array_add (freeze->products, g_strdup (slip_row_get_id (product)));
    g_ptr_array_add (freeze->ids, slip_id_new ());
  }
  return TRUE;
}

static gboolean
parse_options (SlipCli *cli,
               const SlipCliVerb *verb,
               char ***arguments,
               FreezeOptions *options,
               GError **error)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options->from,
      N_ ("Its first day (today)"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options->to,
      N_ ("Its last day (the first)"), N_ ("DATE") },
    { "repeat", 0, 0, G_OPTION_ARG_FILENAME, &options->repeat,
      N_ ("weekly or yearly"), N_ ("HOW") },
    { "weekdays", 0, 0, G_OPTION_ARG_FILENAME, &options->weekdays,
      N_ ("Weekly on these: fri, sat-sun"), N_ ("DAYS") },
    { "months", 0, 0, G_OPTION_ARG_FILENAME, &options->months,
      N_ ("Weekly only in these: 11,12 or nov-dec"), N_ ("MONTHS") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &options->until,
      N_ ("No repetition after this day"), N_ ("DATE") },
    { "soft", 0, 0, G_OPTION_ARG_NONE, &options->is_soft, N_ ("It warns only"),
      NULL },
    { "product", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->products,
      N_ ("Only for this product; may be repeated"), N_ ("PRODUCT") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options->note, N_ ("A note"),
      N_ ("TEXT") },
    { NULL },
  };

  return slip_cli_parse (cli, verb, entries, arguments, error);
}

static gboolean
run_add (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_auto (FreezeOptions) options = { 0 };
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_FREEZE, NULL, NULL);
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  NewFreeze freeze = { edit, products, ids };

  if (!parse_options (cli, verb, arguments, &options, error) ||
      !parse_freeze (cli, &options, edit, error))
    return FALSE;
  slip_entity_edit_add_text (edit, SLIP_FREEZE_NAME, (*arguments)[0]);
  if (!slip_cli_open (cli, SLIP_CLI_WRITE, error) ||
      !find_products (cli, options.products, &freeze, error))
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, add_freeze, &freeze, error);
  return slip_cli_report_step (cli, step, slip_entity_edit_get_id (edit));
}

/* (transfer full): the products' ids in JSON, their names else. */
static char *
dup_products (const SlipPlanState *state, const SlipRow *freeze, JsonArray *ids)
{
  g_autoptr (GPtrArray) parts =
    slip_plan_state_list_owned (state, SLIP_KIND_FREEZE_PRODUCT,
                                slip_row_get_id (freeze));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++) {
    const SlipRow *product =
      slip_plan_state_follow (state, parts->pdata[i],
                              SLIP_FREEZE_PRODUCT_PRODUCT);
    if (product == NULL)
      continue;
    if (ids != NULL)
      json_array_add_string_element (ids, slip_row_get_id (product));
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                            slip_row_get_text (product, SLIP_PRODUCT_NAME));
  }
  return g_string_free (names, FALSE);
}

static char *
dup_rule (const SlipRow *freeze)
{
  g_autofree char *first =
    slip_date_to_text (slip_row_get_date (freeze, SLIP_FREEZE_FIRST_DAY));
  g_autofree char *last =
    slip_date_to_text (slip_row_get_date (freeze, SLIP_FREEZE_LAST_DAY));
  g_autofree char *days = slip_cli_dup_weekdays (
    (guint) slip_row_get_integer (freeze, SLIP_FREEZE_WEEKDAYS));
  g_autofree char *months = slip_cli_dup_months (
    (guint) slip_row_get_integer (freeze, SLIP_FREEZE_MONTHS));

  switch ((SlipRepeat) slip_row_get_integer (freeze, SLIP_FREEZE_REPEAT)) {
  case SLIP_REPEAT_NEVER:
    break;
  case SLIP_REPEAT_WEEKLY:
    return g_strdup_printf (_ ("weekly %s %s, from %s"), days, months, first);
  case SLIP_REPEAT_YEARLY:
    return g_strdup_printf (_ ("yearly %s – %s"), first, last);
  }
  return g_strdup_printf ("%s – %s", first, last);
}

static void
print_freezes (SlipCli *cli, GPtrArray *rows)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *[]){ _ ("NAME"), _ ("WHEN"), "", _ ("PRODUCTS"), "ID", NULL });

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    g_autofree char *rule = dup_rule (row);
    g_autofree char *names = dup_products (cli->state, row, NULL);
    gboolean is_soft =
      slip_row_get_integer (row, SLIP_FREEZE_SEVERITY) == SLIP_SEVERITY_SOFT;
    slip_cli_table_add (table, (const char *[]){
                                 slip_row_get_text (row, SLIP_FREEZE_NAME),
                                 rule, is_soft ? _ ("soft") : _ ("hard"), names,
                                 slip_row_get_id (row) });
  }
  slip_cli_table_print (table);
}

static gboolean
run_list (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list (cli->state, SLIP_KIND_FREEZE);
  if (!cli->is_json) {
    print_freezes (cli, rows);
    return TRUE;
  }
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < rows->len; i++) {
    JsonObject *object = slip_cli_json_new_entity (rows->pdata[i]);
    JsonArray *ids = json_array_new ();
    g_free (dup_products (cli->state, rows->pdata[i], ids));
    json_object_set_array_member (object, "products", ids);
    json_array_add_object_element (array, object);
  }
  slip_cli_json_print (slip_cli_json_array_node (array));
  return TRUE;
}

static gboolean
run_remove (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *row =
    slip_entity_find (cli->state, SLIP_KIND_FREEZE, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_FREEZE, slip_row_get_id (row));
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, NULL);
}

const SlipCliVerb slip_cli_freeze_verbs[] = {
  { "freeze add", "NAME", N_ ("Add days on which nothing may go out"), 1, 1,
    run_add },
  { "freeze list", "", N_ ("List the freezes"), 0, 0, run_list },
  { "freeze remove", "FREEZE", N_ ("Remove a freeze"), 1, 1, run_remove },
  { NULL },
};
