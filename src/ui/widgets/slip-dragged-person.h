/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipDraggedPerson:
 * @id: the id of the person
 *
 * What a drag carries that is to make somebody the owner of what it is dropped
 * on.  It never leaves the program.
 */
typedef struct {
  char *id;
} SlipDraggedPerson;

#define SLIP_TYPE_DRAGGED_PERSON (slip_dragged_person_get_type ())

GType slip_dragged_person_get_type (void) G_GNUC_CONST;

SlipDraggedPerson *slip_dragged_person_new (const char *id)
  G_GNUC_WARN_UNUSED_RESULT;
SlipDraggedPerson *slip_dragged_person_copy (const SlipDraggedPerson *self)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_dragged_person_free (SlipDraggedPerson *self);

/* Returns: (transfer full): what a GtkDragSource's `prepare` returns. */
GdkContentProvider *slip_dragged_person_new_provider (const char *id)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): a drop target that takes people. */
GtkDropTarget *slip_dragged_person_new_target (void) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): the id of the person that hovers over
 * @target now. */
char *slip_dragged_person_dup_hovering (GtkDropTarget *target)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipDraggedPerson, slip_dragged_person_free)

G_END_DECLS
