/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-age.h"

#include <glib/gi18n-lib.h>

#include "slip-gate-scope.h"

#define MINUTE_MS ((gint64) 60 * 1000)
#define HOUR_MS   (60 * MINUTE_MS)
#define DAY_MS    (24 * HOUR_MS)

const char *
slip_feed_age_get_nick (SlipFeedAge age)
{
  static const char *const nicks[SLIP_N_FEED_AGES] = { "fresh", "ageing",
                                                       "stale" };

  g_return_val_if_fail (age < SLIP_N_FEED_AGES, NULL);

  return nicks[age];
}

gint64
slip_feed_get_interval_ms (const SlipPlanState *state, const char *feed)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_FEED, feed);
  gint64 minutes =
    row != NULL ? slip_row_get_integer (row, SLIP_FEED_INTERVAL_MINUTES) : 0;

  return (minutes > 0 ? minutes : SLIP_FEED_USUAL_MINUTES) * MINUTE_MS;
}

const char *
slip_feed_get_name (const SlipPlanState *state, const char *feed)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_FEED, feed);
  const char *name =
    row != NULL ? slip_row_get_text (row, SLIP_FEED_NAME) : NULL;

  return name != NULL ? name : _ ("A feed");
}

static const SlipFeedStanding *
get_standing (const SlipPlanState *state, const char *feed)
{
  return slip_observations_get_standing (slip_plan_state_get_observations (
                                           state),
                                         feed);
}

SlipFeedAge
slip_feed_get_age (const SlipPlanState *state, const char *feed, gint64 now_ms)
{
  const SlipFeedStanding *standing = get_standing (state, feed);
  gint64 interval_ms = slip_feed_get_interval_ms (state, feed);
  gint64 age_ms;

  if (slip_plan_state_get (state, SLIP_KIND_FEED, feed) == NULL ||
      standing == NULL || standing->succeeded_at_ms == 0)
    return SLIP_FEED_AGE_STALE;

  age_ms = now_ms - standing->succeeded_at_ms;
  if (age_ms > MAX (4 * interval_ms, DAY_MS))
    return SLIP_FEED_AGE_STALE;
  return age_ms > MAX (2 * interval_ms, HOUR_MS) ? SLIP_FEED_AGE_AGEING
                                                 : SLIP_FEED_AGE_FRESH;
}

static gboolean
is_asked_by_itself (const SlipPlanState *state, const char *feed)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_FEED, feed);

  return row != NULL && slip_row_get_boolean (row, SLIP_FEED_IS_ENABLED);
}

SlipFeedLoudness
slip_feed_get_loudness (const SlipPlanState *state,
                        const char *feed,
                        gint64 now_ms)
{
  const SlipFeedStanding *standing = get_standing (state, feed);
  SlipFeedAge age = slip_feed_get_age (state, feed, now_ms);
  gboolean is_failing;

  if (standing == NULL || standing->tried_at_ms == 0)
    return SLIP_FEED_QUIET;

  is_failing = standing->n_failures > 0;
  if (standing->succeeded_at_ms == 0 && is_failing &&
      now_ms - standing->failing_since_ms <= DAY_MS)
    return SLIP_FEED_NOTE;
  if (age == SLIP_FEED_AGE_STALE && !standing->is_offline &&
      is_asked_by_itself (state, feed))
    return SLIP_FEED_WARNING;
  return age != SLIP_FEED_AGE_FRESH || is_failing ? SLIP_FEED_NOTE
                                                  : SLIP_FEED_QUIET;
}

/* How long ago @at_ms was; a clock that was set back makes it now. */
static char *
dup_span (gint64 at_ms, gint64 now_ms)
{
  return slip_gate_dup_duration (MAX (now_ms - at_ms, 0) / 1000);
}

static char *
dup_ago (gint64 at_ms, gint64 now_ms)
{
  g_autofree char *span = NULL;

  if (now_ms - at_ms < MINUTE_MS)
    return g_strdup (_ ("just now"));
  span = dup_span (at_ms, now_ms);
  return g_strdup_printf (_ ("%s ago"), span);
}

static char *
dup_answered (const SlipFeedStanding *standing, gint64 now_ms)
{
  g_autofree char *ago = NULL;

  if (standing->succeeded_at_ms == 0)
    return g_strdup (C_ ("feed", "never answered"));
  ago = dup_ago (standing->succeeded_at_ms, now_ms);
  /* Translators: when a feed last answered well: 'answered 3 min ago'. */
  return g_strdup_printf (C_ ("feed", "answered %s"), ago);
}

char *
slip_feed_dup_standing (const SlipPlanState *state,
                        const char *feed,
                        gint64 now_ms)
{
  const SlipFeedStanding *standing = get_standing (state, feed);
  g_autoptr (GString) text = g_string_new (NULL);

  if (standing == NULL || standing->tried_at_ms == 0) {
    g_string_append (text, C_ ("feed", "not asked yet"));
  } else {
    g_autofree char *answered = dup_answered (standing, now_ms);

    g_string_append (text, answered);
    if (standing->n_failures > 0 &&
        now_ms - standing->failing_since_ms < MINUTE_MS) {
      /* Translators: a feed that does not answer. */
      g_string_append (text, C_ ("feed", "; failing"));
    } else if (standing->n_failures > 0) {
      g_autofree char *span = dup_span (standing->failing_since_ms, now_ms);

      /* Translators: how long a feed has failed: '; failing for 2 d 4 h'. */
      g_string_append_printf (text, C_ ("feed", "; failing for %s"), span);
    } else if (standing->is_offline) {
      g_string_append (text, C_ ("feed", "; no network"));
    }
  }
  if (!is_asked_by_itself (state, feed))
    g_string_append (text, C_ ("feed", "; asked only by hand"));
  return g_strdup (text->str);
}

char *
slip_feed_dup_next (const SlipPlanState *state, const char *feed, gint64 now_ms)
{
  const SlipFeedStanding *standing = get_standing (state, feed);
  g_autofree char *span = NULL;

  if (!is_asked_by_itself (state, feed))
    return NULL;
  if (standing == NULL || standing->next_at_ms <= now_ms)
    return g_strdup (_ ("next try now"));

  /* A minute that has begun counts. */
  span = dup_span (now_ms, standing->next_at_ms + MINUTE_MS - 1);
  /* Translators: in how much time a feed is asked: 'next try in 5 min'. */
  return g_strdup_printf (_ ("next try in %s"), span);
}

char *
slip_feed_value_dup_source (const SlipFeedValue *self,
                            const SlipPlanState *state,
                            gint64 now_ms)
{
  const SlipFeedStanding *standing = get_standing (state, self->feed);
  const char *name = slip_feed_get_name (state, self->feed);
  g_autofree char *ago = dup_ago (slip_feed_value_get_at_ms (self), now_ms);
  g_autofree char *span = NULL;

  if (standing == NULL || standing->succeeded_at_ms == 0 ||
      slip_feed_get_age (state, self->feed, now_ms) == SLIP_FEED_AGE_FRESH)
    /* Translators: a feed, and when it said something. */
    return g_strdup_printf (_ ("%s, %s"), name, ago);

  span = dup_span (standing->succeeded_at_ms, now_ms);
  /* Translators: a feed, when it said something, and how long it has not
   * answered since: 'Help desk, 5 d ago, not confirmed for 2 d'. */
  return g_strdup_printf (_ ("%s, %s, not confirmed for %s"), name, ago, span);
}
