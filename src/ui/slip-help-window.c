/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-help-window.h"

#include "slip-compat.h"
#include "slip-help-content.h"

#include <glib/gi18n.h>
#include <string.h>

#define WIDTH_PX    900
#define HEIGHT_PX   720
#define CONTENTS_PX 270
#define TEXT_PX     660

/* Before the id of its page in the name of a row. */
#define ROW "contents:"

struct _SlipHelpWindow {
  AdwWindow parent_instance;

  SlipHelpBook *book;
  GPtrArray *visited; /* ids, the oldest first */
  guint position;     /* of the one that is shown */

  AdwLeaflet *leaflet;
  GtkWidget *contents;
  GtkWidget *reader;
  GtkWidget *entry;
  GtkListBox *list;
  GtkWidget *none;
  GtkScrolledWindow *scroller;
  AdwBin *place;
};

G_DEFINE_FINAL_TYPE (SlipHelpWindow, slip_help_window, ADW_TYPE_WINDOW)

static const char *
get_typed (SlipHelpWindow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static GtkWidget *
new_row_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/* @group: the heading above; %NULL for a page that was found, which says what
 * it is about */
static void
add_row (SlipHelpWindow *self, const SlipHelpPage *page, const char *group)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *title = slip_help_page_translate (page->title);
  g_autofree char *summary =
    slip_help_book_dup_plain (self->book, page->summary);
  g_autofree char *name = g_strconcat (ROW, page->id, NULL);

  gtk_box_append (GTK_BOX (box), new_row_label (title));
  if (group == NULL) {
    GtkWidget *label = new_row_label (summary);

    gtk_widget_add_css_class (label, "dim-label");
    gtk_widget_add_css_class (label, "caption");
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_widget_add_css_class (box, "help-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "group",
                          g_strdup (group != NULL ? group : ""), g_free);
  gtk_list_box_append (self->list, row);
}

static const char *
get_id (GtkListBoxRow *row)
{
  return gtk_widget_get_name (GTK_WIDGET (row)) + strlen (ROW);
}

static void
clear_list (SlipHelpWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Everything, under the headings of the index. */
static void
list_all (SlipHelpWindow *self)
{
  const SlipHelpPage *start = slip_help_book_find (self->book, SLIP_HELP_INDEX);
  const char *group = "";

  if (start == NULL)
    return;
  add_row (self, start, "");
  for (guint i = 0; i < start->blocks->len; i++) {
    const SlipHelpBlock *block = start->blocks->pdata[i];
    const SlipHelpPage *page = NULL;

    if (block->type == SLIP_HELP_HEADING)
      group = slip_help_page_translate (block->text);
    else if (block->type == SLIP_HELP_TOPIC)
      page = slip_help_book_find (self->book, block->text);
    if (page != NULL)
      add_row (self, page, group);
  }
}

static void
list_found (SlipHelpWindow *self)
{
  g_autoptr (GPtrArray) found =
    slip_help_book_search (self->book, get_typed (self));

  for (guint i = 0; i < found->len; i++)
    add_row (self, found->pdata[i], NULL);
}

/* Brings @row into sight, once it has its place. */
static gboolean
scroll_to_row_cb (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  SlipHelpWindow *self = SLIP_HELP_WINDOW (data);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_list_box_get_adjustment (self->list),
                               bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

static void
select_page (SlipHelpWindow *self)
{
  const char *id = slip_help_window_get_page (self);
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (self->list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (g_str_equal (get_id (row), id)) {
      gtk_list_box_select_row (self->list, row);
      gtk_widget_add_tick_callback (GTK_WIDGET (row), scroll_to_row_cb, self,
                                    NULL);
    }
}

static void
fill (SlipHelpWindow *self)
{
  gboolean is_found;

  clear_list (self);
  if (*get_typed (self) != '\0')
    list_found (self);
  else
    list_all (self);
  is_found = gtk_list_box_get_row_at_index (self->list, 0) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->list), is_found);
  gtk_widget_set_visible (self->none, !is_found);
  select_page (self);
}

static void
update_actions (SlipHelpWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back",
                                 self->position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.forward",
                                 self->position + 1 < self->visited->len);
}

static void
show (SlipHelpWindow *self)
{
  const SlipHelpPage *page =
    slip_help_book_find (self->book, slip_help_window_get_page (self));
  GtkWidget *content = slip_help_content_new (self->book, page);
  const char *title = slip_help_page_translate (page->title);

  adw_bin_set_child (self->place, content);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                              self->scroller),
                            0);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_leaflet_set_visible_child (self->leaflet, self->reader);
  select_page (self);
  update_actions (self);
  gtk_window_set_focus (GTK_WINDOW (self), content);
  slip_compat_announce (content, title);
}

