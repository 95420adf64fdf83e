/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-text.h"

#include "slip-date-text.h"
#include "slip-release.h"

#include <glib/gi18n-lib.h>

/* A day this near is worth its place in a small cell. */
#define NEAR_DAYS 7

SlipTone
slip_checklist_summary_get_tone (const SlipChecklistSummary *self,
                                 SlipDate today)
{
  gboolean is_overdue = slip_checklist_summary_count_overdue (self, today) > 0;

  switch (slip_checklist_summary_get_readiness (self)) {
  case SLIP_READINESS_READY:
    return SLIP_TONE_GOOD;
  case SLIP_READINESS_UNOWNED:
  case SLIP_READINESS_BLOCKED:
    return SLIP_TONE_ERROR;
  case SLIP_READINESS_STARTED:
    return self->owner == NULL || is_overdue ? SLIP_TONE_ERROR
                                             : SLIP_TONE_WARNING;
  case SLIP_READINESS_EMPTY:
  case SLIP_READINESS_NOT_STARTED:
    return is_overdue ? SLIP_TONE_ERROR : SLIP_TONE_NONE;
  case SLIP_READINESS_NOT_NEEDED:
    break;
  }
  return SLIP_TONE_NONE;
}

static const char *
get_mark (SlipTone tone)
{
  switch (tone) {
  case SLIP_TONE_GOOD:
    return "✓";
  case SLIP_TONE_WARNING:
    return "◐";
  case SLIP_TONE_ERROR:
    return "✗";
  case SLIP_TONE_NONE:
    break;
  }
  return "○";
}

char *
slip_checklist_summary_dup_figure (const SlipChecklistSummary *self,
                                   SlipDate today)
{
  SlipReadiness readiness = slip_checklist_summary_get_readiness (self);

  if (readiness == SLIP_READINESS_NOT_NEEDED)
    return g_strdup (_ ("not needed"));
  if (readiness == SLIP_READINESS_EMPTY)
    return g_strdup (_ ("no items yet"));

  return g_strdup_printf ("%s %u/%u",
                          get_mark (
                            slip_checklist_summary_get_tone (self, today)),
                          self->n_required_closed, self->n_required);
}

char *
slip_checklist_summary_dup_optional (const SlipChecklistSummary *self)
{
  if (self->is_not_needed || self->n_optional_open == 0)
    return NULL;

  /* Translators: how many optional items of a checklist are open. */
  return g_strdup_printf (_ ("+%u optional"), self->n_optional_open);
}

gboolean
slip_checklist_summary_has_warning (const SlipChecklistSummary *self,
                                    SlipDate today)
{
  return slip_checklist_summary_is_unowned (self) ||
         (!self->is_not_needed && self->n_required_blocked > 0) ||
         slip_checklist_summary_count_overdue (self, today) > 0;
}

static const char *
get_owner_name (const SlipChecklistSummary *self, const SlipPlanState *state)
{
  const SlipRow *person =
    slip_plan_state_get (state, SLIP_KIND_PERSON, self->owner);

  return person != NULL ? slip_row_get_text (person, SLIP_PERSON_NAME) : NULL;
}

static char *
dup_overdue (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u overdue",
                                       "%u overdue", n),
                          n);
}

/* Returns: (nullable): 'due today', 'due Fri', if that is soon. */
static char *
dup_due (const SlipChecklistSummary *self, SlipDate today)
{
  SlipDate due = slip_checklist_summary_get_first_due (self);
  int n_days;

  if (!slip_date_is_set (due))
    return NULL;
  n_days = slip_date_days_until (today, due);
  if (n_days < 0 || n_days >= NEAR_DAYS)
    return NULL;
  if (n_days == 0)
    return g_strdup (_ ("due today"));

  /* Translators: a weekday: 'due Fri'. */
  return g_strdup_printf (_ ("due %s"),
                          slip_weekday_get_name (slip_date_get_weekday (due),
                                                 TRUE));
}

static void
append (GString *text, const char *separator, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
}

