/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-holiday-actions.h"

#include "slip-edit-runner.h"
#include "slip-holiday-addition.h"
#include "slip-holidays-dialog.h"
#include "slip-window-dialogs.h"

static void
add_holidays_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const SlipPlanState *state = slip_window_get_state (window);
  const char *calendar = g_variant_get_string (parameter, NULL);
  if (state == NULL ||
      slip_plan_state_get (state, SLIP_KIND_WORKING_CALENDAR, calendar) == NULL)
    return;
  SlipFormWindow *dialog =
    slip_holidays_dialog_new (state, calendar, slip_window_get_today (window));
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                slip_window_dialogs_find_front (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
take_holidays_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *calendar;
  const char *first;
  const char *last;
  const char *name;
  gboolean is_yearly;
  g_autoptr (GVariantIter) holidays = NULL;
  g_variant_get (parameter, "(&sa(sssb))", &calendar, &holidays);
  SlipHolidayAddition *addition = slip_holiday_addition_new (calendar);
  while (g_variant_iter_next (holidays, "(&s&s&sb)", &first, &last, &name,
                              &is_yearly))
    slip_holiday_addition_add (addition,
                               slip_range_new (slip_date_parse (first),
                                               slip_date_parse (last)),
                               name, is_yearly);
  slip_edit_runner_run (slip_window_get_runner (window),
                        slip_holiday_addition_run, addition,
                        (GDestroyNotify) slip_holiday_addition_free,
                        SLIP_EDIT_DEFAULT);
}

static const GActionEntry entries[] = {
  { "add-holidays", add_holidays_cb, "s" },
  { "take-holidays", take_holidays_cb, "(sa(sssb))" },
};

void
slip_holiday_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
}

void
slip_holiday_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                   G_ACTION_MAP (window), entries[i].name)),
                                 slip_window_can_edit (window));
}
