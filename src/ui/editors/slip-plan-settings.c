/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plan-settings.h"

#include "slip-audiences-page.h"
#include "slip-control-name.h"
#include "slip-freezes-page.h"
#include "slip-key-dates-page.h"
#include "slip-people-page.h"
#include "slip-products-page.h"
#include "slip-templates-page.h"
#include "slip-working-days-page.h"

#include <glib/gi18n-lib.h>

typedef SlipSettingsPage *(*PageFunc) (void);

static const PageFunc page_funcs[] = {
  slip_products_page_new,  slip_people_page_new,       slip_audiences_page_new,
  slip_templates_page_new, slip_working_days_page_new, slip_freezes_page_new,
  slip_key_dates_page_new,
};

struct _SlipPlanSettings {
  AdwPreferencesWindow parent_instance;

  SlipSettingsPage *pages[G_N_ELEMENTS (page_funcs)];
};

G_DEFINE_FINAL_TYPE (SlipPlanSettings,
                     slip_plan_settings,
                     ADW_TYPE_PREFERENCES_WINDOW)

static void
slip_plan_settings_class_init (SlipPlanSettingsClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape,
                                       0, "window.close", NULL);
}

/* The names of so many pages have no room beside each other in a narrow
 * window; their icons have. */
static void
ellipsize_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    ellipsize_labels (child);
}

static void
ellipsize_switchers (GtkWidget *widget)
{
  if (ADW_IS_VIEW_SWITCHER (widget))
    ellipsize_labels (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    ellipsize_switchers (child);
}

static void
slip_plan_settings_init (SlipPlanSettings *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Plan Settings"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 640);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (page_funcs); i++) {
    self->pages[i] = page_funcs[i]();
    adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                                ADW_PREFERENCES_PAGE (self->pages[i]));
  }
  ellipsize_switchers (GTK_WIDGET (self));
  slip_control_name_buttons (GTK_WIDGET (self), NULL);
}

GtkWidget *
slip_plan_settings_new (void)
{
  return g_object_new (SLIP_TYPE_PLAN_SETTINGS, NULL);
}

void
slip_plan_settings_set_plan (SlipPlanSettings *self,
                             const SlipPlanState *state,
                             SlipDate today)
{
  g_return_if_fail (SLIP_IS_PLAN_SETTINGS (self));

  for (guint i = 0; i < G_N_ELEMENTS (page_funcs); i++)
    slip_settings_page_set_plan (self->pages[i], state, today);
}

void
slip_plan_settings_show_page (SlipPlanSettings *self, const char *place)
{
  g_auto (GStrv) parts = NULL;

  g_return_if_fail (SLIP_IS_PLAN_SETTINGS (self));
  g_return_if_fail (place != NULL);

  parts = g_strsplit (place, "/", 2);
  for (guint i = 0; i < G_N_ELEMENTS (page_funcs); i++) {
    AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (self->pages[i]);

    if (g_strcmp0 (adw_preferences_page_get_name (page), parts[0]) != 0)
      continue;
    adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self),
                                             page);
    if (parts[1])
      slip_settings_page_want (self->pages[i], parts[1]);
  }
}
