/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feeds-page.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-feed-age.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"

#include <glib/gi18n-lib.h>

#define ID_KEY   "slip-feed"
#define ICON_KEY "slip-icon"
#define ASK_KEY  "slip-ask"

struct _SlipFeedsPage {
  AdwPreferencesPage parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *empty;
  GPtrArray *rows; /* AdwActionRow, borrowed, in the order shown */
};

G_DEFINE_FINAL_TYPE (SlipFeedsPage, slip_feeds_page, ADW_TYPE_PREFERENCES_PAGE)

static const char *
get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), ID_KEY);
}

static void
add_clicked_cb (GtkWidget *button)
{
  slip_ask (button, SLIP_ACTION_EDIT_FEED, g_variant_new_string (""));
}

static void
row_activated_cb (GtkWidget *row)
{
  slip_ask (row, SLIP_ACTION_EDIT_FEED, g_variant_new_string (get_id (row)));
}

static void
ask_clicked_cb (GtkWidget *row)
{
  slip_ask (row, SLIP_ACTION_SYNC_FEED, g_variant_new_string (get_id (row)));
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *first = *(const SlipRow *const *) a;
  const SlipRow *second = *(const SlipRow *const *) b;
  const char *first_name = slip_row_get_text (first, SLIP_FEED_NAME);
  const char *second_name = slip_row_get_text (second, SLIP_FEED_NAME);
  int order = g_utf8_collate (first_name ? first_name : "",
                              second_name ? second_name : "");

  return order ? order
               : g_strcmp0 (slip_row_get_id (first), slip_row_get_id (second));
}

static GtkWidget *
new_ask_button (GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-refresh-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Ask Now"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (ask_clicked_cb),
                            row);
  g_object_set_data (G_OBJECT (row), ASK_KEY, button);
  return button;
}

static GtkWidget *
new_row (const char *id)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), NULL);
  gtk_widget_set_visible (icon, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  g_object_set_data (G_OBJECT (row), ICON_KEY, icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_ask_button (row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

/* When it answered last, what came, when it is asked next, what failed. */
static char *
dup_subtitle (const SlipPlanState *state, const char *feed, SlipMoment moment)
{
  const SlipObservations *observations =
    slip_plan_state_get_observations (state);
  const SlipFeedStanding *standing =
    slip_observations_get_standing (observations, feed);
  const GPtrArray *values = slip_observations_get_feed (observations, feed);
  g_autofree char *fares = slip_feed_dup_standing (state, feed, moment.at_ms);
  g_autofree char *next = slip_feed_dup_next (state, feed, moment.at_ms);
  GString *text = g_string_new (fares);
  guint n_unmatched = 0;

  for (guint i = 0; values && i < values->len; i++)
    n_unmatched +=
      ((const SlipFeedValue *) values->pdata[i])->problem != SLIP_MATCH_FINE;
  if (values && values->len > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, " · %u value",
                                         " · %u values", values->len),
                            values->len);
  if (n_unmatched > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         " · %u matches nothing",
                                         " · %u match nothing", n_unmatched),
                            n_unmatched);
  if (next)
    g_string_append_printf (text, " · %s", next);
  if (standing && standing->error)
    g_string_append_printf (text, "\n%s", standing->error);
  return g_string_free (text, FALSE);
}

static void
name_ask_button (GtkWidget *row, const char *title)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), ASK_KEY);
  g_autofree char *name = g_strconcat ("sync-feed:", title, NULL);
  /* Translators: a status feed. */
  g_autofree char *spoken = g_strdup_printf (_ ("Ask %s now"), title);

  gtk_widget_set_name (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_row (GtkWidget *row,
          const SlipPlanState *state,
          const SlipRow *feed,
          SlipMoment moment)
{
  const char *id = slip_row_get_id (feed);
  const char *title = slip_feed_get_name (state, id);
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), ICON_KEY);
  g_autofree char *widget_name = g_strconcat ("feed:", title, NULL);
  g_autofree char *subtitle = dup_subtitle (state, id, moment);
  SlipFeedLoudness loudness = slip_feed_get_loudness (state, id, moment.at_ms);

  gtk_widget_set_name (row, widget_name);
  name_ask_button (row, title);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), title);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_visible (icon, loudness != SLIP_FEED_QUIET);
  if (loudness == SLIP_FEED_WARNING)
    gtk_widget_add_css_class (icon, "warning");
  else
    gtk_widget_remove_css_class (icon, "warning");
}

static gboolean
is_in_order (SlipFeedsPage *self, const GPtrArray *feeds)
{
  if (self->rows->len != feeds->len)
    return FALSE;
  for (guint i = 0; i < feeds->len; i++)
    if (!g_str_equal (get_id (self->rows->pdata[i]),
                      slip_row_get_id (feeds->pdata[i])))
      return FALSE;
  return TRUE;
}

static void
arrange (SlipFeedsPage *self, const GPtrArray *feeds)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < feeds->len; i++) {
    GtkWidget *row = new_row (slip_row_get_id (feeds->pdata[i]));

    adw_preferences_group_add (self->group, row);
    g_ptr_array_add (self->rows, row);
  }
}

static void
slip_feeds_page_finalize (GObject *object)
{
  g_ptr_array_unref (SLIP_FEEDS_PAGE (object)->rows);

  G_OBJECT_CLASS (slip_feeds_page_parent_class)->finalize (object);
}

static void
slip_feeds_page_class_init (SlipFeedsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_feeds_page_finalize;
}

static GtkWidget *
new_empty_row (void)
{
  GtkWidget *label =
    gtk_label_new (_ ("No feed yet. Add one if your stakeholders report their "
                      "status somewhere"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "field");
  return slip_plain_row_new (label);
}

static void
slip_feeds_page_init (SlipFeedsPage *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (self);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add Feed…"));

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->empty = new_empty_row ();
  gtk_widget_set_name (add, "add-feed");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect (add, "clicked", G_CALLBACK (add_clicked_cb), NULL);
  adw_preferences_group_set_header_suffix (self->group, add);
  slip_plain_text_set_group (
    self->group, _ ("Status Feeds"),
    _ ("What stakeholders report somewhere else, shown beside this plan. A "
       "feed changes nothing in it"));
  adw_preferences_group_add (self->group, self->empty);
  adw_preferences_page_add (page, self->group);
  adw_preferences_page_set_name (page, "feeds");
  adw_preferences_page_set_title (page, _ ("Feeds"));
  adw_preferences_page_set_icon_name (page, "network-receive-symbolic");
}

GtkWidget *
slip_feeds_page_new (void)
{
  return g_object_new (SLIP_TYPE_FEEDS_PAGE, NULL);
}

void
slip_feeds_page_set_plan (SlipFeedsPage *self,
                          const SlipPlanState *state,
                          SlipMoment moment)
{
  g_autoptr (GPtrArray) feeds = NULL;

  g_return_if_fail (SLIP_IS_FEEDS_PAGE (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->group), state != NULL);
  feeds =
    state ? slip_plan_state_list (state, SLIP_KIND_FEED) : g_ptr_array_new ();
  g_ptr_array_sort (feeds, compare_cb);
  if (!is_in_order (self, feeds))
    arrange (self, feeds);
  for (guint i = 0; i < feeds->len; i++)
    show_row (self->rows->pdata[i], state, feeds->pdata[i], moment);
  gtk_widget_set_visible (self->empty, feeds->len == 0);
}
