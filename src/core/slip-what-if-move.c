/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-what-if-move.h"

#include "slip-date-text.h"
#include "slip-intent.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

static SlipWhatIfMove *
new_move (const SlipPlanState *state,
          SlipWhatIfMoveType type,
          const char *release)
{
  SlipWhatIfMove *self = g_new0 (SlipWhatIfMove, 1);
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);

  g_ref_count_init (&self->ref_count);
  self->type = type;
  self->release = g_strdup (release);
  self->date_before = SLIP_UNSCHEDULED;
  self->days_before = slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
  if (row == NULL)
    return self;

  self->date_before = slip_release_get_planned (row, SLIP_ANCHOR_RELEASE);
  self->status_before = slip_release_get_status (row);
  return self;
}

SlipWhatIfMove *
slip_what_if_move_new_date (const SlipPlanState *state, SlipMove *move)
{
  SlipWhatIfMove *self = new_move (state, SLIP_WHAT_IF_DATE, move->release);

  self->date = move;
  return self;
}

SlipWhatIfMove *
slip_what_if_move_new_card (const SlipPlanState *state, SlipBoardMove *move)
{
  SlipWhatIfMove *self = new_move (state, SLIP_WHAT_IF_CARD, move->release);

  self->card = move;
  return self;
}

SlipWhatIfMove *
slip_what_if_move_new_stage (const SlipPlanState *state, SlipStageMove *move)
{
  const SlipRow *stage =
    slip_plan_state_get (state, SLIP_KIND_STAGE, move->stage);
  SlipWhatIfMove *self =
    new_move (state, SLIP_WHAT_IF_STAGE,
              stage != NULL ? slip_row_get_owner (stage) : "");

  self->stage = move;
  if (stage == NULL)
    return self;

  self->days_before = slip_stage_get_days (stage);
  if (slip_range_is_empty (move->to))
    move->to = slip_range_new (slip_date_add_days (self->days_before.first,
                                                   move->start_days),
                               slip_date_add_days (self->days_before.last,
                                                   move->end_days));
  return self;
}

SlipWhatIfMove *
slip_what_if_move_new_renewed (const SlipWhatIfMove *self,
                               const SlipPlanState *state)
{
  if (self->type == SLIP_WHAT_IF_CARD)
    return slip_what_if_move_new_card (state,
                                       slip_board_move_copy (self->card));
  if (self->type == SLIP_WHAT_IF_STAGE)
    return slip_what_if_move_new_stage (state,
                                        slip_stage_move_copy (self->stage));

  return slip_what_if_move_new_date (state, slip_move_copy (self->date));
}

SlipWhatIfMove *
slip_what_if_move_ref (SlipWhatIfMove *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

void
slip_what_if_move_unref (SlipWhatIfMove *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->date, slip_move_free);
  g_clear_pointer (&self->card, slip_board_move_free);
  g_clear_pointer (&self->stage, slip_stage_move_free);
  g_free (self->release);
  g_free (self);
}

const char *
slip_what_if_move_get_release (const SlipWhatIfMove *self)
{
  return self->release;
}

static const SlipRow *
find_release (const SlipWhatIfMove *self, const SlipPlanState *state)
{
  const SlipRow *row =
    slip_plan_state_get (state, SLIP_KIND_RELEASE,
                         slip_what_if_move_get_release (self));

  return row != NULL && !slip_release_is_deleted (row) ? row : NULL;
}

static gboolean
range_equal (SlipRange a, SlipRange b)
{
  return slip_date_equal (a.first, b.first) && slip_date_equal (a.last, b.last);
}

/* The days of the stage that is moved, empty if it is not there. */
static SlipRange
get_days (const SlipWhatIfMove *self, const SlipPlanState *state)
{
  const SlipRow *stage =
    slip_plan_state_get (state, SLIP_KIND_STAGE, self->stage->stage);

  return stage != NULL ? slip_stage_get_days (stage)
                       : slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
}

