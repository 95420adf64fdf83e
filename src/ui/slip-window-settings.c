/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-window-settings.h"

#include "slip-conflict-context.h"

#define DEFAULT_WIDTH  1280
#define DEFAULT_HEIGHT 840

/* GSettings ends the program when its schema is missing, as it is for a program
 * that was built and not installed. */
GSettings *
slip_window_settings_find (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  if (source == NULL)
    return NULL;
  g_autoptr (GSettingsSchema) schema =
    g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL)
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

static SlipDate
get_date (GSettings *settings, const char *key)
{
  g_autofree char *text = g_settings_get_string (settings, key);
  return slip_date_parse (text);
}

static void
set_date (GSettings *settings, const char *key, SlipDate date)
{
  g_autofree char *text =
    slip_date_is_set (date) ? slip_date_to_text (date) : g_strdup ("");
  g_settings_set_string (settings, key, text);
}

SlipWindowSettings *
slip_window_settings_load (void)
{
  SlipWindowSettings *self = g_new0 (SlipWindowSettings, 1);
  g_autoptr (GSettings) settings = slip_window_settings_find ();
  if (settings == NULL) {
    *self = (SlipWindowSettings){
      .width = DEFAULT_WIDTH,
      .height = DEFAULT_HEIGHT,
      .shows_sidebar = TRUE,
      .shows_inspector = TRUE,
      .view = g_strdup ("calendar"),
      .span = g_strdup ("month"),
      .shown_date = SLIP_DATE_NONE,
      .shown_on = SLIP_DATE_NONE,
    };
    return self;
  }
  self->width = g_settings_get_int (settings, "window-width");
  self->height = g_settings_get_int (settings, "window-height");
  self->is_maximized = g_settings_get_boolean (settings, "is-maximized");
  self->shows_sidebar = g_settings_get_boolean (settings, "show-sidebar");
  self->shows_inspector = g_settings_get_boolean (settings, "show-inspector");
  self->view = g_settings_get_string (settings, "view");
  self->span = g_settings_get_string (settings, "calendar-span");
  self->shown_date = get_date (settings, "shown-date");
  self->shown_on = get_date (settings, "shown-on");
  return self;
}

void
slip_window_settings_save (const SlipWindowSettings *self)
{
  g_return_if_fail (self != NULL);

  g_autoptr (GSettings) settings = slip_window_settings_find ();
  if (settings == NULL)
    return;
  if (!self->is_maximized) {
    g_settings_set_int (settings, "window-width", MAX (self->width, 360));
    g_settings_set_int (settings, "window-height", MAX (self->height, 294));
  }
  g_settings_set_boolean (settings, "is-maximized", self->is_maximized);
  g_settings_set_boolean (settings, "show-sidebar", self->shows_sidebar);
  g_settings_set_boolean (settings, "show-inspector", self->shows_inspector);
  g_settings_set_string (settings, "view", self->view);
  g_settings_set_string (settings, "calendar-span", self->span);
  set_date (settings, "shown-date", self->shown_date);
  set_date (settings, "shown-on", self->shown_on);
}

void
slip_window_settings_free (SlipWindowSettings *self)
{
  if (self == NULL)
    return;
  g_free (self->view);
  g_free (self->span);
  g_free (self);
}

char *
slip_window_settings_dup_last_plan (void)
{
  g_autoptr (GSettings) settings = slip_window_settings_find ();
  if (settings == NULL)
    return NULL;
  g_autoptr (GVariant) value = g_settings_get_value (settings, "last-plan");
  g_autofree char *path = g_variant_dup_bytestring (value, NULL);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path)
                                                    : NULL;
}

void
slip_window_settings_save_last_plan (const char *path)
{
  g_return_if_fail (path != NULL);

  g_autoptr (GSettings) settings = slip_window_settings_find ();
  if (settings != NULL)
    g_settings_set_value (settings, "last-plan",
                          g_variant_new_bytestring (path));
}
