/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-overlap.h"

#include "slip-release.h"
#include "slip-t-date.h"

/* The entities of a set by what it does with them; ids are borrowed. */
typedef struct {
  GHashTable *changed;
  GHashTable *made;
  GHashTable *mentioned;
  GHashTable *properties;
} Touched;

static void
clear_touched (Touched *touched)
{
  g_hash_table_unref (touched->changed);
  g_hash_table_unref (touched->made);
  g_hash_table_unref (touched->mentioned);
  g_hash_table_unref (touched->properties);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Touched, clear_touched)

/* The day of an item or a communication, its pin and its rule are one thing:
 * each is right only beside the others. */
static guint
get_property (const SlipChange *change)
{
  const SlipTDateProperties *properties;

  if (change->kind != SLIP_KIND_ITEM && change->kind != SLIP_KIND_COMMUNICATION)
    return change->property;
  properties = slip_t_date_get_properties (change->kind);
  return slip_t_date_is_rule_property (change->kind, change->property) ||
             change->property == (guint) properties->is_pinned ||
             change->property == (guint) properties->was
           ? (guint) properties->date
           : change->property;
}

static guint
hash_property (gconstpointer data)
{
  const SlipChange *change = data;

  return g_str_hash (change->id) * 31 + get_property (change);
}

static gboolean
equal_properties (gconstpointer a, gconstpointer b)
{
  const SlipChange *change_a = a;
  const SlipChange *change_b = b;

  return get_property (change_a) == get_property (change_b) &&
         g_str_equal (change_a->id, change_b->id);
}

/* The entity that @value of @change refers to, or %NULL. */
static const char *
get_reference (const SlipChange *change, const SlipValue *value)
{
  if (change->type != SLIP_CHANGE_SET ||
      slip_schema_get_property (change->kind, change->property)->type !=
        SLIP_PROPERTY_REFERENCE)
    return NULL;
  return slip_value_get_text (value);
}

static void
add_mention (GHashTable *mentioned, const char *id)
{
  if (id != NULL)
    g_hash_table_add (mentioned, (char *) id);
}

static void
add_change (Touched *touched, SlipChange *change)
{
  g_hash_table_add (touched->changed, change->id);
  add_mention (touched->mentioned, change->owner);
  add_mention (touched->mentioned, get_reference (change, &change->old_value));
  if (change->type == SLIP_CHANGE_SET)
    g_hash_table_add (touched->properties, change);
  else
    g_hash_table_add (touched->made, change->id);
}

static gboolean
holds (GHashTable *ids, const char *id)
{
  return id != NULL && g_hash_table_contains (ids, id);
}

static gboolean
touches (Touched *touched, const SlipChange *change)
{
  if (change->type != SLIP_CHANGE_SET &&
      (holds (touched->changed, change->id) ||
       holds (touched->mentioned, change->id)))
    return TRUE;
  return holds (touched->made, change->id) ||
         holds (touched->made, change->owner) ||
         holds (touched->made, get_reference (change, &change->old_value)) ||
         holds (touched->made, get_reference (change, &change->new_value)) ||
         g_hash_table_contains (touched->properties, change);
}

/* What of a release a set touches that dates hang on, or that its status and
 * stages agree by, as bits: each of its dates is that of its SlipAnchor. */
#define ALL_ANCHORS ((1u << SLIP_N_ANCHORS) - 1)
#define RULES       (1u << SLIP_N_ANCHORS)       /* of its parts */
#define WHOLE       (1u << (SLIP_N_ANCHORS + 1)) /* what moves all of them */
#define ROLLOUT     (1u << (SLIP_N_ANCHORS + 2)) /* what has to agree */

typedef struct {
  GHashTable *releases;  /* id, borrowed → bits */
  GHashTable *audiences; /* see dup_audience_key() */
  gboolean has_calendar;
} Ties;

static void
clear_ties (Ties *ties)
{
  g_hash_table_unref (ties->releases);
  g_hash_table_unref (ties->audiences);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ties, clear_ties)