/* Whether @release, or its stage, is where the move wants it. */
static gboolean
is_there (const SlipWhatIfMove *self,
          const SlipPlanState *state,
          const SlipRow *release)
{
  switch (self->type) {
  case SLIP_WHAT_IF_DATE:
    return slip_planned_date_equal (
      slip_release_get_planned (release, SLIP_ANCHOR_RELEASE), self->date->to);
  case SLIP_WHAT_IF_CARD:
    return slip_release_get_status (release) == self->card->status;
  case SLIP_WHAT_IF_STAGE:
    return range_equal (get_days (self, state), self->stage->to);
  }

  g_assert_not_reached ();
}

gboolean
slip_what_if_move_is_alike (const SlipWhatIfMove *a, const SlipWhatIfMove *b)
{
  if (a->type != b->type)
    return FALSE;

  return a->type == SLIP_WHAT_IF_STAGE
           ? g_str_equal (a->stage->stage, b->stage->stage)
           : g_str_equal (a->release, b->release);
}

gboolean
slip_what_if_move_is_made (const SlipWhatIfMove *self,
                           const SlipPlanState *state)
{
  const SlipRow *release = find_release (self, state);

  return release != NULL && is_there (self, state, release);
}

/* Whether it is where it was when the move was thought up. */
static gboolean
is_as_before (const SlipWhatIfMove *self,
              const SlipPlanState *state,
              const SlipRow *release)
{
  switch (self->type) {
  case SLIP_WHAT_IF_DATE:
    return slip_planned_date_equal (
      slip_release_get_planned (release, SLIP_ANCHOR_RELEASE),
      self->date_before);
  case SLIP_WHAT_IF_CARD:
    return slip_release_get_status (release) == self->status_before;
  case SLIP_WHAT_IF_STAGE:
    return range_equal (get_days (self, state), self->days_before);
  }

  g_assert_not_reached ();
}

static gboolean
is_gone (const SlipWhatIfMove *self,
         const SlipPlanState *state,
         const SlipRow *release)
{
  return release == NULL || (self->type == SLIP_WHAT_IF_STAGE &&
                             slip_plan_state_get (state, SLIP_KIND_STAGE,
                                                  self->stage->stage) == NULL);
}

/* What can be told of the move before it is made.  Of a release that is not
 * loaded it is not known whether the stage is there. */
static SlipWhatIfFate
foresee (const SlipWhatIfMove *self,
         const SlipPlanState *state,
         const SlipRow *release)
{
  if (release != NULL && self->type == SLIP_WHAT_IF_STAGE &&
      !slip_plan_state_is_loaded (state, self->release))
    return SLIP_WHAT_IF_NOT_LOADED;
  if (is_gone (self, state, release))
    return SLIP_WHAT_IF_GONE;
  if (is_as_before (self, state, release))
    return SLIP_WHAT_IF_APPLIES;

  return is_there (self, state, release) ? SLIP_WHAT_IF_DONE
                                         : SLIP_WHAT_IF_CHANGED;
}

/* The changes of the move on @state. */
static SlipChangeSet *
run (const SlipWhatIfMove *self,
     const SlipPlanState *state,
     GPtrArray **needs,
     GError **error)
{
  switch (self->type) {
  case SLIP_WHAT_IF_DATE:
    return slip_intent_run_needing (slip_move_run, self->date, state, needs,
                                    error);
  case SLIP_WHAT_IF_CARD:
    return slip_intent_run_needing (slip_board_move_run, self->card, state,
                                    needs, error);
  case SLIP_WHAT_IF_STAGE:
    return slip_intent_run_needing (slip_stage_move_run, self->stage, state,
                                    needs, error);
  }

  g_assert_not_reached ();
}

static void
take_needs (GPtrArray *needs, GPtrArray *more)
{
  for (guint i = 0; needs != NULL && more != NULL && i < more->len; i++)
    g_ptr_array_add (needs, g_strdup (more->pdata[i]));
}

