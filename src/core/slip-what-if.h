/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-what-if-move.h"

G_BEGIN_DECLS

/**
 * SlipWhatIf:
 *
 * A plan as it would be: a fork of the plan and the moves made in it, which can
 * be undone and redone.  Nothing of it is in the file before
 * slip_what_if_keep() is executed with its moves.
 */
typedef struct _SlipWhatIf SlipWhatIf;

/* @base: the plan as it is. */
SlipWhatIf *slip_what_if_new (const SlipPlanState *base)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_what_if_free (SlipWhatIf *self);

/* The plan as it is. */
const SlipPlanState *slip_what_if_get_base (const SlipWhatIf *self);

/* The plan as it would be; borrowed until the next call that changes it. */
const SlipPlanState *slip_what_if_get_state (const SlipWhatIf *self);

/* How many moves there are, those undone not counted. */
guint slip_what_if_get_n_moves (const SlipWhatIf *self);
/* How many of them do what they were thought up for. */
guint slip_what_if_get_n_applied (const SlipWhatIf *self);
const SlipWhatIfMove *slip_what_if_get_move (const SlipWhatIf *self, guint i);
SlipWhatIfFate slip_what_if_get_fate (const SlipWhatIf *self, guint i);

/* What move @i is called by: a number of this what-if that no other move gets,
 * from 1 on. */
guint slip_what_if_get_number (const SlipWhatIf *self, guint i);

/**
 * slip_what_if_peek_changes:
 * @before: (out) (transfer none): the plan before it; left alone without a move
 *
 * Returns: (transfer none) (nullable): what the last move changes; %NULL if
 *   there is none, or if it does not apply.
 */
SlipChangeSet *slip_what_if_peek_changes (const SlipWhatIf *self,
                                          const SlipPlanState **before);

/**
 * slip_what_if_dup_moves:
 *
 * Returns: (transfer full) (element-type SlipWhatIfMove): the moves, for
 * slip_what_if_keep().
 */
GPtrArray *slip_what_if_dup_moves (const SlipWhatIf *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_what_if_dup_reason:
 *
 * Returns: (transfer full) (nullable): why move @i does not apply, as a
 * sentence; %NULL if it does.
 */
char *slip_what_if_dup_reason (const SlipWhatIf *self,
                               guint i,
                               SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_what_if_add:
 * @move: (transfer full): made for slip_what_if_get_state()
 * @needs: (nullable) (element-type utf8): takes the ids of releases whose parts
 *   it needs
 *
 * Makes another move; what was undone is gone then.
 *
 * Returns: `FALSE` with an error if it cannot be made: NOTHING if the plan
 * would be like that already, NOT_LOADED if the releases in @needs are to be
 * loaded first.
 */
gboolean slip_what_if_add (SlipWhatIf *self,
                           SlipWhatIfMove *move,
                           GPtrArray *needs,
                           GError **error);

/**
 * slip_what_if_replace:
 * @move: (transfer full): made for the plan before the last move
 * @needs: (nullable) (element-type utf8): as in slip_what_if_add()
 *
 * Makes @move in place of the last one, of which there is one; what was undone
 * is gone then.  The last one stays if @move cannot be made.
 *
 * Returns: as slip_what_if_add().
 */
gboolean slip_what_if_replace (SlipWhatIf *self,
                               SlipWhatIfMove *move,
                               GPtrArray *needs,
                               GError **error);

/**
 * slip_what_if_take:
 * @move: (transfer full)
 *
 * Puts @move at the end, also if it does not apply.
 */
void slip_what_if_take (SlipWhatIf *self, SlipWhatIfMove *move);

/* The move that would be undone or redone next, or %NULL. */
const SlipWhatIfMove *slip_what_if_peek_undo (const SlipWhatIf *self);
const SlipWhatIfMove *slip_what_if_peek_redo (const SlipWhatIf *self);
void slip_what_if_undo (SlipWhatIf *self);
void slip_what_if_redo (SlipWhatIf *self);

/**
 * slip_what_if_drop:
 *
 * Takes move @i out, whatever came after it; moves that were thought up for
 * what it did may then not apply any more.
 */
void slip_what_if_drop (SlipWhatIf *self, guint i);

/**
 * slip_what_if_insist:
 *
 * Makes move @i from wherever the release now is, if it was changed meanwhile.
 */
void slip_what_if_insist (SlipWhatIf *self, guint i);

/**
 * slip_what_if_rebase:
 * @base: the plan as it is now
 *
 * Makes the moves again on @base.
 */
void slip_what_if_rebase (SlipWhatIf *self, const SlipPlanState *base);

/**
 * slip_what_if_list_needs:
 *
 * Returns: (transfer full) (element-type utf8): the releases to load before
 * slip_what_if_rebase() can make every move.
 */
GPtrArray *slip_what_if_list_needs (const SlipWhatIf *self)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipWhatIf, slip_what_if_free)

G_END_DECLS