static void
turn (SlipHelpWindow *self, int steps)
{
  int position = (int) self->position + steps;

  if (position < 0 || position >= (int) self->visited->len)
    return;
  self->position = (guint) position;
  show (self);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (SLIP_HELP_WINDOW (widget), -1);
}

static void
forward_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (SLIP_HELP_WINDOW (widget), 1);
}

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  slip_help_window_show_page (SLIP_HELP_WINDOW (widget),
                              g_variant_get_string (parameter, NULL));
}

static void
contents_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlipHelpWindow *self = SLIP_HELP_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  adw_leaflet_set_visible_child (self->leaflet, self->contents);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlipHelpWindow *self = SLIP_HELP_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->contents);
  gtk_widget_grab_focus (self->entry);
}

/* What is earlier lies where reading begins. */
static gboolean
turn_key_cb (GtkWidget *widget, GVariant *steps, gpointer data)
{
  int n = g_variant_get_int32 (steps);

  turn (SLIP_HELP_WINDOW (widget),
        gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -n : n);
  return TRUE;
}

/* First what was looked for goes, then the window. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SlipHelpWindow *self = SLIP_HELP_WINDOW (widget);

  if (*get_typed (self) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

/* The list of contents is one stop of Tab: the page is not some thirty rows
 * away. */
static gboolean
tab_cb (GtkWidget *list, GVariant *is_back, gpointer data)
{
  SlipHelpWindow *self = SLIP_HELP_WINDOW (gtk_widget_get_root (list));

  if (g_variant_get_boolean (is_back))
    return gtk_widget_grab_focus (self->entry);
  return !adw_leaflet_get_folded (self->leaflet) &&
         gtk_widget_child_focus (self->reader, GTK_DIR_TAB_FORWARD);
}

static gboolean
scroll_cb (GtkWidget *scroller, GVariant *type, gpointer data)
{
  gboolean is_done = FALSE;

  g_signal_emit_by_name (scroller, "scroll-child",
                         (GtkScrollType) g_variant_get_int32 (type), FALSE,
                         &is_done);
  return is_done;
}

static void
row_activated_cb (SlipHelpWindow *self, GtkListBoxRow *row)
{
  slip_help_window_show_page (self, get_id (row));
}

static void
entry_activated_cb (SlipHelpWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL && *get_typed (self) != '\0')
    row_activated_cb (self, row);
}

static void
stop_search_cb (SlipHelpWindow *self)
{
  escape_cb (GTK_WIDGET (self), NULL, NULL);
}

static void
set_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = g_object_get_data (G_OBJECT (row), "group");
  GtkWidget *label;

  if (*group == '\0' ||
      (before != NULL &&
       g_str_equal (group, g_object_get_data (G_OBJECT (before), "group")))) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "help-group");
  gtk_list_box_row_set_header (row, label);
}

static void
slip_help_window_finalize (GObject *object)
{
  SlipHelpWindow *self = SLIP_HELP_WINDOW (object);

  g_clear_pointer (&self->book, slip_help_book_free);
  g_ptr_array_unref (self->visited);
  G_OBJECT_CLASS (slip_help_window_parent_class)->finalize (object);
}

static void
slip_help_window_class_init (SlipHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_help_window_finalize;
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "help.forward", NULL,
                                   forward_cb);
  gtk_widget_class_install_action (widget_class, SLIP_HELP_ACTION_PAGE, "s",
                                   page_cb);
  gtk_widget_class_install_action (widget_class, "help.contents", NULL,
                                   contents_cb);
  gtk_widget_class_install_action (widget_class, "help.search", NULL,
                                   search_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                turn_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK,
                                turn_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb,
                                NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK,
                                       SLIP_HELP_ACTION_PAGE, "s",
                                       SLIP_HELP_INDEX);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f,
                                       GDK_CONTROL_MASK, "help.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w,
                                       GDK_CONTROL_MASK, "window.close", NULL);
}

static GtkWidget *
new_button (const char *icon, const char *action, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_name (button, action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
new_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
new_entry (SlipHelpWindow *self)
{
  self->entry = gtk_search_entry_new ();
  gtk_widget_set_name (self->entry, "help-entry");
  g_object_set (self->entry, "placeholder-text", _ ("Search in Help"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search in Help"), -1);
  gtk_widget_add_css_class (self->entry, "help-entry");
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate",
                           G_CALLBACK (entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search",
                           G_CALLBACK (stop_search_cb), self,
                           G_CONNECT_SWAPPED);
  return self->entry;
}

static void
add_tab_keys (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint is_back = FALSE; is_back <= TRUE; is_back++) {
    GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Tab,
                                                is_back ? GDK_SHIFT_MASK : 0),
                        gtk_callback_action_new (tab_cb, NULL, NULL));

    gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (is_back));
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          shortcut);
  }
  gtk_widget_add_controller (list, controller);
}