SlipChangeSet *
slip_what_if_move_try (const SlipWhatIfMove *self,
                       const SlipPlanState *state,
                       GPtrArray *needs,
                       SlipWhatIfFate *fate,
                       GError **error)
{
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GError) refusal = NULL;

  *fate = foresee (self, state, find_release (self, state));
  if (*fate == SLIP_WHAT_IF_NOT_LOADED && needs != NULL)
    g_ptr_array_add (needs, g_strdup (self->release));
  if (*fate != SLIP_WHAT_IF_APPLIES)
    return NULL;

  set = run (self, state, &more, &refusal);
  if (set != NULL && set->changes->len > 0)
    return g_steal_pointer (&set);

  if (set != NULL) {
    *fate = SLIP_WHAT_IF_DONE;
    return NULL;
  }
  if (g_error_matches (refusal, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_LOADED)) {
    *fate = SLIP_WHAT_IF_NOT_LOADED;
    take_needs (needs, more);
    return NULL;
  }
  if (g_error_matches (refusal, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING)) {
    *fate = SLIP_WHAT_IF_DONE;
    return NULL;
  }
  *fate = SLIP_WHAT_IF_REFUSED;
  g_propagate_error (error, g_steal_pointer (&refusal));
  return NULL;
}

static char *
dup_title (const SlipWhatIfMove *self, const SlipPlanState *state)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE,
                         slip_what_if_move_get_release (self));

  return release != NULL ? slip_release_dup_title (state, release)
                         : g_strdup (_ ("a release that is gone"));
}

