/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-conflict-context.h"
#include "slip-readiness-ring.h"
#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipChipSeverity:
 *
 * How bad the conflicts of a release are.
 */
typedef enum {
  SLIP_CHIP_NO_CONFLICT,
  SLIP_CHIP_SOFT_CONFLICT,
  SLIP_CHIP_HARD_CONFLICT,
} SlipChipSeverity;

/**
 * SlipChipNews:
 * @label: title, date, status, readiness, who knows a wrong date, and
 *   conflicts, for people
 * @severity: how bad the conflicts are; a wrong date counts as a soft one
 * @ring: how ready it is; none for a release that is closed, and on another
 *   date than the release date
 *
 * What a chip has to tell of its release.
 */
typedef struct {
  char *label;
  SlipChipSeverity severity;
  SlipReadinessRing ring;
} SlipChipNews;

/* Returns: the news; its label is the caller's. */
SlipChipNews slip_chip_news_gather (const SlipPlanState *state,
                                    const SlipRow *release,
                                    SlipAnchor anchor,
                                    const SlipConflictContext *context);

G_END_DECLS
