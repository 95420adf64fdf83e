/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-telling.h"

#include <glib/gi18n-lib.h>

#include "slip-change-notice.h"
#include "slip-clock.h"
#include "slip-knowledge.h"
#include "slip-release.h"
#include "slip-text.h"

#define SECOND_MS 1000

struct _SlipConfirmation {
  char *communication;
  gboolean is_confirmed;
  char *by;
  gint64 at_ms;
};

SlipTelling *
slip_telling_new (const char *release,
                  const char *audience,
                  SlipCommunicationType type,
                  gint64 at_ms,
                  SlipDate today)
{
  SlipTelling *self = g_new0 (SlipTelling, 1);

  self->release = g_strdup (release);
  self->audience = g_strdup (audience);
  self->type = type;
  self->at_ms = at_ms;
  self->today = today;
  self->tells_present = TRUE;
  self->date_told = SLIP_DATE_NONE;
  self->new_id = slip_id_new ();
  return self;
}

void
slip_telling_free (SlipTelling *self)
{
  g_free (self->release);
  g_free (self->audience);
  g_free (self->communication);
  g_free (self->by);
  g_free (self->channel);
  g_free (self->confirmed_by);
  g_free (self->note);
  g_free (self->new_id);
  g_free (self);
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                       _ ("It has been deleted in the meantime"));
  return FALSE;
}

/* Calls the step after whom it is told and about what. */
static void
set_subject (SlipEdit *edit, const SlipRow *release, const SlipRow *audience)
{
  g_autofree char *title =
    slip_release_dup_short_title (slip_edit_get_state (edit), release);
  g_autofree char *subject = g_strdup_printf (
    /* Translators: an audience and a release: 'Sales about Payments 3.9'. */
    _ ("%s about %s"), slip_row_get_text (audience, SLIP_AUDIENCE_NAME), title);

  slip_edit_set_subject (edit, subject);
}

/* Returns: (nullable): the planned one that is hereby sent. */
static const SlipRow *
find_planned (SlipEdit *edit, const SlipTelling *self, const SlipRow *release)
{
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (slip_edit_get_state (edit), release, self->today);

  for (guint i = 0; i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];

    if (g_strcmp0 (slip_row_get_id (knowledge->audience), self->audience) != 0)
      continue;
    for (guint j = 0; j < knowledge->planned->len; j++) {
      const SlipRow *row = knowledge->planned->pdata[j];

      /* It is the plan's as well as the list's. */
      if (slip_row_get_integer (row, SLIP_COMMUNICATION_TYPE) == self->type)
        return slip_plan_state_get (slip_edit_get_state (edit),
                                    SLIP_KIND_COMMUNICATION,
                                    slip_row_get_id (row));
    }
  }
  return NULL;
}

/* Returns: (transfer full) (nullable): the id of the communication. */
static char *
ensure_communication (SlipEdit *edit,
                      const SlipTelling *self,
                      const SlipRow *release,
                      GError **error)
{
  const SlipRow *row =
    self->communication != NULL
      ? slip_plan_state_get (slip_edit_get_state (edit),
                             SLIP_KIND_COMMUNICATION, self->communication)
      : find_planned (edit, self, release);

  if (row != NULL)
    return g_strdup (slip_row_get_id (row));
  if (self->communication != NULL) {
    set_gone (error);
    return NULL;
  }

  slip_edit_create (edit, SLIP_KIND_COMMUNICATION, self->new_id, self->release);
  return g_strdup (self->new_id);
}

static void
set_instant (SlipEdit *edit, const char *id, guint property, gint64 at_ms)
{
  slip_edit_set_integer (edit, SLIP_KIND_COMMUNICATION, id, property, at_ms);
}

static const char *
get_filled (const char *text)
{
  return slip_text_is_blank (text) ? NULL : text;
}

static void
confirm (SlipEdit *edit, const char *id, const char *by, gint64 at_ms)
{
  set_instant (edit, id, SLIP_COMMUNICATION_CONFIRMED_AT, at_ms);
  slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION, id,
                      SLIP_COMMUNICATION_CONFIRMED_BY, get_filled (by));
}

/* Of a past day often only the day is known: what is recorded later on came
 * later that day, so that the last one recorded decides. */
