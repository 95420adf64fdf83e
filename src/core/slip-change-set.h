/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-row.h"

G_BEGIN_DECLS

/**
 * SlipChangeType:
 * @SLIP_CHANGE_CREATE: an entity with default values comes to be
 * @SLIP_CHANGE_DELETE: an entity with default values goes
 * @SLIP_CHANGE_SET: a property changes from old to new
 *
 * Creating and deleting deal in default values only, so that the inverse of
 * each change is again one change.
 */
typedef enum {
  SLIP_CHANGE_CREATE,
  SLIP_CHANGE_DELETE,
  SLIP_CHANGE_SET,
} SlipChangeType;

/**
 * SlipChange:
 * @owner: (nullable): the id of the entity that @id is part of
 * @property: for `SLIP_CHANGE_SET`, the index of the property
 *
 * One change of one entity.
 */
typedef struct {
  SlipChangeType type;
  SlipKind kind;
  char *id;
  char *owner;
  guint property;
  SlipValue old_value;
  SlipValue new_value;
} SlipChange;

void slip_change_free (SlipChange *change);
SlipChange *slip_change_new_create (SlipKind kind,
                                    const char *id,
                                    const char *owner);
SlipChange *slip_change_new_delete (SlipKind kind,
                                    const char *id,
                                    const char *owner);
SlipChange *slip_change_new_set (const SlipRow *row,
                                 guint property,
                                 const SlipValue *new_value);
SlipChange *slip_change_new_inverse (const SlipChange *change);

/**
 * SlipVerb:
 *
 * What a change set does, so that its label can be told in the language of
 * whoever reads it.
 */
typedef enum {
  SLIP_VERB_EDIT,
  SLIP_VERB_ADD,
  SLIP_VERB_DELETE,
  SLIP_VERB_MOVE,
  SLIP_VERB_UNSCHEDULE,
  SLIP_VERB_STATUS,
  SLIP_VERB_REORDER,
  SLIP_VERB_RETIRE,
  SLIP_VERB_IMPORT,
  SLIP_VERB_TELL,
  SLIP_VERB_SAMPLE,
  SLIP_VERB_GENERATE,
  SLIP_VERB_TEMPLATE,
  SLIP_VERB_START,
  SLIP_VERB_HOLD,
  SLIP_VERB_RESUME,
  SLIP_VERB_FINISH,
  SLIP_VERB_SKIP,
  SLIP_VERB_ROLL_BACK,
  SLIP_VERB_UPDATE,
  SLIP_VERB_WHAT_IF,
  SLIP_VERB_DECIDE,
  SLIP_VERB_ACCEPT,
  SLIP_N_VERBS,
} SlipVerb;

/* The name of @verb in files.  An unknown name is read as an edit. */
const char *slip_verb_get_nick (SlipVerb verb);
SlipVerb slip_verb_find (const char *nick);

/**
 * SlipChangeSet:
 * @verb: what it does
 * @subject: (nullable): to what, as people call it: 'Payments 3.9'
 * @reason: (nullable): why
 * @changes: (element-type SlipChange): in the order they are applied
 * @is_beginning: whether it cannot be undone if it is the first step of a file
 *
 * An ordered, labelled list of changes: one edit.  Reference counted; not
 * changed once it was shared.
 */
typedef struct {
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  SlipVerb verb;
  char *subject;
  char *reason;
  GPtrArray *changes;
  gboolean is_beginning;
} SlipChangeSet;

SlipChangeSet *slip_change_set_new (SlipVerb verb, const char *subject);
SlipChangeSet *slip_change_set_ref (SlipChangeSet *set);
void slip_change_set_unref (SlipChangeSet *set);

/* Appends @change, which the set then owns. */
void slip_change_set_take (SlipChangeSet *set, SlipChange *change);

/**
 * slip_change_set_new_inverse:
 *
 * Returns: (transfer full): the set that takes @set back, with the same label;
 * but for records, which stay (see slip_decision_new_turn_set()).
 */
SlipChangeSet *slip_change_set_new_inverse (const SlipChangeSet *set);

gboolean slip_change_set_equal (const SlipChangeSet *a, const SlipChangeSet *b);

/**
 * slip_change_set_describe:
 *
 * Returns: (transfer full): what @verb does to @subject as a noun phrase that
 * can follow 'Undo': 'move of Payments 3.9'.
 */
char *slip_change_set_describe (SlipVerb verb,
                                const char *subject) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipChange, slip_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipChangeSet, slip_change_set_unref)

G_END_DECLS
