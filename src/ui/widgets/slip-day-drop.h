/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-day-list.h"

G_BEGIN_DECLS

/* Lets releases be dropped on the days of @list; for its own use. */
void slip_day_drop_add (SlipDayList *list);

G_END_DECLS
