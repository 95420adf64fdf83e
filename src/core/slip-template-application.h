/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/**
 * SlipTemplateApplication:
 *
 * Putting what a template has into a release: the data of
 * slip_template_application_run().  The ids of what it makes come from it, so
 * that it makes the same whenever it is run.
 */
typedef struct _SlipTemplateApplication SlipTemplateApplication;

/**
 * slip_template_application_new:
 * @template_id: the id of the template
 * @release: the id of the release
 */
SlipTemplateApplication *slip_template_application_new (const char *template_id,
                                                        const char *release)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_template_application_free (SlipTemplateApplication *self);

/**
 * slip_template_application_set_seed:
 * @seed: what the ids of new entities are derived from
 *
 * For plans that are to be the same each time they are made.
 */
void slip_template_application_set_seed (SlipTemplateApplication *self,
                                         const char *seed);

const char *slip_template_application_get_template (
  const SlipTemplateApplication *self);
const char *slip_template_application_get_release (
  const SlipTemplateApplication *self);

/**
 * slip_template_application_take_creation:
 * @edits: (transfer full) (element-type SlipEntityEdit): what makes the release
 *
 * Makes the release in the same step: runs @edits first, as
 * slip_entity_edit_run_all() does, and calls the step after them.
 */
void slip_template_application_take_creation (SlipTemplateApplication *self,
                                              GPtrArray *edits);

/**
 * slip_template_application_set_without:
 * @audiences: (array zero-terminated=1): ids of template_audiences
 *
 * Adds nothing for these audiences: no checklist, no item, no communication.
 */
void slip_template_application_set_without (SlipTemplateApplication *self,
                                            const char *const *audiences);

/**
 * slip_template_application_run:
 *
 * A #SlipIntentFunc over a #SlipTemplateApplication.  Adds what
 * slip_template_list_missing() finds, with rules for its dates, which then come
 * out by themselves, and remembers the template in the release.
 *
 * - A checklist that is made belongs to the person of the audience's role in
 *   the template, else to the audience's default owner, else to nobody; one
 *   that nobody owns gets an owner in the same way.  Items get an owner only if
 *   their role is somebody else's.
 * - A stage is added unless the release has one of its name, or, for the
 *   launch stage, has one.
 * - For each needed audience with a minimum notice a communication is planned
 *   that many working days before the release date, unless there is one of its
 *   kind: a brief for those inside the company, an announcement for others.
 *
 * Fails with `SLIP_PLAN_ERROR_NOT_FOUND` if either is gone, and with
 * `SLIP_PLAN_ERROR_INVALID` if the release is over.
 */
gboolean slip_template_application_run (SlipEdit *edit,
                                        gconstpointer data,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipTemplateApplication,
                               slip_template_application_free)

G_END_DECLS
