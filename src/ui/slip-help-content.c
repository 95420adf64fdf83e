/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-help-content.h"

#include "slip-commands.h"
#include "slip-help-markup.h"
#include "slip-help-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  const SlipHelpBook *book;
  const SlipHelpPage *page;
  GtkBox *box;       /* everything */
  GtkWidget *list;   /* the one that is being filled, or NULL */
  GPtrArray *linked; /* ids of the pages that were named, borrowed */
} Making;

static gboolean
link_cb (GtkWidget *widget, const char *page)
{
  gtk_widget_activate_action (widget, SLIP_HELP_ACTION_PAGE, "s", page);
  return TRUE;
}

static void
remember_links (Making *making, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++) {
    const SlipHelpRun *run = runs->pdata[i];
    const SlipHelpPage *page =
      run->page != NULL ? slip_help_book_find (making->book, run->page) : NULL;
    if (page != NULL && page != making->page &&
        !g_ptr_array_find (making->linked, page, NULL))
      g_ptr_array_add (making->linked, (gpointer) page);
  }
}

static GtkWidget *
new_label (Making *making, const char *text, const char *style)
{
  g_autoptr (GPtrArray) runs = slip_help_book_parse (making->book, text);
  g_autofree char *markup = slip_help_markup_dup (runs);
  GtkWidget *label = gtk_label_new (NULL);

  remember_links (making, runs);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_cb), NULL);
  return label;
}

static void
add_heading (Making *making, const char *text, int level, const char *style)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role",
                  GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, level,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (making->box, label);
}

static GtkWidget *
new_box_of (GtkAccessibleRole role, GtkOrientation orientation, int spacing)
{
  return g_object_new (GTK_TYPE_BOX, "accessible-role", role, "orientation",
                       orientation, "spacing", spacing, NULL);
}

static GtkWidget *
get_list (Making *making, const char *style)
{
  if (making->list == NULL) {
    making->list =
      new_box_of (GTK_ACCESSIBLE_ROLE_LIST, GTK_ORIENTATION_VERTICAL, 0);
    gtk_widget_add_css_class (making->list, style);
    gtk_box_append (making->box, making->list);
  }
  return making->list;
}

static void
add_item (Making *making, const SlipHelpBlock *block)
{
  GtkWidget *item =
    new_box_of (GTK_ACCESSIBLE_ROLE_LIST_ITEM, GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *number =
    block->type == SLIP_HELP_STEP
      /* Translators: the number of a step in a list of things to do. */
      ? g_strdup_printf (_ ("%u."), block->number)
      : g_strdup ("•");
  GtkWidget *marker = gtk_label_new (number);
  GtkWidget *label = new_label (making, block->text, NULL);

  gtk_widget_add_css_class (marker, "help-marker");
  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (marker), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (item), marker);
  gtk_box_append (GTK_BOX (item), label);
  gtk_box_append (GTK_BOX (get_list (making, "help-list")), item);
}

