/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/**
 * SlipTemplateCopy:
 *
 * Making a template of what another or a release has: the data of
 * slip_template_copy_run().
 */
typedef struct _SlipTemplateCopy SlipTemplateCopy;

/* @template_id: the id of the template */
SlipTemplateCopy *slip_template_copy_new (const char *template_id)
  G_GNUC_WARN_UNUSED_RESULT;

/* @name: what the template is to be called, if that is free */
SlipTemplateCopy *slip_template_copy_new_from_release (const char *release,
                                                       const char *name)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_template_copy_free (SlipTemplateCopy *self);

/* Returns: the id that the template will have. */
const char *slip_template_copy_get_id (const SlipTemplateCopy *self);

/**
 * slip_template_copy_run:
 *
 * A #SlipIntentFunc over a #SlipTemplateCopy.  What it is made of is read when
 * it is run, as slip_template_draft_new_from_template() or
 * slip_template_draft_new_from_release() read it; the parts of a release are
 * needed.
 */
gboolean slip_template_copy_run (SlipEdit *edit,
                                 gconstpointer data,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipTemplateCopy, slip_template_copy_free)

G_END_DECLS
