/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/* Working days after everyone has it in which a flag is to be cleaned up. */
#define SLIP_FLAG_CLEAN_UP_DAYS 20

/**
 * slip_flag_settle:
 *
 * Run after every intent.  Each release that @edit gave to everyone, by
 * starting or ending its stage for everyone or by setting it Released: each of
 * its flags that is not permanent and has no clean-up item yet gets one.  It
 * belongs to the flag's owner, else the release's, and is due
 * `SLIP_FLAG_CLEAN_UP_DAYS` working days after the stage for everyone started,
 * or after the release date if there is no such stage; pinned there if the
 * stage started on another day than planned.
 *
 * It lies in the checklist of the first internal audience that has one and
 * needs it, as an optional item, so that a release that is out does not look
 * unready.  If none has, the first internal audience, else the first of all,
 * gets one for it, and the item is required, as the checklist would be empty.
 * A plan without audiences gets none.
 */
void slip_flag_settle (SlipEdit *edit);

G_END_DECLS
