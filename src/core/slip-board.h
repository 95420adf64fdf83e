/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipBoardMove:
 * @release: the id of the release
 * @status: the column it goes to
 * @before: (nullable): the id of the release it is put after
 * @after: (nullable): the id of the release it is put before
 *
 * Moving a card: to a status and to a place within it.  The neighbours are
 * those that are shown; others may lie between them.  With one of the two the
 * card is put right beside it, without any at the end of the column.  When none
 * is in the column any more, it goes to the top if only @after was given, else
 * to the end.
 */
typedef struct {
  char *release;
  SlipStatus status;
  char *before;
  char *after;
} SlipBoardMove;

SlipBoardMove *slip_board_move_new (const char *release,
                                    SlipStatus status,
                                    const char *before,
                                    const char *after)
  G_GNUC_WARN_UNUSED_RESULT;
SlipBoardMove *slip_board_move_copy (const SlipBoardMove *move)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_board_move_free (SlipBoardMove *move);

/* A #SlipIntentFunc over a #SlipBoardMove. */
gboolean slip_board_move_run (SlipEdit *edit,
                              gconstpointer move,
                              GError **error);

/* Brings @rows (element-type SlipRow), releases of one status, into the order
 * of the board. */
void slip_board_sort_column (GPtrArray *rows);

/**
 * slip_board_list_column:
 *
 * Returns: (transfer full) (element-type SlipRow): the releases of a status
 * that are not deleted, in the order of the board: by rank, those without one
 * last, by date.
 */
GPtrArray *slip_board_list_column (const SlipPlanState *state,
                                   SlipStatus status) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipBoardMove, slip_board_move_free)

G_END_DECLS
