/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-holidays-dialog.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-date-text.h"
#include "slip-holiday-addition.h"
#include "slip-holiday-file.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DATA_KEY "slip-holidays-dialog"

/* So many years at once are shown. */
#define MAX_YEARS 10

/* What the dialog holds. */
typedef struct {
  char *calendar;
  SlipDate today;
  SlipHolidayRules *rules;
  GPtrArray *holidays; /* SlipHoliday, those that are shown */
  GPtrArray *checks;   /* GtkCheckButton, borrowed, one for each */
  char *file;          /* the name of the file they come from, or NULL */
  GtkDropDown *country;
  GtkSpinButton *first;
  GtkSpinButton *last;
  AdwPreferencesGroup *group;
  GtkWidget *list; /* borrowed: the row of the checks, or NULL */
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;

  g_cancellable_cancel (dialog->cancellable);
  g_object_unref (dialog->cancellable);
  g_clear_object (&dialog->chooser);
  slip_holiday_rules_free (dialog->rules);
  g_ptr_array_unref (dialog->holidays);
  g_ptr_array_unref (dialog->checks);
  g_free (dialog->calendar);
  g_free (dialog->file);
  g_free (dialog);
}

static Dialog *
get_dialog (gpointer window)
{
  return g_object_get_data (window, DATA_KEY);
}

/* '✓ Fri 1 January 2027 · Neujahr (New Year’s Day)' */
static GtkWidget *
new_check (SlipFormWindow *window, const SlipHoliday *holiday)
{
  const Dialog *dialog = get_dialog (window);
  gboolean is_there =
    slip_holiday_is_there (slip_form_window_get_state (window),
                           dialog->calendar, holiday->days, holiday->is_yearly);
  g_autofree char *first =
    slip_date_dup_text (holiday->days.first, SLIP_DATE_STYLE_MEDIUM,
                        dialog->today);
  g_autofree char *last =
    slip_date_dup_text (holiday->days.last, SLIP_DATE_STYLE_MEDIUM,
                        dialog->today);
  g_autofree char *range =
    slip_date_equal (holiday->days.first, holiday->days.last)
      ? g_strdup (first)
      /* Translators: the first and the last day of a holiday. */
      : g_strdup_printf (_ ("%s to %s"), first, last);
  g_autofree char *days = holiday->is_yearly
                            ? g_strdup_printf (_ ("%s, every year"), range)
                            : g_strdup (range);
  g_autofree char *text =
    is_there
      /* Translators: days, and the name of a holiday that the calendar has. */
      ? g_strdup_printf (_ ("%s · %s (there already)"), days, holiday->name)
      : g_strdup_printf ("%s · %s", days, holiday->name);
  GtkWidget *check = gtk_check_button_new_with_label (text);
  GtkWidget *label = gtk_widget_get_last_child (check);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !is_there);
  gtk_widget_set_sensitive (check, !is_there);
  if (GTK_IS_LABEL (label)) {
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
  }
  return check;
}

static void
show_holidays (SlipFormWindow *window)
{
  Dialog *dialog = get_dialog (window);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title =
    dialog->file ? g_strdup_printf (_ ("Holidays in “%s”"), dialog->file)
                 : g_strdup (_ ("Holidays"));

  if (dialog->list)
    adw_preferences_group_remove (dialog->group, dialog->list);
  g_ptr_array_set_size (dialog->checks, 0);
  for (guint i = 0; i < dialog->holidays->len; i++) {
    GtkWidget *check = new_check (window, dialog->holidays->pdata[i]);

    gtk_box_append (GTK_BOX (box), check);
    g_ptr_array_add (dialog->checks, check);
  }
  gtk_widget_add_css_class (box, "field");
  dialog->list = slip_plain_row_new (box);
  gtk_widget_set_name (dialog->list, "holidays");
  adw_preferences_group_add (dialog->group, dialog->list);
  slip_plain_text_set_group (
    dialog->group, title,
    _ ("What is ticked is added to the calendar, as one step"));
}

