/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit-runner.h"
#include "slip-what-if.h"

G_BEGIN_DECLS

/**
 * SlipWhatIfMode:
 *
 * The what-if of a window: while it is on, the window shows the plan as it
 * would be, and what moves releases moves them there.  It is written down after
 * each move, so that it is offered again when the plan is next opened.
 */
#define SLIP_TYPE_WHAT_IF_MODE (slip_what_if_mode_get_type ())
G_DECLARE_FINAL_TYPE (SlipWhatIfMode,
                      slip_what_if_mode,
                      SLIP,
                      WHAT_IF_MODE,
                      GObject)

/**
 * SlipWhatIfMode::changed:
 *
 * Another plan is to be shown, or another draft is offered.
 */

/* @window: the window, which owns the mode. */
SlipWhatIfMode *slip_what_if_mode_new (SlipWindow *window)
  G_GNUC_WARN_UNUSED_RESULT;

/* The what-if that is on, or %NULL. */
SlipWhatIf *slip_what_if_mode_get (SlipWhatIfMode *self);

/* The draft that is offered, or %NULL. */
const SlipWhatIf *slip_what_if_mode_get_offered (SlipWhatIfMode *self);

/* A plan has been opened: offers what was tried out in it before. */
void slip_what_if_mode_look_for_draft (SlipWhatIfMode *self);

/* The plan is closed; what was tried out in it stays written down. */
void slip_what_if_mode_reset (SlipWhatIfMode *self);

/* Begins, or goes on with what is offered. */
void slip_what_if_mode_start (SlipWhatIfMode *self);

/* Takes over the plan as it is now; does nothing while it is off. */
void slip_what_if_mode_follow (SlipWhatIfMode *self,
                               const SlipPlanState *state);

/**
 * slip_what_if_mode_take:
 * @data: (transfer full): the intent's data
 *
 * Does in the what-if what an intent wants; only moves can be tried out, and
 * everything else is refused with a word.
 */
void slip_what_if_mode_take (SlipWhatIfMode *self,
                             SlipIntentFunc func,
                             gpointer data,
                             GDestroyNotify data_free,
                             SlipEditFlags flags);

/*
 * A move of a what-if is called by a number below 0, as those above are of
 * steps in the file.
 */

/**
 * slip_what_if_mode_get_move:
 * @step: the number of a move; 0 for whichever it is
 * @before: (out) (transfer none): the plan before it
 *
 * Returns: (nullable): the move @step as a step of the plan, if it is the last
 *   one, applies and gives something another day; valid until the next call.
 */
const SlipStep *slip_what_if_mode_get_move (SlipWhatIfMode *self,
                                            gint64 step,
                                            const SlipPlanState **before);

/**
 * slip_what_if_mode_replace:
 * @step: the number of the last move
 * @data: (transfer full): the intent's data
 *
 * Does in place of a move what an intent wants.
 */
void slip_what_if_mode_replace (SlipWhatIfMode *self,
                                gint64 step,
                                SlipIntentFunc func,
                                gpointer data,
                                GDestroyNotify data_free);

/* Undoes the move @step, or takes it out if others have come on top of it;
 * nothing happens if it is not there any more. */
void slip_what_if_mode_undo_step (SlipWhatIfMode *self, gint64 step);

/* Says that an edit cannot be made in a what-if. */
void slip_what_if_mode_refuse (SlipWhatIfMode *self);

/* Undoes or redoes a move of the what-if. */
void slip_what_if_mode_turn (SlipWhatIfMode *self, SlipStepType type);

/* Takes move @i out, or makes it from where the release is now. */
void slip_what_if_mode_drop (SlipWhatIfMode *self, guint i);
void slip_what_if_mode_insist (SlipWhatIfMode *self, guint i);

/**
 * slip_what_if_mode_keep:
 *
 * Makes the moves that apply in the plan itself, as one step.  The what-if ends
 * when they are written, and goes on if they cannot be.
 */
void slip_what_if_mode_keep (SlipWhatIfMode *self);

/**
 * slip_what_if_mode_end_keep:
 *
 * The moves were written.
 *
 * Returns: (transfer full) (nullable): what was left out, as a sentence.
 */
char *slip_what_if_mode_end_keep (SlipWhatIfMode *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* Ends the what-if, or what is offered; it can be brought back until another
 * one begins or the plan is closed. */
void slip_what_if_mode_throw_away (SlipWhatIfMode *self);
gboolean slip_what_if_mode_can_bring_back (SlipWhatIfMode *self);
void slip_what_if_mode_bring_back (SlipWhatIfMode *self);

G_END_DECLS
