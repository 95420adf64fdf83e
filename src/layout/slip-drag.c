/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-drag.h"

static SlipRange
propose_whole (SlipRange old, int n_days)
{
  int length = slip_range_get_length (old);

  if (n_days < 0) {
    SlipDate first = slip_date_add_days (old.first, n_days);

    return slip_range_new (first, slip_date_add_days (first, length - 1));
  }

  SlipDate last = slip_date_add_days (old.last, n_days);
  return slip_range_new (slip_date_add_days (last, 1 - length), last);
}

static SlipRange
propose_first (SlipRange old, int n_days)
{
  SlipDate first = slip_date_add_days (old.first, n_days);

  if (slip_date_is_before (old.last, first))
    first = old.last;
  return slip_range_new (first, old.last);
}

static SlipRange
propose_last (SlipRange old, int n_days)
{
  SlipDate last = slip_date_add_days (old.last, n_days);

  if (slip_date_is_before (last, old.first))
    last = old.first;
  return slip_range_new (old.first, last);
}

SlipRange
slip_drag_propose (SlipRange old,
                   SlipDate grabbed_day,
                   SlipDate hovered_day,
                   SlipDragPart part)
{
  if (!slip_date_is_set (hovered_day))
    return part == SLIP_DRAG_WHOLE
             ? slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE)
             : old;
  if (slip_range_is_empty (old))
    return slip_range_new (hovered_day, hovered_day);

  if (!slip_date_is_set (grabbed_day))
    grabbed_day = part == SLIP_DRAG_LAST ? old.last : old.first;
  int n_days = slip_date_days_until (grabbed_day, hovered_day);

  switch (part) {
  case SLIP_DRAG_WHOLE:
    return propose_whole (old, n_days);
  case SLIP_DRAG_FIRST:
    return propose_first (old, n_days);
  case SLIP_DRAG_LAST:
    return propose_last (old, n_days);
  }
  g_return_val_if_reached (old);
}
