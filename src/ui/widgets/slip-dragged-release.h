/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipDraggedRelease:
 * @id: the id of the release
 *
 * What a drag carries: the release, never the widget that shows it.  The same
 * for chips, cards and the tray, so each can be dropped wherever releases go.
 * It never leaves the program.
 */
typedef struct {
  char *id;
} SlipDraggedRelease;

#define SLIP_TYPE_DRAGGED_RELEASE (slip_dragged_release_get_type ())

GType slip_dragged_release_get_type (void) G_GNUC_CONST;

SlipDraggedRelease *slip_dragged_release_new (const char *id)
  G_GNUC_WARN_UNUSED_RESULT;
SlipDraggedRelease *slip_dragged_release_copy (const SlipDraggedRelease *self)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_dragged_release_free (SlipDraggedRelease *self);

/**
 * slip_dragged_release_new_provider:
 *
 * Returns: (transfer full): what a GtkDragSource's `prepare` returns to drag
 * the release @id.
 */
GdkContentProvider *slip_dragged_release_new_provider (const char *id)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_dragged_release_new_source:
 *
 * Returns: (transfer full): a drag source for releases, which Escape ends.
 */
GtkDragSource *slip_dragged_release_new_source (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_dragged_release_new_target:
 *
 * Returns: (transfer full): a drop target that takes releases.
 */
GtkDropTarget *slip_dragged_release_new_target (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_dragged_release_dup_hovering:
 *
 * Returns: (transfer full) (nullable): the id of the release that hovers over
 * @target now, at once and without waiting for its value.
 */
char *slip_dragged_release_dup_hovering (GtkDropTarget *target)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether Shift is held over @target; only X11 tells the keys that are held
 * during a drag. */
gboolean slip_dragged_release_is_shift_held (GtkDropTarget *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipDraggedRelease, slip_dragged_release_free)

G_END_DECLS
