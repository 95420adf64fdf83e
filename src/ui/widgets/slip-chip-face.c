/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-chip-face.h"

#include <math.h>

/* What is less than that is not seen. */
#define MIN_SHARE 0.0001

SlipChipFace
slip_chip_face_new (const SlipPlanState *state,
                    const SlipRow *release,
                    SlipAnchor anchor,
                    const SlipChipNews *news)
{
  SlipPlannedDate planned = slip_release_get_planned (release, anchor);
  const SlipRow *product =
    slip_plan_state_follow (state, release, SLIP_RELEASE_PRODUCT);
  const char *version = slip_row_get_text (release, SLIP_RELEASE_VERSION);
  SlipChipFace face = {
    .title = slip_release_dup_short_title (state, release),
    .anchor = anchor,
    .status = slip_release_get_status (release),
    .severity = news->severity,
    .ring = news->ring,
    .is_tentative = planned.certainty != SLIP_CERTAINTY_CONFIRMED &&
                    planned.certainty != SLIP_CERTAINTY_UNSCHEDULED,
    .is_about = slip_planned_date_is_about (planned),
  };

  if (product != NULL && version != NULL)
    face.product = g_strdup (slip_row_get_text (product, SLIP_PRODUCT_NAME));
  if (product != NULL)
    face.color = g_strdup (slip_row_get_text (product, SLIP_PRODUCT_COLOR));
  return face;
}

void
slip_chip_face_clear (SlipChipFace *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->product, g_free);
  g_clear_pointer (&self->color, g_free);
}

gboolean
slip_chip_face_equal (const SlipChipFace *a, const SlipChipFace *b)
{
  return a->anchor == b->anchor && a->status == b->status &&
         a->severity == b->severity && a->is_about == b->is_about &&
         a->is_tentative == b->is_tentative &&
         a->ring.is_loud == b->ring.is_loud &&
         fabs (a->ring.share - b->ring.share) < MIN_SHARE &&
         g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->product, b->product) == 0 &&
         g_strcmp0 (a->color, b->color) == 0;
}
