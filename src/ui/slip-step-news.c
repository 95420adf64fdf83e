/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-step-news.h"

#include "slip-actions.h"
#include "slip-date-text.h"
#include "slip-plain-text.h"
#include "slip-release.h"
#include "slip-stage-move.h"

#include <glib/gi18n.h>

/* Long enough to read two lines and to reach for the button. */
#define TIMEOUT_S 8

/* A move of a stage begins with the stage: see slip-stage-move.c. */
static const SlipChange *
get_stage_change (const SlipStep *step)
{
  const SlipChange *first =
    step->set->changes->len > 0 ? step->set->changes->pdata[0] : NULL;
  return step->set->verb == SLIP_VERB_MOVE && first != NULL &&
             first->kind == SLIP_KIND_STAGE
           ? first
           : NULL;
}

const char *
slip_step_news_get_stage (const SlipStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  const SlipChange *change = get_stage_change (step);
  return change != NULL ? change->id : NULL;
}

char *
slip_step_news_dup_release (const SlipStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  const SlipChange *stage = get_stage_change (step);
  if (stage != NULL)
    return g_strdup (stage->owner);

  for (guint i = 0; i < step->set->changes->len; i++) {
    const SlipChange *change = step->set->changes->pdata[i];
    if (change->kind == SLIP_KIND_RELEASE)
      return g_strdup (change->id);
  }
  return NULL;
}

static char *
dup_date_text (const SlipRow *release, SlipDate today)
{
  return slip_planned_date_dup_text (
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE), today);
}

