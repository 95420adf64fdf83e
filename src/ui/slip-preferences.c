/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-preferences.h"

#include "slip-feeds-page.h"
#include "slip-window-settings.h"

#include <glib/gi18n-lib.h>

/* As the settings' schema has it. */
#define MAX_LIMIT 999

struct _SlipPreferences {
  AdwPreferencesWindow parent_instance;

  GtkSpinButton *releases;
  GtkSpinButton *items;
  SlipFeedsPage *feeds;
};

G_DEFINE_FINAL_TYPE (SlipPreferences,
                     slip_preferences,
                     ADW_TYPE_PREFERENCES_WINDOW)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
value_changed_cb (SlipPreferences *self)
{
  g_signal_emit (self, signals[CHANGED], 0,
                 (guint) gtk_spin_button_get_value_as_int (self->releases),
                 (guint) gtk_spin_button_get_value_as_int (self->items));
}

static GtkSpinButton *
add_limit (AdwPreferencesGroup *group,
           const char *name,
           const char *title,
           const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (1, MAX_LIMIT, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_widget_set_name (spin, name);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (group, row);
  return GTK_SPIN_BUTTON (spin);
}

static void
add_switch (AdwPreferencesGroup *group,
            GSettings *settings,
            const char *key,
            const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_widget_set_name (button, key);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_settings_bind (settings, key, button, "active", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (group, row);
}

/* Whoever starts the program without installing it has no settings. */
static void
add_notifications (AdwPreferencesPage *page)
{
  g_autoptr (GSettings) settings = slip_window_settings_find ();
  GtkWidget *widget = adw_preferences_group_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (widget);

  if (settings == NULL) {
    g_object_ref_sink (widget);
    g_object_unref (widget);
    return;
  }
  adw_preferences_group_set_title (group, _ ("Notifications"));
  adw_preferences_group_set_description (
    group, _ ("At most one of each kind a day, about what is yours"));
  add_switch (group, settings, "notify-items", _ ("Items due today"),
              _ ("What you have to do"));
  add_switch (group, settings, "notify-decisions", _ ("Decisions due"),
              _ ("A stage has soaked, or it is time to look again"));
  add_switch (group, settings, "notify-wrong-dates", _ ("Wrong dates"),
              _ ("An audience was told another date than the plan’s"));
  add_switch (group, settings, "notify-feeds", _ ("Status feeds"),
              _ ("One has not answered for so long that it cannot be trusted"));
  add_switch (group, settings, "run-in-background", _ ("Run in the background"),
              _ ("So that they come while no window is open"));
  adw_preferences_page_add (page, group);
}

static void
slip_preferences_class_init (SlipPreferencesClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape,
                                       0, "window.close", NULL);
  signals[CHANGED] =
    g_signal_new ("changed", SLIP_TYPE_PREFERENCES, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
slip_preferences_init (SlipPreferences *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   _ ("Too Much in One Week"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _ ("More than that is a conflict, and marked in My Day"));
  self->releases =
    add_limit (ADW_PREFERENCES_GROUP (group), "max-releases", _ ("Releases"),
               _ (
                 "That one audience has to get ready for, or one person owns"));
  self->items = add_limit (ADW_PREFERENCES_GROUP (group), "max-items",
                           _ ("Items due"), _ ("That one person has to do"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _ ("General"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page),
                                      "preferences-system-symbolic");
  add_notifications (ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (page));
  self->feeds = SLIP_FEEDS_PAGE (slip_feeds_page_new ());
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (self->feeds));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self),
                                             FALSE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Preferences"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 620);
}

GtkWidget *
slip_preferences_new (guint max_releases, guint max_items)
{
  SlipPreferences *self = g_object_new (SLIP_TYPE_PREFERENCES, NULL);

  gtk_spin_button_set_value (self->releases, max_releases);
  gtk_spin_button_set_value (self->items, max_items);
  g_signal_connect_swapped (self->releases, "value-changed",
                            G_CALLBACK (value_changed_cb), self);
  g_signal_connect_swapped (self->items, "value-changed",
                            G_CALLBACK (value_changed_cb), self);
  return GTK_WIDGET (self);
}

void
slip_preferences_set_plan (SlipPreferences *self,
                           const SlipPlanState *state,
                           SlipMoment moment)
{
  g_return_if_fail (SLIP_IS_PREFERENCES (self));

  slip_feeds_page_set_plan (self->feeds, state, moment);
}

void
slip_preferences_show_feeds (SlipPreferences *self)
{
  g_return_if_fail (SLIP_IS_PREFERENCES (self));

  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self),
                                           ADW_PREFERENCES_PAGE (self->feeds));
}
