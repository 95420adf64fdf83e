/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipEntityEdit:
 *
 * The plain edits: make an entity, set some of its properties, remove it.  The
 * data of slip_entity_edit_run().
 */
typedef struct _SlipEntityEdit SlipEntityEdit;

/**
 * slip_entity_edit_new_create:
 * @id: (nullable): the id to give it; %NULL for a new one
 * @owner: (nullable): the id of the entity it is part of
 */
SlipEntityEdit *slip_entity_edit_new_create (SlipKind kind,
                                             const char *id,
                                             const char *owner)
  G_GNUC_WARN_UNUSED_RESULT;

SlipEntityEdit *slip_entity_edit_new_set (SlipKind kind, const char *id)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_entity_edit_new_remove:
 *
 * Releases are deleted softly.  Products and templates that something refers to
 * are retired, and so are people and audiences once there is a release, because
 * parts that are not in memory may refer to them.  Everything else is deleted
 * with its parts, unless something refers to it; what hangs on a stage or a
 * flag, and the items of a template's audience, see slip_stage_remove(),
 * slip_flag_let_go() and slip_template_let_go().
 */
SlipEntityEdit *slip_entity_edit_new_remove (SlipKind kind, const char *id)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_entity_edit_free (SlipEntityEdit *self);

const char *slip_entity_edit_get_id (const SlipEntityEdit *self);
void slip_entity_edit_set_reason (SlipEntityEdit *self, const char *reason);

/* Adds a property to set; the last call for a property counts. */
void slip_entity_edit_add (SlipEntityEdit *self,
                           guint property,
                           const SlipValue *value);
void slip_entity_edit_add_text (SlipEntityEdit *self,
                                guint property,
                                const char *text);
void slip_entity_edit_add_integer (SlipEntityEdit *self,
                                   guint property,
                                   gint64 integer);
void slip_entity_edit_add_date (SlipEntityEdit *self,
                                guint property,
                                SlipDate date);
/* Both properties of a release's date, normalised. */
void slip_entity_edit_add_planned (SlipEntityEdit *self,
                                   SlipAnchor anchor,
                                   SlipPlannedDate planned);

/**
 * slip_entity_edit_run:
 *
 * A #SlipIntentFunc over a #SlipEntityEdit.  Fails with
 * `SLIP_PLAN_ERROR_INVALID` if the entity would break a rule of the model (see
 * slip_rules_check_row() and slip_product_check_name()), or if something refers
 * to what is to be deleted.  A new product gets a colour if it has none, a
 * new entity that has an order gets a rank after all others (none after very
 * many), a release its first planned date when it first gets a date, and of the
 * stages of a template one at most is the launch stage: the last that was made
 * it.
 */
gboolean slip_entity_edit_run (SlipEdit *edit,
                               gconstpointer data,
                               GError **error);

/**
 * slip_entity_edit_run_all:
 *
 * A #SlipIntentFunc over a #GPtrArray of #SlipEntityEdit: runs them in order as
 * one step, each on what those before it made.  The plan has to keep the rules
 * of the model after each of them.  The step is called after its first edit of
 * a release, as a new one is what its new product is for, else after its first
 * edit.
 */
gboolean slip_entity_edit_run_all (SlipEdit *edit,
                                   gconstpointer data,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipEntityEdit, slip_entity_edit_free)

G_END_DECLS