static guint
get_release_ties (const SlipChange *change)
{
  guint property = change->property;

  if (change->type != SLIP_CHANGE_SET)
    return 0;
  for (guint i = 0; i < SLIP_N_ANCHORS; i++)
    if (property == slip_anchor_get_date_property ((SlipAnchor) i) ||
        property == slip_anchor_get_certainty_property ((SlipAnchor) i))
      return 1u << i;
  /* What is closed or deleted does not follow, until it is open again. */
  if (property == SLIP_RELEASE_STATUS)
    return slip_status_is_closed (change->old_value.integer) !=
               slip_status_is_closed (change->new_value.integer)
             ? WHOLE | ROLLOUT
             : ROLLOUT;
  return property == SLIP_RELEASE_PRODUCT || property == SLIP_RELEASE_IS_DELETED
           ? WHOLE
           : 0;
}

static gboolean
is_among (guint property, const guint *properties, guint n_properties)
{
  for (guint i = 0; i < n_properties; i++)
    if (property == properties[i])
      return TRUE;
  return FALSE;
}

static guint
get_stage_ties (const SlipChange *change)
{
  static const guint dated[] = {
    SLIP_STAGE_RANK,         SLIP_STAGE_STATE,
    SLIP_STAGE_IS_LAUNCH,    SLIP_STAGE_PLANNED_START,
    SLIP_STAGE_PLANNED_END,  SLIP_STAGE_START_ANCHOR,
    SLIP_STAGE_START_OFFSET, SLIP_STAGE_START_UNIT,
    SLIP_STAGE_LENGTH_DAYS,  SLIP_STAGE_START_IS_PINNED,
    SLIP_STAGE_EXPECTED_END,
  };
  /* That times are those of the state, and shares only grow. */
  static const guint agreeing[] = {
    SLIP_STAGE_STATE,   SLIP_STAGE_RANK,           SLIP_STAGE_SHARE,
    SLIP_STAGE_TYPE,    SLIP_STAGE_STARTED_AT,     SLIP_STAGE_ENDED_AT,
    SLIP_STAGE_HELD_AT, SLIP_STAGE_PAUSED_SECONDS, SLIP_STAGE_EXPECTED_END,
  };
  guint bits = 0;

  if (change->type != SLIP_CHANGE_SET)
    return WHOLE | ROLLOUT;
  if (is_among (change->property, dated, G_N_ELEMENTS (dated)))
    bits |= WHOLE;
  if (is_among (change->property, agreeing, G_N_ELEMENTS (agreeing)))
    bits |= ROLLOUT;
  return bits;
}

/* Of items and communications.  Their days only follow. */
static guint
get_part_ties (const SlipChange *change)
{
  const SlipTDateProperties *properties =
    slip_t_date_get_properties (change->kind);

  return change->type == SLIP_CHANGE_SET &&
             (slip_t_date_is_rule_property (change->kind, change->property) ||
              change->property == (guint) properties->is_pinned)
           ? RULES
           : 0;
}

static gboolean
is_about_calendar (const SlipChange *change)
{
  if (change->kind == SLIP_KIND_HOLIDAY)
    return TRUE;
  if (change->type != SLIP_CHANGE_SET)
    return FALSE;
  return (change->kind == SLIP_KIND_WORKING_CALENDAR &&
          change->property == SLIP_WORKING_CALENDAR_WEEKDAYS) ||
         (change->kind == SLIP_KIND_PRODUCT &&
          change->property == SLIP_PRODUCT_CALENDAR) ||
         (change->kind == SLIP_KIND_PLAN &&
          change->property == SLIP_PLAN_CALENDAR);
}

static void
tie (Ties *ties, char *release, guint bits)
{
  guint earlier =
    GPOINTER_TO_UINT (g_hash_table_lookup (ties->releases, release));

  if (bits != 0)
    g_hash_table_insert (ties->releases, release,
                         GUINT_TO_POINTER (earlier | bits));
}

