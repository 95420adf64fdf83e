/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-board.h"
#include "slip-move.h"

G_BEGIN_DECLS

/*
 * Moves by keys.  They are relative to where the release is when they are
 * carried out, so that keys pressed quicker than edits are written all count.
 */

/**
 * SlipDayNudge:
 * @release: the id of the release
 * @days: by how many days
 * @only_release_date: whether its other dates stay
 * @today: the day on which it is done
 */
typedef struct {
  char *release;
  int days;
  gboolean only_release_date;
  SlipDate today;
} SlipDayNudge;

SlipDayNudge *slip_day_nudge_new (const char *release,
                                  int days,
                                  gboolean only_release_date,
                                  SlipDate today) G_GNUC_WARN_UNUSED_RESULT;
void slip_day_nudge_free (SlipDayNudge *nudge);

/* Returns: (transfer full): the move that the nudge is in @state, or %NULL with
 * an error. */
SlipMove *slip_day_nudge_new_move (const SlipDayNudge *nudge,
                                   const SlipPlanState *state,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A #SlipIntentFunc over a #SlipDayNudge.  Fails for a release without a
 * date. */
gboolean slip_day_nudge_run (SlipEdit *edit,
                             gconstpointer data,
                             GError **error);

/**
 * SlipCardNudge:
 * @release: the id of the release
 * @columns: by how many of the board's columns
 * @places: by how many places up (negative) or down within its column
 *
 * Either @columns or @places is 0.  At an edge there is nothing to do.
 */
typedef struct {
  char *release;
  int columns;
  int places;
} SlipCardNudge;

SlipCardNudge *slip_card_nudge_new (const char *release,
                                    int columns,
                                    int places) G_GNUC_WARN_UNUSED_RESULT;
void slip_card_nudge_free (SlipCardNudge *nudge);

/* Returns: (transfer full): the move that the nudge is in @state, or %NULL with
 * an error. */
SlipBoardMove *slip_card_nudge_new_move (const SlipCardNudge *nudge,
                                         const SlipPlanState *state,
                                         GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* A #SlipIntentFunc over a #SlipCardNudge. */
gboolean slip_card_nudge_run (SlipEdit *edit,
                              gconstpointer data,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipDayNudge, slip_day_nudge_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipCardNudge, slip_card_nudge_free)

G_END_DECLS
