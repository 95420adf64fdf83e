/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-report.h"

#include "slip-diagnostics.h"
#include "slip-window-settings.h"

#include <adwaita.h>
#include <locale.h>

/* What the desktop says of itself; nothing that a person chose. */
static const char *const variables[] = {
  "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "GDK_BACKEND",
  "GSK_RENDERER",        "GDK_SCALE",
};

static void
add_versions (GString *text)
{
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  gboolean is_flatpak = g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
  g_string_append_printf (text, "%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
  g_string_append_printf (text, "  GTK %u.%u.%u, libadwaita %u.%u.%u\n",
                          gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version ());
  g_string_append_printf (text, "  GLib %u.%u.%u, SQLite %s\n",
                          glib_major_version, glib_minor_version,
                          glib_micro_version, slip_store_get_engine_version ());
  g_string_append_printf (text, "  System: %s%s\n",
                          system != NULL ? system : "not known",
                          is_flatpak ? ", Flatpak" : "");
  g_string_append_printf (text, "  Locale: %s\n",
                          setlocale (LC_MESSAGES, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    if (g_getenv (variables[i]) != NULL)
      g_string_append_printf (text, "  %s: %s\n", variables[i],
                              g_getenv (variables[i]));
}

/* Numbers, switches and choices tell nothing about anybody; what is a text may
 * be a name. */
static char *
dup_value (GSettings *settings, GSettingsSchemaKey *key)
{
  const char *name = g_settings_schema_key_get_name (key);
  const GVariantType *type = g_settings_schema_key_get_value_type (key);
  g_autoptr (GVariant) range = g_settings_schema_key_get_range (key);
  g_autoptr (GVariant) value = g_settings_get_value (settings, name);
  g_autoptr (GVariant) usual = g_settings_schema_key_get_default_value (key);
  const char *kind;
  g_variant_get_child (range, 0, "&s", &kind);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN) ||
      g_variant_type_equal (type, G_VARIANT_TYPE_INT32) ||
      g_str_equal (kind, "enum"))
    return g_variant_print (value, FALSE);
  return g_strdup (g_variant_equal (value, usual) ? "not set" : "set");
}

static void
add_settings (GString *text)
{
  g_autoptr (GSettings) settings = slip_window_settings_find ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_string_append (text, "Settings\n");
  if (settings == NULL) {
    g_string_append (text, "  not installed\n");
    return;
  }
  g_object_get (settings, "settings-schema", &schema, NULL);
  g_auto (GStrv) names = g_settings_schema_list_keys (schema);
  for (guint i = 0; names[i] != NULL; i++) {
    g_autoptr (GSettingsSchemaKey) key =
      g_settings_schema_get_key (schema, names[i]);
    g_autofree char *value = dup_value (settings, key);
    g_string_append_printf (text, "  %s: %s\n", names[i], value);
  }
}

char *
slip_report_dup_program (void)
{
  GString *text = g_string_new (NULL);
  add_versions (text);
  add_settings (text);
  return g_string_free (text, FALSE);
}

void
slip_report_async (SlipStore *store,
                   const char *path,
                   GAsyncReadyCallback callback,
                   gpointer data)
{
  g_return_if_fail (store != NULL || path != NULL);

  if (store != NULL)
    slip_diagnostics_plan_async (store, NULL, callback, data);
  else
    slip_diagnostics_file_async (path, NULL, callback, data);
}

char *
slip_report_finish (GAsyncResult *result)
{
  g_autofree char *program = slip_report_dup_program ();
  g_autofree char *plan = slip_diagnostics_finish (result);
  return g_strconcat (program, "Plan\n", plan, NULL);
}
