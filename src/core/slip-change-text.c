/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-change-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "slip-date-text.h"
#include "slip-release.h"
#include "slip-t-date.h"

/* Longer texts are cut: a line is for a glance. */
#define MAX_VALUE_CHARS 60

/* So many parts that went to another day are named, more are counted. */
#define MAX_MOVED_NAMED 3

/* What an edit did to one entity. */
typedef struct {
  SlipKind kind;
  const char *id;
  gboolean is_created;
  gboolean is_deleted;
  gboolean is_only_moved; /* nothing but its day and pin changed */
  const char *title_before;
  const SlipValue *audience; /* of a communication that comes or goes */
  const SlipValue *type;     /* the same */
  GPtrArray *texts;
} Touched;

static void
touched_free (gpointer data)
{
  Touched *touched = data;

  g_ptr_array_unref (touched->texts);
  g_free (touched);
}

static char *
cut (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);
  g_autofree char *start = NULL;

  if (lines[0] == NULL || g_utf8_strlen (lines[0], -1) <= MAX_VALUE_CHARS)
    return g_strdup (lines[0] != NULL ? lines[0] : "");

  start = g_utf8_substring (lines[0], 0, MAX_VALUE_CHARS);
  return g_strconcat (start, "…", NULL);
}

static char *
dup_value (const SlipPlanState *state,
           const SlipProperty *property,
           const SlipValue *value)
{
  const SlipRow *row;
  g_autofree char *text = NULL;

  if (value->type == SLIP_VALUE_NONE)
    return g_strdup (_ ("none"));

  switch (property->type) {
  case SLIP_PROPERTY_REFERENCE:
    row = slip_plan_state_get (state, property->target,
                               slip_value_get_text (value));
    return row != NULL ? slip_entity_dup_label (state, row)
                       : g_strdup (_ ("something removed"));
  case SLIP_PROPERTY_BOOLEAN:
    return g_strdup (slip_value_get_integer (value) ? _ ("yes") : _ ("no"));
  case SLIP_PROPERTY_ENUM:
    return g_strdup (slip_enum_value_get_label (
      &property->values[slip_value_get_integer (value)]));
  case SLIP_PROPERTY_DATE:
    return slip_date_dup_text (slip_value_get_date (value),
                               SLIP_DATE_STYLE_MEDIUM, SLIP_DATE_NONE);
  case SLIP_PROPERTY_INSTANT:
    return slip_instant_dup_text (slip_value_get_integer (value));
  case SLIP_PROPERTY_TEXT:
  case SLIP_PROPERTY_INTEGER:
    break;
  }

  text = slip_property_print (property, value);
  return cut (text != NULL ? text : "");
}

static gboolean
is_silent (const SlipProperty *property)
{
  return g_str_equal (property->name, "rank") ||
         g_str_equal (property->name, "origin") ||
         g_str_equal (property->name, "first_planned_date") ||
         g_str_has_prefix (property->name, "import_");
}

char *
slip_change_dup_text (const SlipPlanState *state, const SlipChange *change)
{
  const SlipProperty *property;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (change->type != SLIP_CHANGE_SET)
    return NULL;
  property = slip_schema_get_property (change->kind, change->property);
  if (is_silent (property))
    return NULL;

  after = dup_value (state, property, &change->new_value);
  if (change->old_value.type == SLIP_VALUE_NONE)
    /* Translators: a property and its value: 'Owner: Support lead'. */
    return g_strdup_printf (_ ("%s: %s"), _ (property->label), after);

  before = dup_value (state, property, &change->old_value);
  /* Translators: a property and its value before and after. */
  return g_strdup_printf (_ ("%s: %s → %s"), _ (property->label), before,
                          after);
}

/* Whether @property only says on which day a part is. */
static gboolean
is_day (SlipKind kind, guint property)
{
  const SlipTDateProperties *dates = slip_t_date_get_properties (kind);

  if (kind == SLIP_KIND_STAGE)
    return property == SLIP_STAGE_PLANNED_START ||
           property == SLIP_STAGE_PLANNED_END ||
           property == SLIP_STAGE_START_IS_PINNED;

  return dates != NULL && dates->date >= 0 &&
         ((int) property == dates->date || (int) property == dates->is_pinned ||
          (int) property == dates->was);
}

static Touched *
find_touched (GPtrArray *all, GHashTable *by_id, const SlipChange *change)
{
  Touched *touched = g_hash_table_lookup (by_id, change->id);

  if (touched != NULL)
    return touched;

  touched = g_new0 (Touched, 1);
  touched->kind = change->kind;
  touched->id = change->id;
  touched->is_only_moved = TRUE;
  touched->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (all, touched);
  g_hash_table_insert (by_id, change->id, touched);
  return touched;
}

/* What names a communication is noted, as it is when it has come, or was before
 * it went.  Returns: whether that is all there is to say of @change. */
