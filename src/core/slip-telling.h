/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/**
 * SlipTelling:
 * @release: the id of the release
 * @audience: the id of the audience
 * @type: what kind of communication it is
 * @communication: (nullable): the id of a planned one that has now been sent;
 *   %NULL for the next planned one of that kind and audience, or a new one
 * @at_ms: when it was sent, milliseconds since 1970 UTC; if the audience was
 *   told something later that day, it is taken to be after that
 * @by: (nullable): the id of the person who sent it
 * @channel: (nullable): how: 'e-mail', 'weekly call'
 * @tells_present: whether they were told the day the release is shown on
 * @date_told: otherwise the day they were told; unset if none
 * @confirmed_by: (nullable): who has confirmed it
 * @note: (nullable): what else there is to say; %NULL leaves what was planned
 * @today: the day on which this is recorded
 *
 * Recording that an audience was told something.  The data of
 * slip_telling_run(); the texts belong to it.
 */
typedef struct {
  char *release;
  char *audience;
  SlipCommunicationType type;
  char *communication;
  gint64 at_ms;
  char *by;
  char *channel;
  gboolean tells_present;
  SlipDate date_told;
  char *confirmed_by;
  char *note;
  SlipDate today;
  /*< private >*/
  char *new_id;
} SlipTelling;

/* Tells the present release date; the rest is the caller's to set. */
SlipTelling *slip_telling_new (const char *release,
                               const char *audience,
                               SlipCommunicationType type,
                               gint64 at_ms,
                               SlipDate today) G_GNUC_WARN_UNUSED_RESULT;
void slip_telling_free (SlipTelling *self);

/**
 * slip_telling_run:
 *
 * A #SlipIntentFunc over a #SlipTelling.  Change notices follow (see
 * slip_change_notice_settle()).  Fails with `SLIP_PLAN_ERROR_INVALID` if it is
 * to have been sent after today.
 */
gboolean slip_telling_run (SlipEdit *edit, gconstpointer data, GError **error);

/**
 * SlipConfirmation:
 *
 * Recording that somebody has confirmed a communication, or that they have not.
 * The data of slip_confirmation_run().
 */
typedef struct _SlipConfirmation SlipConfirmation;

/**
 * slip_confirmation_new:
 * @communication: the id of one that was sent
 * @is_confirmed: `FALSE` takes the confirmation back
 * @by: (nullable): who, as text: they need not be in the plan
 * @at_ms: when
 */
SlipConfirmation *slip_confirmation_new (const char *communication,
                                         gboolean is_confirmed,
                                         const char *by,
                                         gint64 at_ms)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_confirmation_free (SlipConfirmation *self);
gboolean slip_confirmation_run (SlipEdit *edit,
                                gconstpointer data,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipTelling, slip_telling_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipConfirmation, slip_confirmation_free)

G_END_DECLS
