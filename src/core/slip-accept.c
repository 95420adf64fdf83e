/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-accept-private.h"

#include <glib/gi18n-lib.h>

#include "slip-clock.h"
#include "slip-decimal.h"
#include "slip-feed-age.h"
#include "slip-flag-edit.h"
#include "slip-observation-text.h"
#include "slip-release.h"
#include "slip-text.h"

/* As many characters as the name of anybody has in a plan. */
#define NAME_LENGTH 200

#define HALF_DAY_MS G_GINT64_CONSTANT (43200000)

static char *
dup_cut (const char *text)
{
  return g_utf8_strlen (text, -1) > NAME_LENGTH
           ? g_utf8_substring (text, 0, NAME_LENGTH)
           : g_strdup (text);
}

/* It was now that it was heard; when they were told nobody says.  Where today
 * is another day than the clock's, as for trying out, its noon. */
static gint64
get_instant (SlipMoment moment)
{
  return slip_date_equal (slip_clock_find_day (moment.at_ms), moment.today)
           ? moment.at_ms
           : slip_clock_find_start (moment.today) + HALF_DAY_MS;
}

static SlipTelling *
new_telling (const SlipAccept *self)
{
  const SlipObservation *status = self->observation;
  SlipTelling *telling;

  telling = slip_telling_new (self->release, self->audience,
                              SLIP_COMMUNICATION_HEADS_UP,
                              get_instant (self->moment), self->moment.today);
  telling->channel = g_strdup (self->feed_name);
  telling->confirmed_by =
    dup_cut (status->owner != NULL ? status->owner : self->feed_name);
  if (slip_date_is_set (status->stated_release_date)) {
    telling->tells_present = FALSE;
    telling->date_told = status->stated_release_date;
  }
  return telling;
}

SlipAccept *
slip_accept_new (const SlipPlanState *state,
                 const SlipFeedValue *value,
                 const char *target,
                 SlipMoment moment)
{
  SlipAccept *self;

  if (value->problem != SLIP_MATCH_FINE)
    return NULL;

  self = g_new0 (SlipAccept, 1);
  self->observation = slip_observation_ref (value->observation);
  self->feed_name = g_strdup (slip_feed_get_name (state, value->feed));
  self->at_ms = slip_feed_value_get_at_ms (value);
  self->release = g_strdup (value->release);
  self->audience = g_strdup (value->audience);
  self->owner = g_strdup (value->owner);
  self->target = g_strdup (target);
  self->moment = moment;
  self->new_id = slip_id_new ();
  self->new_items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i <= value->observation->items->len; i++)
    g_ptr_array_add (self->new_items, slip_id_new ());
  if (self->audience != NULL)
    self->telling = new_telling (self);
  return self;
}

void
slip_accept_free (SlipAccept *self)
{
  if (self == NULL)
    return;
  slip_observation_unref (self->observation);
  g_free (self->feed_name);
  g_free (self->release);
  g_free (self->audience);
  g_free (self->owner);
  g_free (self->target);
  g_free (self->new_id);
  g_ptr_array_unref (self->new_items);
  g_clear_pointer (&self->telling, slip_telling_free);
  g_free (self);
}

char *
slip_accept_dup_word (const SlipAccept *self)
{
  /* Translators: a feed, in place of a reason. */
  return g_strdup_printf (_ ("%s says so"), self->feed_name);
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                       _ ("It has been deleted in the meantime"));
  return FALSE;
}

static gboolean
run_status (SlipEdit *edit, const SlipAccept *self, GError **error)
{
  const SlipPlanState *state = slip_edit_get_state (edit);

  if (self->audience == NULL)
    return slip_accept_run_release (edit, self, error);
  if (slip_plan_state_get (state, SLIP_KIND_AUDIENCE, self->audience) == NULL)
    return set_gone (error);
  return slip_accept_run_audience (edit, self, error);
}

/* Whether what is said of a flag may be about one of @environment. */
static gboolean
is_environment (const SlipAccept *self, const char *environment)
{
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (environment == NULL || self->observation->environment == NULL)
    return TRUE;
  ours = slip_text_fold (environment);
  theirs = slip_text_fold (self->observation->environment);
  return g_str_equal (ours, theirs);
}

static gboolean
observe_flag (SlipEdit *edit,
              const SlipAccept *self,
              const SlipRow *flag,
              GError **error)
{
  g_autoptr (SlipFlagEdit) observation =
    slip_flag_edit_new (slip_row_get_owner (flag), slip_row_get_id (flag));
  SlipFlagState seen = self->observation->is_on == SLIP_SAID_YES
                         ? SLIP_FLAG_STATE_ON
                         : SLIP_FLAG_STATE_OFF;

  slip_flag_edit_observe (observation, seen, self->observation->share,
                          self->feed_name, self->at_ms);
  return slip_flag_edit_run (edit, observation, error);
}

