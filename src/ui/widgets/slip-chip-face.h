/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-chip-news.h"

G_BEGIN_DECLS

/**
 * SlipChipFace:
 * @title: product and version, or the name of the release
 * @product: (nullable): the product's name, if the title ends with a version
 * @color: (nullable): that of the product
 * @anchor: the date that it stands for
 * @is_tentative: the date is not confirmed
 * @is_about: the date stands for a whole week, month or quarter
 *
 * All of a release that the drawing of its chip depends on.
 */
typedef struct {
  char *title;
  char *product;
  char *color;
  SlipAnchor anchor;
  SlipStatus status;
  SlipChipSeverity severity;
  SlipReadinessRing ring;
  gboolean is_tentative;
  gboolean is_about;
} SlipChipFace;

/* Free with slip_chip_face_clear(). */
SlipChipFace slip_chip_face_new (const SlipPlanState *state,
                                 const SlipRow *release,
                                 SlipAnchor anchor,
                                 const SlipChipNews *news)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_chip_face_clear (SlipChipFace *self);

gboolean slip_chip_face_equal (const SlipChipFace *a, const SlipChipFace *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlipChipFace, slip_chip_face_clear)

G_END_DECLS
