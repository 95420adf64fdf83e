/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-conflict.h"

G_BEGIN_DECLS

/*
 * What looks for the conflicts of one release; of slip-conflict.c and the units
 * that it is made of alone.
 */
typedef struct {
  const SlipPlanState *state;
  const SlipConflictContext *context;
  const SlipRow *release;
  SlipWorkingDays *working_days;
  SlipPlannedDate planned[SLIP_N_ANCHORS];
  SlipDate days[SLIP_N_ANCHORS];
  GPtrArray *found;
  gboolean is_for_any; /* whatever is found first will do */
} SlipConflictSearch;

/* Whether there is no need to look further. */
gboolean slip_conflict_search_is_over (const SlipConflictSearch *search);

/* Adds a conflict about @anchor, on its day. */
SlipConflict *slip_conflict_search_add (SlipConflictSearch *search,
                                        SlipConflictType type,
                                        SlipAnchor anchor);

/* Says that @cause, called @name (nullable), is what @conflict is with. */
void slip_conflict_set_cause (SlipConflict *conflict,
                              const SlipRow *cause,
                              const char *name);

/* Says that @conflict, whose day is set, is with @freeze, and of @stage
 * (nullable, an id) whether it is excepted from it. */
void slip_conflict_search_set_freeze (const SlipConflictSearch *search,
                                      SlipConflict *conflict,
                                      const SlipRow *freeze,
                                      const char *stage);

/* Of rollout stages: freezes, their order. */
void slip_conflict_search_stages (SlipConflictSearch *search);

/* Of what is too late as of today: T-dates, notice. */
void slip_conflict_search_past (SlipConflictSearch *search);

/* With other releases: dependencies, too much in a week. */
void slip_conflict_search_neighbours (SlipConflictSearch *search);

G_END_DECLS
