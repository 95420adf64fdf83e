/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-json.h"

#include "slip-conflict.h"
#include "slip-release.h"

#include <stdio.h>

JsonNode *
slip_cli_json_node (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

JsonNode *
slip_cli_json_array_node (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

void
slip_cli_json_print (JsonNode *node)
{
  g_autofree char *text = slip_json_print (node, TRUE);

  fputs (text, stdout);
  json_node_unref (node);
}

void
slip_cli_json_set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

void
slip_cli_json_set_date (JsonObject *object, const char *name, SlipDate date)
{
  g_autofree char *text = slip_date_to_text (date);

  slip_cli_json_set_text (object, name, text);
}

static char *
dup_instant (gint64 at_ms)
{
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (at_ms / 1000);

  if (seconds == NULL)
    return NULL;
  g_autofree char *text = g_date_time_format (seconds, "%Y-%m-%dT%H:%M:%S");
  return g_strdup_printf ("%s.%03dZ", text, (int) (at_ms % 1000));
}

void
slip_cli_json_set_instant (JsonObject *object, const char *name, gint64 at_ms)
{
  g_autofree char *text = dup_instant (at_ms);

  slip_cli_json_set_text (object, name, text);
}

static void
set_value (JsonObject *object,
           const char *name,
           const SlipProperty *property,
           const SlipValue *value)
{
  g_autofree char *text = NULL;

  if (value->type == SLIP_VALUE_NONE) {
    json_object_set_null_member (object, name);
    return;
  }
  switch (property->type) {
  case SLIP_PROPERTY_INTEGER:
    json_object_set_int_member (object, name, slip_value_get_integer (value));
    return;
  case SLIP_PROPERTY_BOOLEAN:
    json_object_set_boolean_member (object, name,
                                    slip_value_get_integer (value) != 0);
    return;
  case SLIP_PROPERTY_INSTANT:
    slip_cli_json_set_instant (object, name, slip_value_get_integer (value));
    return;
  case SLIP_PROPERTY_TEXT:
  case SLIP_PROPERTY_REFERENCE:
  case SLIP_PROPERTY_ENUM:
  case SLIP_PROPERTY_DATE:
    break;
  }
  text = slip_property_print (property, value);
  slip_cli_json_set_text (object, name, text);
}

JsonObject *
slip_cli_json_new_entity (const SlipRow *row)
{
  const SlipKindInfo *info = slip_schema_get (slip_row_get_kind (row));
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", slip_row_get_id (row));
  if (info->owner != SLIP_KIND_NONE)
    slip_cli_json_set_text (object, "owner", slip_row_get_owner (row));
  for (guint i = 0; i < info->n_properties; i++)
    set_value (object, info->properties[i].name, &info->properties[i],
               slip_row_peek (row, i));
  return object;
}

JsonObject *
slip_cli_json_new_conflict (const SlipConflict *conflict)
{
  g_autofree char *text = slip_conflict_describe (conflict);
  JsonObject *object = json_object_new ();

  slip_cli_json_set_text (object, "type",
                          slip_conflict_type_get_nick (conflict->type));
  slip_cli_json_set_text (object, "text", text);
  slip_cli_json_set_date (object, "day", conflict->day);
  slip_cli_json_set_text (object, "cause", conflict->cause);
  slip_cli_json_set_text (object, "stage", conflict->stage);
  json_object_set_boolean_member (object, "is_soft", conflict->is_soft);
  return object;
}

static JsonArray *
new_conflicts (const GPtrArray *conflicts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < conflicts->len; i++)
    json_array_add_object_element (array, slip_cli_json_new_conflict (
                                            conflicts->pdata[i]));
  return array;
}

JsonObject *
slip_cli_json_new_release (const SlipPlanState *state,
                           const SlipConflictContext *context,
                           const SlipRow *release)
{
  static const char *const days[SLIP_N_ANCHORS] = {
    [SLIP_ANCHOR_RELEASE] = "release_day",
    [SLIP_ANCHOR_DEPLOY] = "deploy_day",
    [SLIP_ANCHOR_CODE_COMPLETE] = "code_complete_day",
    [SLIP_ANCHOR_ANNOUNCE] = "announce_day",
  };
  g_autofree char *title = slip_release_dup_title (state, release);
  g_autoptr (GPtrArray) conflicts =
    slip_conflict_list (state, context, release);
  const SlipRow *product =
    slip_plan_state_follow (state, release, SLIP_RELEASE_PRODUCT);
  JsonObject *object = slip_cli_json_new_entity (release);

  slip_cli_json_set_text (object, "title", title);
  slip_cli_json_set_text (object, "product_name",
                          product != NULL
                            ? slip_row_get_text (product, SLIP_PRODUCT_NAME)
                            : NULL);
  for (int anchor = 0; anchor < SLIP_N_ANCHORS; anchor++)
    slip_cli_json_set_date (object, days[anchor],
                            slip_release_resolve (state, release,
                                                  (SlipAnchor) anchor));
  json_object_set_array_member (object, "conflicts", new_conflicts (conflicts));
  return object;
}

static JsonObject *
make_change (const SlipChange *change)
{
  static const char *const types[] = { "create", "delete", "set" };
  const SlipProperty *property = NULL;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", types[change->type]);
  json_object_set_string_member (object, "kind",
                                 slip_schema_get (change->kind)->name);
  json_object_set_string_member (object, "id", change->id);
  slip_cli_json_set_text (object, "owner", change->owner);
  if (change->type != SLIP_CHANGE_SET)
    return object;
  property = slip_schema_get_property (change->kind, change->property);
  json_object_set_string_member (object, "property", property->name);
  set_value (object, "old", property, &change->old_value);
  set_value (object, "new", property, &change->new_value);
  return object;
}

JsonObject *
slip_cli_json_new_step (const SlipStep *step)
{
  static const char *const types[] = { "edit", "undo", "redo" };
  g_autofree char *label =
    slip_change_set_describe (step->set->verb, step->set->subject);
  JsonObject *object = json_object_new ();
  JsonArray *changes = json_array_new ();

  json_object_set_int_member (object, "number", step->number);
  json_object_set_string_member (object, "type", types[step->type]);
  if (step->target > 0)
    json_object_set_int_member (object, "target", step->target);
  else
    json_object_set_null_member (object, "target");
  slip_cli_json_set_instant (object, "at", step->at_ms);
  slip_cli_json_set_text (object, "person", step->author->person);
  slip_cli_json_set_text (object, "name", step->author->name);
  slip_cli_json_set_text (object, "writer",
                          slip_writer_get_nick (step->author->writer));
  slip_cli_json_set_text (object, "verb", slip_verb_get_nick (step->set->verb));
  slip_cli_json_set_text (object, "subject", step->set->subject);
  slip_cli_json_set_text (object, "reason", step->set->reason);
  slip_cli_json_set_text (object, "label", label);
  for (guint i = 0; i < step->set->changes->len; i++)
    json_array_add_object_element (changes,
                                   make_change (step->set->changes->pdata[i]));
  json_object_set_array_member (object, "changes", changes);
  return object;
}

static JsonArray *
list_date_changes (const GArray *dates)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < dates->len; i++) {
    const SlipDateChange *change = &g_array_index (dates, SlipDateChange, i);
    const SlipProperty *property =
      slip_schema_get_property (SLIP_KIND_RELEASE,
                                slip_anchor_get_date_property (change->anchor));
    const SlipProperty *certainty = slip_schema_get_property (
      SLIP_KIND_RELEASE, slip_anchor_get_certainty_property (change->anchor));
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "property", property->name);
    slip_cli_json_set_date (object, "before", change->before.date);
    slip_cli_json_set_date (object, "after", change->after.date);
    json_object_set_string_member (
      object, "certainty", certainty->values[change->after.certainty].nick);
    json_array_add_object_element (array, object);
  }
  return array;
}

