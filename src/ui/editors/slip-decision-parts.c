/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-decision-parts.h"

#include "slip-plain-row.h"
#include "slip-scroll-through.h"

GtkWidget *
slip_decision_part_new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
slip_decision_part_new_text (GtkTextView **view, const char *name)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *text = gtk_text_view_new ();

  *view = GTK_TEXT_VIEW (text);
  gtk_text_view_set_wrap_mode (*view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (*view, FALSE);
  gtk_text_view_set_left_margin (*view, 10);
  gtk_text_view_set_right_margin (*view, 10);
  gtk_text_view_set_top_margin (*view, 8);
  gtk_text_view_set_bottom_margin (*view, 8);
  gtk_widget_set_name (text, name);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              64);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), text);
  slip_scroll_through_add (GTK_SCROLLED_WINDOW (scroller));
  gtk_widget_add_css_class (scroller, "decision-text");
  return scroller;
}

GtkWidget *
slip_decision_part_new_field (const char *title, GtkWidget *editor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box),
                  slip_decision_part_new_label (title, "field-label"));
  gtk_box_append (GTK_BOX (box), editor);
  gtk_widget_add_css_class (box, "field");
  return slip_plain_row_new (box);
}
