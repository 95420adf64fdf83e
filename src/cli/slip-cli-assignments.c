/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-assignments.h"

#include "slip-cli-arguments.h"
#include "slip-entity-find.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the assignments say of one of a release's planned dates. */
typedef struct {
  gboolean has_date;
  gboolean has_certainty;
  SlipPlannedDate planned;
  SlipCertainty certainty;
} Dating;

typedef struct {
  SlipCli *cli;
  SlipEntityEdit *edit;
  SlipKind kind;
  const SlipRow *row;
  Dating datings[SLIP_N_ANCHORS];
} Assigning;

static int
find_property (SlipKind kind, const char *key, GError **error)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  int property = slip_schema_find_property (kind, key);

  if (property >= 0)
    return property;
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < info->n_properties; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            info->properties[i].name);
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
               _ ("There is no “%s”; there are: %s"), key, names->str);
  return -1;
}

/* Enumerations by nick or label, all else as files write it. */
static gboolean
parse_plain (const SlipProperty *property,
             const char *text,
             SlipValue *value,
             GError **error)
{
  int index = property->type == SLIP_PROPERTY_ENUM
                ? slip_cli_find_enum (property->values, text)
                : -1;

  if (index < 0)
    return slip_property_parse (property, text, value, error);
  *value = slip_value_new_integer (index);
  return TRUE;
}

/* Keeps @text for later if @property is about a planned date. */
static gboolean
take_dating (Assigning *assigning,
             guint property,
             const char *text,
             gboolean *is_taken,
             GError **error)
{
  *is_taken = TRUE;
  for (int anchor = 0; anchor < SLIP_N_ANCHORS; anchor++) {
    Dating *dating = &assigning->datings[anchor];

    if (property == slip_anchor_get_date_property ((SlipAnchor) anchor)) {
      dating->has_date = TRUE;
      return slip_cli_parse_planned (assigning->cli, text, &dating->planned,
                                     error);
    }
    if (property == slip_anchor_get_certainty_property ((SlipAnchor) anchor)) {
      const SlipProperty *info =
        slip_schema_get_property (SLIP_KIND_RELEASE, property);
      g_auto (SlipValue) value = SLIP_VALUE_INIT;
      if (!parse_plain (info, text, &value, error))
        return FALSE;
      dating->has_certainty = TRUE;
      dating->certainty = (SlipCertainty) slip_value_get_integer (&value);
      return TRUE;
    }
  }
  *is_taken = FALSE;
  return TRUE;
}

static gboolean
parse_value (Assigning *assigning,
             const SlipProperty *property,
             const char *text,
             SlipValue *value,
             GError **error)
{
  if (property->type == SLIP_PROPERTY_REFERENCE && *text != '\0') {
    const SlipRow *target =
      slip_entity_find_offered (assigning->cli->state, property->target, text,
                                error);
    if (target == NULL)
      return FALSE;
    *value = slip_value_new_text (slip_row_get_id (target));
    return TRUE;
  }
  if (property->type == SLIP_PROPERTY_DATE && *text != '\0') {
    SlipDate date;
    if (!slip_cli_parse_date (assigning->cli, text, &date, error))
      return FALSE;
    *value = slip_value_new_date (date);
    return TRUE;
  }
  return parse_plain (property, text, value, error);
}

/* What is wrong with a value often says already whose it is. */
static void
say_key (GError **error, const char *key)
{
  if (error != NULL && strstr ((*error)->message, key) == NULL)
    g_prefix_error (error, "%s: ", key);
}

static gboolean
add_assignment (Assigning *assigning, const char *assignment, GError **error)
{
  const char *equals = strchr (assignment, '=');
  g_auto (SlipValue) value = SLIP_VALUE_INIT;
  gboolean is_taken = FALSE;

  if (equals == NULL || equals == assignment) {
    g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                 _ ("“%s” is not of the form KEY=VALUE"), assignment);
    return FALSE;
  }
  g_autofree char *key = g_strndup (assignment, (gsize) (equals - assignment));
  int property = find_property (assigning->kind, key, error);
  if (property < 0)
    return FALSE;
  if (assigning->kind == SLIP_KIND_RELEASE &&
      !take_dating (assigning, (guint) property, equals + 1, &is_taken, error))
    return FALSE;
  if (is_taken)
    return TRUE;
  if (!parse_value (assigning,
                    slip_schema_get_property (assigning->kind,
                                              (guint) property),
                    equals + 1, &value, error)) {
    say_key (error, key);
    return FALSE;
  }
  slip_entity_edit_add (assigning->edit, (guint) property, &value);
  return TRUE;
}

/* A new day keeps the certainty that a day can have; all else is as said. */
static void
add_dating (Assigning *assigning, SlipAnchor anchor)
{
  const Dating *dating = &assigning->datings[anchor];
  SlipPlannedDate before = SLIP_UNSCHEDULED;

  if (!dating->has_date && !dating->has_certainty)
    return;
  if (assigning->row != NULL)
    before = slip_release_get_planned (assigning->row, anchor);
  SlipPlannedDate planned = dating->has_date ? dating->planned : before;
  if (dating->has_certainty)
    planned.certainty = dating->certainty;
  else if (planned.certainty == SLIP_CERTAINTY_CONFIRMED &&
           before.certainty == SLIP_CERTAINTY_TENTATIVE)
    planned.certainty = SLIP_CERTAINTY_TENTATIVE;
  slip_entity_edit_add_planned (assigning->edit, anchor, planned);
}

gboolean
slip_cli_add_assignments (SlipCli *cli,
                          SlipEntityEdit *edit,
                          SlipKind kind,
                          const SlipRow *row,
                          char **assignments,
                          GError **error)
{
  Assigning assigning = { .cli = cli, .edit = edit, .kind = kind, .row = row };

  for (char **assignment = assignments; *assignment != NULL; assignment++) {
    if (!add_assignment (&assigning, *assignment, error))
      return FALSE;
  }
  for (int anchor = 0; anchor < SLIP_N_ANCHORS; anchor++)
    add_dating (&assigning, (SlipAnchor) anchor);
  return TRUE;
}
