/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-date-row.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-date-entry.h"
#include "slip-date-text.h"
#include "slip-inner-focus.h"
#include "slip-plain-text.h"

#include <glib/gi18n-lib.h>

struct _SlipDateRow {
  AdwPreferencesRow parent_instance;

  SlipAnchor anchor;
  char *release;
  gboolean is_filling;

  GtkWidget *entry;
  GtkCheckButton *pin; /* NULL for the release date */
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (SlipDateRow, slip_date_row, ADW_TYPE_PREFERENCES_ROW)

static const char *
get_certainty_nick (SlipCertainty certainty)
{
  return slip_schema_get_property (SLIP_KIND_RELEASE,
                                   SLIP_RELEASE_RELEASE_CERTAINTY)
    ->values[certainty]
    .nick;
}

static const char *
get_property_name (guint property)
{
  return slip_schema_get_property (SLIP_KIND_RELEASE, property)->name;
}

static void
committed_cb (SlipDateEntry *entry, SlipDateRow *self)
{
  SlipPlannedDate planned = slip_date_entry_get_planned (entry);
  g_autofree char *day = slip_date_to_text (planned.date);
  const char *text = day ? day : "";
  const char *nick = get_certainty_nick (planned.certainty);

  if (!self->release)
    return;
  if (self->anchor == SLIP_ANCHOR_RELEASE) {
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_MOVE_PLANNED,
              g_variant_new ("(sssu)", self->release, text, nick, 0u));
    return;
  }

  slip_ask_edit (
    GTK_WIDGET (self), SLIP_KIND_RELEASE, self->release,
    (const char *const[]){
      get_property_name (slip_anchor_get_date_property (self->anchor)), text,
      get_property_name (slip_anchor_get_certainty_property (self->anchor)),
      nick, NULL });
}

static void
pin_toggled_cb (GtkCheckButton *pin, SlipDateRow *self)
{
  guint property = (guint) slip_anchor_get_pin_property (self->anchor);

  if (self->is_filling || !self->release)
    return;
  slip_ask_edit (GTK_WIDGET (self), SLIP_KIND_RELEASE, self->release,
                 (const char *const[]){
                   get_property_name (property),
                   gtk_check_button_get_active (pin) ? "true" : "false",
                   NULL });
}

/* What is to be said of the date beside its day; NULL for nothing. */
static char *
dup_note (SlipDateRow *self, const SlipRow *release, SlipDate today)
{
  SlipDate first = slip_row_get_date (release, SLIP_RELEASE_FIRST_PLANNED_DATE);
  SlipPlannedDate planned = slip_release_get_planned (release, self->anchor);
  g_autofree char *day = NULL;

  if (self->anchor != SLIP_ANCHOR_RELEASE)
    return slip_release_dup_rule_text (release, self->anchor);
  if (!slip_date_is_set (first) || slip_date_equal (first, planned.date))
    return NULL;

  day = slip_date_dup_text (first, SLIP_DATE_STYLE_MEDIUM, today);
  return g_strdup_printf (_ ("Was planned for %s"), day);
}

static void
show_note (SlipDateRow *self, const SlipRow *release, SlipDate today)
{
  g_autofree char *text = dup_note (self, release, today);

  gtk_label_set_text (GTK_LABEL (self->note), text != NULL ? text : "");
  gtk_widget_set_visible (self->note, text != NULL);
}

static gboolean
slip_date_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SLIP_DATE_ROW (widget)->entry);
}

static void
slip_date_row_finalize (GObject *object)
{
  g_free (SLIP_DATE_ROW (object)->release);

  G_OBJECT_CLASS (slip_date_row_parent_class)->finalize (object);
}

static void
slip_date_row_class_init (SlipDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_date_row_finalize;
  GTK_WIDGET_CLASS (klass)->focus = slip_inner_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = slip_date_row_grab_focus;
}

static void
slip_date_row_init (SlipDateRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
new_pin (SlipDateRow *self)
{
  GtkWidget *pin = gtk_check_button_new_with_label (_ ("Stays"));
  g_autofree char *label =
    g_strdup_printf (_ ("%s stays when the release moves"),
                     slip_anchor_get_label (self->anchor));

  gtk_widget_set_tooltip_text (pin, _ ("Stays when the release moves"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (pin),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (pin, "toggled", G_CALLBACK (pin_toggled_cb), self);
  return pin;
}

GtkWidget *
slip_date_row_new (SlipAnchor anchor)
{
  SlipDateRow *self = g_object_new (SLIP_TYPE_DATE_ROW, NULL);
  const char *label = slip_anchor_get_label (anchor);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (label);
  g_autofree char *name = g_strconcat (
    "date:", get_property_name (slip_anchor_get_date_property (anchor)), NULL);

  self->anchor = anchor;
  gtk_widget_set_name (GTK_WIDGET (self), name);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (self), label);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "field-label");
  gtk_box_append (GTK_BOX (line), title);
  if (anchor != SLIP_ANCHOR_RELEASE) {
    self->pin = GTK_CHECK_BUTTON (new_pin (self));
    gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->pin));
  }
  gtk_box_append (GTK_BOX (box), line);
  self->entry = slip_date_entry_new (TRUE);
  slip_date_entry_set_label (SLIP_DATE_ENTRY (self->entry), label);
  g_signal_connect (self->entry, "committed", G_CALLBACK (committed_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);
  self->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_widget_add_css_class (self->note, "caption");
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_widget_add_css_class (box, "field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

void
slip_date_row_set_release (SlipDateRow *self,
                           const SlipRow *release,
                           SlipDate today)
{
  g_return_if_fail (SLIP_IS_DATE_ROW (self));

  g_free (self->release);
  self->release = g_strdup (slip_row_get_id (release));
  self->is_filling = TRUE;
  slip_date_entry_set_planned (SLIP_DATE_ENTRY (self->entry),
                               slip_release_get_planned (release, self->anchor),
                               today);
  if (self->pin)
    gtk_check_button_set_active (self->pin,
                                 slip_release_is_pinned (release,
                                                         self->anchor));
  show_note (self, release, today);
  self->is_filling = FALSE;
}

void
slip_date_row_commit (SlipDateRow *self)
{
  g_return_if_fail (SLIP_IS_DATE_ROW (self));

  slip_date_entry_commit (SLIP_DATE_ENTRY (self->entry));
  slip_date_entry_restore (SLIP_DATE_ENTRY (self->entry));
}
