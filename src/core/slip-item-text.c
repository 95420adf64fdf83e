/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-text.h"

#include <glib/gi18n-lib.h>

#include "slip-checklist.h"
#include "slip-date-text.h"
#include "slip-t-date.h"

char *
slip_date_dup_weekday_text (SlipDate date, SlipDate today)
{
  g_autofree char *day =
    slip_date_dup_text (date, SLIP_DATE_STYLE_SHORT, today);

  if (!slip_date_is_set (date))
    return g_steal_pointer (&day);

  /* Translators: a weekday and a day: 'Fri 4 Dec'. */
  return g_strdup_printf (C_ ("short date", "%s %s"),
                          slip_weekday_get_name (slip_date_get_weekday (date),
                                                 TRUE),
                          day);
}

static void
append (GString *text, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

static char *
dup_overdue (const SlipRow *item, SlipDate today)
{
  int n_days =
    slip_date_days_until (slip_row_get_date (item, SLIP_ITEM_DUE_DATE), today);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "⚠ %d day overdue",
                                       "⚠ %d days overdue", (gulong) n_days),
                          n_days);
}

static char *
dup_pinned (const SlipRow *item, SlipDate today)
{
  SlipDate was = slip_row_get_date (item, SLIP_ITEM_DUE_WAS);
  g_autofree char *day = NULL;

  if (!slip_date_is_set (was))
    return g_strdup (_ ("pinned"));

  day = slip_date_dup_weekday_text (was, today);
  /* Translators: the day that a pinned item was due before. */
  return g_strdup_printf (_ ("pinned, was %s"), day);
}

/* '≈ Fri 4 Dec' */
static char *
dup_day (const SlipPlanState *state,
         const SlipRow *item,
         const SlipTDate *rule,
         SlipDate today)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (item));
  g_autofree char *day =
    slip_date_dup_weekday_text (slip_t_date_get_day (item), today);

  if (release == NULL || slip_t_date_is_pinned (item) ||
      !slip_t_date_is_about (state, release, rule))
    return g_steal_pointer (&day);

  return g_strconcat ("≈ ", day, NULL);
}

char *
slip_item_dup_due_text (const SlipPlanState *state,
                        const SlipRow *item,
                        SlipDate today)
{
  SlipTDate rule = slip_t_date_get (item);
  gboolean has_day = slip_date_is_set (slip_t_date_get_day (item));
  g_autofree char *rule_text = slip_t_date_describe_short (state, &rule);
  g_autofree char *day = has_day ? dup_day (state, item, &rule, today) : NULL;
  g_autofree char *overdue =
    slip_item_is_overdue (item, today) ? dup_overdue (item, today) : NULL;
  g_autofree char *pinned =
    slip_t_date_is_pinned (item) ? dup_pinned (item, today) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  /* A line never begins with the dot. */
  append (text, "\u00a0· ", overdue);
  append (text, "\u00a0· ", day);
  append (text, "\u00a0· ", rule_text);
  append (text, "\u00a0· ", pinned);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

char *
slip_item_dup_state_text (const SlipRow *item)
{
  SlipItemState state =
    (SlipItemState) slip_row_get_integer (item, SLIP_ITEM_STATE);
  const char *note = slip_row_get_text (item, SLIP_ITEM_STATE_NOTE);

  switch (state) {
  case SLIP_ITEM_STATE_DOING:
    return g_strdup (slip_item_state_get_label (state));
  case SLIP_ITEM_STATE_BLOCKED:
    /* Translators: by whom or what an item is blocked. */
    return g_strdup_printf (_ ("⊘ Blocked: %s"), note != NULL ? note : "?");
  case SLIP_ITEM_STATE_NOT_APPLICABLE:
    /* Translators: why an item is not applicable. */
    return g_strdup_printf (_ ("Not applicable: %s"),
                            note != NULL ? note : "?");
  case SLIP_ITEM_STATE_TO_DO:
  case SLIP_ITEM_STATE_DONE:
  case SLIP_N_ITEM_STATES:
    break;
  }
  return NULL;
}

char *
slip_item_dup_label (const SlipPlanState *state,
                     const SlipRow *item,
                     SlipDate today)
{
  SlipItemState item_state =
    (SlipItemState) slip_row_get_integer (item, SLIP_ITEM_STATE);
  const SlipRow *owner = slip_plan_state_follow (state, item, SLIP_ITEM_OWNER);
  g_autofree char *note = slip_item_dup_state_text (item);
  g_autofree char *due = slip_item_dup_due_text (state, item, today);
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, "", slip_row_get_text (item, SLIP_ITEM_TITLE));
  append (text, ", ",
          note != NULL ? note : slip_item_state_get_label (item_state));
  if (!slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED))
    append (text, ", ", _ ("optional"));
  if (slip_item_lacks_evidence (item))
    append (text, ", ", _ ("needs evidence"));
  append (text, ", ", due);
  if (owner != NULL)
    append (text, ", ", slip_row_get_text (owner, SLIP_PERSON_NAME));
  return g_strdup (text->str);
}
