/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-what-if-dialog.h"

#include "slip-control-name.h"
#include "slip-csv.h"
#include "slip-difference-table.h"
#include "slip-differences.h"
#include "slip-plain-text.h"

#include <glib/gi18n.h>

struct _SlipWhatIfDialog {
  AdwWindow parent_instance;

  SlipDifferences *differences;
  SlipDate today;

  AdwWindowTitle *title;
  GtkWidget *keep_button;
  gboolean is_narrow;
  GtkBox *content;
  GtkListBox *moves;
  GtkWidget *moves_heading;
  GtkLabel *summary;
  SlipDifferenceTable *table;
  GtkLabel *weeks;
};

enum {
  SAVE_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipWhatIfDialog, slip_what_if_dialog, ADW_TYPE_WINDOW)

static char *
dup_csv (SlipWhatIfDialog *self)
{
  GString *csv = g_string_new (NULL);
  const char *titles[SLIP_N_DIFFERENCE_COLUMNS];
  for (guint i = 0; i < SLIP_N_DIFFERENCE_COLUMNS; i++)
    titles[i] = slip_difference_column_get_title ((SlipDifferenceColumn) i);
  slip_csv_append_row (csv, titles, SLIP_N_DIFFERENCE_COLUMNS);
  for (guint k = 0; k < self->differences->releases->len; k++) {
    g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < SLIP_N_DIFFERENCE_COLUMNS; i++)
      g_ptr_array_add (cells, slip_difference_dup_cell (
                                self->differences->releases->pdata[k],
                                (SlipDifferenceColumn) i, self->today));
    slip_csv_append_row (csv, (const char *const *) cells->pdata, cells->len);
  }
  return g_string_free (csv, FALSE);
}

static void
copy_text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlipWhatIfDialog *self = SLIP_WHAT_IF_DIALOG (widget);
  g_autofree char *text =
    slip_differences_dup_text (self->differences, self->today);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
copy_csv_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *csv = dup_csv (SLIP_WHAT_IF_DIALOG (widget));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), csv);
}

static void
save_csv_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *csv = dup_csv (SLIP_WHAT_IF_DIALOG (widget));
  g_signal_emit (widget, signals[SAVE_WANTED], 0, csv);
}

/* The actions are the parent's, which stays when this window closes. */
static void
ask_parent (SlipWhatIfDialog *self, const char *action, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), action, parameter);
}

static void
keep_clicked_cb (SlipWhatIfDialog *self)
{
  ask_parent (self, "win.keep-rest-of-what-if", NULL);
}

static void
release_activated_cb (SlipWhatIfDialog *self, const char *release)
{
  ask_parent (self, "win.open-release", g_variant_new_string (release));
}

static void
move_clicked_cb (GtkButton *button, SlipWhatIfDialog *self)
{
  const char *action = g_object_get_data (G_OBJECT (button), "action");
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "move"));
  ask_parent (self, action, g_variant_new_uint32 (i));
}

static void
add_move_button (SlipWhatIfDialog *self,
                 AdwActionRow *row,
                 const char *label,
                 const char *action,
                 guint i)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  g_object_set_data (G_OBJECT (button), "move", GUINT_TO_POINTER (i));
  g_signal_connect_object (button, "clicked", G_CALLBACK (move_clicked_cb),
                           self, 0);
  adw_action_row_add_suffix (row, button);
}

static void
add_move (SlipWhatIfDialog *self, const SlipWhatIf *what_if, guint i)
{
  const SlipPlanState *state = slip_what_if_get_state (what_if);
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *text =
    slip_what_if_move_dup_text (slip_what_if_get_move (what_if, i), state,
                                self->today);
  g_autofree char *reason = slip_what_if_dup_reason (what_if, i, self->today);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), text);
  if (reason != NULL) {
    /* Translators: why a move is not made. */
    g_autofree char *left_out = g_strdup_printf (_ ("Left out: %s"), reason);
    slip_plain_text_set_row_subtitle (row, left_out);
    adw_action_row_set_icon_name (row, "dialog-warning-symbolic");
  }
  if (slip_what_if_get_fate (what_if, i) == SLIP_WHAT_IF_CHANGED)
    add_move_button (self, row, _ ("_Move All the Same"),
                     "win.insist-in-what-if", i);
  add_move_button (self, row, _ ("_Take Out"), "win.drop-from-what-if", i);
  gtk_list_box_append (self->moves, GTK_WIDGET (row));
}

static void
show_moves (SlipWhatIfDialog *self, const SlipWhatIf *what_if)
{
  guint n_moves = slip_what_if_get_n_moves (what_if);
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->moves))) != NULL)
    gtk_list_box_remove (self->moves, row);
  for (guint i = 0; i < n_moves; i++)
    add_move (self, what_if, i);
  gtk_widget_set_visible (GTK_WIDGET (self->moves), n_moves > 0);
}

static void
show_weeks (SlipWhatIfDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const GPtrArray *weeks = self->differences->weeks;
  for (guint i = 0; i < weeks->len; i++) {
    const SlipWeekDifference *week = weeks->pdata[i];
    g_autofree char *line = slip_week_difference_dup_text (week, self->today);
    g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "",
                            week->appearing->len > 0 ? "!" : "✓", line);
  }
  gtk_label_set_text (self->weeks, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->weeks), weeks->len > 0);
}

