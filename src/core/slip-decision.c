/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-decision.h"

#include "slip-release.h"
#include "slip-stage.h"

/* The name of the person @id as it is now, or %NULL. */
static const char *
get_person_name (SlipEdit *edit, const char *id)
{
  const SlipRow *row =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_PERSON, id);

  return row != NULL ? slip_row_get_text (row, SLIP_PERSON_NAME) : NULL;
}

/* What people call the stage @id as it is now, or %NULL. */
static char *
dup_stage_name (SlipEdit *edit, const char *id)
{
  const SlipRow *row =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_STAGE, id);

  return row != NULL ? slip_stage_dup_title (row) : NULL;
}

static char *
dup_release_name (SlipEdit *edit, const char *id)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, id);

  return row != NULL ? slip_release_dup_title (state, row) : NULL;
}

void
slip_decision_record (SlipEdit *edit,
                      const char *id,
                      const SlipDecision *decision)
{
  g_autofree char *release_name = dup_release_name (edit, decision->release);
  g_autofree char *stage_name = dup_stage_name (edit, decision->stage);
  g_autofree char *to_stage_name = dup_stage_name (edit, decision->to_stage);
  const char *person_name = get_person_name (edit, decision->person);
  const struct {
    guint property;
    const char *text;
  } texts[] = {
    { SLIP_DECISION_RELEASE_NAME, release_name },
    { SLIP_DECISION_STAGE, decision->stage },
    { SLIP_DECISION_STAGE_NAME, stage_name },
    { SLIP_DECISION_PERSON, decision->person },
    { SLIP_DECISION_PERSON_NAME,
      person_name != NULL ? person_name : decision->person_name },
    { SLIP_DECISION_ASKED_BY, decision->asked_by },
    { SLIP_DECISION_OPINIONS, decision->opinions },
    { SLIP_DECISION_REASON, decision->reason },
    { SLIP_DECISION_CONDITIONS, decision->conditions },
    { SLIP_DECISION_TO_STAGE, decision->to_stage },
    { SLIP_DECISION_TO_STAGE_NAME, to_stage_name },
    { SLIP_DECISION_SUBJECT, decision->subject },
    { SLIP_DECISION_SUBJECT_NAME, decision->subject_name },
    { SLIP_DECISION_EVIDENCE, decision->evidence },
  };

  slip_edit_create (edit, SLIP_KIND_DECISION, id, decision->release);
  slip_edit_set_integer (edit, SLIP_KIND_DECISION, id, SLIP_DECISION_TYPE,
                         decision->type);
  slip_edit_set_integer (edit, SLIP_KIND_DECISION, id, SLIP_DECISION_AT,
                         decision->at_ms);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    slip_edit_set_text (edit, SLIP_KIND_DECISION, id, texts[i].property,
                        texts[i].text);
  slip_edit_set_date (edit, SLIP_KIND_DECISION, id, SLIP_DECISION_REVIEW_DAY,
                      decision->review_day);
  slip_edit_set_date (edit, SLIP_KIND_DECISION, id, SLIP_DECISION_UNTIL,
                      decision->until);
}

static int
compare_instants_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *const *row_a = a;
  const SlipRow *const *row_b = b;
  gint64 at_a = slip_row_get_integer (*row_a, SLIP_DECISION_AT);
  gint64 at_b = slip_row_get_integer (*row_b, SLIP_DECISION_AT);

  return at_a != at_b
           ? (at_a > at_b) - (at_a < at_b)
           : g_strcmp0 (slip_row_get_id (*row_a), slip_row_get_id (*row_b));
}

GPtrArray *
slip_decision_list (const SlipPlanState *state, const char *release)
{
  GPtrArray *decisions =
    slip_plan_state_list_owned (state, SLIP_KIND_DECISION, release);

  g_ptr_array_sort (decisions, compare_instants_cb);
  return decisions;
}

typedef struct {
  const char *decision;
  int n_withdrawn;
} Withdrawals;

static gboolean
count_withdrawal_cb (const SlipRow *row, gpointer data)
{
  Withdrawals *search = data;
  gint64 type = slip_row_get_integer (row, SLIP_DECISION_TYPE);

  if (g_strcmp0 (slip_row_get_text (row, SLIP_DECISION_SUBJECT),
                 search->decision) == 0)
    search->n_withdrawn +=
      (type == SLIP_DECISION_WITHDRAWN) - (type == SLIP_DECISION_RESTORED);

  return TRUE;
}