static gboolean
run_flag (SlipEdit *edit, const SlipAccept *self, GError **error)
{
  g_autoptr (GPtrArray) flags =
    slip_plan_state_list (slip_edit_get_state (edit), SLIP_KIND_FLAG);
  guint n_found = 0;

  for (guint i = 0; i < flags->len; i++) {
    const SlipRow *flag = flags->pdata[i];

    if (self->target != NULL
          ? !g_str_equal (slip_row_get_id (flag), self->target)
          : g_strcmp0 (slip_row_get_text (flag, SLIP_FLAG_KEY),
                       self->observation->flag) != 0 ||
              !is_environment (self,
                               slip_row_get_text (flag, SLIP_FLAG_ENVIRONMENT)))
      continue;
    n_found++;
    if (self->observation->is_on != SLIP_SAID_NOTHING &&
        !observe_flag (edit, self, flag, error))
      return FALSE;
  }
  return n_found > 0 || set_gone (error);
}

static gboolean
is_about (const SlipAccept *self, const SlipRow *criterion)
{
  const char *text = slip_row_get_text (criterion, SLIP_CRITERION_TEXT);
  g_autofree char *ours = text != NULL ? slip_text_fold (text) : NULL;
  g_autofree char *theirs = slip_text_fold (self->observation->criterion);

  return slip_row_get_integer (criterion, SLIP_CRITERION_TYPE) ==
           SLIP_CRITERION_FIGURE_WITHIN &&
         g_strcmp0 (ours, theirs) == 0;
}

static gboolean
run_criterion (SlipEdit *edit, const SlipAccept *self, GError **error)
{
  g_autofree char *figure = slip_decimal_print (self->observation->value);
  g_autoptr (GPtrArray) criteria = NULL;
  guint n_found = 0;

  if (!slip_edit_need (edit, self->release))
    return FALSE;
  criteria = slip_plan_state_list_owned (slip_edit_get_state (edit),
                                         SLIP_KIND_CRITERION, self->release);
  for (guint i = 0; i < criteria->len; i++) {
    const char *id = slip_row_get_id (criteria->pdata[i]);

    if (!is_about (self, criteria->pdata[i]))
      continue;
    n_found++;
    slip_edit_set_text (edit, SLIP_KIND_CRITERION, id, SLIP_CRITERION_FIGURE,
                        figure);
    slip_edit_set_text (edit, SLIP_KIND_CRITERION, id,
                        SLIP_CRITERION_FIGURE_SOURCE, self->feed_name);
    slip_edit_set_integer (edit, SLIP_KIND_CRITERION, id,
                           SLIP_CRITERION_FIGURE_AT, self->at_ms);
  }
  if (n_found > 0)
    return TRUE;
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
               _ ("No gate of the release asks for “%s”"),
               self->observation->criterion);
  return FALSE;
}

/* The freeze of the plan that is meant, or %NULL: one of that name that does
 * not repeat and touches the days. */
static const SlipRow *
find_freeze (const SlipPlanState *state,
             const SlipAccept *self,
             const char *name)
{
  g_autoptr (GPtrArray) freezes =
    slip_plan_state_list (state, SLIP_KIND_FREEZE);
  g_autofree char *folded = slip_text_fold (name);

  for (guint i = 0; i < freezes->len; i++) {
    const SlipRow *freeze = freezes->pdata[i];
    const char *other = slip_row_get_text (freeze, SLIP_FREEZE_NAME);
    g_autofree char *text = other != NULL ? slip_text_fold (other) : NULL;
    SlipRange range =
      slip_range_new (slip_row_get_date (freeze, SLIP_FREEZE_FIRST_DAY),
                      slip_row_get_date (freeze, SLIP_FREEZE_LAST_DAY));

    if (g_strcmp0 (text, folded) == 0 &&
        slip_row_get_integer (freeze, SLIP_FREEZE_REPEAT) ==
          SLIP_REPEAT_NEVER &&
        slip_range_overlap (range, self->observation->freeze) > 0)
      return slip_plan_state_get (state, SLIP_KIND_FREEZE,
                                  slip_row_get_id (freeze));
  }
  return NULL;
}

