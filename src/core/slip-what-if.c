/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-what-if.h"

/* A move, what became of it, and the plan after it. */
typedef struct {
  SlipWhatIfMove *move;
  SlipWhatIfFate fate;
  SlipChangeSet *set; /* NULL: it does not apply */
  SlipPlanState *state;
  guint number;
} Turn;

struct _SlipWhatIf {
  SlipPlanState *base;
  GArray *turns;    /* of Turn; the last ones may be undone */
  guint n_done;     /* those that are not */
  guint n_numbers;  /* how many moves there ever were */
  GPtrArray *needs; /* ids of releases to load */
};

static void
clear_turn (gpointer data)
{
  Turn *turn = data;

  slip_what_if_move_unref (turn->move);
  g_clear_pointer (&turn->set, slip_change_set_unref);
  g_clear_pointer (&turn->state, slip_plan_state_unref);
}

static Turn *
get_turn (const SlipWhatIf *self, guint i)
{
  return &g_array_index (self->turns, Turn, i);
}

SlipWhatIf *
slip_what_if_new (const SlipPlanState *base)
{
  SlipWhatIf *self = g_new0 (SlipWhatIf, 1);

  self->base = slip_plan_state_ref (base);
  self->turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  g_array_set_clear_func (self->turns, clear_turn);
  self->needs = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
slip_what_if_free (SlipWhatIf *self)
{
  g_array_unref (self->turns);
  g_ptr_array_unref (self->needs);
  slip_plan_state_unref (self->base);
  g_free (self);
}

const SlipPlanState *
slip_what_if_get_base (const SlipWhatIf *self)
{
  return self->base;
}

static const SlipPlanState *
get_state_after (const SlipWhatIf *self, guint n_moves)
{
  return n_moves > 0 ? get_turn (self, n_moves - 1)->state : self->base;
}

const SlipPlanState *
slip_what_if_get_state (const SlipWhatIf *self)
{
  return get_state_after (self, self->n_done);
}

guint
slip_what_if_get_n_moves (const SlipWhatIf *self)
{
  return self->n_done;
}

guint
slip_what_if_get_n_applied (const SlipWhatIf *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_done; i++)
    n += get_turn (self, i)->fate == SLIP_WHAT_IF_APPLIES;
  return n;
}

const SlipWhatIfMove *
slip_what_if_get_move (const SlipWhatIf *self, guint i)
{
  g_return_val_if_fail (i < self->n_done, NULL);

  return get_turn (self, i)->move;
}

SlipWhatIfFate
slip_what_if_get_fate (const SlipWhatIf *self, guint i)
{
  g_return_val_if_fail (i < self->n_done, SLIP_WHAT_IF_GONE);

  return get_turn (self, i)->fate;
}

guint
slip_what_if_get_number (const SlipWhatIf *self, guint i)
{
  g_return_val_if_fail (i < self->n_done, 0);

  return get_turn (self, i)->number;
}

SlipChangeSet *
slip_what_if_peek_changes (const SlipWhatIf *self, const SlipPlanState **before)
{
  if (self->n_done == 0)
    return NULL;

  *before = get_state_after (self, self->n_done - 1);
  return get_turn (self, self->n_done - 1)->set;
}

GPtrArray *
slip_what_if_dup_moves (const SlipWhatIf *self)
{
  GPtrArray *moves =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_what_if_move_unref);

  for (guint i = 0; i < self->n_done; i++)
    g_ptr_array_add (moves, slip_what_if_move_ref (get_turn (self, i)->move));
  return moves;
}

char *
slip_what_if_dup_reason (const SlipWhatIf *self, guint i, SlipDate today)
{
  g_return_val_if_fail (i < self->n_done, NULL);

  return slip_what_if_move_dup_reason (get_turn (self, i)->move,
                                       get_turn (self, i)->fate,
                                       get_state_after (self, i), today);
}

/* Makes the move of @turn after @before, where it is possible. */
static void
make (SlipWhatIf *self, Turn *turn, const SlipPlanState *before, GError **error)
{
  g_clear_pointer (&turn->set, slip_change_set_unref);
  g_clear_pointer (&turn->state, slip_plan_state_unref);
  turn->set =
    slip_what_if_move_try (turn->move, before, self->needs, &turn->fate, error);
  if (turn->set != NULL) {
    turn->state = slip_plan_state_apply (before, turn->set, error);
    if (turn->state == NULL) {
      turn->fate = SLIP_WHAT_IF_REFUSED;
      g_clear_pointer (&turn->set, slip_change_set_unref);
    }
  }
  if (turn->state == NULL)
    turn->state = slip_plan_state_ref (before);
}

/* Makes the moves again from @first on. */
static void
make_again (SlipWhatIf *self, guint first)
{
  for (guint i = first; i < self->turns->len; i++) {
    g_autoptr (SlipPlanState) before =
      slip_plan_state_ref (get_state_after (self, i));

    make (self, get_turn (self, i), before, NULL);
  }
}