gboolean
slip_decision_is_withdrawn (const SlipPlanState *state, const SlipRow *decision)
{
  Withdrawals search = { slip_row_get_id (decision), 0 };

  slip_plan_state_foreach_owned (state, SLIP_KIND_DECISION,
                                 slip_row_get_owner (decision),
                                 count_withdrawal_cb, &search);
  return search.n_withdrawn > 0;
}

static const SlipEnumValue *
get_type (SlipDecisionType type)
{
  return &slip_schema_get_property (SLIP_KIND_DECISION, SLIP_DECISION_TYPE)
            ->values[type];
}

const char *
slip_decision_type_get_label (SlipDecisionType type)
{
  return slip_enum_value_get_label (get_type (type));
}

const char *
slip_decision_type_get_nick (SlipDecisionType type)
{
  return get_type (type)->nick;
}

/* Appends setting @property of the record @row, which is as new, to @set;
 * returns the record as it is then. */
static SlipRow *
take_value (SlipChangeSet *set,
            SlipRow *row,
            guint property,
            const SlipValue *value)
{
  g_autoptr (SlipRow) before = row;

  if (slip_value_equal (slip_row_peek (before, property), value))
    return g_steal_pointer (&before);

  slip_change_set_take (set, slip_change_new_set (before, property, value));
  return slip_row_new_with (before, property, value);
}

static SlipRow *
take_text (SlipChangeSet *set, SlipRow *row, guint property, const char *text)
{
  g_auto (SlipValue) value = slip_value_new_text (text);

  return take_value (set, row, property, &value);
}

/* Appends a record to @turn that says of the record which @create made in
 * @set that it was withdrawn or is valid again. */
static void
append_turn_record (SlipChangeSet *turn,
                    const SlipChangeSet *set,
                    const SlipChange *create,
                    SlipDecisionType type,
                    const SlipAuthor *author,
                    gint64 at_ms)
{
  static const guint copied[] = { SLIP_DECISION_RELEASE_NAME,
                                  SLIP_DECISION_STAGE, SLIP_DECISION_STAGE_NAME,
                                  SLIP_DECISION_SUBJECT_NAME };
  g_autofree char *id = slip_id_new ();
  SlipValue type_value = slip_value_new_integer (type);
  SlipValue at = slip_value_new_integer (at_ms);
  g_autoptr (SlipRow) row =
    slip_row_new (create->kind, id, create->owner, NULL);

  slip_change_set_take (turn, slip_change_new_create (create->kind, id,
                                                      create->owner));
  row = take_value (turn, row, SLIP_DECISION_TYPE, &type_value);
  row = take_value (turn, row, SLIP_DECISION_AT, &at);
  row = take_text (turn, row, SLIP_DECISION_PERSON, author->person);
  row = take_text (turn, row, SLIP_DECISION_PERSON_NAME, author->name);
  row = take_text (turn, row, SLIP_DECISION_SUBJECT, create->id);
  for (guint i = 0; i < set->changes->len; i++) {
    const SlipChange *change = set->changes->pdata[i];

    if (change->type != SLIP_CHANGE_SET || change->kind != create->kind ||
        !g_str_equal (change->id, create->id))
      continue;
    for (guint k = 0; k < G_N_ELEMENTS (copied); k++)
      if (change->property == copied[k])
        row = take_value (turn, row, copied[k], &change->new_value);
  }
}

/* What @set does, but for its records. */
static SlipChangeSet *
copy_without_records (const SlipChangeSet *set)
{
  g_autoptr (SlipChangeSet) inverse = slip_change_set_new_inverse (set);

  return slip_change_set_new_inverse (inverse);
}

SlipChangeSet *
slip_decision_new_turn_set (const SlipChangeSet *set,
                            SlipStepType type,
                            const SlipAuthor *author,
                            gint64 at_ms)
{
  gboolean is_undo = type == SLIP_STEP_UNDO;
  SlipChangeSet *turn =
    is_undo ? slip_change_set_new_inverse (set) : copy_without_records (set);

  for (guint i = 0; i < set->changes->len; i++) {
    const SlipChange *change = set->changes->pdata[i];

    if (change->type == SLIP_CHANGE_CREATE &&
        slip_schema_get (change->kind)->is_record)
      append_turn_record (turn, set, change,
                          is_undo ? SLIP_DECISION_WITHDRAWN
                                  : SLIP_DECISION_RESTORED,
                          author, at_ms);
  }

  return turn;
}
