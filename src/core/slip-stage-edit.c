/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "slip-criterion-edit.h"
#include "slip-exposure.h"
#include "slip-flag.h"
#include "slip-rank.h"
#include "slip-release.h"
#include "slip-rollout.h"
#include "slip-schedule.h"
#include "slip-stage.h"

static const struct {
  const char *nick;
  SlipVerb verb;
} acts[] = {
  [SLIP_STAGE_START] = { "start", SLIP_VERB_START },
  [SLIP_STAGE_HOLD] = { "hold", SLIP_VERB_HOLD },
  [SLIP_STAGE_RESUME] = { "resume", SLIP_VERB_RESUME },
  [SLIP_STAGE_FINISH] = { "finish", SLIP_VERB_FINISH },
  [SLIP_STAGE_SKIP] = { "skip", SLIP_VERB_SKIP },
  [SLIP_STAGE_ROLL_BACK] = { "roll-back", SLIP_VERB_ROLL_BACK },
};

const char *
slip_stage_act_get_nick (SlipStageActType type)
{
  return acts[type].nick;
}

SlipStageActType
slip_stage_act_find (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_strcmp0 (acts[i].nick, nick) == 0)
      return (SlipStageActType) i;

  return SLIP_N_STAGE_ACTS;
}

SlipStageAct *
slip_stage_act_new (SlipStageActType type,
                    const char *stage,
                    const char *to_stage,
                    SlipMoment moment)
{
  SlipStageAct *self = g_new0 (SlipStageAct, 1);

  self->type = type;
  self->stage = g_strdup (stage);
  self->to_stage = g_strdup (to_stage);
  self->moment = moment;
  return self;
}

void
slip_stage_act_free (SlipStageAct *self)
{
  g_free (self->stage);
  g_free (self->to_stage);
  g_free (self);
}

char *
slip_stage_dup_subject (const SlipPlanState *state, const SlipRow *stage)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (stage));
  g_autofree char *title = slip_stage_dup_title (stage);
  g_autofree char *label =
    release != NULL ? slip_release_dup_short_title (state, release) : NULL;

  /* Translators: a stage and its release: '25 % of Console 12.1'. */
  return g_strdup_printf (_ ("%s of %s"), title, label != NULL ? label : "");
}

static void
set_label (SlipEdit *edit, SlipVerb verb, const char *stage)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_STAGE, stage);
  g_autofree char *subject = NULL;

  slip_edit_set_verb (edit, verb);
  if (row == NULL)
    return;
  subject = slip_stage_dup_subject (state, row);
  slip_edit_set_subject (edit, subject);
}

gboolean
slip_stage_act_run (SlipEdit *edit, gconstpointer act, GError **error)
{
  const SlipStageAct *self = act;

  set_label (edit, acts[self->type].verb, self->stage);
  switch (self->type) {
  case SLIP_STAGE_START:
    slip_rollout_start (edit, self->stage, self->moment);
    break;
  case SLIP_STAGE_HOLD:
    slip_rollout_hold (edit, self->stage, self->moment);
    break;
  case SLIP_STAGE_RESUME:
    slip_rollout_resume (edit, self->stage, self->moment);
    break;
  case SLIP_STAGE_FINISH:
    slip_rollout_finish (edit, self->stage, self->moment);
    break;
  case SLIP_STAGE_SKIP:
    slip_rollout_skip (edit, self->stage);
    break;
  case SLIP_STAGE_ROLL_BACK:
    slip_rollout_roll_back (edit, self->stage, self->to_stage, self->moment);
    break;
  case SLIP_N_STAGE_ACTS:
    g_assert_not_reached ();
  }

  return !slip_edit_has_failed (edit);
}

SlipStageOrder *
slip_stage_order_new (const char *stage, const char *before)
{
  SlipStageOrder *self = g_new0 (SlipStageOrder, 1);

  self->stage = g_strdup (stage);
  self->before = g_strdup (before);
  return self;
}

void
slip_stage_order_free (SlipStageOrder *self)
{
  g_free (self->stage);
  g_free (self->before);
  g_free (self);
}

static void
set_rank (SlipEdit *edit, const SlipRow *stage, const char *rank)
{
  slip_edit_set_text (edit, SLIP_KIND_STAGE, slip_row_get_id (stage),
                      SLIP_STAGE_RANK, rank);
}

static const char *
get_rank (const GPtrArray *stages, guint i)
{
  return slip_row_get_text (stages->pdata[i], SLIP_STAGE_RANK);
}