/* '25 % of Console 12.1: Thu 10 December to Sun 13 December' */
static char *
dup_stage_text (const SlipStep *step,
                const SlipPlanState *state,
                SlipDate today)
{
  const char *id = slip_step_news_get_stage (step);
  const SlipRow *stage =
    id != NULL ? slip_plan_state_get (state, SLIP_KIND_STAGE, id) : NULL;
  if (stage == NULL || step->set->subject == NULL)
    return NULL;
  SlipRange days = slip_stage_get_days (stage);
  g_autofree char *first =
    slip_date_dup_text (days.first, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *last =
    slip_date_dup_text (days.last, SLIP_DATE_STYLE_MEDIUM, today);
  /* Translators: a rollout stage of a release, its first and its last day. */
  return g_strdup_printf (_ ("%s: %s to %s"), step->set->subject, first, last);
}

/* What can only be told of a release that is there. */
static char *
dup_release_text (const SlipStep *step,
                  const SlipPlanState *state,
                  SlipDate today)
{
  g_autofree char *id = slip_step_news_dup_release (step);
  const SlipRow *release =
    id != NULL ? slip_plan_state_get (state, SLIP_KIND_RELEASE, id) : NULL;
  if (release == NULL || step->set->subject == NULL)
    return NULL;
  const char *title = step->set->subject;
  const char *status =
    slip_status_get_label (slip_release_get_status (release));
  g_autofree char *date = dup_date_text (release, today);
  if (step->set->verb == SLIP_VERB_MOVE)
    return g_strdup_printf (_ ("%s moved to %s"), title, date);
  if (step->set->verb == SLIP_VERB_STATUS)
    /* Translators: a release and its status, 'Payments 3.9 is now Ready'. */
    return g_strdup_printf (_ ("%s is now %s"), title, status);
  if (step->set->verb == SLIP_VERB_REORDER)
    /* Translators: a release and the board's column it was moved in. */
    return g_strdup_printf (_ ("%s moved within %s"), title, status);
  return NULL;
}

static char *
dup_subject_text (SlipVerb verb, const char *subject)
{
  switch (verb) {
  case SLIP_VERB_ADD:
    return g_strdup_printf (_ ("%s added"), subject);
  case SLIP_VERB_DELETE:
    return g_strdup_printf (_ ("%s deleted"), subject);
  case SLIP_VERB_RETIRE:
    return g_strdup_printf (_ ("%s retired"), subject);
  case SLIP_VERB_UNSCHEDULE:
    return g_strdup_printf (_ ("%s has no release date now"), subject);
  case SLIP_VERB_IMPORT:
    return g_strdup_printf (_ ("%s imported"), subject);
  case SLIP_VERB_TEMPLATE:
    /* Translators: the name of a release. */
    return g_strdup_printf (_ ("Template applied to %s"), subject);
  case SLIP_VERB_TELL:
    /* Translators: followed by 'Sales about Payments 3.9'. */
    return g_strdup_printf (_ ("Told %s"), subject);
  case SLIP_VERB_WHAT_IF:
    /* Translators: the moves of a what-if: 'Payments 3.9 and 2 others'. */
    return g_strdup_printf (_ ("Kept: %s moved"), subject);
  case SLIP_VERB_DECIDE:
    /* Translators: the name of a release. */
    return g_strdup_printf (_ ("Decision on %s recorded"), subject);
  case SLIP_VERB_ACCEPT:
    /* Translators: what a feed says something of: 'Payments 3.9, Sales'. */
    return g_strdup_printf (_ ("Accepted what the feed says of %s"), subject);
  case SLIP_VERB_START:
    /* Translators: a stage, '25 % of Console 12.1', as in the next five. */
    return g_strdup_printf (_ ("%s has started"), subject);
  case SLIP_VERB_HOLD:
    return g_strdup_printf (_ ("%s is on hold"), subject);
  case SLIP_VERB_RESUME:
    return g_strdup_printf (_ ("%s goes on"), subject);
  case SLIP_VERB_FINISH:
    return g_strdup_printf (_ ("%s is done"), subject);
  case SLIP_VERB_SKIP:
    return g_strdup_printf (_ ("%s is skipped"), subject);
  case SLIP_VERB_ROLL_BACK:
    return g_strdup_printf (_ ("%s rolled back"), subject);
  case SLIP_VERB_EDIT:
  case SLIP_VERB_MOVE:
  case SLIP_VERB_STATUS:
  case SLIP_VERB_REORDER:
  case SLIP_VERB_UPDATE:
  case SLIP_VERB_SAMPLE:
  case SLIP_VERB_GENERATE:
  case SLIP_N_VERBS:
    break;
  }
  return g_strdup_printf (_ ("%s changed"), subject);
}

char *
slip_step_news_dup_text (const SlipStep *step,
                         const SlipPlanState *state,
                         SlipDate today)
{
  g_return_val_if_fail (step != NULL && state != NULL, NULL);

  if (step->type != SLIP_STEP_EDIT) {
    g_autofree char *what =
      slip_change_set_describe (step->set->verb, step->set->subject);
    return g_strdup_printf (step->type == SLIP_STEP_UNDO ? _ ("Undone: %s")
                                                         : _ ("Redone: %s"),
                            what);
  }
  char *text = dup_stage_text (step, state, today);
  if (text == NULL)
    text = dup_release_text (step, state, today);
  if (text != NULL)
    return text;
  const char *subject = step->set->subject;
  return dup_subject_text (step->set->verb,
                           subject != NULL ? subject : _ ("The plan"));
}

static GtkWidget *
new_title (const SlipStep *step, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Adjust…"));
  gtk_widget_set_name (button, "adjust-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  SLIP_ACTION_ADJUST_STEP);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", step->number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

AdwToast *
slip_step_news_toast_new (const SlipStep *step, const char *text)
{
  g_return_val_if_fail (step != NULL && text != NULL, NULL);

  AdwToast *toast = slip_plain_text_toast_new (text);
  adw_toast_set_timeout (toast, TIMEOUT_S);
  if (step->type != SLIP_STEP_EDIT)
    return toast;
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, SLIP_ACTION_UNDO_STEP);
  adw_toast_set_action_target_value (toast, g_variant_new_int64 (step->number));
  if (step->set->verb == SLIP_VERB_MOVE)
    adw_toast_set_custom_title (toast, new_title (step, text));
  return toast;
}
