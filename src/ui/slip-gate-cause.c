/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-cause.h"

#include "slip-actions.h"
#include "slip-criterion-edit.h"
#include "slip-edit-runner.h"

static void
activate (SlipWindow *window, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) owned =
    parameter != NULL ? g_variant_ref_sink (parameter) : NULL;
  gtk_widget_activate_action_variant (GTK_WIDGET (window), action, owned);
}

static void
show_settings (SlipWindow *window, const char *page, const char *id)
{
  g_autofree char *place =
    id != NULL ? g_strdup_printf ("%s/%s", page, id) : g_strdup (page);
  activate (window, SLIP_ACTION_PLAN_SETTINGS, g_variant_new_string (place));
}

static void
details_shown_cb (SlipPlanPage *page, GParamSpec *pspec, GtkWindow *dialog)
{
  if (slip_plan_page_shows_inspector (page))
    return;
  g_signal_handlers_disconnect_by_func (page, details_shown_cb, dialog);
  gtk_window_present (dialog);
}

/* Above a narrow window a dialog covers all of the details: it comes back when
 * they are closed. */
static void
clear_the_way (SlipWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  SlipPlanPage *page = slip_window_get_page (window);
  if (!slip_plan_page_is_narrow (page))
    return;
  for (GList *link = windows; link != NULL; link = link->next) {
    GtkWindow *dialog = link->data;
    if (gtk_window_get_transient_for (dialog) != GTK_WINDOW (window) ||
        !gtk_widget_get_mapped (GTK_WIDGET (dialog)))
      continue;
    gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE);
    g_signal_connect_object (page, "notify::shows-inspector",
                             G_CALLBACK (details_shown_cb), dialog,
                             G_CONNECT_DEFAULT);
  }
}

/* The page of @release, in front of the dialog that asks. */
static SlipInspector *
show_release (SlipWindow *window, const char *release)
{
  SlipInspector *inspector =
    slip_plan_page_open_release (slip_window_get_page (window), release);
  if (inspector != NULL)
    clear_the_way (window);
  gtk_window_present (GTK_WINDOW (window));
  return inspector;
}

static void
show_part (SlipWindow *window, const SlipRow *row)
{
  SlipInspector *inspector = show_release (window, slip_row_get_owner (row));
  if (inspector != NULL)
    slip_inspector_show_part (inspector, slip_row_get_kind (row),
                              slip_row_get_id (row));
}

/* What is asked of the release as a whole. */
static void
open_release (SlipWindow *window, const char *release, gint64 type)
{
  SlipInspector *inspector = show_release (window, release);
  if (inspector == NULL)
    return;
  if (type == SLIP_CRITERION_ROLLBACK_PLAN)
    slip_inspector_show_field (inspector, SLIP_RELEASE_ROLLBACK_PLAN);
  else if (type == SLIP_CRITERION_FEED)
    slip_inspector_show_feeds (inspector, NULL);
  else if (type == SLIP_CRITERION_ITEMS)
    slip_inspector_show_checklist (inspector, NULL);
}

/* An audience lacks a checklist, a word of a feed, or notice. */
static void
open_audience (SlipWindow *window,
               const char *release,
               const char *audience,
               gint64 type)
{
  if (type != SLIP_CRITERION_ITEMS && type != SLIP_CRITERION_FEED) {
    activate (window, SLIP_ACTION_TELL,
              g_variant_new ("(sss)", release, audience, ""));
    return;
  }
  SlipInspector *inspector = show_release (window, release);
  if (inspector == NULL)
    return;
  if (type == SLIP_CRITERION_FEED)
    slip_inspector_show_feeds (inspector, audience);
  else
    slip_inspector_show_adding (inspector);
}

/* Of a criterion, what answers it. */
static void
open_criterion (SlipWindow *window, const SlipRow *row, gint64 type)
{
  const char *id = slip_row_get_id (row);
  if (type == SLIP_CRITERION_OWN) {
    SlipEntityEdit *edit = slip_criterion_edit_new_tick (
      id, !slip_row_get_boolean (row, SLIP_CRITERION_IS_TICKED));
    slip_edit_runner_run (slip_window_get_runner (window), slip_entity_edit_run,
                          edit, (GDestroyNotify) slip_entity_edit_free,
                          SLIP_EDIT_QUIET);
    return;
  }
  if (type == SLIP_CRITERION_FEED)
    activate (window, "win.show-feeds", NULL);
  else if (type == SLIP_CRITERION_NOTICE)
    show_settings (window, "audiences", NULL);
  else
    activate (window, SLIP_ACTION_EDIT_CRITERION,
              g_variant_new ("(ss)", id,
                             type == SLIP_CRITERION_FIGURE_WITHIN ? "figure"
                                                                  : "waiver"));
}

static void
open_row (SlipWindow *window,
          const char *release,
          const SlipRow *row,
          gint64 type)
{
  const char *id = slip_row_get_id (row);
  switch ((int) slip_row_get_kind (row)) {
  case SLIP_KIND_CHECKLIST:
  case SLIP_KIND_ITEM:
  case SLIP_KIND_STAGE:
    show_part (window, row);
    break;
  case SLIP_KIND_RELEASE:
    open_release (window, id, type);
    break;
  case SLIP_KIND_AUDIENCE:
    open_audience (window, release, id, type);
    break;
  case SLIP_KIND_COMMUNICATION:
    activate (
      window, SLIP_ACTION_TELL,
      g_variant_new ("(sss)", release,
                     slip_row_get_text (row, SLIP_COMMUNICATION_AUDIENCE), ""));
    break;
  case SLIP_KIND_FLAG:
    activate (window, SLIP_ACTION_OBSERVE_FLAG,
              g_variant_new ("(ss)", release, id));
    break;
  case SLIP_KIND_FREEZE:
    show_settings (window, "freezes", id);
    break;
  case SLIP_KIND_CRITERION:
    open_criterion (window, row, type);
    break;
  default:
    break;
  }
}

void
slip_gate_cause_open (SlipWindow *window,
                      const char *release,
                      SlipKind kind,
                      const char *id,
                      const SlipRow *criterion)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));
  g_return_if_fail (release != NULL && id != NULL);

  const SlipPlanState *state = slip_window_get_state (window);
  const SlipRow *row = state != NULL && kind != SLIP_KIND_NONE
                         ? slip_plan_state_get (state, kind, id)
                         : NULL;
  if (row != NULL)
    open_row (window, release, row,
              criterion != NULL
                ? slip_row_get_integer (criterion, SLIP_CRITERION_TYPE)
                : -1);
}
