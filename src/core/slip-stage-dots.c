/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-dots.h"

#include <glib/gi18n-lib.h>

#include "slip-stage.h"

static const char *
get_dot (const SlipRow *stage)
{
  switch (slip_stage_get_state (stage)) {
  case SLIP_STAGE_STATE_DONE:
    return "●";
  case SLIP_STAGE_STATE_ACTIVE:
    return "◐";
  case SLIP_STAGE_STATE_HELD:
    return "‖";
  case SLIP_STAGE_STATE_ROLLED_BACK:
    return "↶";
  case SLIP_STAGE_STATE_SKIPPED:
    return "–";
  case SLIP_STAGE_STATE_PLANNED:
    break;
  }
  return "○";
}

char *
slip_stage_dots_dup (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);
  GString *dots;

  if (stages->len == 0)
    return NULL;
  dots = g_string_new (NULL);
  for (guint i = 0; i < stages->len; i++)
    g_string_append (dots, get_dot (stages->pdata[i]));
  return g_string_free (dots, FALSE);
}

/* The last stage that somebody has, or had until it was rolled back; -1 for
 * none. */
static int
find_last (const GPtrArray *stages)
{
  for (guint i = stages->len; i > 0; i--) {
    const SlipRow *stage = stages->pdata[i - 1];

    if (slip_stage_has_begun (stage) ||
        slip_stage_get_state (stage) == SLIP_STAGE_STATE_ROLLED_BACK)
      return (int) i - 1;
  }
  return -1;
}

char *
slip_stage_dots_dup_label (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);
  int last = find_last (stages);
  g_autofree char *title = NULL;
  g_autofree char *what = NULL;

  if (stages->len == 0)
    return NULL;
  if (last < 0)
    return g_strdup_printf (ngettext ("%u stage, not started",
                                      "%u stages, none started", stages->len),
                            stages->len);
  title = slip_stage_dup_title (stages->pdata[last]);
  what = g_utf8_strdown (slip_stage_state_get_label (
                           slip_stage_get_state (stages->pdata[last])),
                         -1);
  /* Translators: which of how many rollout stages, its name and its state:
   * 'stage 2 of 4: 25 %, active'. */
  return g_strdup_printf (_ ("stage %d of %u: %s, %s"), last + 1, stages->len,
                          title, what);
}