static char *
dup_days (SlipRange days, SlipDate today)
{
  g_autofree char *first =
    slip_date_dup_text (days.first, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *last =
    slip_date_dup_text (days.last, SLIP_DATE_STYLE_MEDIUM, today);

  if (slip_date_equal (days.first, days.last))
    return g_steal_pointer (&first);

  /* Translators: the first and the last day of something. */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}

static char *
dup_stage_text (const SlipWhatIfMove *self,
                const SlipPlanState *state,
                const char *title,
                SlipDate today)
{
  const SlipRow *stage =
    slip_plan_state_get (state, SLIP_KIND_STAGE, self->stage->stage);
  g_autofree char *name =
    stage != NULL ? slip_stage_dup_title (stage) : g_strdup ("?");
  g_autofree char *days = dup_days (self->stage->to, today);

  /* Translators: can follow 'Undo:'.  A rollout stage, a release and days. */
  return g_strdup_printf (_ ("move of “%s” of %s to %s"), name, title, days);
}

char *
slip_what_if_move_dup_text (const SlipWhatIfMove *self,
                            const SlipPlanState *state,
                            SlipDate today)
{
  g_autofree char *title = dup_title (self, state);
  g_autofree char *day = NULL;

  if (self->type == SLIP_WHAT_IF_CARD &&
      self->card->status == self->status_before)
    return slip_change_set_describe (SLIP_VERB_REORDER, title);
  if (self->type == SLIP_WHAT_IF_CARD)
    /* Translators: can follow 'Undo:'.  A release and a status. */
    return g_strdup_printf (_ ("%s is %s"), title,
                            slip_status_get_label (self->card->status));
  if (self->type == SLIP_WHAT_IF_STAGE)
    return dup_stage_text (self, state, title, today);
  if (!slip_date_is_set (self->date->to.date))
    return slip_change_set_describe (SLIP_VERB_UNSCHEDULE, title);

  day = slip_planned_date_dup_text (self->date->to, today);
  /* Translators: can follow 'Undo:'.  A release and a date. */
  return g_strdup_printf (_ ("move of %s to %s"), title, day);
}

/* Where it is found. */
static char *
dup_present (const SlipWhatIfMove *self,
             const SlipPlanState *state,
             const SlipRow *release,
             SlipDate today)
{
  switch (self->type) {
  case SLIP_WHAT_IF_DATE:
    return slip_planned_date_dup_text (
      slip_release_get_planned (release, SLIP_ANCHOR_RELEASE), today);
  case SLIP_WHAT_IF_CARD:
    return g_strdup (slip_status_get_label (slip_release_get_status (release)));
  case SLIP_WHAT_IF_STAGE:
    return dup_days (get_days (self, state), today);
  }

  g_assert_not_reached ();
}

static char *
dup_change_text (const SlipWhatIfMove *self,
                 const SlipPlanState *state,
                 SlipDate today)
{
  const SlipRow *release = find_release (self, state);
  g_autofree char *title = dup_title (self, state);
  g_autofree char *now = NULL;

  if (release == NULL)
    return g_strdup_printf (_ ("%s was changed meanwhile"), title);

  now = dup_present (self, state, release, today);
  /* Translators: a release, and its date or status. */
  return g_strdup_printf (_ ("%s was changed meanwhile: %s now"), title, now);
}

char *
slip_what_if_move_dup_reason (const SlipWhatIfMove *self,
                              SlipWhatIfFate fate,
                              const SlipPlanState *state,
                              SlipDate today)
{
  g_autofree char *title = dup_title (self, state);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = NULL;

  switch (fate) {
  case SLIP_WHAT_IF_APPLIES:
    return NULL;
  case SLIP_WHAT_IF_DONE:
    return g_strdup_printf (_ ("%s is there already"), title);
  case SLIP_WHAT_IF_GONE:
    return g_strdup_printf (_ ("%s is not in the plan any more"), title);
  case SLIP_WHAT_IF_CHANGED:
    return dup_change_text (self, state, today);
  case SLIP_WHAT_IF_NOT_LOADED:
    return g_strdup_printf (_ ("%s is still being read"), title);
  case SLIP_WHAT_IF_REFUSED:
    set = slip_what_if_move_try (self, state, NULL, &fate, &error);
    /* Translators: a release, and why it cannot be moved. */
    return error != NULL ? g_strdup_printf (_ ("%s: %s"), title, error->message)
                         : g_strdup (title);
  }

  g_assert_not_reached ();
}

/* Does what @set does, in an edit that is under way. */
static void
repeat (SlipEdit *edit, const SlipChangeSet *set)
{
  for (guint i = 0; i < set->changes->len; i++) {
    const SlipChange *change = set->changes->pdata[i];

    switch (change->type) {
    case SLIP_CHANGE_CREATE:
      slip_edit_create (edit, change->kind, change->id, change->owner);
      break;
    case SLIP_CHANGE_DELETE:
      slip_edit_delete (edit, change->kind, change->id);
      break;
    case SLIP_CHANGE_SET:
      slip_edit_set (edit, change->kind, change->id, change->property,
                     &change->new_value);
      break;
    }
  }
}

static void
set_label (SlipEdit *edit, const char *first, guint n_moves)
{
  g_autofree char *text = NULL;

  slip_edit_set_verb (edit, SLIP_VERB_WHAT_IF);
  if (n_moves == 1)
    text = g_strdup (first);
  else
    text = g_strdup_printf (
      /* Translators: what was moved: a release, and how many more moves. */
      ngettext ("%s and %u other", "%s and %u others", n_moves - 1), first,
      n_moves - 1);
  slip_edit_set_subject (edit, text);
}

gboolean
slip_what_if_keep (SlipEdit *edit, gconstpointer data, GError **error)
{
  const GPtrArray *moves = data;
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *first = NULL;
  guint n_applied = 0;

  for (guint i = 0; i < moves->len; i++) {
    const SlipWhatIfMove *move = moves->pdata[i];
    const SlipPlanState *state = slip_edit_get_state (edit);
    SlipWhatIfFate fate;
    g_autoptr (SlipChangeSet) set =
      slip_what_if_move_try (move, state, needs, &fate, NULL);

    if (set == NULL)
      continue;
    if (first == NULL)
      first = dup_title (move, state);
    n_applied++;
    repeat (edit, set);
  }
  for (guint i = 0; i < needs->len; i++)
    slip_edit_need (edit, needs->pdata[i]);
  if (n_applied > 0)
    set_label (edit, first, n_applied);
  return TRUE;
}
