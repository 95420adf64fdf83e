/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipDateRow:
 *
 * A row in which one date of a release is edited: the day, how certain it is,
 * and whether it stays when the release moves.  The release date is asked for
 * by `SLIP_ACTION_MOVE_PLANNED`, so that the others follow; these by
 * `SLIP_ACTION_EDIT`.  Named `date:` and the property's name.
 */
#define SLIP_TYPE_DATE_ROW (slip_date_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipDateRow,
                      slip_date_row,
                      SLIP,
                      DATE_ROW,
                      AdwPreferencesRow)

GtkWidget *slip_date_row_new (SlipAnchor anchor) G_GNUC_WARN_UNUSED_RESULT;

void slip_date_row_set_release (SlipDateRow *self,
                                const SlipRow *release,
                                SlipDate today);

/* Commits what somebody has typed and forgets it; done before another release
 * is shown. */
void slip_date_row_commit (SlipDateRow *self);

G_END_DECLS
