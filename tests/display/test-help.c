/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-commands.h"
#include "slip-help-content.h"
#include "slip-help-markup.h"
#include "slip-help-text.h"
#include "slip-help-topics.h"
#include "slip-help-window.h"
#include "slip-help.h"
#include "slip-locale.h"
#include "slip-window.h"

#include <string.h>

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_topics (void)
{
  g_autoptr (SlipHelpBook) book = slip_help_load_book ();
  guint n;
  const SlipHelpTopic *topics = slip_help_topics_list (&n);

  for (guint i = 0; i < n; i++) {
    g_test_message ("%s", topics[i].place);
    if (*topics[i].page != '\0')
      g_assert_nonnull (slip_help_book_find (book, topics[i].page));
  }
}

static gboolean
is_group (const char *group)
{
  guint n;
  const SlipCommand *commands = slip_commands_list (&n);

  for (guint i = 0; i < n; i++)
    if (commands[i].keys != NULL && g_str_equal (commands[i].group, group))
      return TRUE;
  return FALSE;
}

/* Whether the table of commands has @accelerator. */
static gboolean
is_key_of_command (const char *accelerator)
{
  guint key;
  GdkModifierType mask;
  guint n;
  const SlipCommand *commands = slip_commands_list (&n);

  gtk_accelerator_parse (accelerator, &key, &mask);
  for (guint i = 0; i < n; i++) {
    g_auto (GStrv) keys =
      g_strsplit (commands[i].keys != NULL ? commands[i].keys : "", " ", -1);

    for (guint k = 0; keys[k] != NULL; k++) {
      guint other;
      GdkModifierType other_mask;

      if (gtk_accelerator_parse (keys[k], &other, &other_mask) &&
          gdk_keyval_to_lower (other) == gdk_keyval_to_lower (key) &&
          other_mask == mask)
        return TRUE;
    }
  }
  return FALSE;
}

static void
check_keys (const char *text)
{
  /* Those that every list and dialog has. */
  static const char *const usual[] = { "Return", "Escape", "Tab",   "Up",
                                       "Down",   "Left",   "Right", "Home",
                                       "End",    NULL };
  g_autoptr (GPtrArray) runs = slip_help_text_parse (text, NULL);

  for (guint i = 0; i < runs->len; i++) {
    const SlipHelpRun *run = runs->pdata[i];
    g_autofree char *accelerator = NULL;

    if (run->type != SLIP_HELP_KEY)
      continue;
    g_test_message ("%s", run->text);
    accelerator = slip_help_markup_dup_accelerator (run->text);
    g_assert_nonnull (accelerator);
    if (!g_strv_contains (usual, accelerator))
      g_assert_true (is_key_of_command (accelerator));
  }
}

/* The table of commands is where keys come from. */
static void
test_keys (void)
{
  g_autoptr (SlipHelpBook) book = slip_help_load_book ();
  g_autoptr (GPtrArray) pages = slip_help_book_list (book);

  g_assert_cmpuint (pages->len, >, 0);
  for (guint i = 0; i < pages->len; i++) {
    const SlipHelpPage *page = pages->pdata[i];

    for (guint b = 0; b < page->blocks->len; b++) {
      const SlipHelpBlock *block = page->blocks->pdata[b];

      if (block->type != SLIP_HELP_KEYS)
        check_keys (block->text);
      else if (*block->text != '\0')
        g_assert_true (is_group (block->text));
    }
  }
}

static void
test_markup (void)
{
  g_autoptr (GPtrArray) runs =
    slip_help_text_parse ("<gui>A &lt; B</gui> <key>Ctrl+F</key> "
                          "<link xref=\"x\">there</link>",
                          NULL);
  g_autofree char *markup = slip_help_markup_dup (runs);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (markup, "<b>A &lt; B</b>"));
  g_assert_nonnull (strstr (markup, "Ctrl+F"));
  g_assert_nonnull (strstr (markup, "<a href='x'>there</a>"));
  g_assert_null (slip_help_markup_dup_accelerator ("No key"));
}