static gboolean
note_communication (Touched *touched, const SlipChange *change)
{
  const SlipValue *value = change->new_value.type != SLIP_VALUE_NONE
                             ? &change->new_value
                             : &change->old_value;

  if (change->type != SLIP_CHANGE_SET ||
      change->kind != SLIP_KIND_COMMUNICATION)
    return FALSE;
  if (change->property == SLIP_COMMUNICATION_AUDIENCE)
    touched->audience = value;
  else if (change->property == SLIP_COMMUNICATION_TYPE)
    touched->type =
      touched->is_created ? &change->new_value : &change->old_value;
  else
    return FALSE;

  return touched->is_created;
}

static void
note_change (Touched *touched,
             const SlipPlanState *state,
             const SlipChange *change)
{
  char *text = note_communication (touched, change)
                 ? NULL
                 : slip_change_dup_text (state, change);
  const char *name;

  touched->is_created |= change->type == SLIP_CHANGE_CREATE;
  touched->is_deleted |= change->type == SLIP_CHANGE_DELETE;
  touched->is_only_moved &=
    change->type == SLIP_CHANGE_SET && is_day (change->kind, change->property);
  if (text != NULL)
    g_ptr_array_add (touched->texts, text);
  if (change->type != SLIP_CHANGE_SET)
    return;

  name = slip_schema_get_property (change->kind, change->property)->name;
  if (g_str_equal (name, "title") || g_str_equal (name, "name") ||
      g_str_equal (name, "key"))
    touched->title_before = slip_value_get_text (&change->old_value);
}

/* 'Brief for Sales', of one that is gone or not in memory. */
static char *
dup_communication_title (const SlipPlanState *state, const Touched *touched)
{
  g_autoptr (SlipRow) plain =
    slip_row_new (touched->kind, touched->id, NULL, NULL);
  g_autoptr (SlipRow) addressed =
    touched->audience != NULL
      ? slip_row_new_with (plain, SLIP_COMMUNICATION_AUDIENCE,
                           touched->audience)
      : slip_row_ref (plain);
  g_autoptr (SlipRow) row =
    touched->type != NULL
      ? slip_row_new_with (addressed, SLIP_COMMUNICATION_TYPE, touched->type)
      : slip_row_ref (addressed);

  return slip_entity_dup_label (state, row);
}

/* What the entity is called; what is gone, as it was. */
static char *
dup_title (const SlipPlanState *state, const Touched *touched)
{
  const SlipRow *row = slip_plan_state_get (state, touched->kind, touched->id);

  if (row != NULL)
    return slip_entity_dup_label (state, row);
  if (touched->kind == SLIP_KIND_COMMUNICATION && touched->audience != NULL)
    return dup_communication_title (state, touched);

  return g_strdup (touched->title_before != NULL
                     ? touched->title_before
                     : _ (slip_schema_get (touched->kind)->label));
}

static char *
join_texts (const Touched *touched)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < touched->texts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            (const char *) touched->texts->pdata[i]);

  return g_strdup (text->str);
}

static void
add_line (GPtrArray *lines, const SlipPlanState *state, const Touched *touched)
{
  const char *kind = _ (slip_schema_get (touched->kind)->label);
  g_autofree char *title = dup_title (state, touched);
  g_autofree char *text = NULL;

  /* What an audience was told is worth its words. */
  if (touched->is_created && touched->kind == SLIP_KIND_COMMUNICATION &&
      touched->texts->len > 0) {
    text = join_texts (touched);
    /* Translators: a message and what it was: 'Brief for Sales: Sent: …'. */
    g_ptr_array_add (lines, g_strdup_printf (_ ("%s: %s"), title, text));
    return;
  }
  if (touched->is_created || touched->is_deleted) {
    g_ptr_array_add (
      lines, g_strdup_printf (touched->is_created
                                /* Translators: a kind of thing and a name:
                                 * 'Item added: Train the team'. */
                                ? _ ("%s added: %s")
                                : _ ("%s deleted: %s"),
                              kind, title));
    return;
  }
  if (touched->texts->len == 0)
    return;

  text = join_texts (touched);
  /* Translators: the name of a thing, and what changed about it. */
  g_ptr_array_add (lines, g_strdup_printf (_ ("%s: %s"), title, text));
}

static void
add_release_lines (GPtrArray *lines, const Touched *touched)
{
  for (guint i = 0; i < touched->texts->len; i++)
    g_ptr_array_add (lines, g_strdup (touched->texts->pdata[i]));
}

static guint
count_moved (const GPtrArray *all)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((const Touched *) all->pdata[i])->is_only_moved;

  return n;
}

GPtrArray *
slip_change_set_dup_lines (const SlipPlanState *state, const SlipChangeSet *set)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (touched_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_moved;

  for (guint i = 0; i < set->changes->len; i++) {
    const SlipChange *change = set->changes->pdata[i];

    note_change (find_touched (all, by_id, change), state, change);
  }

  n_moved = count_moved (all);
  for (guint i = 0; i < all->len; i++) {
    const Touched *touched = all->pdata[i];

    if (touched->kind == SLIP_KIND_RELEASE)
      add_release_lines (lines, touched);
    else if (!touched->is_only_moved || n_moved <= MAX_MOVED_NAMED)
      add_line (lines, state, touched);
  }
  if (n_moved > MAX_MOVED_NAMED)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%u other date moved",
                                                       "%u other dates moved",
                                                       n_moved),
                                             n_moved));

  return lines;
}
