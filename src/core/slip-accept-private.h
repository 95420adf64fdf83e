/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-accept.h"

#include "slip-telling.h"

G_BEGIN_DECLS

/*
 * For slip-accept.c and slip-accept-status.c alone.
 */

/**
 * SlipAccept:
 * @observation: what is taken over
 * @feed_name: whose word it is
 * @at_ms: from when
 * @release: (nullable): the id of the release
 * @audience: (nullable): the id of the audience
 * @owner: (nullable): the id of the person whom the feed names
 * @target: (nullable): the id of a flag
 * @moment: when it is taken over
 * @new_id: the id of a checklist or freeze that is made
 * @new_items: ids of items that are made: one for each of the observation and
 *   one more
 * @telling: (nullable): how to record that an audience knows a date
 */
struct _SlipAccept {
  SlipObservation *observation;
  char *feed_name;
  gint64 at_ms;
  char *release;
  char *audience;
  char *owner;
  char *target;
  SlipMoment moment;
  char *new_id;
  GPtrArray *new_items;
  SlipTelling *telling;
};

/* Returns: (transfer full): 'Help desk says so'. */
char *slip_accept_dup_word (const SlipAccept *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether an item of the audience's checklist says what is said of no item. */
gboolean slip_accept_has_own (const SlipAccept *self,
                              const SlipPlanState *state);

/* Takes over the status of an audience or of a release, which is there. */
gboolean slip_accept_run_audience (SlipEdit *edit,
                                   const SlipAccept *self,
                                   GError **error);
gboolean slip_accept_run_release (SlipEdit *edit,
                                  const SlipAccept *self,
                                  GError **error);

G_END_DECLS
