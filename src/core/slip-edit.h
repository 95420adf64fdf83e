/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipEdit:
 *
 * A change set in the making: each call changes a fork of the plan at once, so
 * that later ones see what earlier ones did, and notes the change.  Setting a
 * property twice leaves one change; setting it back leaves none.
 *
 * Calls after a failure do nothing; the first error comes out of
 * slip_edit_end().  So a rule can be written without a check after every line.
 */
typedef struct _SlipEdit SlipEdit;

/**
 * SlipIntent:
 *
 * What somebody wants done, as a pure function from the plan's state to
 * changes: it may be run again on a newer state.  It reads
 * slip_edit_get_state(), calls slip_edit_set() and the like, and takes ids for
 * new entities from @data.  It may be called on another thread, while nobody
 * else touches @data.
 *
 * Returns: `FALSE` with an error if it cannot be done.
 */
typedef gboolean (*SlipIntentFunc) (SlipEdit *edit,
                                    gconstpointer data,
                                    GError **error);

SlipEdit *slip_edit_new (const SlipPlanState *state, SlipVerb verb);
void slip_edit_free (SlipEdit *edit);

/* The plan as the edit has made it so far; changed by the next call. */
const SlipPlanState *slip_edit_get_state (SlipEdit *edit);

/* The plan as it was before. */
const SlipPlanState *slip_edit_get_base (SlipEdit *edit);

/* The changes so far (element-type SlipChange), borrowed until the next call.
 */
const GPtrArray *slip_edit_get_changes (SlipEdit *edit);

/* Lets the edit fail with what a rule has found, unless it has already. */
void slip_edit_fail (SlipEdit *edit, SlipPlanError code, const char *message);

/* Whether a call has failed. */
gboolean slip_edit_has_failed (SlipEdit *edit);

/**
 * slip_edit_need:
 *
 * Says that the edit needs the parts of @release.  If they are not in memory
 * the edit fails with `SLIP_PLAN_ERROR_NOT_LOADED`; go on asking for others, so
 * that all are loaded at once.
 *
 * Returns: whether they are in memory.
 */
gboolean slip_edit_need (SlipEdit *edit, const char *release);

/* Returns: (transfer full) (element-type utf8): the releases that were needed
 * and not in memory. */
GPtrArray *slip_edit_dup_needs (SlipEdit *edit) G_GNUC_WARN_UNUSED_RESULT;

void slip_edit_set_verb (SlipEdit *edit, SlipVerb verb);
void slip_edit_set_subject (SlipEdit *edit, const char *subject);
void slip_edit_set_reason (SlipEdit *edit, const char *reason);

/**
 * slip_edit_set_beginning:
 *
 * Says that this is what a new plan begins with: nothing that somebody did, and
 * so nothing to undo.  Of no effect in a file that has a history.
 */
void slip_edit_set_beginning (SlipEdit *edit);

/* Whether nothing has changed yet. */
gboolean slip_edit_is_empty (SlipEdit *edit);

void slip_edit_create (SlipEdit *edit,
                       SlipKind kind,
                       const char *id,
                       const char *owner);

/* Deletes the entity and everything that is part of it but records; needs the
 * parts of a release.  A record that was there before the edit can be neither
 * deleted nor changed. */
void slip_edit_delete (SlipEdit *edit, SlipKind kind, const char *id);

void slip_edit_set (SlipEdit *edit,
                    SlipKind kind,
                    const char *id,
                    guint property,
                    const SlipValue *value);
void slip_edit_set_text (SlipEdit *edit,
                         SlipKind kind,
                         const char *id,
                         guint property,
                         const char *text);
void slip_edit_set_integer (SlipEdit *edit,
                            SlipKind kind,
                            const char *id,
                            guint property,
                            gint64 integer);
void slip_edit_set_date (SlipEdit *edit,
                         SlipKind kind,
                         const char *id,
                         guint property,
                         SlipDate date);

/**
 * slip_edit_end:
 *
 * Returns: (transfer full): the changes, possibly none, or %NULL with the first
 * error of the edit.
 */
SlipChangeSet *slip_edit_end (SlipEdit *edit,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipEdit, slip_edit_free)

G_END_DECLS
