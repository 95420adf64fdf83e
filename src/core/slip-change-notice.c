/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-change-notice.h"

#include <string.h>

#include "slip-knowledge.h"
#include "slip-release.h"

/* The part of an id that a release and an audience give, before the number. */
#define STEM_LENGTH 32
#define MAX_NUMBER  0xffffu

/* An id of RFC 9562, version 8: its digits are ours to choose but for two. */
static char *
dup_stem (const char *release, const char *audience)
{
  g_autofree char *text =
    g_strconcat ("change-notice\n", release, "\n", audience, NULL);
  g_autofree char *digest =
    g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("%.8s-%.4s-8%.3s-a%.3s-%.8s", digest, digest + 8,
                          digest + 12, digest + 15, digest + 18);
}

gboolean
slip_change_notice_is_due (const SlipRow *communication)
{
  return slip_row_get_integer (communication, SLIP_COMMUNICATION_TYPE) ==
           SLIP_COMMUNICATION_CHANGE_NOTICE &&
         !slip_communication_is_sent (communication);
}

gboolean
slip_change_notice_is_added (const SlipRow *communication)
{
  const char *audience =
    slip_row_get_text (communication, SLIP_COMMUNICATION_AUDIENCE);
  g_autofree char *stem = NULL;

  if (audience == NULL)
    return FALSE;

  stem = dup_stem (slip_row_get_owner (communication), audience);
  return strncmp (slip_row_get_id (communication), stem, STEM_LENGTH) == 0;
}

guint
slip_change_notice_count_due (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (state, SLIP_KIND_COMMUNICATION, release);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += slip_change_notice_is_due (rows->pdata[i]);
  return n;
}

static char *
dup_free_id (const SlipPlanState *state,
             const char *release,
             const char *audience)
{
  g_autofree char *stem = dup_stem (release, audience);

  for (guint i = 0; i <= MAX_NUMBER; i++) {
    g_autofree char *id = g_strdup_printf ("%s%04x", stem, i);

    if (slip_plan_state_get (state, SLIP_KIND_COMMUNICATION, id) == NULL)
      return g_steal_pointer (&id);
  }
  return NULL;
}

static void
add_notice (SlipEdit *edit,
            const char *release,
            const char *audience,
            SlipDate due)
{
  g_autofree char *id =
    dup_free_id (slip_edit_get_state (edit), release, audience);

  if (id == NULL)
    return;

  slip_edit_create (edit, SLIP_KIND_COMMUNICATION, id, release);
  slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION, id,
                      SLIP_COMMUNICATION_AUDIENCE, audience);
  slip_edit_set_integer (edit, SLIP_KIND_COMMUNICATION, id,
                         SLIP_COMMUNICATION_TYPE,
                         SLIP_COMMUNICATION_CHANGE_NOTICE);
  slip_edit_set_date (edit, SLIP_KIND_COMMUNICATION, id,
                      SLIP_COMMUNICATION_PLANNED_DATE, due);
}

/* Whether nobody has written anything into it. */
static gboolean
is_blank (const SlipRow *row)
{
  return slip_row_get_text (row, SLIP_COMMUNICATION_NOTE) == NULL &&
         slip_row_get_text (row, SLIP_COMMUNICATION_CHANNEL) == NULL;
}

static void
remove_notices (SlipEdit *edit, const SlipKnowledge *knowledge)
{
  for (guint i = 0; i < knowledge->planned->len; i++) {
    const SlipRow *row = knowledge->planned->pdata[i];

    if (slip_change_notice_is_due (row) && slip_change_notice_is_added (row) &&
        is_blank (row))
      slip_edit_delete (edit, SLIP_KIND_COMMUNICATION, slip_row_get_id (row));
  }
}

static gboolean
has_notice (const SlipKnowledge *knowledge)
{
  for (guint i = 0; i < knowledge->planned->len; i++)
    if (slip_change_notice_is_due (knowledge->planned->pdata[i]))
      return TRUE;

  return FALSE;
}

void
slip_change_notice_settle (SlipEdit *edit, const char *release, SlipDate today)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (SlipWorkingDays) working_days = NULL;
  SlipDate due;

  if (row == NULL || !slip_release_is_open (row) ||
      !slip_edit_need (edit, release))
    return;

  working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (row, SLIP_RELEASE_PRODUCT));
  due = slip_working_days_add (working_days, today, 1);
  list = slip_knowledge_list (state, row, today);
  for (guint i = 0; i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];

    if (knowledge->state != SLIP_KNOWLEDGE_WRONG_DATE)
      remove_notices (edit, knowledge);
    else if (!has_notice (knowledge))
      add_notice (edit, release, slip_row_get_id (knowledge->audience), due);
  }
}

static SlipDate
find_day (const SlipPlanState *state, const char *release)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);

  return row != NULL ? slip_release_resolve (state, row, SLIP_ANCHOR_RELEASE)
                     : SLIP_DATE_NONE;
}

void
slip_change_notice_settle_if_moved (SlipEdit *edit,
                                    const char *release,
                                    SlipDate today)
{
  if (!slip_date_equal (find_day (slip_edit_get_base (edit), release),
                        find_day (slip_edit_get_state (edit), release)))
    slip_change_notice_settle (edit, release, today);
}
