/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-templates-page.h"

#include "slip-template-catalog.h"
#include "slip-template-editor.h"

#include <glib/gi18n-lib.h>

static void
left_cb (SlipTemplateEditor *editor)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (editor));

  if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_close_subpage (ADW_PREFERENCES_WINDOW (root));
}

static void
show_editor (SlipSettingsPage *page, const SlipPlanState *state, SlipDate today)
{
  SlipTemplateEditor *editor = g_object_get_data (G_OBJECT (page), "editor");

  if (editor && gtk_widget_get_root (GTK_WIDGET (editor)))
    slip_template_editor_set_plan (editor, state, today);
}

static void
chosen_cb (SlipTemplateCatalog *catalog, const char *id, SlipSettingsPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *editor;

  if (!ADW_IS_PREFERENCES_WINDOW (root))
    return;
  editor = slip_template_editor_new (id);
  g_signal_connect (editor, "left", G_CALLBACK (left_cb), NULL);
  g_object_set_data_full (G_OBJECT (page), "editor", g_object_ref_sink (editor),
                          g_object_unref);
  adw_preferences_window_present_subpage (ADW_PREFERENCES_WINDOW (root),
                                          editor);
  slip_settings_page_show_again (page);
  gtk_widget_child_focus (editor, GTK_DIR_TAB_FORWARD);
}

static void
show (SlipSettingsPage *page,
      GtkWidget *group,
      const SlipPlanState *state,
      SlipDate today)
{
  slip_template_catalog_set_plan (SLIP_TEMPLATE_CATALOG (group), state, today);
  show_editor (page, state, today);
}

SlipSettingsPage *
slip_templates_page_new (void)
{
  SlipSettingsPage *page =
    slip_settings_page_new ("templates", _ ("Templates"), "view-list-symbolic");
  GtkWidget *catalog = slip_template_catalog_new ();

  g_signal_connect (catalog, "chosen", G_CALLBACK (chosen_cb), page);
  slip_settings_page_add_group (page, catalog, show);
  return page;
}
