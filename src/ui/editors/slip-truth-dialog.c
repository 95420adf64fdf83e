/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-truth-dialog.h"

#include "slip-control-name.h"
#include "slip-csv.h"
#include "slip-deviation-bar.h"
#include "slip-plain-text.h"
#include "slip-truth-text.h"

#include <glib/gi18n.h>

/* More releases than can be read are not shown; the CSV has them all. */
#define MAX_RELEASES 200

struct _SlipTruthDialog {
  AdwWindow parent_instance;

  SlipPlanTruth *truth;
  SlipDate today;

  GtkDropDown *range;
  GtkStack *stack;
  GtkBox *content;
};

enum {
  RANGE_CHANGED,
  SAVE_WANTED,
  PRINT_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The ranges that can be chosen, in days from today. */
static const struct {
  const char *title;
  int first;
  int last;
} ranges[] = {
  { N_ ("Last 30 Days"), -30, 0 }, { N_ ("Last 90 Days"), -90, 0 },
  { N_ ("Last Year"), -365, 0 },   { N_ ("Coming 90 Days"), 0, 90 },
  { N_ ("All Releases"), 0, -1 },
};

#define USUAL_RANGE 1

G_DEFINE_FINAL_TYPE (SlipTruthDialog, slip_truth_dialog, ADW_TYPE_WINDOW)

static char *
dup_csv (SlipTruthDialog *self)
{
  GString *csv = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = slip_truth_list_rows (self->truth);
  for (guint i = 0; i < rows->len; i++) {
    char **row = rows->pdata[i];
    slip_csv_append_row (csv, (const char *const *) row, g_strv_length (row));
  }
  return g_string_free (csv, FALSE);
}

static void
copy_text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlipTruthDialog *self = SLIP_TRUTH_DIALOG (widget);
  g_autofree char *text = slip_truth_dup_text (self->truth, self->today);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
copy_csv_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *csv = dup_csv (SLIP_TRUTH_DIALOG (widget));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), csv);
}

static void
save_csv_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *csv = dup_csv (SLIP_TRUTH_DIALOG (widget));
  g_signal_emit (widget, signals[SAVE_WANTED], 0, csv);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlipTruthDialog *self = SLIP_TRUTH_DIALOG (widget);
  g_autofree char *text = slip_truth_dup_text (self->truth, self->today);
  g_signal_emit (self, signals[PRINT_WANTED], 0, text);
}

static void
update_actions (SlipTruthDialog *self)
{
  static const char *const actions[] = { "truth.copy-text", "truth.copy-csv",
                                         "truth.save-csv", "truth.print" };
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i],
                                   self->truth != NULL);
}

static void
range_changed_cb (SlipTruthDialog *self)
{
  g_signal_emit (self, signals[RANGE_CHANGED], 0);
}

static GtkWidget *
add_group (SlipTruthDialog *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  slip_plain_text_set_group (ADW_PREFERENCES_GROUP (group), title, description);
  gtk_box_append (self->content, group);
  return group;
}

static AdwActionRow *
new_row (const char *title, const char *subtitle, GtkWidget *bar)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), title);
  slip_plain_text_set_row_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 0);
  if (bar != NULL)
    adw_action_row_add_suffix (row, bar);
  return row;
}

static int
count_average (const SlipProductTruth *product)
{
  return product->n_known > 0 ? product->slip / (int) product->n_known : 0;
}

static void
show_products (SlipTruthDialog *self)
{
  GtkWidget *group =
    add_group (self, _ ("Slip by Product"),
               _ ("On average, from the first planned day to the actual one, "
                  "or to the present one while it is not out"));
  int least = 0;
  int most = 0;
  for (guint i = 0; i < self->truth->products->len; i++) {
    int average = count_average (self->truth->products->pdata[i]);
    least = MIN (least, average);
    most = MAX (most, average);
  }
  for (guint i = 0; i < self->truth->products->len; i++) {
    const SlipProductTruth *product = self->truth->products->pdata[i];
    g_autofree char *text = slip_product_truth_dup_text (product);
    GtkWidget *bar =
      product->n_known > 0
        ? slip_deviation_bar_new (count_average (product), least, most)
        : slip_deviation_bar_new_unknown ();
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               GTK_WIDGET (new_row (product->name, text, bar)));
  }
}

