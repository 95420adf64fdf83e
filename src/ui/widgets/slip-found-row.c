/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-found-row.h"

#include "slip-search-marks.h"

struct _SlipFoundRow {
  GtkListBoxRow parent_instance;

  char *label;
  char *action;
  GVariant *target;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *context;
  GtkLabel *snippet;
  GtkLabel *trailing;
};

G_DEFINE_FINAL_TYPE (SlipFoundRow, slip_found_row, GTK_TYPE_LIST_BOX_ROW)

static void
slip_found_row_finalize (GObject *object)
{
  SlipFoundRow *self = SLIP_FOUND_ROW (object);

  g_free (self->label);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  G_OBJECT_CLASS (slip_found_row_parent_class)->finalize (object);
}

static void
slip_found_row_class_init (SlipFoundRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_found_row_finalize;
}

static GtkLabel *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (css_class != NULL) {
    gtk_widget_add_css_class (label, css_class);
    gtk_widget_add_css_class (label, "caption");
  }
  return GTK_LABEL (label);
}

static void
slip_found_row_init (SlipFoundRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->title = new_label (NULL);
  self->context = new_label ("dim-label");
  self->snippet = new_label ("found-snippet");
  self->trailing = new_label ("dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon),
                               GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->context));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->snippet));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->trailing));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "found-row");
}

GtkWidget *
slip_found_row_new (void)
{
  return g_object_new (SLIP_TYPE_FOUND_ROW, NULL);
}

/* Bold where @marks are; the text itself is never markup. */
static void
set_marked (GtkLabel *label, const char *text, GArray *marks)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; marks != NULL && i < marks->len; i++) {
    const SlipSearchMark *mark = &g_array_index (marks, SlipSearchMark, i);
    PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

    bold->start_index = mark->start;
    bold->end_index = mark->end;
    pango_attr_list_insert (attributes, bold);
  }
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_label_set_attributes (label, attributes);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
append_part (GString *label, const char *part)
{
  if (part == NULL)
    return;
  if (label->len > 0)
    g_string_append (label, ", ");
  g_string_append (label, part);
}

void
slip_found_row_set_text (SlipFoundRow *self, const SlipFoundText *text)
{
  GString *label = g_string_new (text->title);

  g_return_if_fail (SLIP_IS_FOUND_ROW (self));

  gtk_image_set_from_icon_name (self->icon, text->icon);
  set_marked (self->title, text->title, text->title_marks);
  set_marked (self->context, text->context, NULL);
  set_marked (self->snippet, text->snippet, text->snippet_marks);
  set_marked (self->trailing, text->trailing, NULL);
  append_part (label, text->context);
  append_part (label, text->snippet);
  append_part (label, text->trailing);
  g_free (self->label);
  self->label = g_string_free (label, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);
}

const char *
slip_found_row_get_label (SlipFoundRow *self)
{
  g_return_val_if_fail (SLIP_IS_FOUND_ROW (self), NULL);

  return self->label;
}

void
slip_found_row_set_action (SlipFoundRow *self,
                           const char *action,
                           GVariant *target)
{
  g_return_if_fail (SLIP_IS_FOUND_ROW (self));

  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  self->action = g_strdup (action);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
}

const char *
slip_found_row_get_action (SlipFoundRow *self)
{
  g_return_val_if_fail (SLIP_IS_FOUND_ROW (self), NULL);

  return self->action;
}

GVariant *
slip_found_row_get_target (SlipFoundRow *self)
{
  g_return_val_if_fail (SLIP_IS_FOUND_ROW (self), NULL);

  return self->target;
}

SlipFoundRow *
slip_found_row_get_at (GtkListBox *list, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) i);

  if (row == NULL) {
    row = GTK_LIST_BOX_ROW (slip_found_row_new ());
    gtk_list_box_append (list, GTK_WIDGET (row));
  }
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  return SLIP_FOUND_ROW (row);
}

void
slip_found_row_hide_from (GtkListBox *list, guint n)
{
  GtkListBoxRow *row;

  for (guint i = n;
       (row = gtk_list_box_get_row_at_index (list, (int) i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
}
