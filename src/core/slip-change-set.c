/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-change-set.h"

#include <glib/gi18n-lib.h>

static const char *const verb_nicks[SLIP_N_VERBS] = {
  [SLIP_VERB_EDIT] = "edit",
  [SLIP_VERB_ADD] = "add",
  [SLIP_VERB_DELETE] = "delete",
  [SLIP_VERB_MOVE] = "move",
  [SLIP_VERB_UNSCHEDULE] = "unschedule",
  [SLIP_VERB_STATUS] = "status",
  [SLIP_VERB_REORDER] = "reorder",
  [SLIP_VERB_RETIRE] = "retire",
  [SLIP_VERB_IMPORT] = "import",
  [SLIP_VERB_TELL] = "tell",
  [SLIP_VERB_SAMPLE] = "sample",
  [SLIP_VERB_GENERATE] = "generate",
  [SLIP_VERB_TEMPLATE] = "template",
  [SLIP_VERB_START] = "start",
  [SLIP_VERB_HOLD] = "hold",
  [SLIP_VERB_RESUME] = "resume",
  [SLIP_VERB_FINISH] = "finish",
  [SLIP_VERB_SKIP] = "skip",
  [SLIP_VERB_ROLL_BACK] = "roll-back",
  [SLIP_VERB_UPDATE] = "update",
  [SLIP_VERB_WHAT_IF] = "what-if",
  [SLIP_VERB_DECIDE] = "decide",
  [SLIP_VERB_ACCEPT] = "accept",
};

void
slip_change_free (SlipChange *change)
{
  g_free (change->id);
  g_free (change->owner);
  slip_value_clear (&change->old_value);
  slip_value_clear (&change->new_value);
  g_free (change);
}

static SlipChange *
change_new (SlipChangeType type,
            SlipKind kind,
            const char *id,
            const char *owner)
{
  SlipChange *change = g_new0 (SlipChange, 1);

  change->type = type;
  change->kind = kind;
  change->id = g_strdup (id);
  change->owner = g_strdup (owner);
  return change;
}

SlipChange *
slip_change_new_create (SlipKind kind, const char *id, const char *owner)
{
  return change_new (SLIP_CHANGE_CREATE, kind, id, owner);
}

SlipChange *
slip_change_new_delete (SlipKind kind, const char *id, const char *owner)
{
  return change_new (SLIP_CHANGE_DELETE, kind, id, owner);
}

SlipChange *
slip_change_new_set (const SlipRow *row,
                     guint property,
                     const SlipValue *new_value)
{
  SlipChange *change =
    change_new (SLIP_CHANGE_SET, slip_row_get_kind (row), slip_row_get_id (row),
                slip_row_get_owner (row));

  change->property = property;
  change->old_value = slip_value_copy (slip_row_peek (row, property));
  change->new_value = slip_value_copy (new_value);
  return change;
}

SlipChange *
slip_change_new_inverse (const SlipChange *change)
{
  static const SlipChangeType inverses[] = {
    [SLIP_CHANGE_CREATE] = SLIP_CHANGE_DELETE,
    [SLIP_CHANGE_DELETE] = SLIP_CHANGE_CREATE,
    [SLIP_CHANGE_SET] = SLIP_CHANGE_SET,
  };
  SlipChange *inverse = change_new (inverses[change->type], change->kind,
                                    change->id, change->owner);

  inverse->property = change->property;
  inverse->old_value = slip_value_copy (&change->new_value);
  inverse->new_value = slip_value_copy (&change->old_value);
  return inverse;
}

static gboolean
change_equal (const SlipChange *a, const SlipChange *b)
{
  return a->type == b->type && a->kind == b->kind &&
         a->property == b->property && g_strcmp0 (a->id, b->id) == 0 &&
         g_strcmp0 (a->owner, b->owner) == 0 &&
         slip_value_equal (&a->old_value, &b->old_value) &&
         slip_value_equal (&a->new_value, &b->new_value);
}

const char *
slip_verb_get_nick (SlipVerb verb)
{
  g_return_val_if_fail (verb < SLIP_N_VERBS, NULL);

  return verb_nicks[verb];
}

SlipVerb
slip_verb_find (const char *nick)
{
  for (guint i = 0; i < SLIP_N_VERBS; i++)
    if (g_strcmp0 (verb_nicks[i], nick) == 0)
      return (SlipVerb) i;

  return SLIP_VERB_EDIT;
}

SlipChangeSet *
slip_change_set_new (SlipVerb verb, const char *subject)
{
  SlipChangeSet *set = g_new0 (SlipChangeSet, 1);

  g_atomic_ref_count_init (&set->ref_count);
  set->verb = verb;
  set->subject = g_strdup (subject);
  set->changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_change_free);
  return set;
}

SlipChangeSet *
slip_change_set_ref (SlipChangeSet *set)
{
  g_atomic_ref_count_inc (&set->ref_count);
  return set;
}

