/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-preferences.h"

#include "slip-ask.h"
#include "slip-conflict-context.h"
#include "slip-feeds-page.h"
#include "slip-spin-rest.h"
#include "slip-window-settings.h"

#include <glib/gi18n-lib.h>

/* As the plan's property has it. */
#define MAX_LIMIT 999

struct _SlipPreferences {
  AdwPreferencesWindow parent_instance;

  GtkSpinButton *releases;
  GtkSpinButton *items;
  char *plan; /* its id, NULL without one */
  SlipFeedsPage *feeds;
};

G_DEFINE_FINAL_TYPE (SlipPreferences,
                     slip_preferences,
                     ADW_TYPE_PREFERENCES_WINDOW)

/* A SlipSpinRestFunc. */
static void
number_rested_cb (GtkSpinButton *spin, gpointer data)
{
  SlipPreferences *self = data;
  guint property =
    spin == self->releases ? SLIP_PLAN_MAX_RELEASES : SLIP_PLAN_MAX_ITEMS;
  g_autofree char *text =
    g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (spin));

  if (self->plan != NULL)
    slip_ask_edit (GTK_WIDGET (self), SLIP_KIND_PLAN, self->plan,
                   (const char *const[]){
                     slip_schema_get_property (SLIP_KIND_PLAN, property)->name,
                     text,
                     NULL,
                   });
}

static GtkSpinButton *
add_limit (SlipPreferences *self,
           AdwPreferencesGroup *group,
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
  slip_spin_rest_watch (GTK_SPIN_BUTTON (spin), number_rested_cb, self);
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
slip_preferences_finalize (GObject *object)
{
  SlipPreferences *self = SLIP_PREFERENCES (object);

  g_free (self->plan);
  G_OBJECT_CLASS (slip_preferences_parent_class)->finalize (object);
}

static void
slip_preferences_class_init (SlipPreferencesClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape,
                                       0, "window.close", NULL);
  G_OBJECT_CLASS (klass)->finalize = slip_preferences_finalize;
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
    _ ("More than that is a conflict in this plan, and marked in My Day"));
  self->releases = add_limit (
    self, ADW_PREFERENCES_GROUP (group), "max-releases", _ ("Releases"),
    _ ("That one audience has to get ready for, or one person owns"));
  self->items = add_limit (self, ADW_PREFERENCES_GROUP (group), "max-items",
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
slip_preferences_new (void)
{
  return g_object_new (SLIP_TYPE_PREFERENCES, NULL);
}

static void
show_limits (SlipPreferences *self, const SlipPlanState *state, SlipDate today)
{
  const SlipRow *plan = state != NULL ? slip_plan_state_get_plan (state) : NULL;
  gboolean has_plan = plan != NULL;

  g_clear_pointer (&self->plan, g_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->releases), has_plan);
  gtk_widget_set_sensitive (GTK_WIDGET (self->items), has_plan);
  if (!has_plan)
    return;

  const SlipConflictContext context =
    slip_conflict_context_new_for_plan (state, today);
  self->plan = g_strdup (slip_row_get_id (plan));
  slip_spin_rest_show (self->releases, context.max_releases);
  slip_spin_rest_show (self->items, context.max_items);
}

void
slip_preferences_set_plan (SlipPreferences *self,
                           const SlipPlanState *state,
                           SlipMoment moment)
{
  g_return_if_fail (SLIP_IS_PREFERENCES (self));

  show_limits (self, state, moment.today);
  slip_feeds_page_set_plan (self->feeds, state, moment);
}

void
slip_preferences_show_feeds (SlipPreferences *self)
{
  g_return_if_fail (SLIP_IS_PREFERENCES (self));

  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self),
                                           ADW_PREFERENCES_PAGE (self->feeds));
}
