/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-accident-bar.h"

#include "slip-compat.h"
#include "slip-date-text.h"
#include "slip-report.h"

#include <glib/gi18n.h>

enum {
  RESPONSE_REPORT = 1,
};

static void
reported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWindow) window = data;
  g_autofree char *report = slip_report_finish (result);
  slip_window_end_work (window);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)),
                          report);
  slip_window_say (window,
                   _ ("Report copied; it holds counts and versions, and "
                      "nothing of what the plan says"));
}

static void
copy_report (SlipWindow *window)
{
  SlipWorkspace *workspace = slip_window_get_workspace (window);
  if (workspace == NULL)
    return;
  slip_window_begin_work (window);
  slip_report_async (slip_workspace_get_store (workspace), NULL, reported_cb,
                     g_object_ref (window));
}

/* The bar is gone at once: where it was, the plan is. */
static void
response_cb (GtkWidget *bar, int response, SlipWindow *window)
{
  if (response == RESPONSE_REPORT)
    copy_report (window);
  else
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (bar)), bar);
}

static void
show (SlipWindow *window, const char *text)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *above = GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (window), SLIP_TYPE_WINDOW,
                                   "read_only_bar"));
  gtk_widget_set_name (bar, "accident-bar");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 6);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_INFO);
  gtk_info_bar_set_show_close_button (GTK_INFO_BAR (bar), TRUE);
  GtkWidget *button =
    gtk_info_bar_add_button (GTK_INFO_BAR (bar), _ ("Copy _Report"),
                             RESPONSE_REPORT);
  gtk_widget_set_name (button, "copy-report");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (bar, "response", G_CALLBACK (response_cb), window,
                           0);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (above)), bar,
                              above);
  slip_compat_announce (GTK_WIDGET (window), text);
}

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps =
    slip_store_history_finish (SLIP_STORE (source), result, &error);
  slip_window_end_work (window);
  const SlipStep *last =
    steps != NULL && steps->len > 0 ? steps->pdata[0] : NULL;
  g_autofree char *time =
    last != NULL ? slip_instant_dup_text (last->at_ms) : NULL;
  /* Translators: %s is a day and a time, 'Tue 8 December, 14:05'. */
  g_autofree char *text =
    time != NULL
      ? g_strdup_printf (_ ("Slipway ended unexpectedly last time. Everything "
                            "up to the last edit, %s, is here."),
                         time)
      : g_strdup (_ ("Slipway ended unexpectedly last time. Nothing is "
                     "missing: there was no edit yet."));
  show (window, text);
}

void
slip_accident_bar_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));
  g_return_if_fail (slip_window_shows_plan (window));

  SlipStore *store =
    slip_workspace_get_store (slip_window_get_workspace (window));
  slip_window_begin_work (window);
  slip_store_history_async (store, NULL, G_MAXINT64, 1, NULL, history_read_cb,
                            g_object_ref (window));
}
