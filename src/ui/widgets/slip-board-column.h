/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-card.h"
#include "slip-query.h"

G_BEGIN_DECLS

/* The most cards that a column builds before 'Show more'.  It builds only as
 * many of them as have been scrolled or otherwise come near to. */
#define SLIP_BOARD_COLUMN_MAX_CARDS 60

/**
 * SlipBoardGrouping:
 *
 * What the cards of a column are grouped by.
 */
typedef enum {
  SLIP_BOARD_GROUP_NONE,
  SLIP_BOARD_GROUP_PRODUCT,
  SLIP_BOARD_GROUP_TIER,
} SlipBoardGrouping;

/**
 * SlipBoardPlace:
 * @is_noop: whether a drop there would change nothing
 * @before: (nullable): the id of the release it comes after
 * @after: (nullable): the id of the release it comes before
 *
 * A place in a column that a card may take.  The ids are the column's.
 */
typedef struct {
  gboolean is_noop;
  const char *before;
  const char *after;
} SlipBoardPlace;

/**
 * SlipBoardColumn:
 *
 * One status of the board: a heading with the number of its releases, and
 * their cards in the board's order.  It takes drops of #SlipDraggedRelease and
 * asks for them by `SLIP_ACTION_PLACE`.  One tab stop.  Named `column:` and
 * the status's nick.
 */
#define SLIP_TYPE_BOARD_COLUMN (slip_board_column_get_type ())
G_DECLARE_FINAL_TYPE (SlipBoardColumn,
                      slip_board_column,
                      SLIP,
                      BOARD_COLUMN,
                      GtkWidget)

GtkWidget *slip_board_column_new (SlipStatus status);

SlipStatus slip_board_column_get_status (SlipBoardColumn *self);

/**
 * slip_board_column_set_releases:
 * @releases: (element-type SlipRow): the releases of the column's status that
 *   are not deleted, in any order, but always in the same; borrowed from the
 *   state that the next slip_board_column_set_plan() gives
 *
 * Tells which releases there are; shown by the next
 * slip_board_column_set_plan().  Sorts them only if they are not those of last
 * time: most columns stay as they are in most edits.
 */
void slip_board_column_set_releases (SlipBoardColumn *self,
                                     GPtrArray *releases);

void slip_board_column_set_plan (SlipBoardColumn *self,
                                 const SlipPlanState *state,
                                 const SlipQuery *query,
                                 SlipDate today,
                                 SlipBoardGrouping grouping);
void slip_board_column_set_selected (SlipBoardColumn *self,
                                     const char *release);

/* How many releases it holds, shown or not. */
guint slip_board_column_get_n_releases (SlipBoardColumn *self);

/**
 * slip_board_column_focus_release:
 *
 * Gives @release's card the focus, showing more cards if need be; to what lies
 * far behind those shown, the focus goes only as near as 'Show more'.
 *
 * Returns: `FALSE` if @release is not in the column.
 */
gboolean slip_board_column_focus_release (SlipBoardColumn *self,
                                          const char *release);

/**
 * slip_board_column_focus_nth:
 *
 * Gives the focus to the card at @index, or to the last one before it.
 *
 * Returns: `FALSE` if there are no cards.
 */
gboolean slip_board_column_focus_nth (SlipBoardColumn *self, int index);

/* The index of the card that has the focus, or -1. */
int slip_board_column_get_focused (SlipBoardColumn *self);

/**
 * slip_board_column_find_step:
 * @direction: -1 up, 1 down
 *
 * Finds the place one step away from the one that @release has, within its
 * group.
 */
SlipBoardPlace slip_board_column_find_step (SlipBoardColumn *self,
                                            const char *release,
                                            int direction);

/* Takes away the mark of where a drop would go; may be called at any time. */
void slip_board_column_clear_hover (SlipBoardColumn *self);

G_END_DECLS
