/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-settings-page.h"

#include "slip-entity-list.h"

struct _SlipSettingsPage {
  AdwPreferencesPage parent_instance;

  GPtrArray *fields; /* SlipField of the plan, borrowed */
  GPtrArray *lists;  /* SlipEntityList, borrowed */
  GtkWidget *group;  /* borrowed, or NULL */
  SlipGroupFunc show_group;
  SlipPlanState *state;
  SlipDate today;
};

G_DEFINE_FINAL_TYPE (SlipSettingsPage,
                     slip_settings_page,
                     ADW_TYPE_PREFERENCES_PAGE)

static void
slip_settings_page_finalize (GObject *object)
{
  SlipSettingsPage *self = SLIP_SETTINGS_PAGE (object);

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->lists);
  g_clear_pointer (&self->state, slip_plan_state_unref);

  G_OBJECT_CLASS (slip_settings_page_parent_class)->finalize (object);
}

static void
slip_settings_page_class_init (SlipSettingsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_settings_page_finalize;
}

static void
slip_settings_page_init (SlipSettingsPage *self)
{
  self->fields = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
}

SlipSettingsPage *
slip_settings_page_new (const char *name,
                        const char *title,
                        const char *icon_name)
{
  SlipSettingsPage *self = g_object_new (SLIP_TYPE_SETTINGS_PAGE, NULL);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (self);

  adw_preferences_page_set_name (page, name);
  adw_preferences_page_set_title (page, title);
  adw_preferences_page_set_icon_name (page, icon_name);
  return self;
}

void
slip_settings_page_add_plan_field (SlipSettingsPage *self,
                                   const char *title,
                                   SlipPlanProperty property,
                                   SlipFieldForm form)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *field = slip_field_new (SLIP_KIND_PLAN, property, form);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), field);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self),
                            ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->fields, field);
}

void
slip_settings_page_add_list (SlipSettingsPage *self, const SlipEntityForm *form)
{
  GtkWidget *list = slip_entity_list_new (form);

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self),
                            ADW_PREFERENCES_GROUP (list));
  g_ptr_array_add (self->lists, list);
}

void
slip_settings_page_add_group (SlipSettingsPage *self,
                              GtkWidget *group,
                              SlipGroupFunc show)
{
  g_return_if_fail (SLIP_IS_SETTINGS_PAGE (self));

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self),
                            ADW_PREFERENCES_GROUP (group));
  self->group = group;
  self->show_group = show;
}

void
slip_settings_page_show_again (SlipSettingsPage *self)
{
  g_return_if_fail (SLIP_IS_SETTINGS_PAGE (self));

  if (self->state) {
    g_autoptr (SlipPlanState) state = slip_plan_state_ref (self->state);

    slip_settings_page_set_plan (self, state, self->today);
  }
}

void
slip_settings_page_want (SlipSettingsPage *self, const char *id)
{
  g_return_if_fail (SLIP_IS_SETTINGS_PAGE (self));

  for (guint i = 0; i < self->lists->len; i++)
    slip_entity_list_want (self->lists->pdata[i], id);
}

void
slip_settings_page_set_plan (SlipSettingsPage *self,
                             const SlipPlanState *state,
                             SlipDate today)
{
  const SlipRow *plan = slip_plan_state_get_plan (state);

  SlipPlanState *old;

  g_return_if_fail (SLIP_IS_SETTINGS_PAGE (self));

  old = self->state;
  self->state = slip_plan_state_ref (state);
  g_clear_pointer (&old, slip_plan_state_unref);
  self->today = today;
  for (guint i = 0; plan && i < self->fields->len; i++)
    slip_field_set_row (self->fields->pdata[i], state, plan, today);
  for (guint i = 0; i < self->lists->len; i++)
    slip_entity_list_set_plan (self->lists->pdata[i], state, today);
  if (self->group)
    self->show_group (self, self->group, state, today);
}