static GtkWidget *
new_keys (const char *keys)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);

  for (guint i = 0; each[i] != NULL; i++) {
    GtkWidget *label = gtk_shortcut_label_new (each[i]);

    gtk_widget_set_halign (label, GTK_ALIGN_END);
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
add_command (Making *making, const SlipCommand *command)
{
  GtkWidget *item =
    new_box_of (GTK_ACCESSIBLE_ROLE_LIST_ITEM, GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (command->title));
  g_autofree char *keys = slip_command_dup_keys (command);
  g_autofree char *name =
    g_strdup_printf ("%s, %s", _ (command->title), keys != NULL ? keys : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (item, "help-key");
  gtk_box_append (GTK_BOX (item), label);
  gtk_box_append (GTK_BOX (item), new_keys (command->keys));
  gtk_box_append (GTK_BOX (get_list (making, "help-keys")), item);
}

/* The keys of one group of commands, or all group by group. */
static void
add_keys (Making *making, const char *group)
{
  const char *last = *group != '\0' ? group : NULL;
  guint n;
  const SlipCommand *commands = slip_commands_list (&n);

  for (guint i = 0; i < n; i++) {
    if (commands[i].keys == NULL ||
        (*group != '\0' && strcmp (commands[i].group, group) != 0))
      continue;
    if (g_strcmp0 (commands[i].group, last) != 0) {
      last = commands[i].group;
      making->list = NULL;
      add_heading (making, _ (last), 2, "help-heading");
    }
    add_command (making, &commands[i]);
  }
}

static void
topic_cb (GtkWidget *row, gpointer data)
{
  link_cb (row, gtk_widget_get_name (row));
}

static void
add_topic (Making *making, const SlipHelpPage *page)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = slip_help_book_dup_plain (making->book, page->title);
  g_autofree char *summary =
    slip_help_book_dup_plain (making->book, page->summary);

  if (making->list == NULL) {
    making->list = gtk_list_box_new ();
    gtk_list_box_set_selection_mode (GTK_LIST_BOX (making->list),
                                     GTK_SELECTION_NONE);
    gtk_widget_add_css_class (making->list, "boxed-list");
    gtk_box_append (making->box, making->list);
  }
  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, page->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (topic_cb), NULL);
  gtk_list_box_append (GTK_LIST_BOX (making->list), row);
}

static gboolean
continues_list (const SlipHelpBlock *block, const SlipHelpBlock *before)
{
  return before != NULL && block->type == before->type &&
         (block->type == SLIP_HELP_ITEM || block->type == SLIP_HELP_TOPIC ||
          (block->type == SLIP_HELP_STEP && block->number > 1));
}

static void
add_block (Making *making, const SlipHelpBlock *block)
{
  g_autofree char *heading = NULL;
  const SlipHelpPage *page = NULL;

  switch (block->type) {
  case SLIP_HELP_PARAGRAPH:
    gtk_box_append (making->box, new_label (making, block->text, NULL));
    break;
  case SLIP_HELP_HEADING:
    heading = slip_help_book_dup_plain (making->book, block->text);
    add_heading (making, heading, 2, "help-heading");
    break;
  case SLIP_HELP_ITEM:
  case SLIP_HELP_STEP:
    add_item (making, block);
    break;
  case SLIP_HELP_NOTE:
    gtk_box_append (making->box, new_label (making, block->text, "help-note"));
    break;
  case SLIP_HELP_KEYS:
    add_keys (making, block->text);
    break;
  case SLIP_HELP_TOPIC:
    page = slip_help_book_find (making->book, block->text);
    if (page != NULL)
      add_topic (making, page);
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
add_linked (Making *making)
{
  if (making->linked->len == 0)
    return;
  making->list = NULL;
  add_heading (making, _ ("See Also"), 2, "help-heading");
  for (guint i = 0; i < making->linked->len; i++)
    add_topic (making, making->linked->pdata[i]);
}

GtkWidget *
slip_help_content_new (const SlipHelpBook *book, const SlipHelpPage *page)
{
  g_autoptr (GPtrArray) linked = g_ptr_array_new ();
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  const SlipHelpBlock *before = NULL;
  Making making = { .book = book, .page = page, .linked = linked };

  g_return_val_if_fail (book != NULL && page != NULL, NULL);

  making.box = GTK_BOX (
    new_box_of (GTK_ACCESSIBLE_ROLE_GROUP, GTK_ORIENTATION_VERTICAL, 0));
  title = slip_help_book_dup_plain (book, page->title);
  name = g_strconcat ("help:", page->id, NULL);
  gtk_widget_set_name (GTK_WIDGET (making.box), name);
  gtk_widget_set_focusable (GTK_WIDGET (making.box), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (making.box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (GTK_WIDGET (making.box), "help-content");
  add_heading (&making, title, 1, "help-title");
  gtk_box_append (making.box,
                  new_label (&making, page->summary, "help-summary"));
  for (guint i = 0; i < page->blocks->len; i++) {
    const SlipHelpBlock *block = page->blocks->pdata[i];

    if (!continues_list (block, before))
      making.list = NULL;
    add_block (&making, block);
    before = block;
  }
  add_linked (&making);
  return GTK_WIDGET (making.box);
}
