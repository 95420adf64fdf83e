/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-soak-watch.h"

#include "slip-rollout.h"
#include "slip-stage.h"

#define LONGEST_WAIT_S 600
#define MS_PER_SECOND  G_GINT64_CONSTANT (1000)

struct _SlipSoakWatch {
  GObject parent_instance;

  SlipPlanState *state;
  SlipClock *clock;
  GHashTable *said; /* stage and when it started, as text */
  guint timer;
  gint64 looked_ms;
  gint64 next_ms; /* when there may be something new */
};

enum {
  DUE,
  LOOKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipSoakWatch, slip_soak_watch, G_TYPE_OBJECT)

/* A stage that was rolled back and started again soaks anew. */
static char *
dup_key (const SlipRow *stage)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, slip_row_get_id (stage),
                          slip_row_get_integer (stage, SLIP_STAGE_STARTED_AT));
}

static void
say_new (SlipSoakWatch *self)
{
  g_autoptr (GPtrArray) stages =
    slip_rollout_list_proposals (self->state,
                                 slip_clock_get_now_ms (self->clock));
  gboolean has_new = FALSE;
  for (guint i = 0; i < stages->len; i++)
    has_new |= g_hash_table_add (self->said, dup_key (stages->pdata[i]));
  if (has_new)
    g_signal_emit (self, signals[DUE], 0, stages->len);
}

static void look (SlipSoakWatch *self);

static gboolean
timer_cb (gpointer data)
{
  SlipSoakWatch *self = data;
  self->timer = 0;
  look (self);
  g_signal_emit (self, signals[LOOKED], 0);
  return G_SOURCE_REMOVE;
}

static void
look (SlipSoakWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->looked_ms = slip_clock_get_now_ms (self->clock);
  guint wait_s = slip_soak_watch_get_wait (self->state, self->looked_ms);
  if (wait_s > 0)
    self->timer = g_timeout_add_seconds (wait_s, timer_cb, self);
  self->next_ms =
    self->looked_ms + (wait_s > 0 ? wait_s : LONGEST_WAIT_S) * MS_PER_SECOND;
  say_new (self);
}

static void
slip_soak_watch_finalize (GObject *object)
{
  SlipSoakWatch *self = SLIP_SOAK_WATCH (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_clear_pointer (&self->clock, slip_clock_unref);
  g_hash_table_unref (self->said);
  G_OBJECT_CLASS (slip_soak_watch_parent_class)->finalize (object);
}

static void
slip_soak_watch_class_init (SlipSoakWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_soak_watch_finalize;
  signals[DUE] =
    g_signal_new ("due", SLIP_TYPE_SOAK_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[LOOKED] =
    g_signal_new ("looked", SLIP_TYPE_SOAK_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_soak_watch_init (SlipSoakWatch *self)
{
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SlipSoakWatch *
slip_soak_watch_new (void)
{
  return g_object_new (SLIP_TYPE_SOAK_WATCH, NULL);
}

void
slip_soak_watch_set_plan (SlipSoakWatch *self,
                          const SlipPlanState *state,
                          SlipClock *clock)
{
  g_return_if_fail (SLIP_IS_SOAK_WATCH (self));
  g_return_if_fail (state != NULL && clock != NULL);

  SlipPlanState *held = slip_plan_state_ref (state);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = held;
  SlipClock *held_clock = slip_clock_ref (clock);
  g_clear_pointer (&self->clock, slip_clock_unref);
  self->clock = held_clock;
  look (self);
}

void
slip_soak_watch_catch_up (SlipSoakWatch *self)
{
  g_return_if_fail (SLIP_IS_SOAK_WATCH (self));

  if (self->state == NULL)
    return;
  gint64 now_ms = slip_clock_get_now_ms (self->clock);
  if (now_ms >= self->looked_ms && now_ms < self->next_ms)
    return;
  look (self);
  g_signal_emit (self, signals[LOOKED], 0);
}

typedef struct {
  gint64 now_ms;
  gint64 wait_s; /* 0 for none */
} Search;

static void
find_next_cb (const SlipRow *stage, gpointer data)
{
  Search *search = data;
  gint64 soaked;
  gint64 left;
  if (slip_stage_get_state (stage) != SLIP_STAGE_STATE_ACTIVE)
    return;
  soaked = slip_stage_get_soaked_seconds (stage, search->now_ms);
  left = slip_stage_get_soak_seconds (stage) - soaked;
  if (soaked < 0 || left <= 0)
    left = LONGEST_WAIT_S;
  if (search->wait_s == 0 || left < search->wait_s)
    search->wait_s = left;
}

guint
slip_soak_watch_get_wait (const SlipPlanState *state, gint64 now_ms)
{
  Search search = { now_ms, 0 };
  slip_rollout_foreach_current (state, find_next_cb, &search);
  return search.wait_s == 0
           ? 0
           : (guint) CLAMP (search.wait_s + 1, 1, LONGEST_WAIT_S);
}
