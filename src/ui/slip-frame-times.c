/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-frame-times.h"

#include <sys/resource.h>

typedef enum {
  WALL,
  CPU,
  LAYOUT,
  PAINT,
  N_SERIES,
} Series;

struct _SlipFrameTimes {
  GObject parent_instance;

  GdkFrameClock *frame_clock;
  gint64 began_us;
  gint64 laid_out_us;
  gint64 painted_us;
  double began_cpu_ms;
  GArray *series[N_SERIES]; /* of double */
};

static const char *const series_names[] = { "wall", "cpu", "layout", "paint" };

G_DEFINE_FINAL_TYPE (SlipFrameTimes, slip_frame_times, G_TYPE_OBJECT)

static void
before_paint_cb (SlipFrameTimes *self)
{
  self->began_us = g_get_monotonic_time ();
  self->began_cpu_ms = slip_frame_times_get_cpu_ms ();
  self->laid_out_us = self->painted_us = 0;
}

/* Connected after GTK's own handlers, so these are the ends of the phases. */
static void
layout_cb (SlipFrameTimes *self)
{
  self->laid_out_us = g_get_monotonic_time ();
}

static void
paint_cb (SlipFrameTimes *self)
{
  self->painted_us = g_get_monotonic_time ();
}

static void
add (SlipFrameTimes *self, Series series, double value_ms)
{
  g_array_append_val (self->series[series], value_ms);
}

static void
after_paint_cb (SlipFrameTimes *self)
{
  if (self->began_us == 0 || self->painted_us == 0)
    return;
  gint64 laid_out_us =
    self->laid_out_us != 0 ? self->laid_out_us : self->began_us;
  add (self, WALL, (double) (g_get_monotonic_time () - self->began_us) / 1000);
  add (self, CPU, slip_frame_times_get_cpu_ms () - self->began_cpu_ms);
  add (self, LAYOUT, (double) (laid_out_us - self->began_us) / 1000);
  add (self, PAINT, (double) (self->painted_us - laid_out_us) / 1000);
}

static void
slip_frame_times_finalize (GObject *object)
{
  SlipFrameTimes *self = SLIP_FRAME_TIMES (object);
  for (guint i = 0; i < N_SERIES; i++)
    g_array_unref (self->series[i]);
  g_object_unref (self->frame_clock);
  G_OBJECT_CLASS (slip_frame_times_parent_class)->finalize (object);
}

static void
slip_frame_times_class_init (SlipFrameTimesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_frame_times_finalize;
}

static void
slip_frame_times_init (SlipFrameTimes *self)
{
  for (guint i = 0; i < N_SERIES; i++)
    self->series[i] = g_array_new (FALSE, FALSE, sizeof (double));
}

SlipFrameTimes *
slip_frame_times_new (GtkWidget *widget)
{
  g_return_val_if_fail (gtk_widget_get_realized (widget), NULL);

  SlipFrameTimes *self = g_object_new (SLIP_TYPE_FRAME_TIMES, NULL);
  self->frame_clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  const struct {
    const char *signal;
    GCallback callback;
  } phases[] = {
    { "layout", G_CALLBACK (layout_cb) },
    { "paint", G_CALLBACK (paint_cb) },
    { "after-paint", G_CALLBACK (after_paint_cb) },
  };
  g_signal_connect_object (self->frame_clock, "before-paint",
                           G_CALLBACK (before_paint_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    g_signal_connect_object (self->frame_clock, phases[i].signal,
                             phases[i].callback, self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

gint64
slip_frame_times_get_counter (SlipFrameTimes *self)
{
  g_return_val_if_fail (SLIP_IS_FRAME_TIMES (self), 0);

  return gdk_frame_clock_get_frame_counter (self->frame_clock);
}

void
slip_frame_times_reset (SlipFrameTimes *self)
{
  g_return_if_fail (SLIP_IS_FRAME_TIMES (self));

  for (guint i = 0; i < N_SERIES; i++)
    g_array_set_size (self->series[i], 0);
  self->began_us = 0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;
  return difference < 0 ? -1 : difference > 0;
}

static void
print_number (GString *json, const char *name, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf (json, ",\"%s\":%s", name,
                          g_ascii_formatd (text, sizeof text, "%.3f", number));
}

static void
print_series (GString *json, const char *name, GArray *series)
{
  guint n = series->len;
  g_string_append_printf (json, "\"%s\":{\"n\":%u", name, n);
  if (n > 0) {
    g_array_sort (series, compare_doubles);
    const double *values = (const double *) (gconstpointer) series->data;
    double sum = 0;
    for (guint i = 0; i < n; i++)
      sum += values[i];
    print_number (json, "mean", sum / n);
    print_number (json, "median", values[n / 2]);
    print_number (json, "p95", values[n * 95 / 100]);
    print_number (json, "max", values[n - 1]);
  }
  g_string_append_c (json, '}');
}

char *
slip_frame_times_dup_json (SlipFrameTimes *self)
{
  g_return_val_if_fail (SLIP_IS_FRAME_TIMES (self), NULL);

  GString *json = g_string_new ("{");
  for (guint i = 0; i < N_SERIES; i++) {
    if (i > 0)
      g_string_append_c (json, ',');
    print_series (json, series_names[i], self->series[i]);
  }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

double
slip_frame_times_get_cpu_ms (void)
{
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}
