/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-link-list.h"

#include "slip-ask.h"
#include "slip-open-uri.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"
#include "slip-text-field.h"

#include <glib/gi18n-lib.h>

/* The widgets of one link, kept as its row's data. */
typedef struct {
  char *id;
  char *uri;
  SlipTextField *title_field;
  SlipTextField *uri_field;
  GtkWidget *open;
} LinkRow;

struct _SlipLinkList {
  AdwPreferencesGroup parent_instance;

  char *release;
  GPtrArray *rows; /* AdwPreferencesRow, borrowed */
};

G_DEFINE_FINAL_TYPE (SlipLinkList, slip_link_list, ADW_TYPE_PREFERENCES_GROUP)

static void
link_row_free (gpointer data)
{
  LinkRow *link = data;

  g_free (link->id);
  g_free (link->uri);
  g_free (link);
}

static LinkRow *
get_link (gpointer row)
{
  return g_object_get_data (row, "slip-link");
}

static void
edit (LinkRow *link, GtkWidget *widget, guint property, const char *text)
{
  const char *name = slip_schema_get_property (SLIP_KIND_LINK, property)->name;

  slip_ask_edit (widget, SLIP_KIND_LINK, link->id,
                 (const char *const[]){ name, text, NULL });
}

static void
title_committed_cb (SlipTextField *field, const char *text, LinkRow *link)
{
  edit (link, GTK_WIDGET (field), SLIP_LINK_TITLE, text);
}

static void
uri_committed_cb (SlipTextField *field, const char *text, LinkRow *link)
{
  edit (link, GTK_WIDGET (field), SLIP_LINK_URI, text);
}

static void
open_clicked_cb (GtkButton *button, LinkRow *link)
{
  slip_open_uri (GTK_WIDGET (button), link->uri);
}

static void
remove_clicked_cb (GtkButton *button, LinkRow *link)
{
  slip_ask_remove (GTK_WIDGET (button), SLIP_KIND_LINK, link->id);
}

static void
add_clicked_cb (GtkButton *button, SlipLinkList *self)
{
  if (self->release)
    slip_ask_create (GTK_WIDGET (self), SLIP_KIND_LINK, NULL, self->release,
                     (const char *const[]){ "title", _ ("New link"), "uri",
                                            "https://", NULL });
}

static GtkWidget *
new_button (const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static SlipTextField *
new_field (LinkRow *link, const char *label, GCallback committed)
{
  GtkWidget *field = slip_text_field_new (FALSE);

  slip_text_field_set_label (SLIP_TEXT_FIELD (field), label, TRUE);
  gtk_widget_set_hexpand (field, TRUE);
  g_signal_connect (field, "committed", committed, link);
  return SLIP_TEXT_FIELD (field);
}

static GtkWidget *
new_row (const char *id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *row = slip_plain_row_new (box);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *remove = new_button ("user-trash-symbolic", _ ("Remove Link"));
  LinkRow *link = g_new0 (LinkRow, 1);

  link->id = g_strdup (id);
  link->title_field =
    new_field (link, _ ("Title"), G_CALLBACK (title_committed_cb));
  link->uri_field =
    new_field (link, _ ("Address"), G_CALLBACK (uri_committed_cb));
  link->open = new_button ("web-browser-symbolic", _ ("Open Link"));
  g_signal_connect (link->open, "clicked", G_CALLBACK (open_clicked_cb), link);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), link);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (link->title_field));
  gtk_box_append (GTK_BOX (line), link->open);
  gtk_box_append (GTK_BOX (line), remove);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (link->uri_field));
  gtk_widget_add_css_class (box, "field");
  g_object_set_data_full (G_OBJECT (row), "slip-link", link, link_row_free);
  return row;
}

static void
show_link (GtkWidget *row, const SlipRow *link_row)
{
  LinkRow *link = get_link (row);
  const char *title = slip_row_get_text (link_row, SLIP_LINK_TITLE);
  const char *uri = slip_row_get_text (link_row, SLIP_LINK_URI);

  g_free (link->uri);
  link->uri = g_strdup (uri);
  slip_text_field_set_kept (link->title_field, title);
  slip_text_field_set_kept (link->uri_field, uri);
  gtk_widget_set_sensitive (link->open,
                            slip_uri_is_web (uri) || slip_uri_is_mail (uri));
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), title ? title
                                                            : uri ? uri
                                                                  : "");
}

static GtkWidget *
find_row (SlipLinkList *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (get_link (self->rows->pdata[i])->id, id))
      return self->rows->pdata[i];

  return NULL;
}

static void
remove_gone (SlipLinkList *self,
             const SlipPlanState *state,
             const char *release)
{
  for (guint i = self->rows->len; i > 0; i--) {
    GtkWidget *row = self->rows->pdata[i - 1];
    const SlipRow *link =
      slip_plan_state_get (state, SLIP_KIND_LINK, get_link (row)->id);

    if (link && g_strcmp0 (slip_row_get_owner (link), release) == 0)
      continue;
    g_ptr_array_remove_index (self->rows, i - 1);
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  }
}

static void
slip_link_list_finalize (GObject *object)
{
  SlipLinkList *self = SLIP_LINK_LIST (object);

  g_free (self->release);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (slip_link_list_parent_class)->finalize (object);
}

static void
slip_link_list_class_init (SlipLinkListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_link_list_finalize;
}

static void
slip_link_list_init (SlipLinkList *self)
{
  GtkWidget *add = new_button ("list-add-symbolic", _ ("Add Link"));

  self->rows = g_ptr_array_new ();
  gtk_widget_set_name (add, "add-link");
  g_signal_connect (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Links"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
}

GtkWidget *
slip_link_list_new (void)
{
  return g_object_new (SLIP_TYPE_LINK_LIST, NULL);
}

void
slip_link_list_set_release (SlipLinkList *self,
                            const SlipPlanState *state,
                            const char *id)
{
  g_autoptr (GPtrArray) links = NULL;

  g_return_if_fail (SLIP_IS_LINK_LIST (self));

  if (g_strcmp0 (self->release, id) != 0) {
    g_free (self->release);
    self->release = g_strdup (id);
  }
  links = slip_plan_state_list_owned (state, SLIP_KIND_LINK, id);
  remove_gone (self, state, id);
  for (guint i = 0; i < links->len; i++) {
    GtkWidget *row = find_row (self, slip_row_get_id (links->pdata[i]));

    if (!row) {
      row = new_row (slip_row_get_id (links->pdata[i]));
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
    show_link (row, links->pdata[i]);
  }
}

void
slip_link_list_commit (SlipLinkList *self)
{
  g_return_if_fail (SLIP_IS_LINK_LIST (self));

  for (guint i = 0; i < self->rows->len; i++) {
    LinkRow *link = get_link (self->rows->pdata[i]);

    slip_text_field_commit (link->title_field);
    slip_text_field_commit (link->uri_field);
  }
}