/* The widget of @type below @widget whose label is @text. */
static GtkWidget *
find_labelled (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_labelled (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
test_content (void)
{
  g_autoptr (SlipHelpBook) book = slip_help_load_book ();
  GtkWidget *content = g_object_ref_sink (
    slip_help_content_new (book, slip_help_book_find (book, "calendar")));
  GtkWidget *title = find_labelled (content, "Calendar");
  GtkWidget *heading = find_labelled (content, "Move a Release");
  GtkWidget *marker = find_labelled (content, "1.");
  GtkWidget *step = gtk_widget_get_parent (marker);

  gtk_test_accessible_assert_role (title, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (title, GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                       2);
  gtk_test_accessible_assert_role (step, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (step),
                                   GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_nonnull (find_labelled (content, "Open its details"));
  g_assert_finalize_object (content);
}

static void
check_widths (void)
{
  g_autoptr (SlipHelpBook) book = slip_help_load_book ();
  g_autoptr (GPtrArray) pages = slip_help_book_list (book);

  for (guint i = 0; i < pages->len; i++) {
    const SlipHelpPage *page = pages->pdata[i];
    GtkWidget *content = g_object_ref_sink (slip_help_content_new (book, page));
    int width;

    gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                        NULL, NULL);
    g_test_message ("%s: %d", page->id, width);
    g_assert_cmpint (width, <=, 360);
    g_assert_finalize_object (content);
  }
}

/* No page is wider than a phone's screen, whatever its language. */
static void
test_narrow (void)
{
  static const char *const languages[] = { "ar", "de", "ja" };

  check_widths ();
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_setenv ("LANGUAGE", languages[i], TRUE);
    slip_locale_begin ();
    check_widths ();
  }
  g_unsetenv ("LANGUAGE");
  slip_locale_begin ();
}

static void
test_history (void)
{
  GtkWidget *widget = slip_help_window_new (slip_help_load_book (), "calendar");
  SlipHelpWindow *window = SLIP_HELP_WINDOW (widget);

  g_assert_cmpstr (slip_help_window_get_page (window), ==, "calendar");
  gtk_widget_activate_action (widget, "help.back", NULL);
  g_assert_cmpstr (slip_help_window_get_page (window), ==, "calendar");
  slip_help_window_show_page (window, "keys");
  gtk_widget_activate_action (widget, SLIP_HELP_ACTION_PAGE, "s", "my-day");
  gtk_widget_activate_action (widget, "help.back", NULL);
  g_assert_cmpstr (slip_help_window_get_page (window), ==, "keys");
  gtk_widget_activate_action (widget, "help.forward", NULL);
  g_assert_cmpstr (slip_help_window_get_page (window), ==, "my-day");
  gtk_widget_activate_action (widget, "help.back", NULL);
  gtk_widget_activate_action (widget, "help.back", NULL);
  slip_help_window_show_page (window, "nowhere");
  g_assert_cmpstr (slip_help_window_get_page (window), ==, "index");
  gtk_widget_activate_action (widget, "help.forward", NULL);
  g_assert_cmpstr (slip_help_window_get_page (window), ==, "index");
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
  g_assert_null (widget);
}

/* The window shows the calendar; a dialog without a page of its own is about
 * what lies behind it. */
static void
test_place (void)
{
  SlipClock *clock =
    slip_clock_new_fixed (slip_date_new (2026, 12, 1), 1796083200000);
  SlipOpenPlans *plans = slip_open_plans_new (clock);
  SlipDayWatch *day_watch = slip_day_watch_new (clock);
  SlipWindow *window = slip_window_new (NULL, plans, day_watch);
  GtkWidget *dialog = gtk_window_new ();
  static const struct {
    const char *view;
    const char *page;
  } views[] = { { "calendar", "calendar" },
                { "board", "board" },
                { "readiness", "readiness" },
                { "rollout", "rollout" },
                { "my-day", "my-day" } };

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++) {
    slip_plan_page_show_view (slip_window_get_page (window), views[i].view);
    g_assert_cmpstr (slip_help_topics_find (GTK_WIDGET (window)), ==,
                     views[i].page);
    g_assert_cmpstr (slip_help_topics_find (dialog), ==, views[i].page);
  }
  gtk_widget_set_name (dialog, "flag-dialog");
  g_assert_cmpstr (slip_help_topics_find (dialog), ==, "flags");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
  g_assert_finalize_object (plans);
  g_assert_finalize_object (day_watch);
  slip_clock_unref (clock);
}

/* Nothing is left in windows once the program has no help any more. */
static void
test_end (void)
{
  SlipHelp *help = slip_help_new ();
  GtkWidget *window = gtk_window_new ();
  GListModel *before = gtk_widget_observe_controllers (window);
  guint n = g_list_model_get_n_items (before);

  slip_help_show (help, "keys", GTK_WINDOW (window));
  iterate ();
  slip_help_free (help);
  g_assert_cmpuint (g_list_model_get_n_items (before), ==, n - 1);
  g_object_unref (before);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/help/topics-have-pages", test_topics);
  g_test_add_func ("/help/keys-are-those-of-commands", test_keys);
  g_test_add_func ("/help/markup", test_markup);
  g_test_add_func ("/help/page-is-headings-and-lists", test_content);
  g_test_add_func ("/help/fits-a-narrow-window", test_narrow);
  g_test_add_func ("/help/goes-back-and-forward", test_history);
  g_test_add_func ("/help/windows-are-about-what-they-show", test_place);
  g_test_add_func ("/help/ends", test_end);
  return g_test_run ();
}
