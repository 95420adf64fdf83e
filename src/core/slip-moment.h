/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipMoment:
 * @at_ms: an instant, milliseconds since 1970 UTC
 * @today: the civil day that it is then where the person is
 *
 * When something happens, as the clock said it; rules never read the clock.
 */
typedef struct {
  gint64 at_ms;
  SlipDate today;
} SlipMoment;

G_END_DECLS