/* Puts the stage @id before the one at @index of the others in order. */
static void
put (SlipEdit *edit, const char *id, const GPtrArray *others, guint index)
{
  const SlipRow *stage =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_STAGE, id);
  g_autoptr (SlipRow) held = slip_row_ref (stage);
  g_autofree char *rank =
    slip_rank_between (index > 0 ? get_rank (others, index - 1) : NULL,
                       index < others->len ? get_rank (others, index) : NULL);
  gboolean is_between = index == 0 || get_rank (others, index - 1) != NULL;
  g_auto (GStrv) ranks = NULL;

  if (index < others->len && get_rank (others, index) == NULL)
    is_between = FALSE;
  if (is_between && rank != NULL && strlen (rank) <= SLIP_RANK_MAX_LENGTH) {
    set_rank (edit, held, rank);
    return;
  }

  ranks = slip_rank_spread (others->len + 1);
  for (guint i = 0; i < others->len; i++)
    set_rank (edit, others->pdata[i], ranks[i < index ? i : i + 1]);
  set_rank (edit, held, ranks[index]);
}

/* Returns: (transfer full): the stages of the release of @stage but it. */
static GPtrArray *
list_others (const SlipPlanState *state, const SlipRow *stage)
{
  GPtrArray *stages = slip_stage_list (state, slip_row_get_owner (stage));

  for (guint i = 0; i < stages->len; i++)
    if (g_str_equal (slip_row_get_id (stages->pdata[i]),
                     slip_row_get_id (stage))) {
      g_ptr_array_remove_index (stages, i);
      break;
    }

  return stages;
}

static gboolean
is_rollout_in_order (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);
  gboolean is_planned = FALSE;

  for (guint i = 0; i < stages->len; i++) {
    if (is_planned && slip_stage_has_begun (stages->pdata[i]))
      return FALSE;
    if (slip_stage_get_state (stages->pdata[i]) == SLIP_STAGE_STATE_PLANNED)
      is_planned = TRUE;
  }

  return TRUE;
}

static gboolean
check_order (SlipEdit *edit, const char *id, GError **error)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *stage = slip_plan_state_get (state, SLIP_KIND_STAGE, id);

  if (!slip_exposure_check (state, stage, error))
    return FALSE;
  if (is_rollout_in_order (state, slip_row_get_owner (stage)))
    return TRUE;

  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       _ ("Stages that have begun come before those that are "
                          "planned"));
  return FALSE;
}

gboolean
slip_stage_order_run (SlipEdit *edit, gconstpointer order, GError **error)
{
  const SlipStageOrder *self = order;
  const SlipRow *stage = slip_plan_state_get (slip_edit_get_state (edit),
                                              SLIP_KIND_STAGE, self->stage);
  g_autoptr (GPtrArray) others = NULL;
  guint index;

  if (stage == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("There is no such stage any more"));
    return FALSE;
  }

  set_label (edit, SLIP_VERB_REORDER, self->stage);
  others = list_others (slip_edit_get_state (edit), stage);
  index = others->len;
  for (guint i = 0; self->before != NULL && i < others->len; i++)
    if (g_str_equal (slip_row_get_id (others->pdata[i]), self->before))
      index = i;
  put (edit, self->stage, others, index);

  return slip_edit_has_failed (edit) || check_order (edit, self->stage, error);
}

/* Whether a new @stage has to come after @other. */
static gboolean
comes_after (const SlipRow *stage, const SlipRow *other)
{
  gint64 share = slip_stage_get_share (stage);
  gint64 other_share = slip_stage_get_share (other);

  if (slip_stage_get_state (other) != SLIP_STAGE_STATE_PLANNED &&
      slip_stage_get_state (stage) == SLIP_STAGE_STATE_PLANNED)
    return TRUE;
  if (other_share < 0)
    return TRUE;
  if (share < 0 && slip_stage_get_type (stage) != SLIP_STAGE_TYPE_PERCENTAGE)
    return FALSE;

  return share >= other_share &&
         slip_stage_get_type (other) != SLIP_STAGE_TYPE_EVERYONE;
}

void
slip_stage_place (SlipEdit *edit, const char *stage)
{
  const SlipRow *row =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_STAGE, stage);
  g_autoptr (SlipRow) held = NULL;
  g_autoptr (GPtrArray) others = NULL;
  guint index;

  if (row == NULL || slip_edit_has_failed (edit))
    return;

  held = slip_row_ref (row);
  others = list_others (slip_edit_get_state (edit), held);
  for (index = others->len; index > 0; index--)
    if (comes_after (held, others->pdata[index - 1]))
      break;
  put (edit, stage, others, index);
}

void
slip_stage_remove (SlipEdit *edit, const char *stage)
{
  slip_criterion_let_go (edit, stage);
  slip_schedule_let_go (edit, stage);
  slip_flag_let_go (edit, SLIP_KIND_STAGE, stage);
  slip_edit_delete (edit, SLIP_KIND_STAGE, stage);
}
