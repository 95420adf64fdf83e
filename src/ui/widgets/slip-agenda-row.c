/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-agenda-row.h"

#include "slip-actions.h"
#include "slip-steady-width.h"
#include "slip-widget-name.h"

#include <glib/gi18n.h>

struct _SlipAgendaRow {
  GtkWidget parent_instance;

  SlipAgendaLine *line; /* or NULL */
  gboolean is_filling;

  GtkWidget *check;
  GtkLabel *mark;
  GtkLabel *text;
  GtkLabel *detail;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (SlipAgendaRow, slip_agenda_row, GTK_TYPE_WIDGET)

static const char *
get_nothing (SlipAgendaList list)
{
  switch (list) {
  case SLIP_AGENDA_DO:
    return _ ("Nothing is due");
  case SLIP_AGENDA_DECIDE:
    return _ ("Nothing waits for a decision");
  case SLIP_AGENDA_KNOW:
  case SLIP_N_AGENDA_LISTS:
    break;
  }
  return _ ("Nothing is coming");
}

static void
show_texts (SlipAgendaRow *self,
            const char *mark,
            const char *text,
            const char *detail,
            const char *count)
{
  gtk_label_set_text (self->mark, mark != NULL ? mark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mark), mark != NULL);
  gtk_label_set_text (self->text, text);
  gtk_label_set_text (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail),
                          detail != NULL && *detail != '\0');
  gtk_label_set_text (self->count, count != NULL ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), count != NULL);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The name is that of the row of the list that it lies in. */
static void
set_label (SlipAgendaRow *self, const char *label)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* For tests: the row of the list is what has the focus. */
static void
name_row (SlipAgendaRow *self, const char *text)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = g_strconcat ("agenda-row:", text, NULL);

  if (parent != NULL)
    slip_widget_name_set (parent, g_steal_pointer (&name));
}

static void
show_heading (SlipAgendaRow *self)
{
  const char *title =
    slip_agenda_list_get_title (slip_agenda_line_get_list (self->line));
  guint n = slip_agenda_line_get_count (self->line);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *label = NULL;

  show_texts (self, NULL, title, NULL, count);
  /* Translators: a question, and how many answers it has. */
  label = g_strdup_printf (_ ("%s %u"), title, n);
  set_label (self, label);
}

static void
show_entry (SlipAgendaRow *self, const SlipAgendaEntry *entry)
{
  const SlipAgenda *agenda = slip_agenda_line_get_agenda (self->line);
  gboolean can_check_off = slip_agenda_entry_can_check_off (entry);
  const char *mark = slip_agenda_entry_get_mark (entry);
  g_autofree char *text = slip_agenda_dup_text (agenda, entry);
  g_autofree char *detail = slip_agenda_dup_detail (agenda, entry);
  g_autofree char *marked = g_strdup_printf ("%s %s", mark, detail);
  g_autofree char *check = NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = g_strconcat ("agenda:", text, NULL);

  slip_widget_name_set (GTK_WIDGET (self), g_steal_pointer (&name));
  name_row (self, text);
  /* Where the box is there is no room for the mark before it. */
  show_texts (self, can_check_off ? NULL : mark, text,
              can_check_off && entry->is_urgent ? marked : detail, NULL);
  if (can_check_off) {
    check = g_strdup_printf (_ ("Check Off: %s"), text);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, check, -1);
  }
  /* Translators: a thing, and what is to be said about it. */
  label = g_strdup_printf (_ ("%s, %s"), text, detail);
  set_label (self, *detail != '\0' ? label : text);
}

static void
show_more (SlipAgendaRow *self)
{
  guint n = slip_agenda_line_get_count (self->line);
  g_autofree char *text =
    g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);

  show_texts (self, NULL, text, NULL, NULL);
  set_label (self, text);
}

static void
show_nothing (SlipAgendaRow *self)
{
  const char *text = get_nothing (slip_agenda_line_get_list (self->line));

  show_texts (self, NULL, text, NULL, NULL);
  set_label (self, text);
}

static void
refresh (SlipAgendaRow *self)
{
  SlipAgendaRole role = slip_agenda_line_get_role (self->line);
  const SlipAgendaEntry *entry = slip_agenda_line_get_entry (self->line);
  gboolean can_check_off =
    entry != NULL && slip_agenda_entry_can_check_off (entry);
  GtkWidget *widget = GTK_WIDGET (self);

  self->is_filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), FALSE);
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->check, can_check_off);
  set_class (widget, "checkable", can_check_off);
  set_class (widget, "heading-row", role == SLIP_AGENDA_HEADING);
  set_class (widget, "entry-row", role == SLIP_AGENDA_ENTRY);
  set_class (widget, "more-row", role == SLIP_AGENDA_MORE);
  set_class (widget, "nothing-row", role == SLIP_AGENDA_NOTHING);
  set_class (widget, "urgent", entry != NULL && entry->is_urgent);

  name_row (self, "");
  switch (role) {
  case SLIP_AGENDA_HEADING:
    show_heading (self);
    break;
  case SLIP_AGENDA_ENTRY:
    show_entry (self, entry);
    break;
  case SLIP_AGENDA_MORE:
    show_more (self);
    break;
  case SLIP_AGENDA_NOTHING:
    show_nothing (self);
    break;
  }
}

