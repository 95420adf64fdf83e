/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipIdentity:
 * @person: (nullable): the id of the plan's person that 'I' am; %NULL if I am
 *   none of them
 * @name: (nullable): my name
 *
 * Who 'I' am in a plan.  Each installation says so once for each plan; it is
 * kept in `slipway/people.ini` in the user's configuration folder, with a group
 * for each plan's id.
 */
typedef struct {
  char *person;
  char *name;
} SlipIdentity;

SlipIdentity *slip_identity_new (const char *person,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;
void slip_identity_free (SlipIdentity *identity);

/**
 * slip_identity_load:
 * @plan: the id of a plan
 *
 * Returns: (transfer full) (nullable): who I am in that plan, %NULL if that was
 * not said yet.
 */
SlipIdentity *slip_identity_load (const char *plan) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_identity_save:
 *
 * Keeps who I am in @plan; what is kept about other plans stays.  The file is
 * written whole or not at all.
 */
gboolean slip_identity_save (const char *plan,
                             const SlipIdentity *identity,
                             GError **error);

/**
 * slip_identity_dup_system_name:
 *
 * Returns: (transfer full): the name that the system has for the user, to be
 * offered.
 */
char *slip_identity_dup_system_name (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipIdentity, slip_identity_free)

G_END_DECLS
