/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-preview-lines.h"

static const struct {
  const char *sign;
  const char *css_class;
} tones[] = {
  [SLIP_PREVIEW_TITLE] = { "", "heading" },
  [SLIP_PREVIEW_FOLLOWS] = { "↻ ", "preview-line" },
  [SLIP_PREVIEW_CONFLICT] = { "⊘ ", "error" },
  [SLIP_PREVIEW_WARNING] = { "⚠ ", "warning" },
  [SLIP_PREVIEW_SOLVED] = { "✓ ", "success" },
  [SLIP_PREVIEW_STAYS] = { "", "dim-label" },
};

static GtkWidget *
new_label (const SlipPreviewLine *line)
{
  g_autofree char *text =
    g_strconcat (tones[line->tone].sign, line->text, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, tones[line->tone].css_class);
  return label;
}

void
slip_preview_lines_show (GtkBox *box, const SlipPreview *preview)
{
  g_autoptr (GPtrArray) lines = NULL;
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
  lines = preview ? slip_preview_describe (preview) : NULL;
  for (guint i = 0; lines && i < lines->len; i++)
    gtk_box_append (box, new_label (lines->pdata[i]));
}
