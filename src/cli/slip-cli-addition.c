/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-addition.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-t-date.h"

#include <glib/gi18n.h>

/* The name of the audience of a checklist, a communication or an item. */
static const char *
get_audience_name (const SlipPlanState *state, const SlipRow *row)
{
  const SlipRow *checklist = row;
  const SlipRow *audience;

  if (slip_row_get_kind (row) == SLIP_KIND_ITEM)
    checklist = slip_plan_state_follow (state, row, SLIP_ITEM_CHECKLIST);
  if (checklist == NULL)
    return "";
  audience =
    slip_plan_state_follow (state, checklist,
                            slip_row_get_kind (checklist) == SLIP_KIND_CHECKLIST
                              ? (guint) SLIP_CHECKLIST_AUDIENCE
                              : (guint) SLIP_COMMUNICATION_AUDIENCE);
  return audience != NULL ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME)
                          : "";
}

static JsonArray *
make_parts (const SlipPlanState *state, const GPtrArray *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    JsonObject *object = slip_cli_json_new_entity (row);

    if (slip_row_get_kind (row) != SLIP_KIND_STAGE)
      slip_cli_json_set_text (object, "audience_name",
                              get_audience_name (state, row));
    json_array_add_object_element (array, object);
  }
  return array;
}

static void
print_json (const SlipTemplateApplication *application,
            const SlipTemplateAddition *addition,
            const SlipStep *step)
{
  const SlipPlanState *state = addition->state;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "release",
                                 slip_template_application_get_release (
                                   application));
  json_object_set_string_member (object, "template",
                                 slip_template_application_get_template (
                                   application));
  if (step != NULL)
    json_object_set_int_member (object, "step", step->number);
  else
    json_object_set_null_member (object, "step");
  json_object_set_array_member (object, "checklists",
                                make_parts (state, addition->checklists));
  json_object_set_array_member (object, "owned",
                                make_parts (state, addition->owned));
  json_object_set_array_member (object, "items",
                                make_parts (state, addition->items));
  json_object_set_array_member (object, "stages",
                                make_parts (state, addition->stages));
  json_object_set_array_member (object, "communications",
                                make_parts (state, addition->communications));
  json_object_set_int_member (object, "n_present", addition->n_present);
  json_object_set_int_member (object, "n_not_needed", addition->n_not_needed);
  slip_cli_json_print (slip_cli_json_node (object));
}

/* @date of @row as in '2026-12-08', or '≈ 2026-12-31' where what @rule hangs on
 * stands for a period; the rule itself where there is no day. */
static char *
dup_day (const SlipPlanState *state,
         const SlipRow *row,
         const SlipTDate *rule,
         SlipDate date)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (row));
  g_autofree char *text = slip_date_to_text (date);

  if (text == NULL)
    return slip_t_date_describe_short (state, rule);
  return g_strconcat (
    release != NULL && slip_t_date_is_about (state, release, rule) ? "≈ " : "",
    text, NULL);
}

static void
add_checklist (SlipCliTable *table,
               const SlipPlanState *state,
               const SlipRow *checklist)
{
  const SlipRow *owner =
    slip_plan_state_follow (state, checklist, SLIP_CHECKLIST_OWNER);

  slip_cli_table_add (table, (const char *[]){
                               _ ("checklist"), NULL,
                               get_audience_name (state, checklist),
                               owner != NULL
                                 ? slip_row_get_text (owner, SLIP_PERSON_NAME)
                                 : _ ("no owner") });
}

static void
add_dated (SlipCliTable *table, const SlipPlanState *state, const SlipRow *row)
{
  SlipTDate rule = slip_t_date_get (row);
  g_autofree char *day = dup_day (state, row, &rule, slip_t_date_get_day (row));
  gboolean is_item = slip_row_get_kind (row) == SLIP_KIND_ITEM;
  const SlipProperty *type =
    slip_schema_get_property (SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_TYPE);
  const SlipEnumValue *value =
    is_item
      ? NULL
      : &type->values[slip_row_get_integer (row, SLIP_COMMUNICATION_TYPE)];

  slip_cli_table_add (table,
                      (const char *[]){
                        is_item ? _ ("item") : _ ("communication"), day,
                        get_audience_name (state, row),
                        is_item ? slip_row_get_text (row, SLIP_ITEM_TITLE)
                                : g_dpgettext2 (GETTEXT_PACKAGE, value->context,
                                                value->label) });
}

static void
add_stage (SlipCliTable *table,
           const SlipPlanState *state,
           const SlipRow *stage)
{
  const SlipTDate rule = { .anchor = SLIP_DUE_RELEASE };
  SlipDate date = slip_row_get_date (stage, SLIP_STAGE_PLANNED_START);
  g_autofree char *start =
    slip_date_is_set (date) ? dup_day (state, stage, &rule, date) : NULL;

  slip_cli_table_add (table, (const char *[]){
                               _ ("stage"), start, NULL,
                               slip_row_get_text (stage, SLIP_STAGE_NAME) });
}

static void
print_text (const SlipTemplateAddition *addition)
{
  g_autofree char *summary = slip_template_addition_describe (addition);
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *[]){ "", _ ("DAY"), _ ("AUDIENCE"), "", NULL });

  for (guint i = 0; i < addition->checklists->len; i++)
    add_checklist (table, addition->state, addition->checklists->pdata[i]);
  for (guint i = 0; i < addition->owned->len; i++)
    add_checklist (table, addition->state, addition->owned->pdata[i]);
  for (guint i = 0; i < addition->items->len; i++)
    add_dated (table, addition->state, addition->items->pdata[i]);
  for (guint i = 0; i < addition->stages->len; i++)
    add_stage (table, addition->state, addition->stages->pdata[i]);
  for (guint i = 0; i < addition->communications->len; i++)
    add_dated (table, addition->state, addition->communications->pdata[i]);
  slip_cli_table_print (table);
  slip_cli_print ("%s", summary);
}

void
slip_cli_print_addition (SlipCli *cli,
                         const SlipTemplateApplication *application,
                         const SlipTemplateAddition *addition,
                         const SlipStep *step)
{
  if (cli->is_json)
    print_json (application, addition, step);
  else
    print_text (addition);
}
