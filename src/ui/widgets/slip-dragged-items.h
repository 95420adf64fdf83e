/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipDraggedItems:
 * @release: the id of their release
 * @items: their ids, in their order
 *
 * What a drag of items of a checklist carries.  It never leaves the program.
 */
typedef struct {
  char *release;
  GStrv items;
} SlipDraggedItems;

#define SLIP_TYPE_DRAGGED_ITEMS (slip_dragged_items_get_type ())

GType slip_dragged_items_get_type (void) G_GNUC_CONST;

SlipDraggedItems *slip_dragged_items_new (const char *release,
                                          const char *const *items)
  G_GNUC_WARN_UNUSED_RESULT;
SlipDraggedItems *slip_dragged_items_copy (const SlipDraggedItems *self)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_dragged_items_free (SlipDraggedItems *self);

/* Returns: (transfer full): what a GtkDragSource's `prepare` returns. */
GdkContentProvider *slip_dragged_items_new_provider (const char *release,
                                                     const char *const *items)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): a drop target that takes items. */
GtkDropTarget *slip_dragged_items_new_target (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_dragged_items_dup_hovering:
 *
 * Returns: (transfer full) (nullable): what hovers over @target now, if it is
 * of @release.
 */
SlipDraggedItems *slip_dragged_items_dup_hovering (GtkDropTarget *target,
                                                   const char *release)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipDraggedItems, slip_dragged_items_free)

G_END_DECLS
