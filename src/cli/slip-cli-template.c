/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-addition.h"
#include "slip-cli-arguments.h"
#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-find.h"
#include "slip-t-date.h"
#include "slip-template-addition.h"
#include "slip-template-copy.h"
#include "slip-template-file.h"
#include "slip-template-library.h"
#include "slip-template.h"

#include <glib/gi18n.h>

/* The name of the audience that a template_audience stands for. */
static const char *
get_audience_name (const SlipPlanState *state, const SlipRow *part)
{
  const SlipRow *audience =
    part != NULL
      ? slip_plan_state_follow (state, part, SLIP_TEMPLATE_AUDIENCE_AUDIENCE)
      : NULL;

  return audience != NULL ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME)
                          : NULL;
}

static void
print_list (const SlipPlanState *state, const GPtrArray *templates)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *[]){ _ ("NAME"), _ ("TIER"), _ ("PRODUCT"), "ID", NULL });

  for (guint i = 0; i < templates->len; i++) {
    const SlipRow *row = templates->pdata[i];
    gint64 tier = slip_row_get_integer (row, SLIP_TEMPLATE_TIER);
    g_autofree char *number =
      tier > 0 ? g_strdup_printf ("%d", (int) tier) : NULL;
    const SlipRow *product =
      slip_plan_state_follow (state, row, SLIP_TEMPLATE_PRODUCT);
    const char *name =
      product != NULL ? slip_row_get_text (product, SLIP_PRODUCT_NAME) : NULL;

    slip_cli_table_add (table, (const char *[]){
                                 slip_row_get_text (row, SLIP_TEMPLATE_NAME),
                                 number, name, slip_row_get_id (row) });
  }
  slip_cli_table_print (table);
}

static gboolean
run_list (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  g_autofree char *product = NULL;
  int tier = 0;
  const GOptionEntry entries[] = {
    { "tier", 0, 0, G_OPTION_ARG_INT, &tier,
      N_ ("Only those for this tier: 1, 2 or 3"), N_ ("N") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &product,
      N_ ("Only those for this product"), N_ ("PRODUCT") },
    { NULL },
  };
  const char *product_id = NULL;

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  if (tier < 0 || tier > 3)
    return slip_cli_fail_usage (error, _ ("The tier is 1, 2 or 3"));
  if (!slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  if (product != NULL) {
    const SlipRow *row =
      slip_entity_find (cli->state, SLIP_KIND_PRODUCT, product, error);
    if (row == NULL)
      return FALSE;
    product_id = slip_row_get_id (row);
  }
  g_autoptr (GPtrArray) templates =
    slip_template_list (cli->state, tier, product_id);
  if (cli->is_json)
    slip_cli_json_print (slip_cli_json_new_list (templates));
  else
    print_list (cli->state, templates);
  return TRUE;
}

static char *
dup_rule (const SlipPlanState *state, const SlipRow *item)
{
  SlipTDate rule = slip_t_date_get (item);

  return slip_t_date_describe_short (state, &rule);
}

/* An item of a template, as JSON, with the name of its audience. */
static JsonObject *
make_template_item (const SlipPlanState *state, const SlipRow *item)
{
  JsonObject *object = slip_cli_json_new_entity (item);
  g_autofree char *rule = dup_rule (state, item);
  const SlipRow *part =
    slip_plan_state_follow (state, item, SLIP_TEMPLATE_ITEM_AUDIENCE);

  slip_cli_json_set_text (object, "audience_name",
                          get_audience_name (state, part));
  slip_cli_json_set_text (object, "rule", *rule != '\0' ? rule : NULL);
  return object;
}

static JsonArray *
make_template_items (const SlipPlanState *state, const GPtrArray *items)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < items->len; i++)
    json_array_add_object_element (array,
                                   make_template_item (state, items->pdata[i]));
  return array;
}

static void
print_json_template (const SlipPlanState *state, const SlipRow *row)
{
  const char *id = slip_row_get_id (row);
  JsonObject *object = slip_cli_json_new_entity (row);
  g_autoptr (GPtrArray) stages = slip_template_list_stages (state, id);
  g_autoptr (GPtrArray) audiences = slip_template_list_audiences (state, id);
  JsonArray *parts = json_array_new ();

  for (guint i = 0; i < audiences->len; i++) {
    const SlipRow *part = audiences->pdata[i];
    JsonObject *audience = slip_cli_json_new_entity (part);
    g_autoptr (GPtrArray) items =
      slip_template_list_items (state, id, slip_row_get_id (part));

    slip_cli_json_set_text (audience, "audience_name",
                            get_audience_name (state, part));
    json_object_set_array_member (audience, "items",
                                  make_template_items (state, items));
    json_array_add_object_element (parts, audience);
  }
  json_object_set_member (object, "stages", slip_cli_json_new_list (stages));
  json_object_set_array_member (object, "audiences", parts);
  slip_cli_json_print (slip_cli_json_node (object));
}

