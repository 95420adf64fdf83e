/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-entity-form.h"

G_BEGIN_DECLS

/**
 * SlipSettingsPage:
 *
 * A page of the plan's settings: fields of the plan itself, then lists of
 * entities.
 */
#define SLIP_TYPE_SETTINGS_PAGE (slip_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (SlipSettingsPage,
                      slip_settings_page,
                      SLIP,
                      SETTINGS_PAGE,
                      AdwPreferencesPage)

/* @name: what it is asked for by; @title is for people. */
SlipSettingsPage *slip_settings_page_new (const char *name,
                                          const char *title,
                                          const char *icon_name)
  G_GNUC_WARN_UNUSED_RESULT;

/* A field of the plan itself, in a group called @title. */
void slip_settings_page_add_plan_field (SlipSettingsPage *self,
                                        const char *title,
                                        SlipPlanProperty property,
                                        SlipFieldForm form);

void slip_settings_page_add_list (SlipSettingsPage *self,
                                  const SlipEntityForm *form);

/**
 * SlipGroupFunc:
 * @group: what was added
 *
 * Shows the plan in it.
 */
typedef void (*SlipGroupFunc) (SlipSettingsPage *page,
                               GtkWidget *group,
                               const SlipPlanState *state,
                               SlipDate today);

/* A page has one such group at most. */
void slip_settings_page_add_group (SlipSettingsPage *self,
                                   GtkWidget *group,
                                   SlipGroupFunc show);

/* Shows the plan that was set last. */
void slip_settings_page_show_again (SlipSettingsPage *self);

/* Opens the entity @id of one of its lists. */
void slip_settings_page_want (SlipSettingsPage *self, const char *id);

void slip_settings_page_set_plan (SlipSettingsPage *self,
                                  const SlipPlanState *state,
                                  SlipDate today);

G_END_DECLS
