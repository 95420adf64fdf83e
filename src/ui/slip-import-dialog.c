/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-import-dialog.h"

#include "slip-date-text.h"
#include "slip-import-file.h"
#include "slip-plain-text.h"

#include <glib/gi18n.h>

/* More than anybody reads; the rest is only counted. */
#define MAX_ROWS 300

/* The choices before the products. */
#define CHOICE_BY_CALENDAR 0
#define CHOICE_NEW         1
#define N_CHOICES          2

struct _SlipImportDialog {
  AdwWindow parent_instance;

  SlipWorkspace *workspace;
  char *path;
  GCancellable *cancellable;
  GPtrArray *products; /* of SlipRow, in the order of the choices */

  gboolean is_first;    /* no preview was shown yet */
  gboolean is_choosing; /* the choice changes by itself */

  GtkWidget *import_button;
  GtkWidget *product_group;
  AdwComboRow *product_row;
  GtkEditable *name_row;
  GtkLabel *summary_label;
  GtkListBox *list;
};

enum {
  IMPORT_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipImportDialog, slip_import_dialog, ADW_TYPE_WINDOW)

static void
add_row (SlipImportDialog *self,
         const char *icon,
         const char *outcome,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), title);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  GtkWidget *label = gtk_label_new (outcome);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (self->list, row);
}

static const char *
get_outcome_label (SlipImportOutcome outcome)
{
  switch (outcome) {
  case SLIP_IMPORT_CREATED:
    return _ ("New");
  case SLIP_IMPORT_UPDATED:
    return _ ("Updated");
  case SLIP_IMPORT_UNCHANGED:
    return _ ("As it was");
  case SLIP_IMPORT_KEPT:
    return _ ("Stays as here");
  case SLIP_IMPORT_DELETED:
    return _ ("Stays deleted");
  case SLIP_IMPORT_VANISHED:
    return _ ("No longer there");
  case SLIP_N_IMPORT_OUTCOMES:
    break;
  }
  g_return_val_if_reached (NULL);
}

static const char *
get_outcome_icon (SlipImportOutcome outcome)
{
  switch (outcome) {
  case SLIP_IMPORT_CREATED:
    return "list-add-symbolic";
  case SLIP_IMPORT_UPDATED:
    return "view-refresh-symbolic";
  case SLIP_IMPORT_UNCHANGED:
    return "object-select-symbolic";
  case SLIP_IMPORT_KEPT:
  case SLIP_IMPORT_VANISHED:
    return "dialog-warning-symbolic";
  case SLIP_IMPORT_DELETED:
    return "user-trash-symbolic";
  case SLIP_N_IMPORT_OUTCOMES:
    break;
  }
  g_return_val_if_reached (NULL);
}

static char *
dup_place (guint line, const char *what)
{
  if (line == 0)
    return g_strdup (what);
  if (what == NULL)
    return g_strdup_printf (_ ("Line %u"), line);
  return g_strdup_printf (_ ("Line %u: %s"), line, what);
}

/* 'Tue 1 December', or from when to when a release moves. */
static char *
dup_dates (SlipImportDialog *self, const SlipImportEntry *entry)
{
  SlipDate today =
    slip_clock_get_today (slip_workspace_get_clock (self->workspace));
  if (!slip_date_is_set (entry->date))
    return g_strdup (_ ("No date"));
  g_autofree char *date =
    slip_date_dup_text (entry->date, SLIP_DATE_STYLE_MEDIUM, today);
  if (!slip_date_is_set (entry->old_date))
    return g_steal_pointer (&date);
  g_autofree char *old_date =
    slip_date_dup_text (entry->old_date, SLIP_DATE_STYLE_MEDIUM, today);
  return g_strdup_printf (_ ("%s → %s"), old_date, date);
}

static void
add_entry (SlipImportDialog *self, const SlipImportEntry *entry)
{
  g_autofree char *dates = dup_dates (self, entry);
  g_autofree char *text = entry->detail != NULL
                            ? g_strdup_printf ("%s · %s", dates, entry->detail)
                            : g_strdup (dates);
  add_row (self, get_outcome_icon (entry->outcome),
           get_outcome_label (entry->outcome), entry->title, text);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const SlipImportEntry *entry_a = *(const SlipImportEntry *const *) a;
  const SlipImportEntry *entry_b = *(const SlipImportEntry *const *) b;
  int order = slip_date_compare (entry_a->date, entry_b->date);
  return order != 0 ? order : g_utf8_collate (entry_a->title, entry_b->title);
}

static void
add_skipped (SlipImportDialog *self, const SlipIcalSkipped *skipped)
{
  g_autofree char *place = dup_place (skipped->line, skipped->reason);
  add_row (self, "dialog-warning-symbolic",
           skipped->is_read ? _ ("Mended") : _ ("Skipped"), skipped->what,
           place);
}

static void
clear_list (SlipImportDialog *self)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* What was not read comes first: it is what has to be looked after; then what
 * comes by date. */
static void
fill_list (SlipImportDialog *self, const SlipImportReport *report)
{
  guint n_all = report->skipped->len + report->entries->len;
  guint n_rows = MIN (n_all, MAX_ROWS);
  g_ptr_array_sort (report->entries, compare_dates);
  for (guint i = 0; i < n_rows; i++)
    if (i < report->skipped->len)
      add_skipped (self, report->skipped->pdata[i]);
    else
      add_entry (self, report->entries->pdata[i - report->skipped->len]);
  if (n_rows < n_all) {
    g_autofree char *text =
      g_strdup_printf (ngettext ("and %u more", "and %u more", n_all - n_rows),
                       n_all - n_rows);
    add_row (self, NULL, "", text, "");
  }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_rows > 0);
}

