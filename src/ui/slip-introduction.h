/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/**
 * SlipIntroduction:
 *
 * An edit of somebody who is not in the plan yet: the edit and the new person
 * are one step, so that one undo takes back both.
 */
typedef struct _SlipIntroduction SlipIntroduction;

/**
 * slip_introduction_new:
 * @person: the id that the person gets
 * @func: the edit that is wished for
 * @data: (transfer full): its data
 */
SlipIntroduction *slip_introduction_new (const char *person,
                                         const char *name,
                                         SlipIntentFunc func,
                                         gpointer data,
                                         GDestroyNotify data_free)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_introduction_free (SlipIntroduction *self);

/**
 * slip_introduction_run:
 *
 * A #SlipIntentFunc over a #SlipIntroduction.  The step is called after the
 * edit; an edit that changes nothing introduces nobody.
 */
gboolean slip_introduction_run (SlipEdit *edit,
                                gconstpointer data,
                                GError **error);

G_END_DECLS