static void
show_waits (SlipTruthDialog *self)
{
  const GPtrArray *waits = self->truth->waits;
  GtkWidget *group =
    add_group (self, _ ("What Gates Waited For"),
               waits->len > 0
                 ? _ ("From when a stage should have started until "
                      "all was there that its gate must have; then "
                      "for the decision")
                 : _ ("No gate was waited at, as far as is "
                      "known"));
  gint64 most = 0;
  for (guint i = 0; i < waits->len; i++)
    most = MAX (most, ((const SlipWaitTruth *) waits->pdata[i])->seconds);
  for (guint i = 0; i < waits->len; i++) {
    const SlipWaitTruth *wait = waits->pdata[i];
    g_autofree char *text = slip_wait_truth_dup_text (wait);
    GtkWidget *bar = wait->n_unknown < wait->n_gates
                       ? slip_deviation_bar_new (wait->seconds, 0, most)
                       : slip_deviation_bar_new_unknown ();
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               GTK_WIDGET (new_row (wait->name, text, bar)));
  }
}

/* The ends of the chart of releases. */
typedef struct {
  int least;
  int most;
} Scale;

static GtkWidget *
new_slip_bar (int slip, const Scale *scale)
{
  return slip != SLIP_TRUTH_UNKNOWN
           ? slip_deviation_bar_new (slip, scale->least, scale->most)
           : slip_deviation_bar_new_unknown ();
}

static Scale
find_scale (const GPtrArray *releases)
{
  Scale scale = { 0, 0 };
  for (guint i = 0; i < releases->len; i++) {
    const SlipReleaseTruth *release = releases->pdata[i];
    if (release->slip == SLIP_TRUTH_UNKNOWN)
      continue;
    scale.least = MIN (scale.least, release->slip);
    scale.most = MAX (scale.most, release->slip);
  }
  return scale;
}

static void
show_release (SlipTruthDialog *self,
              GtkWidget *group,
              const SlipReleaseTruth *release,
              const Scale *scale)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *text = slip_release_truth_dup_text (release, self->today);
  g_autofree char *escaped = slip_plain_text_escape (text);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), release->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row),
                                 adw_preferences_row_get_use_markup (
                                   ADW_PREFERENCES_ROW (row))
                                   ? escaped
                                   : text);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                               new_slip_bar (release->slip, scale));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row),
                                         release->stages->len > 0);
  for (guint i = 0; i < release->stages->len; i++) {
    const SlipStageTruth *stage = release->stages->pdata[i];
    g_autofree char *stage_text =
      slip_stage_truth_dup_text (stage, self->today);
    AdwActionRow *stage_row =
      new_row (stage->title, stage_text,
               slip_date_is_set (stage->actual.first)
                 ? new_slip_bar (stage->start_slip, scale)
                 : NULL);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), GTK_WIDGET (stage_row));
  }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
show_releases (SlipTruthDialog *self)
{
  const GPtrArray *releases = self->truth->releases;
  Scale scale = find_scale (releases);
  guint n_more =
    releases->len > MAX_RELEASES ? releases->len - MAX_RELEASES : 0;
  g_autofree char *more = NULL;
  if (n_more > 0)
    more = g_strdup_printf (
      ngettext ("%u more is in the CSV; choose a shorter range to see it",
                "%u more are in the CSV; choose a shorter range to see them",
                n_more),
      n_more);
  GtkWidget *group = add_group (self, _ ("Releases"), more);
  for (guint i = 0; i < releases->len - n_more; i++)
    show_release (self, group, releases->pdata[i], &scale);
}

static void
clear (SlipTruthDialog *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) !=
         NULL)
    gtk_box_remove (self->content, child);
}

static void
slip_truth_dialog_finalize (GObject *object)
{
  SlipTruthDialog *self = SLIP_TRUTH_DIALOG (object);
  g_clear_pointer (&self->truth, slip_plan_truth_free);
  G_OBJECT_CLASS (slip_truth_dialog_parent_class)->finalize (object);
}

