/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-exception.h"

#include <glib/gi18n-lib.h>

#include "slip-release.h"
#include "slip-text.h"

SlipException *
slip_exception_new (const char *release, const char *stage, const char *freeze)
{
  SlipException *self = g_new0 (SlipException, 1);

  self->id = slip_id_new ();
  self->release = g_strdup (release);
  self->stage = g_strdup (stage);
  self->freeze = g_strdup (freeze);
  self->until = SLIP_DATE_NONE;
  return self;
}

void
slip_exception_free (SlipException *self)
{
  g_free (self->id);
  g_free (self->release);
  g_free (self->stage);
  g_free (self->freeze);
  g_free (self->asked_by);
  g_free (self->person);
  g_free (self->person_name);
  g_free (self->reason);
  g_free (self);
}

static gboolean
set_refused (GError **error, SlipPlanError code, const char *message)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
check_said (const SlipException *self, GError **error)
{
  if (slip_text_is_blank (self->asked_by))
    return set_refused (error, SLIP_PLAN_ERROR_INVALID,
                        _ ("Say who asks for the exception"));
  if (self->person == NULL && slip_text_is_blank (self->person_name))
    return set_refused (error, SLIP_PLAN_ERROR_INVALID,
                        _ ("Say who decides on the exception"));
  if (slip_text_is_blank (self->reason))
    return set_refused (error, SLIP_PLAN_ERROR_INVALID,
                        _ ("Say why there is an exception"));

  return TRUE;
}

static gboolean
check_there (const SlipPlanState *state,
             const SlipException *self,
             GError **error)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release);
  const SlipRow *stage =
    slip_plan_state_get (state, SLIP_KIND_STAGE, self->stage);

  if (release != NULL && !slip_release_is_deleted (release) &&
      slip_plan_state_get (state, SLIP_KIND_FREEZE, self->freeze) != NULL &&
      (self->stage == NULL ||
       (stage != NULL &&
        g_strcmp0 (slip_row_get_owner (stage), self->release) == 0)))
    return TRUE;

  return set_refused (error, SLIP_PLAN_ERROR_NOT_FOUND,
                      _ ("It has been deleted in the meantime"));
}

gboolean
slip_exception_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipException *self = data;
  const SlipPlanState *state = slip_edit_get_state (edit);
  g_autofree char *freeze = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subject = NULL;

  if (!check_said (self, error))
    return FALSE;
  /* What is not loaded is asked for before its stage is missed. */
  if (slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release) != NULL &&
      !slip_edit_need (edit, self->release))
    return FALSE;
  if (!check_there (state, self, error))
    return FALSE;

  freeze =
    slip_entity_dup_label (state, slip_plan_state_get (state, SLIP_KIND_FREEZE,
                                                       self->freeze));
  title = slip_release_dup_short_title (
    state, slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release));
  /* Translators: a freeze and a release; what was recorded. */
  subject = g_strdup_printf (_ ("exception from “%s” for %s"), freeze, title);
  slip_edit_set_verb (edit, SLIP_VERB_ADD);
  slip_edit_set_subject (edit, subject);
  slip_edit_set_reason (edit, self->reason);

  const SlipDecision decision = { .type = SLIP_DECISION_EXCEPTION,
                                  .release = self->release,
                                  .stage = self->stage,
                                  .at_ms = self->at_ms,
                                  .person = self->person,
                                  .person_name = self->person_name,
                                  .asked_by = self->asked_by,
                                  .reason = self->reason,
                                  .review_day = SLIP_DATE_NONE,
                                  .until = self->until,
                                  .subject = self->freeze,
                                  .subject_name = freeze };
  slip_decision_record (edit, self->id, &decision);
  return TRUE;
}

static gboolean
holds_for (const SlipRow *row,
           const char *stage,
           const char *freeze,
           SlipDate day)
{
  const char *of_stage = slip_row_get_text (row, SLIP_DECISION_STAGE);

  return slip_row_get_integer (row, SLIP_DECISION_TYPE) ==
           SLIP_DECISION_EXCEPTION &&
         g_strcmp0 (slip_row_get_text (row, SLIP_DECISION_SUBJECT), freeze) ==
           0 &&
         (of_stage == NULL || g_strcmp0 (of_stage, stage) == 0) &&
         !slip_date_is_before (slip_row_get_date (row, SLIP_DECISION_UNTIL),
                               day);
}

const SlipRow *
slip_exception_find (const SlipPlanState *state,
                     const char *release,
                     const char *stage,
                     const char *freeze,
                     SlipDate day)
{
  g_autoptr (GPtrArray) records = slip_decision_list (state, release);

  for (guint i = records->len; i > 0; i--) {
    const SlipRow *row = records->pdata[i - 1];

    if (holds_for (row, stage, freeze, day) &&
        !slip_decision_is_withdrawn (state, row))
      return slip_plan_state_get (state, SLIP_KIND_DECISION,
                                  slip_row_get_id (row));
  }

  return NULL;
}