static void
show_country (SlipFormWindow *window)
{
  Dialog *dialog = get_dialog (window);
  guint country = gtk_drop_down_get_selected (dialog->country);
  int first = gtk_spin_button_get_value_as_int (dialog->first);
  int last = gtk_spin_button_get_value_as_int (dialog->last);

  g_clear_pointer (&dialog->file, g_free);
  g_ptr_array_set_size (dialog->holidays, 0);
  for (int year = first; year <= MIN (last, first + MAX_YEARS - 1); year++)
    g_ptr_array_extend_and_steal (dialog->holidays,
                                  slip_holiday_rules_expand (dialog->rules,
                                                             country, year));
  show_holidays (window);
}

static void
country_selected_cb (GtkDropDown *country,
                     GParamSpec *pspec,
                     SlipFormWindow *window)
{
  show_country (window);
}

/* The last year is not before the first, nor too long after it. */
static void
year_changed_cb (GtkSpinButton *spin, SlipFormWindow *window)
{
  Dialog *dialog = get_dialog (window);
  double first = gtk_spin_button_get_value (dialog->first);
  double last = gtk_spin_button_get_value (dialog->last);

  if (spin == dialog->first && (last < first || last >= first + MAX_YEARS))
    gtk_spin_button_set_value (dialog->last,
                               CLAMP (last, first, first + MAX_YEARS - 1));
  else if (last < first || last >= first + MAX_YEARS)
    gtk_spin_button_set_value (dialog->first,
                               CLAMP (first, last - MAX_YEARS + 1, last));
  else
    show_country (window);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipFormWindow) window = data;
  Dialog *dialog = get_dialog (window);
  g_autoptr (GError) error = NULL;
  GPtrArray *holidays = slip_holiday_file_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  slip_form_window_show_fault (window, error ? error->message : NULL);
  if (!holidays)
    return;
  g_ptr_array_unref (dialog->holidays);
  dialog->holidays = holidays;
  show_holidays (window);
}

void
slip_holidays_dialog_read (SlipFormWindow *window, const char *path)
{
  Dialog *dialog = get_dialog (window);

  g_free (dialog->file);
  dialog->file = g_filename_display_basename (path);
  slip_holiday_file_read_async (path, dialog->cancellable, read_cb,
                                g_object_ref (window));
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, SlipFormWindow *window)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT
      ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser))
      : NULL;
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path)
    slip_holidays_dialog_read (window, path);
}

static void
file_clicked_cb (GtkButton *button, SlipFormWindow *window)
{
  Dialog *dialog = get_dialog (window);
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Calendars"));
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  g_clear_object (&dialog->chooser);
  dialog->chooser =
    gtk_file_chooser_native_new (_ ("Holidays From a Calendar"),
                                 GTK_WINDOW (window),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog->chooser), filter);
  g_object_unref (filter);
  g_signal_connect_object (dialog->chooser, "response",
                           G_CALLBACK (file_chosen_cb), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog->chooser));
}

static void
accepted_cb (SlipFormWindow *window)
{
  Dialog *dialog = get_dialog (window);
  GVariantBuilder builder;
  guint n = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sssb)"));
  for (guint i = 0; i < dialog->holidays->len; i++) {
    const SlipHoliday *holiday = dialog->holidays->pdata[i];
    GtkCheckButton *check = dialog->checks->pdata[i];
    char first[SLIP_DATE_TEXT_SIZE];
    char last[SLIP_DATE_TEXT_SIZE];

    if (!gtk_check_button_get_active (check))
      continue;
    g_variant_builder_add (&builder, "(sssb)",
                           slip_date_print (holiday->days.first, first),
                           slip_date_print (holiday->days.last, last),
                           holiday->name, holiday->is_yearly);
    n++;
  }
  if (n == 0) {
    g_variant_builder_clear (&builder);
    slip_form_window_show_fault (window, _ ("There is nothing to add"));
    return;
  }
  slip_ask (GTK_WIDGET (window), SLIP_ACTION_TAKE_HOLIDAYS,
            g_variant_new ("(sa(sssb))", dialog->calendar, &builder));
  gtk_window_close (GTK_WINDOW (window));
}