static void
take_needs (SlipWhatIf *self, GPtrArray *needs)
{
  for (guint i = 0; needs != NULL && i < self->needs->len; i++)
    g_ptr_array_add (needs, g_strdup (self->needs->pdata[i]));
}

/* Says why the move of @turn came to nothing, unless @error says so. */
static void
set_reason (const SlipWhatIf *self, const Turn *turn, GError **error)
{
  g_autofree char *reason = NULL;
  SlipPlanError code = SLIP_PLAN_ERROR_NOT_FOUND;

  if (turn->fate == SLIP_WHAT_IF_REFUSED || error == NULL)
    return;

  if (turn->fate == SLIP_WHAT_IF_DONE)
    code = SLIP_PLAN_ERROR_NOTHING;
  else if (turn->fate == SLIP_WHAT_IF_NOT_LOADED)
    code = SLIP_PLAN_ERROR_NOT_LOADED;
  reason = slip_what_if_move_dup_reason (turn->move, turn->fate,
                                         slip_what_if_get_state (self),
                                         SLIP_DATE_NONE);
  g_set_error_literal (error, SLIP_PLAN_ERROR, (int) code, reason);
}

/* What was undone is gone then. */
static void
append (SlipWhatIf *self, Turn *turn)
{
  turn->number = ++self->n_numbers;
  g_array_set_size (self->turns, self->n_done);
  g_array_append_vals (self->turns, turn, 1);
  self->n_done++;
}

/* Puts @move after the first @n_before ones, if it can be made there. */
static gboolean
put (SlipWhatIf *self,
     guint n_before,
     SlipWhatIfMove *move,
     GPtrArray *needs,
     GError **error)
{
  Turn turn = { .move = move };
  guint n_needs = self->needs->len;

  make (self, &turn, get_state_after (self, n_before), error);
  if (turn.fate != SLIP_WHAT_IF_APPLIES) {
    set_reason (self, &turn, error);
    take_needs (self, needs);
    g_ptr_array_set_size (self->needs, (int) n_needs);
    clear_turn (&turn);
    return FALSE;
  }

  self->n_done = n_before;
  append (self, &turn);
  return TRUE;
}

gboolean
slip_what_if_add (SlipWhatIf *self,
                  SlipWhatIfMove *move,
                  GPtrArray *needs,
                  GError **error)
{
  return put (self, self->n_done, move, needs, error);
}

gboolean
slip_what_if_replace (SlipWhatIf *self,
                      SlipWhatIfMove *move,
                      GPtrArray *needs,
                      GError **error)
{
  g_return_val_if_fail (self->n_done > 0, FALSE);

  return put (self, self->n_done - 1, move, needs, error);
}

void
slip_what_if_take (SlipWhatIf *self, SlipWhatIfMove *move)
{
  Turn turn = { .move = move };

  make (self, &turn, slip_what_if_get_state (self), NULL);
  append (self, &turn);
}

const SlipWhatIfMove *
slip_what_if_peek_undo (const SlipWhatIf *self)
{
  return self->n_done > 0 ? get_turn (self, self->n_done - 1)->move : NULL;
}

const SlipWhatIfMove *
slip_what_if_peek_redo (const SlipWhatIf *self)
{
  return self->n_done < self->turns->len ? get_turn (self, self->n_done)->move
                                         : NULL;
}

void
slip_what_if_undo (SlipWhatIf *self)
{
  g_return_if_fail (self->n_done > 0);

  self->n_done--;
}

void
slip_what_if_redo (SlipWhatIf *self)
{
  g_return_if_fail (self->n_done < self->turns->len);

  self->n_done++;
}

void
slip_what_if_drop (SlipWhatIf *self, guint i)
{
  g_return_if_fail (i < self->n_done);

  g_array_remove_index (self->turns, i);
  self->n_done--;
  make_again (self, i);
}

void
slip_what_if_insist (SlipWhatIf *self, guint i)
{
  Turn *turn;

  g_return_if_fail (i < self->n_done);

  turn = get_turn (self, i);
  if (turn->fate != SLIP_WHAT_IF_CHANGED)
    return;

  SlipWhatIfMove *move =
    slip_what_if_move_new_renewed (turn->move, get_state_after (self, i));

  slip_what_if_move_unref (turn->move);
  turn->move = move;
  make_again (self, i);
}

void
slip_what_if_rebase (SlipWhatIf *self, const SlipPlanState *base)
{
  SlipPlanState *old = self->base;

  self->base = slip_plan_state_ref (base);
  slip_plan_state_unref (old);
  g_ptr_array_set_size (self->needs, 0);
  make_again (self, 0);
}

GPtrArray *
slip_what_if_list_needs (const SlipWhatIf *self)
{
  GPtrArray *needs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->needs->len; i++)
    g_ptr_array_add (needs, g_strdup (self->needs->pdata[i]));
  return needs;
}
