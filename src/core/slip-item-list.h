/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/* What makes, fills and orders checklists. */

/**
 * slip_checklist_ensure:
 * @release: a release whose parts are in memory
 * @new_id: the id of one that is made
 *
 * Returns: (transfer full): the id of the checklist of @release for @audience.
 * One that is made is owned by whoever usually owns those of @audience.
 */
char *slip_checklist_ensure (SlipEdit *edit,
                             const char *release,
                             const char *audience,
                             const char *new_id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SlipChecklistEdit:
 *
 * Making a checklist of a release, or deleting one: the data of
 * slip_checklist_edit_run().
 */
typedef struct _SlipChecklistEdit SlipChecklistEdit;

/* The new one is owned by whoever usually owns those of @audience. */
SlipChecklistEdit *slip_checklist_edit_new_add (const char *release,
                                                const char *audience)
  G_GNUC_WARN_UNUSED_RESULT;

/* Its items go with it. */
SlipChecklistEdit *slip_checklist_edit_new_delete (const char *release,
                                                   const char *checklist)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_checklist_edit_free (SlipChecklistEdit *self);

/* The id of the checklist, also of one to be made. */
const char *slip_checklist_edit_get_id (const SlipChecklistEdit *self);

/**
 * slip_checklist_edit_run:
 *
 * A #SlipIntentFunc over a #SlipChecklistEdit.  A second checklist for an
 * audience is refused with `SLIP_PLAN_ERROR_INVALID`.
 */
gboolean slip_checklist_edit_run (SlipEdit *edit,
                                  gconstpointer data,
                                  GError **error);

/**
 * SlipItemAdd:
 *
 * Adding required items to the end of a checklist in one step: the data of
 * slip_item_add_run().
 */
typedef struct _SlipItemAdd SlipItemAdd;

/* @text: a title, or a list of them as slip_item_lines_split() reads it */
SlipItemAdd *slip_item_add_new (const char *release,
                                const char *checklist,
                                const char *text) G_GNUC_WARN_UNUSED_RESULT;
void slip_item_add_free (SlipItemAdd *self);

/* A #SlipIntentFunc over a #SlipItemAdd. */
gboolean slip_item_add_run (SlipEdit *edit, gconstpointer data, GError **error);

/**
 * SlipItemMove:
 * @release: the id of the release of all of them
 * @items: (array zero-terminated=1): the ids of those that are moved, in the
 *   order that they shall have
 * @checklist: the id of the checklist that they go to
 * @before: (nullable): the id of the item that they are put after
 * @after: (nullable): the id of the item that they are put before
 *
 * Putting items somewhere else within a release.  Without a neighbour that is
 * there, and not moved itself, they go to the end.
 */
typedef struct {
  char *release;
  GStrv items;
  char *checklist;
  char *before;
  char *after;
} SlipItemMove;

SlipItemMove *slip_item_move_new (const char *release,
                                  const char *const *items,
                                  const char *checklist,
                                  const char *before,
                                  const char *after) G_GNUC_WARN_UNUSED_RESULT;
void slip_item_move_free (SlipItemMove *move);

/* A #SlipIntentFunc over a #SlipItemMove. */
gboolean slip_item_move_run (SlipEdit *edit,
                             gconstpointer move,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipChecklistEdit, slip_checklist_edit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipItemAdd, slip_item_add_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipItemMove, slip_item_move_free)

G_END_DECLS