static void
tie_audience (Ties *ties, const char *release, const SlipValue *value)
{
  const char *audience = slip_value_get_text (value);

  if (audience != NULL)
    g_hash_table_add (ties->audiences,
                      g_strconcat (release, "\n", audience, NULL));
}

static void
add_ties (Ties *ties, SlipChange *change)
{
  if (change->kind == SLIP_KIND_RELEASE)
    tie (ties, change->id, get_release_ties (change));
  else if (change->kind == SLIP_KIND_STAGE)
    tie (ties, change->owner, get_stage_ties (change));
  else if (change->kind == SLIP_KIND_ITEM ||
           change->kind == SLIP_KIND_COMMUNICATION)
    tie (ties, change->owner, get_part_ties (change));
  else if (change->kind == SLIP_KIND_CHECKLIST &&
           change->type == SLIP_CHANGE_SET &&
           change->property == SLIP_CHECKLIST_AUDIENCE) {
    tie_audience (ties, change->owner, &change->old_value);
    tie_audience (ties, change->owner, &change->new_value);
  }
  ties->has_calendar |= is_about_calendar (change);
}

static void
init_ties (Ties *ties, const SlipChangeSet *set)
{
  ties->releases = g_hash_table_new (g_str_hash, g_str_equal);
  ties->audiences =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ties->has_calendar = FALSE;
  for (guint i = 0; i < set->changes->len; i++)
    add_ties (ties, g_ptr_array_index (set->changes, i));
}

static gboolean
are_tied (guint a, guint b)
{
  if ((a & b & ROLLOUT) != 0)
    return TRUE;
  a &= ~ROLLOUT;
  b &= ~ROLLOUT;
  if (a == 0 || b == 0)
    return FALSE;
  return ((a | b) & WHOLE) != 0 || (a & b & ALL_ANCHORS) != 0 ||
         ((a & RULES) != 0 && (b & ALL_ANCHORS) != 0) ||
         ((b & RULES) != 0 && (a & ALL_ANCHORS) != 0);
}

/* Whether dates that hang on what @set touches would not be where their rules
 * say once it is taken back under @changes, or a release's status and stages
 * would not agree, or it would have two checklists for one audience. */
static gboolean
ties_meet (const SlipChangeSet *set, const SlipChangeSet *changes)
{
  g_auto (Ties) first = { NULL, NULL, FALSE };
  g_auto (Ties) second = { NULL, NULL, FALSE };
  GHashTableIter iter;
  gpointer key;
  gpointer bits;

  init_ties (&first, set);
  init_ties (&second, changes);
  if ((first.has_calendar &&
       (second.has_calendar || g_hash_table_size (second.releases) > 0)) ||
      (second.has_calendar && g_hash_table_size (first.releases) > 0))
    return TRUE;

  g_hash_table_iter_init (&iter, first.releases);
  while (g_hash_table_iter_next (&iter, &key, &bits))
    if (are_tied (GPOINTER_TO_UINT (bits),
                  GPOINTER_TO_UINT (
                    g_hash_table_lookup (second.releases, key))))
      return TRUE;
  g_hash_table_iter_init (&iter, first.audiences);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (second.audiences, key))
      return TRUE;
  return FALSE;
}

gboolean
slip_overlap_find (const SlipChangeSet *set, const SlipChangeSet *changes)
{
  g_auto (Touched) touched = {
    .changed = g_hash_table_new (g_str_hash, g_str_equal),
    .made = g_hash_table_new (g_str_hash, g_str_equal),
    .mentioned = g_hash_table_new (g_str_hash, g_str_equal),
    .properties = g_hash_table_new (hash_property, equal_properties),
  };

  for (guint i = 0; i < set->changes->len; i++)
    add_change (&touched, g_ptr_array_index (set->changes, i));
  for (guint i = 0; i < changes->changes->len; i++)
    if (touches (&touched, g_ptr_array_index (changes->changes, i)))
      return TRUE;
  return ties_meet (set, changes);
}