static JsonArray *
list_part_changes (const GPtrArray *parts)
{
  static const char *const fates[] = { "follows", "kept", "pinned", "over",
                                       "fixed" };
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < parts->len; i++) {
    const SlipPartChange *part = parts->pdata[i];
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "kind",
                                   slip_schema_get (part->kind)->name);
    json_object_set_string_member (object, "id", part->id);
    json_object_set_string_member (object, "title", part->title);
    if (part->audience != NULL)
      json_object_set_string_member (object, "audience", part->audience);
    json_object_set_string_member (object, "fate", fates[part->fate]);
    slip_cli_json_set_date (object, "before", part->before);
    slip_cli_json_set_date (object, "after", part->after);
    json_object_set_boolean_member (object, "was_overdue", part->was_overdue);
    json_object_set_boolean_member (object, "is_past", part->is_past);
    if (part->freeze != NULL)
      json_object_set_string_member (object, "freeze", part->freeze);
    json_array_add_object_element (array, object);
  }
  return array;
}

static JsonArray *
list_names (const GPtrArray *audiences)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < audiences->len; i++)
    json_array_add_string_element (array,
                                   slip_row_get_text (audiences->pdata[i],
                                                      SLIP_AUDIENCE_NAME));
  return array;
}

/* What happens to other releases. */
static JsonArray *
list_others (GPtrArray *others)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < others->len; i++) {
    const SlipPreviewOther *other = others->pdata[i];
    JsonObject *object = json_object_new ();

    slip_cli_json_set_text (object, "release", other->release);
    slip_cli_json_set_text (object, "title", other->title);
    slip_cli_json_set_date (object, "before", other->day_before);
    slip_cli_json_set_date (object, "after", other->day_after);
    json_object_set_array_member (object, "appearing",
                                  new_conflicts (other->appearing));
    json_object_set_array_member (object, "going",
                                  new_conflicts (other->going));
    json_array_add_object_element (array, object);
  }
  return array;
}

JsonObject *
slip_cli_json_new_preview (const SlipPreview *preview)
{
  static const char *const tones[] = {
    "title", "follows", "conflict", "warning", "solved", "stays",
  };
  g_autoptr (GPtrArray) lines = slip_preview_describe (preview);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  json_object_set_string_member (object, "release", preview->release);
  json_object_set_boolean_member (object, "is_noop", preview->is_noop);
  json_object_set_array_member (object, "dates",
                                list_date_changes (preview->dates));
  json_object_set_array_member (object, "staying",
                                list_date_changes (preview->staying));
  json_object_set_array_member (object, "parts",
                                list_part_changes (preview->parts));
  json_object_set_array_member (object, "others",
                                list_others (preview->others));
  json_object_set_array_member (object, "wrong_dates",
                                list_names (preview->knowledge->wrong));
  json_object_set_int_member (object, "change_notices",
                              preview->knowledge->n_notices);
  for (guint i = 0; i < lines->len; i++) {
    const SlipPreviewLine *line = lines->pdata[i];
    JsonObject *element = json_object_new ();

    json_object_set_string_member (element, "tone", tones[line->tone]);
    json_object_set_string_member (element, "text", line->text);
    json_array_add_object_element (array, element);
  }
  json_object_set_array_member (object, "lines", array);
  return object;
}

JsonNode *
slip_cli_json_new_list (GPtrArray *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    json_array_add_object_element (array,
                                   slip_cli_json_new_entity (rows->pdata[i]));
  return slip_cli_json_array_node (array);
}
