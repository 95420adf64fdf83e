/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipObstacleType:
 * @SLIP_OBSTACLE_OWNER: nobody owns the release
 * @SLIP_OBSTACLE_MARKET_OWNER: it wants a go-to-market owner and has none
 * @SLIP_OBSTACLE_NO_CHECKLIST: no checklist of it is needed
 * @SLIP_OBSTACLE_CHECKLIST_OWNER: nobody owns a checklist
 * @SLIP_OBSTACLE_EMPTY: a checklist has no required item
 * @SLIP_OBSTACLE_ITEM: a required item is open
 *
 * What may stand in the way of a release.
 */
typedef enum {
  SLIP_OBSTACLE_OWNER,
  SLIP_OBSTACLE_MARKET_OWNER,
  SLIP_OBSTACLE_NO_CHECKLIST,
  SLIP_OBSTACLE_CHECKLIST_OWNER,
  SLIP_OBSTACLE_EMPTY,
  SLIP_OBSTACLE_ITEM,
} SlipObstacleType;

/**
 * SlipObstacle:
 * @checklist: (nullable): the checklist
 * @item: (nullable): the item
 * @person: (nullable): the id of whose it is
 *
 * One thing that stands in the way.
 */
typedef struct {
  SlipObstacleType type;
  SlipRow *checklist;
  SlipRow *item;
  char *person;
} SlipObstacle;

void slip_obstacle_free (SlipObstacle *self);

/**
 * slip_obstacle_list:
 * @release: a release whose parts are in memory
 *
 * Tells what stands between @release and being ready.
 *
 * Returns: (transfer full) (element-type SlipObstacle): in the order of
 * telling, each checklist's items by due day; none if it is ready.
 */
GPtrArray *slip_obstacle_list (const SlipPlanState *state,
                               const SlipRow *release)
  G_GNUC_WARN_UNUSED_RESULT;

/* How files and JSON call @type: 'checklist-owner'. */
const char *slip_obstacle_type_get_nick (SlipObstacleType type);

/**
 * slip_obstacle_dup_text:
 *
 * Returns: (transfer full): a line for people: 'Sales: “Make the deck”, Sales
 * ops, overdue since Fri 27 November, 4 days ago'.
 */
char *slip_obstacle_dup_text (const SlipObstacle *self,
                              const SlipPlanState *state,
                              SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipObstacle, slip_obstacle_free)

G_END_DECLS