static gboolean
run_freeze (SlipEdit *edit, const SlipAccept *self, GError **error)
{
  const SlipObservation *freeze = self->observation;
  g_autofree char *name =
    dup_cut (freeze->text != NULL ? freeze->text : self->feed_name);
  const SlipRow *row;
  g_autofree char *id = NULL;

  if (slip_range_is_empty (freeze->freeze)) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                         _ ("The feed does not say which days the freeze is "
                            "in words that are understood"));
    return FALSE;
  }

  row = find_freeze (slip_edit_get_state (edit), self, name);
  id = g_strdup (row != NULL ? slip_row_get_id (row) : self->new_id);
  if (row == NULL) {
    slip_edit_create (edit, SLIP_KIND_FREEZE, id, NULL);
    slip_edit_set_text (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_NAME, name);
    slip_edit_set_text (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_NOTE,
                        freeze->environment);
  }
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_FIRST_DAY,
                      freeze->freeze.first);
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_LAST_DAY,
                      freeze->freeze.last);
  return TRUE;
}

static gboolean
run_type (SlipEdit *edit, const SlipAccept *self, GError **error)
{
  switch (self->observation->type) {
  case SLIP_OBSERVATION_STATUS:
    return run_status (edit, self, error);
  case SLIP_OBSERVATION_FLAG:
    return run_flag (edit, self, error);
  case SLIP_OBSERVATION_CRITERION:
    return run_criterion (edit, self, error);
  case SLIP_OBSERVATION_FREEZE:
    return run_freeze (edit, self, error);
  }
  g_assert_not_reached ();
}

/* 'Payments 3.9, Support', in the words of the plan; for what is about no
 * release in those of the feed. */
static char *
dup_subject (const SlipPlanState *state, const SlipAccept *self)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release);
  const SlipRow *audience =
    slip_plan_state_get (state, SLIP_KIND_AUDIENCE, self->audience);
  g_autofree char *title = NULL;

  if (release == NULL)
    return slip_observation_dup_about (self->observation);
  title = slip_release_dup_short_title (state, release);
  if (audience == NULL)
    return g_steal_pointer (&title);
  /* Translators: a release and an audience: 'Mobile 4.2, Sales'. */
  return g_strdup_printf (_ ("%s, %s"), title,
                          slip_row_get_text (audience, SLIP_AUDIENCE_NAME));
}

gboolean
slip_accept_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipAccept *self = data;
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release);
  g_autofree char *subject = dup_subject (state, self);
  g_autofree char *says =
    slip_observation_dup_says (self->observation, self->moment.today);
  g_autofree char *reason = g_strdup_printf ("%s: %s", self->feed_name, says);

  if (self->release != NULL &&
      (release == NULL || slip_release_is_deleted (release)))
    return set_gone (error);
  if (!run_type (edit, self, error))
    return FALSE;
  /* Last, as the edits that it is made of call the step by their names. */
  slip_edit_set_verb (edit, SLIP_VERB_ACCEPT);
  slip_edit_set_subject (edit, subject);
  slip_edit_set_reason (edit, reason);
  return TRUE;
}

static gboolean
is_state_of_items (SlipObservedState observed)
{
  return observed != SLIP_OBSERVED_DONE && observed != SLIP_OBSERVED_NOT_NEEDED;
}

char *
slip_accept_dup_nothing (const SlipAccept *self, const SlipPlanState *state)
{
  const SlipObservation *it = self->observation;
  const char *label = slip_observed_state_get_label (it->state);

  if (it->type == SLIP_OBSERVATION_FLAG && it->is_on == SLIP_SAID_NOTHING)
    return g_strdup (_ ("Nothing: the feed does not say whether the flag is "
                        "on"));
  if (it->type == SLIP_OBSERVATION_STATUS && it->owner == NULL &&
      it->knows == SLIP_SAID_NOTHING &&
      !slip_date_is_set (it->stated_release_date) && it->items->len == 0) {
    if (it->state == SLIP_OBSERVED_UNKNOWN)
      return g_strdup (_ ("Nothing: the feed gives no state that is known"));
    if (self->audience == NULL)
      /* Translators: what a feed says of a release, as 'At risk'. */
      return g_strdup_printf (_ ("Nothing: of a release, the plan tells “%s” "
                                 "by its checklists and stages"),
                              label);
    if (is_state_of_items (it->state) && !slip_accept_has_own (self, state))
      /* Translators: what a feed says of an audience, as 'At risk'. */
      return g_strdup_printf (_ ("Nothing: items of the checklist are open, "
                                 "and the feed does not say which of them "
                                 "“%s” is about"),
                              label);
  }
  return g_strdup (_ ("Nothing: the plan says so already"));
}