char *
slip_checklist_summary_dup_detail (const SlipChecklistSummary *self,
                                   const SlipPlanState *state,
                                   SlipDate today)
{
  guint n_overdue = slip_checklist_summary_count_overdue (self, today);
  g_autofree char *overdue = n_overdue > 0 ? dup_overdue (n_overdue) : NULL;
  g_autofree char *due = n_overdue == 0 ? dup_due (self, today) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->is_not_needed)
    return NULL;

  append (text, "",
          self->owner != NULL ? get_owner_name (self, state)
                              : _ ("⚠ no owner"));
  if (self->n_required_blocked > 0)
    append (text, " · ", _ ("blocked"));
  append (text, " · ", overdue);
  append (text, " · ", due);
  return g_strdup (text->str);
}

static char *
dup_count (const SlipChecklistSummary *self)
{
  switch (slip_checklist_summary_get_readiness (self)) {
  case SLIP_READINESS_NOT_NEEDED:
    return g_strdup (_ ("not needed"));
  case SLIP_READINESS_EMPTY:
    return g_strdup (_ ("no items yet"));
  case SLIP_READINESS_READY:
    return g_strdup_printf (_ ("ready, %u of %u"), self->n_required_closed,
                            self->n_required);
  case SLIP_READINESS_UNOWNED:
  case SLIP_READINESS_BLOCKED:
  case SLIP_READINESS_STARTED:
  case SLIP_READINESS_NOT_STARTED:
    break;
  }
  /* Translators: how many of the required items are done: '2 of 5'. */
  return g_strdup_printf (_ ("%u of %u"), self->n_required_closed,
                          self->n_required);
}

char *
slip_checklist_summary_dup_label (const SlipChecklistSummary *self,
                                  const SlipPlanState *state,
                                  SlipDate today)
{
  guint n_overdue = slip_checklist_summary_count_overdue (self, today);
  g_autofree char *count = dup_count (self);
  g_autofree char *optional = slip_checklist_summary_dup_optional (self);
  g_autofree char *overdue = n_overdue > 0 ? dup_overdue (n_overdue) : NULL;
  SlipDate due = slip_checklist_summary_get_first_due (self);
  g_autoptr (GString) text = g_string_new (count);

  append (text, " ", optional);
  if (self->is_not_needed)
    return g_strdup (text->str);

  append (text, ", ",
          self->owner != NULL ? get_owner_name (self, state) : _ ("no owner"));
  if (self->n_required_blocked > 0)
    append (text, ", ", _ ("blocked"));
  append (text, ", ", overdue);
  if (n_overdue == 0 && slip_date_is_set (due)) {
    g_autofree char *day =
      slip_date_dup_text (due, SLIP_DATE_STYLE_MEDIUM, today);
    g_autofree char *due_text = g_strdup_printf (_ ("due %s"), day);

    append (text, ", ", due_text);
  }
  return g_strdup (text->str);
}

char *
slip_readiness_total_dup_label (const SlipReadinessTotal *self)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *unowned = NULL;
  g_autofree char *overdue = NULL;

  if (self->n_needed == 0)
    return NULL;

  text = g_string_new (NULL);
  g_string_append_printf (text, _ ("ready: %u of %u"), self->n_required_closed,
                          self->n_required);
  if (self->n_unowned > 0)
    unowned = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                            "%u checklist without an owner",
                                            "%u checklists without an owner",
                                            self->n_unowned),
                               self->n_unowned);
  if (self->n_overdue > 0)
    overdue = dup_overdue (self->n_overdue);
  append (text, ", ", unowned);
  if (self->n_required_blocked > 0)
    append (text, ", ", _ ("blocked"));
  append (text, ", ", overdue);
  return g_strdup (text->str);
}

char *
slip_release_dup_line (const SlipPlanState *state,
                       const SlipRow *release,
                       SlipDate today)
{
  SlipPlannedDate planned =
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE);
  SlipDate day = slip_release_resolve (state, release, SLIP_ANCHOR_RELEASE);
  g_autofree char *date = slip_planned_date_dup_text (planned, today);
  g_autofree char *distance = NULL;

  /* What is over before its day does not come in some days any more. */
  if (!slip_date_is_set (day) ||
      (slip_release_is_closed (release) && slip_date_is_before (today, day)))
    return g_steal_pointer (&date);

  distance = slip_date_dup_distance (day, today);
  /* A line never begins with the dot. */
  return g_strdup_printf ("%s\u00a0· %s", date, distance);
}