static void
show_keep (SlipWhatIfDialog *self, const SlipWhatIf *what_if)
{
  guint n_moves = slip_what_if_get_n_moves (what_if);
  guint n_applied = slip_what_if_get_n_applied (what_if);
  g_autofree char *label =
    n_applied == 0 || self->is_narrow
      ? g_strdup (_ ("_Keep"))
      : g_strdup_printf (ngettext ("_Keep %u Move", "_Keep %u Moves",
                                   n_applied),
                         n_applied);
  gtk_widget_set_visible (GTK_WIDGET (self->moves), n_moves > 0);
  gtk_widget_set_visible (self->moves_heading, n_moves > 0);
  gtk_button_set_label (GTK_BUTTON (self->keep_button), label);
  gtk_widget_set_sensitive (self->keep_button, n_applied > 0);
  g_autofree char *subtitle =
    g_strdup_printf (ngettext ("%u move, nothing is saved",
                               "%u moves, nothing is saved", n_moves),
                     n_moves);
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
slip_what_if_dialog_finalize (GObject *object)
{
  SlipWhatIfDialog *self = SLIP_WHAT_IF_DIALOG (object);
  g_clear_pointer (&self->differences, slip_differences_free);
  G_OBJECT_CLASS (slip_what_if_dialog_parent_class)->finalize (object);
}

static void
slip_what_if_dialog_class_init (SlipWhatIfDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = slip_what_if_dialog_finalize;
  signals[SAVE_WANTED] =
    g_signal_new ("save-wanted", SLIP_TYPE_WHAT_IF_DIALOG, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "what-if.copy-text", NULL,
                                   copy_text_cb);
  gtk_widget_class_install_action (widget_class, "what-if.copy-csv", NULL,
                                   copy_csv_cb);
  gtk_widget_class_install_action (widget_class, "what-if.save-csv", NULL,
                                   save_csv_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static GtkWidget *
new_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_menu_append (menu, _ ("Copy as _Text"), "what-if.copy-text");
  g_menu_append (menu, _ ("Copy as _CSV"), "what-if.copy-csv");
  g_menu_append (menu, _ ("_Save as CSV…"), "what-if.save-csv");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button),
                                  G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "edit-copy-symbolic");
  gtk_widget_set_name (button, "what-if-copy");
  gtk_widget_set_tooltip_text (button, _ ("Copy or Save the Table"));
  slip_control_name_set (button, _ ("Copy or Save the Table"));
  return button;
}

static GtkWidget *
new_header (SlipWhatIfDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *title = adw_window_title_new (_ ("What If"), NULL);
  self->title = ADW_WINDOW_TITLE (title);
  self->keep_button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->keep_button), TRUE);
  gtk_widget_set_name (self->keep_button, "what-if-keep-rest");
  gtk_widget_add_css_class (self->keep_button, "suggested-action");
  g_signal_connect_object (self->keep_button, "clicked",
                           G_CALLBACK (keep_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_menu_button ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->keep_button);
  return header;
}

static GtkLabel *
add_label (SlipWhatIfDialog *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->content, label);
  return GTK_LABEL (label);
}

static void
fill_content (SlipWhatIfDialog *self, gboolean is_narrow)
{
  GtkWidget *moves = gtk_list_box_new ();
  self->moves = GTK_LIST_BOX (moves);
  gtk_list_box_set_selection_mode (self->moves, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (moves, "boxed-list");
  gtk_widget_set_name (moves, "what-if-moves");
  gtk_accessible_update_property (GTK_ACCESSIBLE (moves),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Moves"),
                                  -1);
  self->summary = add_label (self, NULL, "title-4");
  gtk_widget_set_name (GTK_WIDGET (self->summary), "what-if-summary");
  GtkWidget *table = slip_difference_table_new (is_narrow);
  self->table = SLIP_DIFFERENCE_TABLE (table);
  g_signal_connect_object (table, "release-activated",
                           G_CALLBACK (release_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->content, table);
  self->weeks = add_label (self, NULL, NULL);
  self->moves_heading = GTK_WIDGET (add_label (self, _ ("Moves"), "heading"));
  gtk_box_append (self->content, moves);
}

static void
slip_what_if_dialog_init (SlipWhatIfDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("What If"));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

GtkWidget *
slip_what_if_dialog_new (gboolean is_narrow)
{
  SlipWhatIfDialog *self = g_object_new (SLIP_TYPE_WHAT_IF_DIALOG, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->content = GTK_BOX (content);
  self->is_narrow = is_narrow;
  gtk_widget_add_css_class (content, "dialog-content");
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  fill_content (self, is_narrow);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), is_narrow ? 360 : 1140,
                               is_narrow ? 600 : 560);
  return GTK_WIDGET (self);
}

void
slip_what_if_dialog_set_what_if (SlipWhatIfDialog *self,
                                 const SlipWhatIf *what_if,
                                 const SlipConflictContext *context)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_DIALOG (self));

  g_clear_pointer (&self->differences, slip_differences_free);
  self->today = context->today;
  self->differences =
    slip_differences_new (slip_what_if_get_base (what_if),
                          slip_what_if_get_state (what_if), context);
  g_autofree char *summary = slip_differences_dup_summary (self->differences);
  gtk_label_set_text (self->summary, summary);
  slip_difference_table_set_differences (self->table, self->differences,
                                         self->today);
  show_weeks (self);
  show_moves (self, what_if);
  show_keep (self, what_if);
}
