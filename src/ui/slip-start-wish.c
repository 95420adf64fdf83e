/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-start-wish.h"

#include "slip-entity-find.h"
#include "slip-template-file.h"
#include "slip-template-transfer.h"
#include "slip-window-dialogs.h"

#include <glib/gi18n.h>

#define CALENDAR_ENDING ".ics"

SlipStartWish *
slip_start_wish_new (void)
{
  SlipStartWish *self = g_new0 (SlipStartWish, 1);
  self->date = SLIP_DATE_NONE;
  return self;
}

gboolean
slip_start_wish_check (GVariantDict *options, GError **error)
{
  g_return_val_if_fail (options != NULL, FALSE);

  const char *text;
  if (g_variant_dict_lookup (options, "view", "&s", &text) &&
      !slip_plan_page_has_view (text)) {
    g_autofree char *names = slip_plan_page_dup_view_names ();
    /* Translators: the second %s is a list, 'calendar, board'. */
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("“%s” is no view; there are: %s"), text, names);
    return FALSE;
  }
  if (g_variant_dict_lookup (options, "date", "&s", &text) &&
      !slip_date_is_set (slip_date_parse (text))) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("“%s” is not a day like 2026-12-31"), text);
    return FALSE;
  }
  return TRUE;
}

SlipStartWish *
slip_start_wish_new_from_options (GVariantDict *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  SlipStartWish *self = slip_start_wish_new ();
  const char *text;
  if (g_variant_dict_lookup (options, "view", "&s", &text))
    self->view = g_strdup (text);
  if (g_variant_dict_lookup (options, "date", "&s", &text))
    self->date = slip_date_parse (text);
  if (g_variant_dict_lookup (options, "release", "&s", &text))
    self->release = g_strdup (text);
  self->is_new_release = g_variant_dict_contains (options, "new-release");
  return self;
}

void
slip_start_wish_free (SlipStartWish *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->file);
  g_free (self->view);
  g_free (self->release);
  g_free (self->search);
  g_free (self);
}

static gboolean
has_ending (GFile *file, const char *ending)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower_name =
    name != NULL ? g_ascii_strdown (name, -1) : NULL;
  return lower_name != NULL && g_str_has_suffix (lower_name, ending);
}

gboolean
slip_start_wish_is_import (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  return has_ending (file, CALENDAR_ENDING) ||
         has_ending (file, SLIP_TEMPLATE_FILE_ENDING);
}

static void
import (SlipWindow *window, GFile *file)
{
  if (!slip_window_can_edit (window))
    return;
  if (has_ending (file, SLIP_TEMPLATE_FILE_ENDING)) {
    slip_template_transfer_import_file (window, file);
    return;
  }
  g_autofree char *path = g_file_get_path (file);
  if (path != NULL)
    slip_window_dialogs_import_file (window, path);
  else
    slip_window_say (window, _ ("Only files of this computer can be used"));
}

/* Ids say nothing to people: those who may be meant are shown. */
static void
offer_releases (SlipWindow *window, const char *text)
{
  g_autofree char *said =
    g_strdup_printf (_ ("Several releases are called “%s”"), text);

  slip_plan_page_search (slip_window_get_page (window), text);
  slip_window_say (window, said);
}

static void
open_release (SlipWindow *window, const char *text)
{
  g_autoptr (GError) error = NULL;
  const SlipRow *row = slip_entity_find (slip_window_get_state (window),
                                         SLIP_KIND_RELEASE, text, &error);
  if (g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_AMBIGUOUS)) {
    offer_releases (window, text);
    return;
  }
  if (row == NULL) {
    slip_window_say (window, error->message);
    return;
  }
  SlipPlanPage *page = slip_window_get_page (window);
  slip_plan_page_select (page, slip_row_get_id (row));
  slip_plan_page_show_inspector (page, TRUE);
  slip_plan_page_focus_selected (page);
}

/* In a view without days the calendar shows it, unless another was wished. */
static void
go_to_date (const SlipStartWish *self, SlipPlanPage *page)
{
  if (self->view == NULL &&
      !slip_view_has_days (slip_plan_page_get_view (page)))
    slip_plan_page_show_view (page, "calendar");
  slip_view_go_to_date (slip_plan_page_get_view (page), self->date);
}

static void
grant (const SlipStartWish *self, SlipWindow *window)
{
  SlipPlanPage *page = slip_window_get_page (window);
  if (self->view != NULL)
    slip_plan_page_show_view (page, self->view);
  if (self->release != NULL)
    open_release (window, self->release);
  if (self->search != NULL)
    slip_plan_page_search (page, self->search);
  if (slip_date_is_set (self->date))
    go_to_date (self, page);
  if (self->file != NULL)
    import (window, self->file);
  if (self->is_new_release)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.new-release", "s",
                                "");
}

static void
plan_shown_cb (SlipWindow *window, SlipStartWish *wish)
{
  SlipStartWish kept = *wish;
  *wish = (SlipStartWish){ .date = SLIP_DATE_NONE };
  g_signal_handlers_disconnect_by_data (window, wish);
  grant (&kept, window);
  g_clear_object (&kept.file);
  g_free (kept.view);
  g_free (kept.release);
  g_free (kept.search);
}

static void
free_wish (gpointer wish, GClosure *closure)
{
  slip_start_wish_free (wish);
}

void
slip_start_wish_grant (SlipStartWish *self, SlipWindow *window)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (SLIP_IS_WINDOW (window));

  if (slip_window_shows_plan (window)) {
    grant (self, window);
    slip_start_wish_free (self);
    return;
  }
  g_signal_connect_data (window, "plan-shown", G_CALLBACK (plan_shown_cb), self,
                         free_wish, 0);
}