static void
print_template_items (const SlipPlanState *state, const GPtrArray *items)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *[]){ "", _ ("DUE"), _ ("ITEM"), _ ("ROLE"), NULL });

  for (guint i = 0; i < items->len; i++) {
    const SlipRow *item = items->pdata[i];
    g_autofree char *rule = dup_rule (state, item);

    slip_cli_table_add (
      table, (const char *[]){
               slip_row_get_boolean (item, SLIP_TEMPLATE_ITEM_IS_REQUIRED)
                 ? _ ("required")
                 : _ ("optional"),
               rule, slip_row_get_text (item, SLIP_TEMPLATE_ITEM_TITLE),
               slip_row_get_text (item, SLIP_TEMPLATE_ITEM_OWNER_ROLE) });
  }
  slip_cli_table_print (table);
}

static void
print_template_stages (const SlipPlanState *state, const GPtrArray *stages)
{
  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *stage = stages->pdata[i];
    int length =
      (int) slip_row_get_integer (stage, SLIP_TEMPLATE_STAGE_LENGTH_DAYS);
    const char *name = slip_row_get_text (stage, SLIP_TEMPLATE_STAGE_NAME);
    const char *launch =
      slip_row_get_boolean (stage, SLIP_TEMPLATE_STAGE_IS_LAUNCH)
        /* Translators: after the name of the launch stage. */
        ? _ (" (launch)")
        : "";

    /* Translators: a rollout stage, perhaps ' (launch)', how long it takes. */
    slip_cli_print (ngettext ("Stage: %s%s, %d day", "Stage: %s%s, %d days",
                              (gulong) MAX (length, 1)),
                    name != NULL ? name : "", launch, MAX (length, 1));
  }
}

