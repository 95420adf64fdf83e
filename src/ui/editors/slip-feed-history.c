/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-history.h"

#include "slip-date-text.h"
#include "slip-observation-text.h"
#include "slip-plain-text.h"

#include <glib/gi18n-lib.h>

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), title);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

/* 'From “At risk” to “Done” on Tue 1 December, 09:00' */
static char *
dup_title (const SlipFeedWord *word, const SlipFeedWord *before, SlipDate today)
{
  g_autofree char *says = slip_observation_dup_says (word->observation, today);
  g_autofree char *when = slip_instant_dup_text (word->since_ms);
  g_autofree char *said = NULL;

  if (!before || before->until_ms != word->since_ms)
    /* Translators: what a feed said and since when. */
    return g_strdup_printf (_ ("“%s” since %s"), says, when);
  said = slip_observation_dup_says (before->observation, today);
  if (g_str_equal (said, says))
    return g_strdup_printf (_ ("Still “%s” on %s"), says, when);
  /* Translators: what a feed said, what it said then, and when. */
  return g_strdup_printf (_ ("From “%s” to “%s” on %s"), said, says, when);
}

static void
add_word (AdwPreferencesGroup *group,
          const SlipFeedWord *word,
          const SlipFeedWord *before,
          SlipDate today)
{
  g_autofree char *title = dup_title (word, before, today);
  g_autofree char *detail =
    slip_observation_dup_detail (word->observation, today);

  add_row (group, title, detail);
}

GtkWidget *
slip_feed_history_new (const SlipFeedWord *words,
                       guint n_words,
                       const char *source,
                       SlipDate today)
{
  GtkWidget *window =
    g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "title", _ ("What Was Said"),
                  "search-enabled", FALSE, "modal", TRUE, "default-width", 460,
                  "default-height", 480, NULL);
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group =
    ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *about =
    n_words > 0 ? slip_observation_dup_about (words[0].observation) : NULL;

  gtk_widget_set_name (window, "feed-history");
  slip_plain_text_set_group (group, about ? about : _ ("Nothing was said yet"),
                             source);
  if (n_words > 0 && words[0].until_ms != 0) {
    g_autofree char *when = slip_instant_dup_text (words[0].until_ms);
    g_autofree char *text =
      g_strdup_printf (_ ("Not said any more since %s"), when);

    add_row (group, text, NULL);
  }
  for (guint i = 0; i < n_words; i++)
    add_word (group, &words[i], i + 1 < n_words ? &words[i + 1] : NULL, today);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window),
                              ADW_PREFERENCES_PAGE (page));
  return window;
}
