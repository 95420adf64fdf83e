/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-decision-window.h"

#include "slip-decision-text.h"
#include "slip-text-print.h"
#include "slip-text-saver.h"

#include <glib/gi18n-lib.h>

#define WIDTH_PX  600
#define HEIGHT_PX 640

/* What the window's buttons need. */
typedef struct {
  char *title;
  char *text;
} Record;

static void
free_record (gpointer data)
{
  Record *record = data;

  g_free (record->title);
  g_free (record->text);
  g_free (record);
}

static Record *
get_record (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), "slip-record");
}

static void
print_clicked_cb (GtkWidget *window)
{
  const Record *record = get_record (window);
  g_autoptr (GtkPrintOperation) operation =
    slip_text_print_new (record->title, record->text);

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (window), NULL);
}

static void
save_clicked_cb (GtkWidget *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (window));

  if (SLIP_IS_WINDOW (parent))
    slip_text_saver_save (SLIP_WINDOW (parent), GTK_WINDOW (window),
                          _ ("Save the Record"), _ ("Text files"),
                          "decision.txt", get_record (window)->text);
}

static void
copy_clicked_cb (GtkWidget *window)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (window),
                          get_record (window)->text);
}

static GtkWidget *
new_button (GtkWidget *window,
            const char *label,
            const char *name,
            GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_name (button, name);
  g_signal_connect_swapped (button, "clicked", clicked_cb, window);
  return button;
}

static GtkWidget *
new_view (const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            text, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 18);
  gtk_widget_set_name (view, "record");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The record"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static gboolean
escape_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

GtkWidget *
slip_decision_window_new (const SlipPlanState *state, const SlipRow *decision)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  Record *record = g_new0 (Record, 1);
  const char *release =
    slip_row_get_text (decision, SLIP_DECISION_RELEASE_NAME);

  record->title = slip_decision_dup_title (decision);
  record->text = slip_decision_dup_text (state, decision);
  g_object_set_data_full (G_OBJECT (window), "slip-record", record,
                          free_record);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (record->title,
                                                         release ? release
                                                                 : ""));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             new_button (window, _ ("_Print…"), "print-record",
                                         G_CALLBACK (print_clicked_cb)));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             new_button (window, _ ("_Copy"), "copy-record",
                                         G_CALLBACK (copy_clicked_cb)));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                           new_button (window, _ ("_Save…"), "save-record",
                                       G_CALLBACK (save_clicked_cb)));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), new_view (record->text));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_widget_set_name (window, "decision-window");
  gtk_window_set_title (GTK_WINDOW (window), record->title);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH_PX, HEIGHT_PX);
  add_escape (window);
  return window;
}