static GtkWidget *
new_list (SlipHelpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller;

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_set_name (GTK_WIDGET (self->list), "help-contents");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  add_tab_keys (GTK_WIDGET (self->list));
  gtk_list_box_set_header_func (self->list, set_header_cb, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Contents"),
                                  -1);
  g_signal_connect_object (self->list, "row-activated",
                           G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  self->none = gtk_label_new (_ ("No page has these words"));
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_widget_add_css_class (self->none, "help-none");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->none);
  scroller = new_scroller (box);
  gtk_list_box_set_adjustment (self->list, gtk_scrolled_window_get_vadjustment (
                                             GTK_SCROLLED_WINDOW (scroller)));
  return scroller;
}

static void
make_contents (SlipHelpWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->contents = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Help"), NULL));
  g_object_bind_property (self->leaflet, "folded", header,
                          "show-end-title-buttons", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (self->contents), header);
  gtk_box_append (GTK_BOX (self->contents), new_entry (self));
  gtk_box_append (GTK_BOX (self->contents), new_list (self));
  gtk_widget_set_size_request (self->contents, CONTENTS_PX, -1);
  adw_leaflet_append (self->leaflet, self->contents);
}

/* Not keys of the class: GtkWindow has the arrows there, and the two would take
 * turns. */
static void
add_scroll_keys (GtkWidget *scroller)
{
  static const struct {
    guint key;
    GtkScrollType type;
  } keys[] = {
    { GDK_KEY_Up, GTK_SCROLL_STEP_UP },
    { GDK_KEY_Down, GTK_SCROLL_STEP_DOWN },
    { GDK_KEY_Page_Up, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_Page_Down, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_space, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_Home, GTK_SCROLL_START },
    { GDK_KEY_End, GTK_SCROLL_END },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, 0),
                        gtk_callback_action_new (scroll_cb, NULL, NULL));

    gtk_shortcut_set_arguments (shortcut,
                                g_variant_new_int32 ((int) keys[i].type));
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          shortcut);
  }
  gtk_widget_add_controller (scroller, controller);
}

static void
make_reader (SlipHelpWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *list =
    new_button ("view-list-symbolic", "help.contents", _ ("Contents"));
  GtkWidget *clamp = adw_clamp_new ();

  self->reader = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->place = ADW_BIN (adw_bin_new ());
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), TEXT_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->place));
  self->scroller = GTK_SCROLLED_WINDOW (new_scroller (clamp));
  add_scroll_keys (GTK_WIDGET (self->scroller));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (NULL, NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), list);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             new_button ("go-previous-symbolic", "help.back",
                                         _ ("Back")));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             new_button ("go-next-symbolic", "help.forward",
                                         _ ("Forward")));
  g_object_bind_property (self->leaflet, "folded", list, "visible",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->leaflet, "folded", header,
                          "show-start-title-buttons", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (self->reader), header);
  gtk_box_append (GTK_BOX (self->reader), GTK_WIDGET (self->scroller));
  gtk_widget_set_hexpand (self->reader, TRUE);
  adw_leaflet_append (self->leaflet, self->reader);
}

static void
slip_help_window_init (SlipHelpWindow *self)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  self->visited = g_ptr_array_new_with_free_func (g_free);
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  make_contents (self);
  adw_leaflet_page_set_navigatable (adw_leaflet_append (self->leaflet, line),
                                    FALSE);
  make_reader (self);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->leaflet));
  gtk_widget_set_name (GTK_WIDGET (self), "help-window");
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH_PX, HEIGHT_PX);
}

GtkWidget *
slip_help_window_new (SlipHelpBook *book, const char *page)
{
  SlipHelpWindow *self = g_object_new (SLIP_TYPE_HELP_WINDOW, NULL);
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  self->book = book;
  if (slip_help_book_find (book, page) == NULL)
    page = SLIP_HELP_INDEX;
  g_ptr_array_add (self->visited, g_strdup (page));
  /* A dialog that waits keeps the windows of its own group waiting only. */
  gtk_window_group_add_window (group, GTK_WINDOW (self));
  fill (self);
  show (self);
  return GTK_WIDGET (self);
}

void
slip_help_window_show_page (SlipHelpWindow *self, const char *id)
{
  g_return_if_fail (SLIP_IS_HELP_WINDOW (self) && id != NULL);

  if (slip_help_book_find (self->book, id) == NULL)
    id = SLIP_HELP_INDEX;
  if (!g_str_equal (id, slip_help_window_get_page (self))) {
    g_ptr_array_set_size (self->visited, (int) self->position + 1);
    g_ptr_array_add (self->visited, g_strdup (id));
    self->position++;
  }
  show (self);
}

const char *
slip_help_window_get_page (SlipHelpWindow *self)
{
  g_return_val_if_fail (SLIP_IS_HELP_WINDOW (self), NULL);

  return self->visited->pdata[self->position];
}
