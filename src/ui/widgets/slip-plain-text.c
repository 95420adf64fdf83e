/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plain-text.h"

#include "slip-text.h"

static char *
dup_contained (const char *text)
{
  return slip_text_dup_contained (text != NULL ? text : "");
}

char *
slip_plain_text_escape (const char *text)
{
  g_autofree char *contained = dup_contained (text);
  return g_markup_escape_text (contained, -1);
}

char *
slip_plain_text_dup_isolated (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_strdup (text);
  /* FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE */
  return g_strconcat ("\u2068", text, "\u2069", NULL);
}

char *
slip_plain_text_dup_line (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_strdup (text);
  /* RIGHT-TO-LEFT MARK */
  return g_strconcat ("\u200f", text, NULL);
}

AdwToast *
slip_plain_text_toast_new (const char *text)
{
  g_autofree char *markup = slip_plain_text_escape (text);
  return adw_toast_new (markup);
}

void
slip_plain_text_set_row_title (AdwPreferencesRow *row, const char *text)
{
  g_return_if_fail (ADW_IS_PREFERENCES_ROW (row));

  g_autofree char *contained = dup_contained (text);
  adw_preferences_row_set_use_markup (row, FALSE);
  adw_preferences_row_set_title (row, contained);
  /* libadwaita names the line in an expander, and not the expander. */
  if (ADW_IS_EXPANDER_ROW (row))
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, contained,
                                    -1);
}

void
slip_plain_text_set_row_subtitle (AdwActionRow *row, const char *text)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  g_autofree char *contained = dup_contained (text);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (row, contained);
}

void
slip_plain_text_set_group (AdwPreferencesGroup *group,
                           const char *title,
                           const char *description)
{
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  g_autofree char *title_markup = slip_plain_text_escape (title);
  g_autofree char *description_markup = slip_plain_text_escape (description);
  adw_preferences_group_set_title (group, title_markup);
  adw_preferences_group_set_description (group, description_markup);
}

void
slip_plain_text_set_status_page (AdwStatusPage *page,
                                 const char *title,
                                 const char *description)
{
  g_return_if_fail (ADW_IS_STATUS_PAGE (page));

  g_autofree char *title_markup = slip_plain_text_escape (title);
  g_autofree char *description_markup = slip_plain_text_escape (description);
  adw_status_page_set_title (page, title_markup);
  adw_status_page_set_description (page, description_markup);
}

void
slip_plain_text_set_message (AdwMessageDialog *dialog,
                             const char *heading,
                             const char *body)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  g_autofree char *contained_heading = dup_contained (heading);
  g_autofree char *contained_body = dup_contained (body);
  adw_message_dialog_set_heading (dialog, contained_heading);
  adw_message_dialog_set_body (dialog, contained_body);
}
