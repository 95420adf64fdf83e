/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-help-topics.h"

#include "slip-window.h"

#include <string.h>

#define PREFERENCES_PAGE "page:"

static const SlipHelpTopic topics[] = {
  /* Views, panes and bars */
  { "SlipBoardView", "board" },
  { "SlipCalendarView", "calendar" },
  { "SlipMyDayView", "my-day" },
  { "SlipReadinessView", "readiness" },
  { "SlipRolloutView", "rollout" },
  { "SlipInspector", "release" },
  { "SlipReadinessList", "checklists" },
  { "SlipRolloutSection", "gates" },
  { "SlipLedgerList", "who-knows" },
  { "SlipDecisionLedger", "decisions" },
  { "SlipFeedValues", "feeds" },
  { "SlipFlagList", "flags" },
  { "SlipDependencyList", "dependencies" },
  { "SlipHistoryList", "history" },
  { "SlipSidebar", "sidebar" },
  { "SlipSearchPanel", "search" },
  { "SlipWhatIfBar", "what-if" },
  { "SlipFeedBar", "feeds" },
  { "SlipTDateForm", "t-dates" },
  { "SlipTDateEntry", "t-dates" },
  { "SlipDueEditor", "t-dates" },
  /* Windows in front */
  { "AdwAboutWindow", "index" },
  { "SlipAddDialog", "" },
  { "SlipAdjustDialog", "undo" },
  { "SlipAttentionList", "sidebar" },
  { "SlipConflictWindow", "conflicts" },
  { "SlipDecisionDialog", "decisions" },
  { "SlipGateDialog", "gates" },
  { "SlipHelpWindow", "index" },
  { "SlipImportDialog", "import" },
  { "SlipItemDialog", "checklists" },
  { "SlipMoveDialog", "dates" },
  { "SlipPalette", "search" },
  { "SlipPlanSettings", "plan-settings" },
  { "SlipPreferences", "preferences" },
  { "SlipReleaseDialog", "dates" },
  { "SlipStageDialog", "gates" },
  { "SlipTellDialog", "communications" },
  { "SlipTemplateDialog", "templates" },
  { "SlipTruthDialog", "truth" },
  { "SlipWaitingWindow", "decisions" },
  { "SlipWhatIfDialog", "what-if" },
  { "GtkShortcutsWindow", "keys" },
  /* Windows by their names */
  { "accept-dialog", "feeds" },
  { "confirm-dialog", "who-knows" },
  { "criterion-dialog", "gates" },
  { "decision-window", "decisions" },
  { "exception-dialog", "freezes" },
  { "feed-dialog", "feeds" },
  { "feed-history", "feeds" },
  { "flag-dialog", "flags" },
  { "holidays-dialog", "plan-settings" },
  { "not-needed-dialog", "audiences" },
  { "observation-dialog", "flags" },
  { "person-dialog", "history" },
  { "plans", "plan-file" },
  { "save-as-template-dialog", "templates" },
  { "stage-question", "board" },
  /* Pages of preferences */
  { PREFERENCES_PAGE "audiences", "audiences" },
  { PREFERENCES_PAGE "feeds", "feeds" },
  { PREFERENCES_PAGE "freezes", "freezes" },
  { PREFERENCES_PAGE "templates", "templates" },
};

const SlipHelpTopic *
slip_help_topics_list (guint *n)
{
  *n = G_N_ELEMENTS (topics);
  return topics;
}

static const char *
look_up (const char *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (strcmp (topics[i].place, place) == 0)
      return *topics[i].page != '\0' ? topics[i].page : NULL;
  return NULL;
}

static const char *
find_for_page (AdwPreferencesPage *page)
{
  const char *name = adw_preferences_page_get_name (page);
  g_autofree char *place =
    g_strconcat (PREFERENCES_PAGE, name != NULL ? name : "", NULL);

  return look_up (place);
}

/* What is about @widget itself. */
static const char *
find_for (GtkWidget *widget)
{
  const char *name = gtk_widget_get_name (widget);
  const char *page = NULL;

  if (ADW_IS_PREFERENCES_WINDOW (widget)) {
    AdwPreferencesPage *visible =
      adw_preferences_window_get_visible_page (ADW_PREFERENCES_WINDOW (widget));

    page = visible != NULL ? find_for_page (visible) : NULL;
  } else if (SLIP_IS_WINDOW (widget)) {
    return find_for (GTK_WIDGET (
      slip_plan_page_get_view (slip_window_get_page (SLIP_WINDOW (widget)))));
  }
  if (page == NULL && name != NULL)
    page = look_up (name);
  return page != NULL ? page : look_up (G_OBJECT_TYPE_NAME (widget));
}

const char *
slip_help_topics_find (GtkWidget *widget)
{
  const char *page = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  while (widget != NULL && (page = find_for (widget)) == NULL)
    if (GTK_IS_WINDOW (widget))
      widget = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget)));
    else
      widget = gtk_widget_get_parent (widget);
  return page;
}
