/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SlipToaster:
 *
 * Shows one toast at a time, the newest.  libadwaita 1.2 crashes when a toast
 * is dismissed while it still comes up, as happens when somebody undoes several
 * steps quickly; so what comes within that time waits for its end, and of
 * several only the newest is shown.
 */
typedef struct _SlipToaster SlipToaster;

/* @overlay: where toasts are shown; it must live as long as the toaster */
SlipToaster *slip_toaster_new (AdwToastOverlay *overlay)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_toaster_free (SlipToaster *self);

/**
 * slip_toaster_take:
 * @toast: (transfer full): what to show in place of what is shown
 * @front: (nullable): a window that stands in front and shows it instead
 */
void slip_toaster_take (SlipToaster *self,
                        AdwToast *toast,
                        AdwPreferencesWindow *front);

/* Takes away what is shown or waits to be. */
void slip_toaster_dismiss (SlipToaster *self);

G_END_DECLS