static GtkWidget *
new_country_choice (Dialog *dialog)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = slip_holiday_rules_get_n_countries (dialog->rules);
  GtkWidget *choice;

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = slip_holiday_rules_dup_name (dialog->rules, i);

    gtk_string_list_append (names, name);
  }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_name (choice, "holidays-country");
  dialog->country = GTK_DROP_DOWN (choice);
  return choice;
}

static GtkSpinButton *
add_year (SlipFormWindow *window,
          AdwPreferencesGroup *group,
          const char *title,
          const char *name,
          int year)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (1900, 2199, 1);

  gtk_widget_set_name (spin, name);
  gtk_widget_set_halign (spin, GTK_ALIGN_START);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), year);
  slip_form_window_add_row (window, group, title, spin);
  return GTK_SPIN_BUTTON (spin);
}

/* The country of the locale, if its holidays are known. */
static guint
guess_country (const SlipHolidayRules *rules)
{
  const char *const *names = g_get_language_names ();

  for (; *names; names++) {
    const char *region = strchr (*names, '_');
    g_autofree char *code = region ? g_strndup (region + 1, 2) : NULL;
    int country = code ? slip_holiday_rules_find (rules, code) : -1;

    if (country >= 0)
      return (guint) country;
  }

  return 0;
}

static void
add_source (SlipFormWindow *window)
{
  Dialog *dialog = get_dialog (window);
  AdwPreferencesGroup *group = slip_form_window_add_group (window, NULL, NULL);
  int year = slip_date_get_year (dialog->today);
  GtkWidget *file = gtk_button_new_with_label (_ ("From a File…"));

  slip_form_window_add_row (window, group, _ ("Country"),
                            new_country_choice (dialog));
  dialog->first =
    add_year (window, group, _ ("First year"), "holidays-first", year);
  dialog->last =
    add_year (window, group, _ ("Last year"), "holidays-last", year + 1);
  gtk_widget_set_name (file, "holidays-file");
  gtk_widget_set_halign (file, GTK_ALIGN_START);
  slip_form_window_add_row (window, group,
                            _ ("Or the events of whole days of an iCalendar "
                               "file"),
                            file);
  gtk_drop_down_set_selected (dialog->country, guess_country (dialog->rules));
  g_signal_connect (dialog->country, "notify::selected",
                    G_CALLBACK (country_selected_cb), window);
  g_signal_connect (dialog->first, "value-changed",
                    G_CALLBACK (year_changed_cb), window);
  g_signal_connect (dialog->last, "value-changed", G_CALLBACK (year_changed_cb),
                    window);
  g_signal_connect (file, "clicked", G_CALLBACK (file_clicked_cb), window);
}

SlipFormWindow *
slip_holidays_dialog_new (const SlipPlanState *state,
                          const char *calendar,
                          SlipDate today)
{
  const SlipRow *row =
    slip_plan_state_get (state, SLIP_KIND_WORKING_CALENDAR, calendar);
  SlipFormWindow *window =
    slip_form_window_new ("holidays-dialog", _ ("Add Holidays"), _ ("_Add"));
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->calendar = g_strdup (calendar);
  dialog->today = today;
  dialog->rules = slip_holiday_rules_new_shipped ();
  dialog->holidays =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_holiday_free);
  dialog->checks = g_ptr_array_new ();
  dialog->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (window), DATA_KEY, dialog, dialog_free);
  slip_form_window_set_draft (window, state, row, today);
  add_source (window);
  dialog->group = slip_form_window_add_group (window, NULL, NULL);
  show_country (window);
  gtk_widget_grab_focus (GTK_WIDGET (dialog->country));
  g_signal_connect (window, "accepted", G_CALLBACK (accepted_cb), NULL);
  return window;
}
