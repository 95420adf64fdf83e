/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-accept-dialog.h"

#include "slip-change-text.h"
#include "slip-feed-age.h"
#include "slip-intent.h"
#include "slip-observation-text.h"
#include "slip-plain-row.h"
#include "slip-release.h"

#include <glib/gi18n-lib.h>

static void
add_line (AdwPreferencesGroup *group, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "field");
  if (style)
    gtk_widget_add_css_class (label, style);
  adw_preferences_group_add (group, slip_plain_row_new (label));
}

/* The title of the release, with the audience if there is one. */
static char *
dup_about (const SlipPlanState *state, const SlipFeedValue *value)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, value->release);
  const SlipRow *audience =
    slip_plan_state_get (state, SLIP_KIND_AUDIENCE, value->audience);
  g_autofree char *title = NULL;

  if (!release)
    return slip_observation_dup_about (value->observation);
  title = slip_release_dup_title (state, release);
  return audience ? /* Translators: a release and an audience. */
           g_strdup_printf (_ ("%s · %s"), title,
                            slip_row_get_text (audience, SLIP_AUDIENCE_NAME))
                  : g_steal_pointer (&title);
}

static void
add_word (SlipFormWindow *window,
          const SlipPlanState *state,
          const SlipFeedValue *value,
          SlipMoment moment)
{
  g_autofree char *about = dup_about (state, value);
  g_autofree char *says =
    slip_observation_dup_marked (value->observation, moment.today);
  g_autofree char *detail =
    slip_observation_dup_detail (value->observation, moment.today);
  g_autofree char *source =
    slip_feed_value_dup_source (value, state, moment.at_ms);
  g_autofree char *both =
    detail ? g_strdup_printf ("%s\n%s", says, detail) : g_strdup (says);
  AdwPreferencesGroup *group =
    slip_form_window_add_group (window, about, source);

  add_line (group, both, NULL);
}

static void
add_changes (SlipFormWindow *window,
             const SlipPlanState *state,
             const SlipChangeSet *set)
{
  AdwPreferencesGroup *group = slip_form_window_add_group (
    window, _ ("What Would Change"),
    _ ("All of it is one step, which can be undone"));
  g_autoptr (SlipPlanState) after = slip_plan_state_apply (state, set, NULL);
  g_autoptr (GPtrArray) lines =
    slip_change_set_dup_lines (after ? after : state, set);

  for (guint i = 0; i < lines->len; i++)
    add_line (group, lines->pdata[i], NULL);
}

static void
add_nothing (SlipFormWindow *window,
             const SlipPlanState *state,
             const SlipAccept *accept,
             const GError *error)
{
  AdwPreferencesGroup *group =
    slip_form_window_add_group (window, _ ("What Would Change"), NULL);
  g_autofree char *why = slip_accept_dup_nothing (accept, state);

  add_line (group, error ? error->message : why, "dim-label");
}

SlipFormWindow *
slip_accept_dialog_new (const SlipPlanState *state,
                        const SlipFeedValue *value,
                        const SlipAccept *accept,
                        SlipMoment moment)
{
  SlipFormWindow *window =
    slip_form_window_new ("accept-dialog", _ ("Accept"), _ ("_Accept"));
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_accept_run, accept, state, &error);
  gboolean is_needed = set && set->changes->len > 0;

  add_word (window, state, value, moment);
  if (is_needed)
    add_changes (window, state, set);
  else
    add_nothing (window, state, accept, error);
  slip_form_window_set_can_accept (window, is_needed);
  return window;
}
