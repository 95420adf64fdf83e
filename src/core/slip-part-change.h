/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipPartFate:
 * @SLIP_PART_FOLLOWS: it goes where its rule then says
 * @SLIP_PART_KEPT: it would have followed, and is pinned now to stay
 * @SLIP_PART_PINNED: it was pinned before and stays
 * @SLIP_PART_OVER: it is done, not applicable, sent or begun, and stays
 * @SLIP_PART_FIXED: it has no rule, and stays
 *
 * What a change does to a part of a release that has a day.
 */
typedef enum {
  SLIP_PART_FOLLOWS,
  SLIP_PART_KEPT,
  SLIP_PART_PINNED,
  SLIP_PART_OVER,
  SLIP_PART_FIXED,
  SLIP_N_PART_FATES,
} SlipPartFate;

/**
 * SlipPartChange:
 * @kind: item, communication or stage
 * @id: its id
 * @title: what people call it
 * @audience: (nullable): the name of the audience it is for
 * @fate: what happens to it
 * @before: the day it was on (a stage: it starts on), unset if none
 * @after: the day it will be on, unset if none
 * @was_overdue: whether it is open and was due before today
 * @is_past: whether it is open and will have been due before today
 * @is_launch: whether it is the launch stage, which is the release date
 * @freeze: (nullable): the name of the freeze that it lands in now
 * @is_soft: whether that freeze only warns
 */
typedef struct {
  SlipKind kind;
  char *id;
  char *title;
  char *audience;
  SlipPartFate fate;
  SlipDate before;
  SlipDate after;
  gboolean was_overdue;
  gboolean is_past;
  gboolean is_launch;
  char *freeze;
  gboolean is_soft;
} SlipPartChange;

void slip_part_change_free (SlipPartChange *self);

/**
 * slip_part_change_list:
 *
 * Compares the parts of @release that have a day before or after.
 *
 * Returns: (transfer full) (element-type SlipPartChange): what happens to each:
 * stages in order, then items and communications by day; none if its parts are
 * not in memory.
 */
GPtrArray *slip_part_change_list (const SlipPlanState *before,
                                  const SlipPlanState *after,
                                  const char *release,
                                  SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_part_change_describe_count:
 *
 * Returns: (transfer full) (nullable): how many of each kind in @changes have
 * the @fate: '14 checklist dates, 4 stages'; %NULL if there are none.
 */
char *slip_part_change_describe_count (const GPtrArray *changes,
                                       SlipPartFate fate)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipPartChange, slip_part_change_free)

G_END_DECLS