static void
print_template (const SlipPlanState *state, const SlipRow *row)
{
  const char *id = slip_row_get_id (row);
  const char *summary = slip_row_get_text (row, SLIP_TEMPLATE_SUMMARY);
  g_autoptr (GPtrArray) stages = slip_template_list_stages (state, id);
  g_autoptr (GPtrArray) audiences = slip_template_list_audiences (state, id);

  slip_cli_print ("%s", slip_row_get_text (row, SLIP_TEMPLATE_NAME));
  if (summary != NULL)
    slip_cli_print ("%s", summary);
  print_template_stages (state, stages);
  for (guint i = 0; i < audiences->len; i++) {
    const SlipRow *part = audiences->pdata[i];
    const char *name = get_audience_name (state, part);
    const char *role =
      slip_row_get_text (part, SLIP_TEMPLATE_AUDIENCE_OWNER_ROLE);
    g_autoptr (GPtrArray) items =
      slip_template_list_items (state, id, slip_row_get_id (part));

    slip_cli_print ("%s", "");
    slip_cli_print ("%s%s%s", name != NULL ? name : "",
                    role != NULL ? " · " : "", role != NULL ? role : "");
    print_template_items (state, items);
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
  const SlipRow *row =
    slip_entity_find (cli->state, SLIP_KIND_TEMPLATE, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  if (cli->is_json)
    print_json_template (cli->state, row);
  else
    print_template (cli->state, row);
  return TRUE;
}

/* Finds a release and reads its parts; returns its id, or NULL. */
static char *
load_release (SlipCli *cli, const char *text, GError **error)
{
  const SlipRow *release =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, text, error);
  g_autofree char *id =
    release != NULL ? g_strdup (slip_row_get_id (release)) : NULL;

  if (id == NULL || !slip_cli_load_parts (cli, id, error))
    return NULL;
  return g_steal_pointer (&id);
}

/* Does it unless it is to be told only, and tells it. */
static gboolean
apply (SlipCli *cli,
       const SlipTemplateApplication *application,
       gboolean is_dry_run,
       GError **error)
{
  g_autoptr (SlipTemplateAddition) addition =
    slip_template_addition_new (cli->state, application, error);
  g_autoptr (SlipStep) step = NULL;

  if (addition == NULL)
    return FALSE;
  if (!is_dry_run) {
    step =
      slip_cli_execute (cli, slip_template_application_run, application, error);
    if (step == NULL)
      return FALSE;
  }
  slip_cli_print_addition (cli, application, addition, step);
  return TRUE;
}

static gboolean
run_apply (SlipCli *cli,
           const SlipCliVerb *verb,
           char ***arguments,
           GError **error)
{
  gboolean is_dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run,
      N_ ("Only say what would be added"), NULL },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !slip_cli_open (cli, is_dry_run ? SLIP_CLI_READ : SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *row =
    slip_entity_find (cli->state, SLIP_KIND_TEMPLATE, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  g_autofree char *template_id = g_strdup (slip_row_get_id (row));
  g_autofree char *release = load_release (cli, (*arguments)[1], error);
  if (release == NULL)
    return FALSE;
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (template_id, release);
  return apply (cli, application, is_dry_run, error);
}

static gboolean
run_gained (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  g_autofree char *release = load_release (cli, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  g_autoptr (GPtrArray) items = slip_template_list_gained (cli->state, release);
  if (cli->is_json)
    slip_cli_json_print (
      slip_cli_json_array_node (make_template_items (cli->state, items)));
  for (guint i = 0; i < items->len && !cli->is_json; i++) {
    const SlipRow *part = slip_plan_state_follow (cli->state, items->pdata[i],
                                                  SLIP_TEMPLATE_ITEM_AUDIENCE);

    slip_cli_print ("%s: %s", get_audience_name (cli->state, part),
                    slip_row_get_text (items->pdata[i],
                                       SLIP_TEMPLATE_ITEM_TITLE));
  }
  return TRUE;
}

/* Puts @draft (transfer full), which was read, into the plan and says so. */
static gboolean
import (SlipCli *cli, SlipTemplateDraft *draft, GError **error)
{
  g_autoptr (SlipTemplateMaking) making =
    slip_template_making_new (SLIP_VERB_IMPORT);
  g_autofree char *id = g_strdup (slip_template_making_take (making, draft));
  SlipStep *step =
    slip_cli_execute (cli, slip_template_making_run, making, error);

  return slip_cli_report_step (cli, step, id);
}

static gboolean
run_from (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *release =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, (*arguments)[0], error);
  if (release == NULL)
    return FALSE;
  g_autoptr (SlipTemplateCopy) copy =
    slip_template_copy_new_from_release (slip_row_get_id (release),
                                         (*arguments)[1]);
  SlipStep *step = slip_cli_execute (cli, slip_template_copy_run, copy, error);
  return slip_cli_report_step (cli, step, slip_template_copy_get_id (copy));
}

static gboolean
run_export (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  const SlipRow *row =
    slip_entity_find (cli->state, SLIP_KIND_TEMPLATE, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipTemplateDraft) draft =
    slip_template_draft_new_from_template (cli->state, slip_row_get_id (row));
  g_autofree char *text = slip_template_file_print (draft);
  return g_file_set_contents ((*arguments)[1], text, -1, error);
}

static gboolean
run_import (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  g_autoptr (GFile) file = g_file_new_for_path ((*arguments)[0]);
  slip_template_file_load_async (file, NULL, slip_cli_ready_cb, &result);
  SlipTemplateDraft *draft =
    slip_template_file_load_finish (slip_cli_wait (&result), error);
  if (draft == NULL)
    return FALSE;
  g_autoptr (GPtrArray) audiences =
    slip_template_draft_list_new_audiences (draft, cli->state);
  if (!import (cli, draft, error))
    return FALSE;
  for (guint i = 0; i < audiences->len && !cli->is_json; i++)
    slip_cli_print (_ ("New audience: %s"), (const char *) audiences->pdata[i]);
  return TRUE;
}

static gboolean
run_add_shipped (SlipCli *cli,
                 const SlipCliVerb *verb,
                 char ***arguments,
                 GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  SlipStep *step =
    slip_cli_execute (cli, slip_template_library_run, NULL, error);
  return slip_cli_report_step (cli, step, NULL);
}

const SlipCliVerb slip_cli_template_verbs[] = {
  { "template list", "", N_ ("List the templates"), 0, 0, run_list },
  { "template show", "TEMPLATE", N_ ("Show what a template has"), 1, 1,
    run_show },
  { "template apply", "TEMPLATE RELEASE",
    N_ ("Add to a release what a template has"), 2, 2, run_apply },
  { "template gained", "RELEASE",
    N_ ("List what its template has and a release has not"), 1, 1, run_gained },
  { "template from", "RELEASE NAME", N_ ("Make a template from a release"), 2,
    2, run_from },
  { "template export", "TEMPLATE FILE", N_ ("Write a template to a file"), 2, 2,
    run_export },
  { "template import", "FILE", N_ ("Read a template from a file"), 1, 1,
    run_import },
  { "template add-shipped", "",
    N_ ("Add the templates of the program that are missing"), 0, 0,
    run_add_shipped },
  { NULL },
};
