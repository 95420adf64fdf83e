/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/* What somebody is made the owner of, other than the checklist of an
 * audience. */
#define SLIP_ASSIGN_OWNER        "owner"
#define SLIP_ASSIGN_MARKET_OWNER "market_owner"

/**
 * SlipAssignment:
 *
 * Making somebody the owner of a checklist, or of a release: the data of
 * slip_assignment_run().
 */
typedef struct _SlipAssignment SlipAssignment;

/**
 * slip_assignment_new:
 * @release: the id of the release
 * @role: the id of an audience, for its checklist, which is made if there is
 *   none; or %SLIP_ASSIGN_OWNER or %SLIP_ASSIGN_MARKET_OWNER
 * @person: (nullable): the id of the person; %NULL for nobody
 * @name: (nullable): the name of a new person of the plan to assign instead; if
 *   somebody of that name is there by then, it is that person
 */
SlipAssignment *slip_assignment_new (const char *release,
                                     const char *role,
                                     const char *person,
                                     const char *name)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_assignment_free (SlipAssignment *self);

/**
 * slip_assignment_run:
 *
 * A #SlipIntentFunc over a #SlipAssignment.  A checklist that was not needed is
 * needed again once somebody owns it.
 */
gboolean slip_assignment_run (SlipEdit *edit,
                              gconstpointer data,
                              GError **error);

/**
 * slip_assignment_ensure_person:
 * @person: (nullable): the id of a person; %NULL for nobody
 * @name: (nullable): the name of a new person of the plan, who is made unless
 *   somebody of that name is there
 * @new_id: the id of one that is made
 *
 * Returns: (nullable): the id of the one to assign.
 */
const char *slip_assignment_ensure_person (SlipEdit *edit,
                                           const char *person,
                                           const char *name,
                                           const char *new_id);

/**
 * SlipNeed:
 *
 * Saying that a release needs nothing for an audience, or that it does again:
 * the data of slip_need_run().
 */
typedef struct _SlipNeed SlipNeed;

/* @reason: (nullable): why not; without one it is refused. */
SlipNeed *slip_need_new (const char *release,
                         const char *audience,
                         gboolean is_needed,
                         const char *reason) G_GNUC_WARN_UNUSED_RESULT;
void slip_need_free (SlipNeed *self);

/* A #SlipIntentFunc over a #SlipNeed.  Makes the checklist if there is none;
 * its items stay. */
gboolean slip_need_run (SlipEdit *edit, gconstpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipAssignment, slip_assignment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipNeed, slip_need_free)

G_END_DECLS