static void
install_signals (SlipTruthDialogClass *klass)
{
  signals[RANGE_CHANGED] =
    g_signal_new ("range-changed", SLIP_TYPE_TRUTH_DIALOG, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVE_WANTED] =
    g_signal_new ("save-wanted", SLIP_TYPE_TRUTH_DIALOG, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PRINT_WANTED] =
    g_signal_new ("print-wanted", SLIP_TYPE_TRUTH_DIALOG, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
slip_truth_dialog_class_init (SlipTruthDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = slip_truth_dialog_finalize;
  install_signals (klass);
  gtk_widget_class_install_action (widget_class, "truth.copy-text", NULL,
                                   copy_text_cb);
  gtk_widget_class_install_action (widget_class, "truth.copy-csv", NULL,
                                   copy_csv_cb);
  gtk_widget_class_install_action (widget_class, "truth.save-csv", NULL,
                                   save_csv_cb);
  gtk_widget_class_install_action (widget_class, "truth.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p,
                                       GDK_CONTROL_MASK, "truth.print", NULL);
}

static GtkWidget *
new_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_menu_append (menu, _ ("_Print…"), "truth.print");
  g_menu_append (menu, _ ("Copy as _Text"), "truth.copy-text");
  g_menu_append (menu, _ ("Copy as _CSV"), "truth.copy-csv");
  g_menu_append (menu, _ ("_Save as CSV…"), "truth.save-csv");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button),
                                  G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_widget_set_name (button, "truth-menu");
  gtk_widget_set_tooltip_text (button, _ ("Print, Copy or Save"));
  slip_control_name_set (button, _ ("Print, Copy or Save"));
  return button;
}

static GtkWidget *
new_range (SlipTruthDialog *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    gtk_string_list_append (titles, _ (ranges[i].title));
  GtkWidget *range = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  self->range = GTK_DROP_DOWN (range);
  gtk_drop_down_set_selected (self->range, USUAL_RANGE);
  gtk_widget_set_name (range, "truth-range");
  slip_control_name_set (range, _ ("Which releases"));
  g_signal_connect_object (range, "notify::selected",
                           G_CALLBACK (range_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return range;
}

static GtkWidget *
new_header (SlipTruthDialog *self, const char *scope)
{
  GtkWidget *header = adw_header_bar_new ();
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Plan and Truth"),
                                                         scope));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_range (self));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), new_menu_button ());
  return header;
}

static void
add_pages (SlipTruthDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *spinner = gtk_spinner_new ();
  GtkWidget *empty = adw_status_page_new ();
  self->content = GTK_BOX (content);
  gtk_widget_add_css_class (content, "dialog-content");
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 800);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reading the history…"), -1);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  adw_status_page_set_title (ADW_STATUS_PAGE (empty),
                             _ ("No Release to Report On"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _ ("Choose a longer range, or other "
                                      "products in the sidebar."));
  gtk_stack_add_named (self->stack, spinner, "wait");
  gtk_stack_add_named (self->stack, scroller, "report");
  gtk_stack_add_named (self->stack, empty, "empty");
}

static void
slip_truth_dialog_init (SlipTruthDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Plan and Truth"));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 680);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  update_actions (self);
}

GtkWidget *
slip_truth_dialog_new (const char *scope)
{
  SlipTruthDialog *self = g_object_new (SLIP_TYPE_TRUTH_DIALOG, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *stack = gtk_stack_new ();
  self->stack = GTK_STACK (stack);
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_widget_set_name (stack, "truth-report");
  gtk_box_append (GTK_BOX (box), new_header (self, scope));
  add_pages (self);
  gtk_box_append (GTK_BOX (box), stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  return GTK_WIDGET (self);
}

SlipRange
slip_truth_dialog_get_range (SlipTruthDialog *self, SlipDate today)
{
  SlipRange none = slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
  g_return_val_if_fail (SLIP_IS_TRUTH_DIALOG (self), none);

  guint i =
    MIN (gtk_drop_down_get_selected (self->range), G_N_ELEMENTS (ranges) - 1);
  if (ranges[i].last < ranges[i].first)
    return none;
  return slip_range_new (slip_date_add_days (today, ranges[i].first),
                         slip_date_add_days (today, ranges[i].last));
}

void
slip_truth_dialog_wait (SlipTruthDialog *self)
{
  g_return_if_fail (SLIP_IS_TRUTH_DIALOG (self));
  gtk_stack_set_visible_child_name (self->stack, "wait");
}

void
slip_truth_dialog_take_truth (SlipTruthDialog *self,
                              SlipPlanTruth *truth,
                              SlipDate today)
{
  g_return_if_fail (SLIP_IS_TRUTH_DIALOG (self));

  g_clear_pointer (&self->truth, slip_plan_truth_free);
  self->truth = truth;
  self->today = today;
  clear (self);
  show_products (self);
  show_waits (self);
  show_releases (self);
  gtk_stack_set_visible_child_name (self->stack, truth->releases->len > 0
                                                   ? "report"
                                                   : "empty");
  update_actions (self);
}
