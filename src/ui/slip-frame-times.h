/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipFrameTimes:
 *
 * Measures what frames cost.  For tests and benchmarks.
 */
#define SLIP_TYPE_FRAME_TIMES (slip_frame_times_get_type ())
G_DECLARE_FINAL_TYPE (SlipFrameTimes,
                      slip_frame_times,
                      SLIP,
                      FRAME_TIMES,
                      GObject)

/* @widget: a realised widget; its window's frames are measured. */
SlipFrameTimes *slip_frame_times_new (GtkWidget *widget)
  G_GNUC_WARN_UNUSED_RESULT;

/* How many frames there were at all, also those in which nothing is painted. */
gint64 slip_frame_times_get_counter (SlipFrameTimes *self);

/* Forgets what was measured. */
void slip_frame_times_reset (SlipFrameTimes *self);

/**
 * slip_frame_times_dup_json:
 *
 * Returns: (transfer full): an object with, for each of `wall` (the frame),
 * `cpu` (of the whole process meanwhile), `layout` (updating and layout) and
 * `paint`: `n`, `mean`, `median`, `p95` and `max`, in milliseconds.
 */
char *slip_frame_times_dup_json (SlipFrameTimes *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* The CPU time of this process so far, in milliseconds. */
double slip_frame_times_get_cpu_ms (void);

G_END_DECLS