static void
checked_cb (SlipAgendaRow *self)
{
  if (!self->is_filling)
    slip_agenda_row_check_off (self);
}

static void
slip_agenda_row_dispose (GObject *object)
{
  SlipAgendaRow *self = SLIP_AGENDA_ROW (object);
  GtkWidget *child;

  slip_agenda_row_set_line (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (slip_agenda_row_parent_class)->dispose (object);
}

static void
slip_agenda_row_class_init (SlipAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_agenda_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "agendarow");
}

static GtkLabel *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

/* Over two lines at most. */
static void
wrap (GtkLabel *label)
{
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (label, 2);
}

static void
slip_agenda_row_init (SlipAgendaRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *middle = slip_steady_width_new (texts);

  /* Space on the row checks it off. */
  self->check = gtk_check_button_new ();
  /* Not only its "focusable": GTK would have Tab end there all the same. */
  gtk_widget_set_can_focus (self->check, FALSE);
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->check, _ ("Check Off"));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (checked_cb),
                           self, G_CONNECT_SWAPPED);
  self->mark = new_label ("agenda-mark");
  self->text = new_label ("agenda-text");
  self->detail = new_label ("agenda-detail");
  self->count = new_label ("agenda-count");
  gtk_label_set_xalign (self->mark, 0.5f);
  gtk_label_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
  wrap (self->text);
  wrap (self->detail);
  gtk_widget_set_hexpand (middle, TRUE);
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->detail));
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->mark), GTK_WIDGET (self));
  gtk_widget_set_parent (middle, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->count), GTK_WIDGET (self));
}

GtkWidget *
slip_agenda_row_new (void)
{
  return g_object_new (SLIP_TYPE_AGENDA_ROW, NULL);
}

void
slip_agenda_row_set_line (SlipAgendaRow *self, SlipAgendaLine *line)
{
  g_return_if_fail (SLIP_IS_AGENDA_ROW (self));

  if (self->line != NULL)
    g_signal_handlers_disconnect_by_func (self->line, refresh, self);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;
  g_signal_connect_object (line, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

SlipAgendaLine *
slip_agenda_row_get_line (SlipAgendaRow *self)
{
  g_return_val_if_fail (SLIP_IS_AGENDA_ROW (self), NULL);

  return self->line;
}

static const SlipAgendaEntry *
get_entry (SlipAgendaRow *self)
{
  return self->line != NULL ? slip_agenda_line_get_entry (self->line) : NULL;
}

gboolean
slip_agenda_row_check_off (SlipAgendaRow *self)
{
  g_return_val_if_fail (SLIP_IS_AGENDA_ROW (self), FALSE);

  const SlipAgendaEntry *entry = get_entry (self);

  if (entry == NULL || entry->type != SLIP_AGENDA_ITEM)
    return FALSE;
  if (!slip_agenda_entry_can_check_off (entry))
    return slip_agenda_row_open (self);

  const char *items[] = { slip_row_get_id (entry->subject), NULL };
  return gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_ITEMS_STATE,
                                     "(s^assss)",
                                     slip_row_get_id (entry->release), items,
                                     "done", "", "");
}

/* Where in the settings what belongs to no release is. */
static const char *
get_settings_page (SlipAgendaType type)
{
  if (type == SLIP_AGENDA_FREEZE)
    return "freezes";
  return type == SLIP_AGENDA_KEY_DATE ? "key-dates" : "people";
}

gboolean
slip_agenda_row_open (SlipAgendaRow *self)
{
  g_return_val_if_fail (SLIP_IS_AGENDA_ROW (self), FALSE);

  const SlipAgendaEntry *entry = get_entry (self);

  if (entry == NULL)
    return FALSE;
  if (entry->release == NULL) {
    g_autofree char *place =
      g_strdup_printf ("%s/%s", get_settings_page (entry->type),
                       entry->type == SLIP_AGENDA_AWAY
                         ? entry->person
                         : slip_row_get_id (entry->subject));

    return gtk_widget_activate_action (GTK_WIDGET (self),
                                       SLIP_ACTION_PLAN_SETTINGS, "s", place);
  }
  if (entry->type == SLIP_AGENDA_STAGE)
    return gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_GO_WIDER,
                                       "s", slip_row_get_id (entry->release));
  return gtk_widget_activate_action (GTK_WIDGET (self),
                                     SLIP_ACTION_SHOW_CHECKLIST, "(ss)",
                                     slip_row_get_id (entry->release),
                                     entry->checklist != NULL ? entry->checklist
                                                              : "");
}