/* A product that would be made can get another name before. */
static void
offer_new_name (SlipImportDialog *self, const SlipImportReport *report)
{
  if (!self->is_first || !report->is_new_product)
    return;
  self->is_choosing = TRUE;
  gtk_editable_set_text (self->name_row, report->product_name);
  adw_combo_row_set_selected (self->product_row, CHOICE_NEW);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), TRUE);
  self->is_choosing = FALSE;
}

static void
show_report (SlipImportDialog *self, const SlipImportReport *report)
{
  g_autofree char *counts = slip_import_report_describe (report);
  g_autofree char *text = g_strdup_printf (
    report->is_new_product
      /* Translators: a product that is made, and what comes: '3 added'. */
      ? _ ("Into the new product “%s”: %s")
      : _ ("Into “%s”: %s"),
    report->product_name, counts);
  gtk_label_set_text (self->summary_label, text);
  fill_list (self, report);
  offer_new_name (self, report);
  gboolean has_news = report->counts[SLIP_IMPORT_CREATED] > 0 ||
                      report->counts[SLIP_IMPORT_UPDATED] > 0;
  gtk_widget_set_visible (self->product_group, TRUE);
  gtk_widget_set_sensitive (self->import_button, has_news);
  if (has_news && self->is_first)
    gtk_widget_grab_focus (self->import_button);
  self->is_first = FALSE;
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipImportReport) report =
    slip_import_file_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear_list (self);
  if (report != NULL) {
    show_report (self, report);
    return;
  }
  gtk_label_set_text (self->summary_label, error->message);
  gtk_widget_set_visible (self->product_group, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_sensitive (self->import_button, FALSE);
}

static const char *
get_product (SlipImportDialog *self)
{
  guint choice = adw_combo_row_get_selected (self->product_row);
  if (choice < N_CHOICES || choice - N_CHOICES >= self->products->len)
    return NULL;
  return slip_row_get_id (self->products->pdata[choice - N_CHOICES]);
}

static char *
dup_product_name (SlipImportDialog *self)
{
  if (adw_combo_row_get_selected (self->product_row) != CHOICE_NEW)
    return NULL;
  char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  if (*name == '\0')
    g_clear_pointer (&name, g_free);
  return name;
}

static void
preview (SlipImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->import_button, FALSE);
  g_autofree char *product_name = dup_product_name (self);
  SlipImportRequest request = {
    .path = self->path,
    .product = get_product (self),
    .product_name = product_name,
    .is_dry_run = TRUE,
  };
  slip_import_file_async (self->workspace, &request, self->cancellable,
                          previewed_cb, g_object_ref (self));
}

static void
choice_changed_cb (SlipImportDialog *self)
{
  if (self->workspace == NULL || self->is_choosing)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->name_row),
                          adw_combo_row_get_selected (self->product_row) ==
                            CHOICE_NEW);
  preview (self);
}

static void
import_clicked_cb (SlipImportDialog *self)
{
  g_autofree char *product_name = dup_product_name (self);
  g_autofree char *product = g_strdup (get_product (self));
  g_signal_emit (self, signals[IMPORT_WANTED], 0, product, product_name);
  gtk_window_close (GTK_WINDOW (self));
}

static int
compare_products (gconstpointer a, gconstpointer b)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  return g_utf8_collate (slip_row_get_text (row_a, SLIP_PRODUCT_NAME),
                         slip_row_get_text (row_b, SLIP_PRODUCT_NAME));
}

static void
fill_products (SlipImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _ ("By the calendar"));
  gtk_string_list_append (names, _ ("New product"));
  self->products =
    slip_plan_state_list (slip_workspace_get_state (self->workspace),
                          SLIP_KIND_PRODUCT);
  for (guint i = self->products->len; i-- > 0;)
    if (slip_row_get_boolean (self->products->pdata[i],
                              SLIP_PRODUCT_IS_RETIRED))
      g_ptr_array_remove_index (self->products, i);
  g_ptr_array_sort (self->products, compare_products);
  for (guint i = 0; i < self->products->len; i++)
    gtk_string_list_append (names, slip_row_get_text (self->products->pdata[i],
                                                      SLIP_PRODUCT_NAME));
  adw_combo_row_set_model (self->product_row, G_LIST_MODEL (names));
}

static void
slip_import_dialog_dispose (GObject *object)
{
  SlipImportDialog *self = SLIP_IMPORT_DIALOG (object);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (slip_import_dialog_parent_class)->dispose (object);
}

static void
slip_import_dialog_finalize (GObject *object)
{
  SlipImportDialog *self = SLIP_IMPORT_DIALOG (object);
  g_clear_pointer (&self->products, g_ptr_array_unref);
  g_free (self->path);
  G_OBJECT_CLASS (slip_import_dialog_parent_class)->finalize (object);
}

static void
slip_import_dialog_class_init (SlipImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_import_dialog_finalize;
  signals[IMPORT_WANTED] =
    g_signal_new ("import-wanted", SLIP_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                  G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-import-dialog.ui");
#define BIND(name)                                                             \
  gtk_widget_class_bind_template_child (widget_class, SlipImportDialog, name)
  BIND (import_button);
  BIND (product_group);
  BIND (product_row);
  BIND (name_row);
  BIND (summary_label);
  BIND (list);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
slip_import_dialog_init (SlipImportDialog *self)
{
  self->is_first = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

SlipImportDialog *
slip_import_dialog_new (GtkWindow *parent,
                        SlipWorkspace *workspace,
                        const char *path)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  SlipImportDialog *self =
    g_object_new (SLIP_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->path = g_strdup (path);
  self->workspace = g_object_ref (workspace);
  fill_products (self);
  preview (self);
  return self;
}