static gint64
find_instant (SlipEdit *edit, const SlipTelling *self, const char *id)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (slip_edit_get_state (edit),
                                SLIP_KIND_COMMUNICATION, self->release);
  SlipDate day = slip_clock_find_day (self->at_ms);
  gint64 at_ms = self->at_ms;

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    gint64 sent_ms = slip_row_get_integer (row, SLIP_COMMUNICATION_SENT_AT);

    if (slip_communication_is_sent (row) &&
        g_strcmp0 (slip_row_get_text (row, SLIP_COMMUNICATION_AUDIENCE),
                   self->audience) == 0 &&
        !g_str_equal (slip_row_get_id (row), id) &&
        slip_date_equal (slip_clock_find_day (sent_ms), day) &&
        slip_date_equal (slip_clock_find_day (sent_ms + SECOND_MS), day))
      at_ms = MAX (at_ms, sent_ms + SECOND_MS);
  }
  return at_ms;
}

static void
record (SlipEdit *edit,
        const SlipTelling *self,
        const char *id,
        SlipDate date_told)
{
  slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION, id,
                      SLIP_COMMUNICATION_AUDIENCE, self->audience);
  slip_edit_set_integer (edit, SLIP_KIND_COMMUNICATION, id,
                         SLIP_COMMUNICATION_TYPE, self->type);
  set_instant (edit, id, SLIP_COMMUNICATION_SENT_AT,
               find_instant (edit, self, id));
  slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION, id,
                      SLIP_COMMUNICATION_SENT_BY, get_filled (self->by));
  slip_edit_set_date (edit, SLIP_KIND_COMMUNICATION, id,
                      SLIP_COMMUNICATION_DATE_TOLD, date_told);
  if (get_filled (self->channel) != NULL)
    slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION, id,
                        SLIP_COMMUNICATION_CHANNEL, self->channel);
  if (self->note != NULL)
    slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION, id,
                        SLIP_COMMUNICATION_NOTE, self->note);
  if (get_filled (self->confirmed_by) != NULL)
    confirm (edit, id, self->confirmed_by, self->at_ms);
}

static gboolean
check_time (const SlipTelling *self, GError **error)
{
  SlipDate day = slip_clock_find_day (self->at_ms);

  if (slip_date_is_set (day) && !slip_date_is_before (self->today, day))
    return TRUE;

  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       _ ("It cannot have been sent after today"));
  return FALSE;
}

gboolean
slip_telling_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipTelling *self = data;
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release);
  const SlipRow *audience =
    slip_plan_state_get (state, SLIP_KIND_AUDIENCE, self->audience);
  g_autofree char *id = NULL;
  SlipDate date_told = self->date_told;

  if (release == NULL || slip_release_is_deleted (release) || audience == NULL)
    return set_gone (error);
  if (!check_time (self, error) || !slip_edit_need (edit, self->release))
    return FALSE;

  slip_edit_set_verb (edit, SLIP_VERB_TELL);
  set_subject (edit, release, audience);
  if (self->tells_present)
    date_told = slip_release_resolve (state, release, SLIP_ANCHOR_RELEASE);
  id = ensure_communication (edit, self, release, error);
  if (id == NULL)
    return FALSE;

  record (edit, self, id, date_told);
  slip_change_notice_settle (edit, self->release, self->today);
  return TRUE;
}

SlipConfirmation *
slip_confirmation_new (const char *communication,
                       gboolean is_confirmed,
                       const char *by,
                       gint64 at_ms)
{
  SlipConfirmation *self = g_new0 (SlipConfirmation, 1);

  self->communication = g_strdup (communication);
  self->is_confirmed = is_confirmed;
  self->by = g_strdup (by);
  self->at_ms = at_ms;
  return self;
}

void
slip_confirmation_free (SlipConfirmation *self)
{
  g_free (self->communication);
  g_free (self->by);
  g_free (self);
}

gboolean
slip_confirmation_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipConfirmation *self = data;
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row =
    slip_plan_state_get (state, SLIP_KIND_COMMUNICATION, self->communication);
  SlipValue none = SLIP_VALUE_INIT;
  g_autofree char *label = NULL;

  if (row == NULL)
    return set_gone (error);
  if (!slip_communication_is_sent (row)) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                         _ ("Nobody can confirm what was not sent"));
    return FALSE;
  }

  label = slip_entity_dup_label (state, row);
  slip_edit_set_subject (edit, label);
  if (self->is_confirmed) {
    confirm (edit, self->communication, self->by, self->at_ms);
    return TRUE;
  }

  slip_edit_set (edit, SLIP_KIND_COMMUNICATION, self->communication,
                 SLIP_COMMUNICATION_CONFIRMED_AT, &none);
  slip_edit_set (edit, SLIP_KIND_COMMUNICATION, self->communication,
                 SLIP_COMMUNICATION_CONFIRMED_BY, &none);
  return TRUE;
}
