/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-decision.h"

G_BEGIN_DECLS

/**
 * SlipException:
 * @id: the id that the record gets
 * @release: the id of the release
 * @stage: (nullable): the id of the stage it is for; %NULL for the whole
 *   release
 * @freeze: the id of the freeze
 * @asked_by: who wants it, as text
 * @person: (nullable): the id of the person who allows it
 * @person_name: (nullable): that person's name, if they are not in the plan
 * @reason: why
 * @until: its last day, unset for good
 * @at_ms: when it was decided, milliseconds since 1970 UTC
 *
 * Letting a release go out in spite of a freeze: the data of
 * slip_exception_run().
 */
typedef struct {
  char *id;
  char *release;
  char *stage;
  char *freeze;
  char *asked_by;
  char *person;
  char *person_name;
  char *reason;
  SlipDate until;
  gint64 at_ms;
} SlipException;

/* One with a new id; everything else is to be filled in. */
SlipException *slip_exception_new (const char *release,
                                   const char *stage,
                                   const char *freeze)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_exception_free (SlipException *self);

/**
 * slip_exception_run:
 *
 * A #SlipIntentFunc over a #SlipException.  Records a decision of that type.
 * Fails with `SLIP_PLAN_ERROR_INVALID` unless it says who asked, who decided
 * and why, with `SLIP_PLAN_ERROR_NOT_FOUND` if the release, its stage or the
 * freeze is gone.
 */
gboolean slip_exception_run (SlipEdit *edit,
                             gconstpointer data,
                             GError **error);

/**
 * slip_exception_find:
 * @release: the id of a release whose parts are in memory
 * @stage: (nullable): the id of one of its stages; %NULL asks for the whole
 *   release
 * @freeze: the id of a freeze
 *
 * Returns: (nullable): the last record that lets @stage of @release out on @day
 * in spite of @freeze: for that stage or for the whole release, not over by
 * then and not withdrawn; %NULL if there is none.
 */
const SlipRow *slip_exception_find (const SlipPlanState *state,
                                    const char *release,
                                    const char *stage,
                                    const char *freeze,
                                    SlipDate day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipException, slip_exception_free)

G_END_DECLS