void
slip_change_set_unref (SlipChangeSet *set)
{
  if (!g_atomic_ref_count_dec (&set->ref_count))
    return;

  g_free (set->subject);
  g_free (set->reason);
  g_ptr_array_unref (set->changes);
  g_free (set);
}

void
slip_change_set_take (SlipChangeSet *set, SlipChange *change)
{
  g_ptr_array_add (set->changes, change);
}

SlipChangeSet *
slip_change_set_new_inverse (const SlipChangeSet *set)
{
  SlipChangeSet *inverse = slip_change_set_new (set->verb, set->subject);

  inverse->reason = g_strdup (set->reason);
  for (guint i = set->changes->len; i > 0; i--) {
    const SlipChange *change = set->changes->pdata[i - 1];

    if (!slip_schema_get (change->kind)->is_record)
      slip_change_set_take (inverse, slip_change_new_inverse (change));
  }

  return inverse;
}

gboolean
slip_change_set_equal (const SlipChangeSet *a, const SlipChangeSet *b)
{
  if (a->verb != b->verb || g_strcmp0 (a->subject, b->subject) != 0 ||
      g_strcmp0 (a->reason, b->reason) != 0 ||
      a->changes->len != b->changes->len)
    return FALSE;

  for (guint i = 0; i < a->changes->len; i++)
    if (!change_equal (a->changes->pdata[i], b->changes->pdata[i]))
      return FALSE;

  return TRUE;
}

/* The phrase with a place for the subject. */
static const char *
get_phrase (SlipVerb verb)
{
  switch (verb) {
  case SLIP_VERB_EDIT:
    return _ ("change of %s");
  case SLIP_VERB_ADD:
    return _ ("addition of %s");
  case SLIP_VERB_DELETE:
    return _ ("deletion of %s");
  case SLIP_VERB_MOVE:
    return _ ("move of %s");
  case SLIP_VERB_UNSCHEDULE:
    return _ ("unscheduling of %s");
  case SLIP_VERB_STATUS:
    return _ ("status change of %s");
  case SLIP_VERB_REORDER:
    return _ ("reordering of %s");
  case SLIP_VERB_RETIRE:
    return _ ("retirement of %s");
  case SLIP_VERB_IMPORT:
    return _ ("import of %s");
  case SLIP_VERB_TEMPLATE:
    /* Translators: what a template put into a release, as in 'Undo template for
     * Payments 3.9'. */
    return _ ("template for %s");
  case SLIP_VERB_TELL:
    /* Translators: followed by 'Sales about Payments 3.9'. */
    return _ ("message to %s");
  case SLIP_VERB_WHAT_IF:
    /* Translators: moves that were tried out before they were made, as in 'Undo
     * what-if of Payments 3.9 and 2 others'. */
    return _ ("what-if of %s");
  case SLIP_VERB_DECIDE:
    /* Translators: followed by a release, as in 'Undo decision on Payments
     * 3.9'. */
    return _ ("decision on %s");
  case SLIP_VERB_ACCEPT:
    /* Translators: what a status feed says, which somebody took over, as in
     * 'Undo word of a feed on Payments 3.9, Support'. */
    return _ ("word of a feed on %s");
  case SLIP_VERB_START:
    /* Translators: followed by a stage, '25 % of Console 12.1', as in the next
     * five. */
    return _ ("start of %s");
  case SLIP_VERB_HOLD:
    return _ ("hold of %s");
  case SLIP_VERB_RESUME:
    return _ ("resumption of %s");
  case SLIP_VERB_FINISH:
    return _ ("end of %s");
  case SLIP_VERB_SKIP:
    return _ ("skipping of %s");
  case SLIP_VERB_ROLL_BACK:
    return _ ("roll back of %s");
  case SLIP_VERB_UPDATE:
  case SLIP_VERB_SAMPLE:
  case SLIP_VERB_GENERATE:
  case SLIP_N_VERBS:
    break;
  }

  return NULL;
}

char *
slip_change_set_describe (SlipVerb verb, const char *subject)
{
  const char *phrase = get_phrase (verb);

  if (verb == SLIP_VERB_SAMPLE)
    return g_strdup (_ ("the sample plan"));
  if (verb == SLIP_VERB_UPDATE)
    /* Translators: what a new version had to change in a plan of an old one. */
    return g_strdup (_ ("the update for a new version of Slipway"));
  if (phrase == NULL)
    return g_strdup (_ ("the generated plan"));
  if (subject == NULL)
    subject = _ ("several things");

  /* The phrases come from translations: their one '%s' is replaced as text, so
   * that a wrong one cannot read memory. */
  g_auto (GStrv) parts = g_strsplit (phrase, "%s", 2);

  return g_strconcat (parts[0], subject, parts[1], NULL);
}
