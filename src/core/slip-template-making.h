/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-template-draft.h"

G_BEGIN_DECLS

/**
 * SlipTemplateMaking:
 *
 * Putting templates into a plan: the data of slip_template_making_run().
 */
typedef struct _SlipTemplateMaking SlipTemplateMaking;

/**
 * slip_template_making_new:
 * @verb: what the step is called; `SLIP_VERB_ADD` or `SLIP_VERB_IMPORT`
 */
SlipTemplateMaking *slip_template_making_new (SlipVerb verb)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_template_making_free (SlipTemplateMaking *self);

/**
 * slip_template_making_dup_shipped_id:
 * @template_key: the key of a shipped template
 * @noun: (nullable): 'item', or %NULL for the template itself
 * @key: (nullable): the key of the item
 *
 * Returns: (transfer full): the id that it has in every plan.
 */
char *slip_template_making_dup_shipped_id (const char *template_key,
                                           const char *noun,
                                           const char *key)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_making_take:
 * @draft: (transfer full): a template to make
 *
 * Returns: the id that it will have.
 */
const char *slip_template_making_take (SlipTemplateMaking *self,
                                       SlipTemplateDraft *draft);

/* The same, for an intent that makes a draft whenever it is run: the ids of
 * what it makes come from @seed. */
const char *slip_template_making_take_seeded (SlipTemplateMaking *self,
                                              SlipTemplateDraft *draft,
                                              const char *seed);

/**
 * slip_template_making_run:
 *
 * A #SlipIntentFunc over a #SlipTemplateMaking: makes each template as one
 * step, after all others in order.  Audiences are found by name, in capitals or
 * not, and made if there is none of that name; so are products, which are not
 * made: without one, the template is for any.  A name that a template has gets
 * a number.  One that was shipped and is there already, retired or not, is
 * passed over.
 */
gboolean slip_template_making_run (SlipEdit *edit,
                                   gconstpointer data,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipTemplateMaking, slip_template_making_free)

G_END_DECLS
