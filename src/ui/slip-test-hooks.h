/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipTestHooks:
 *
 * Lets tests outside the process find widgets, wait and look inside: an object
 * `/io/github/slipway_planner/Slipway/test` on the session bus with the
 * interface `io.github.slipway_planner.Slipway.Test`.  It is there only if the
 * environment variable `SLIPWAY_TEST_HOOKS` is 1.
 *
 * - `Where (s name) → (iiii)`: position and size of the widget of that name, or
 *   with that label after a `=`, in pixels of the screen (X11) or its window
 * - `List () → a(sssiiii)`: type, name, label, position and size of all that is
 *   shown
 * - `Idle () → u`: answers after a complete frame with no work under way
 * - `Active () → b`: whether one of the windows has the keyboard, and not one
 *   with a dialog that is to have it
 * - `Shot (s name, s file)`: that widget as a PNG file
 * - `Frames (b reset) → s`: slip_frame_times_dup_json(), and CPU time so far
 * - `Activate (s action, s parameter)`: of the active window; the parameter as
 *   GVariant text, empty for none
 * - `Input () → (bssii)`: whether something is being dragged, name and label of
 *   what has the focus, where the pointer was last seen in the active window
 * - `Keys () → t`: how many keys were pressed so far that came to a window
 * - `State () → (xs)`: the plan's last step and digest
 */
#define SLIP_TYPE_TEST_HOOKS (slip_test_hooks_get_type ())
G_DECLARE_FINAL_TYPE (SlipTestHooks, slip_test_hooks, SLIP, TEST_HOOKS, GObject)

/**
 * slip_test_hooks_new:
 * @application: a registered application, which owns the hooks
 *
 * Returns: (transfer full) (nullable): the hooks, or %NULL where nobody asked
 * for them.
 */
SlipTestHooks *slip_test_hooks_new (GtkApplication *application)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
