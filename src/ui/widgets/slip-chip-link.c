/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-chip-link.h"

#include "slip-dependency.h"

#define ARROW_PX 7

/* What the style and the drawing know them by. */
#define DEPENDENT_CLASS    "dependent"
#define PREREQUISITE_CLASS "prerequisite"
#define BROKEN_CLASS       "broken"

static void
set_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static gboolean
is_linked (GtkWidget *chip)
{
  return gtk_widget_has_css_class (chip, DEPENDENT_CLASS) ||
         gtk_widget_has_css_class (chip, PREREQUISITE_CLASS);
}

void
slip_chip_link_describe (GtkWidget *widget,
                         const SlipPlanState *state,
                         const char *release,
                         const char *selected)
{
  g_autofree char *text =
    state && release && selected
      ? slip_dependency_dup_link_text (state, release, selected)
      : NULL;

  if (text)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
slip_chip_link_update (SlipChip *chip,
                       const SlipPlanState *state,
                       const char *selected)
{
  GtkWidget *widget = GTK_WIDGET (chip);
  const char *release = slip_chip_get_release (chip);
  gboolean was_linked = is_linked (widget);
  g_autoptr (SlipRow) in = NULL;
  g_autoptr (SlipRow) out = NULL;
  const SlipRow *row;

  if (state && selected && release &&
      slip_chip_get_anchor (chip) == SLIP_ANCHOR_RELEASE) {
    in = slip_dependency_find (state, release, selected);
    out = in ? NULL : slip_dependency_find (state, selected, release);
  }
  row = in ? in : out;
  if (!row && !was_linked)
    return;
  set_class (widget, DEPENDENT_CLASS, in != NULL);
  set_class (widget, PREREQUISITE_CLASS, out != NULL);
  set_class (widget, BROKEN_CLASS,
             row && slip_dependency_get_state (state, row) ==
                      SLIP_DEPENDENCY_BROKEN);
  slip_chip_link_describe (widget, state, release, selected);
  gtk_widget_queue_draw (widget);
}

void
slip_chip_link_draw (GtkWidget *chip, GtkSnapshot *snapshot)
{
  if (!is_linked (chip))
    return;

  gboolean is_rtl = gtk_widget_get_direction (chip) == GTK_TEXT_DIR_RTL;
  gboolean is_left = gtk_widget_has_css_class (chip, DEPENDENT_CLASS) != is_rtl;
  double x = is_left ? 0 : gtk_widget_get_width (chip) - ARROW_PX;
  double y = gtk_widget_get_height (chip) / 2.0;
  GdkRGBA color = { 0.5f, 0.5f, 0.5f, 1 };
  cairo_t *cr;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (chip),
                                  gtk_widget_has_css_class (chip, BROKEN_CLASS)
                                    ? "warning_color"
                                    : "accent_color",
                                  &color);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) x,
                                                       (float) y - ARROW_PX,
                                                       ARROW_PX, 2 * ARROW_PX));
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_move_to (cr, is_rtl ? x + ARROW_PX : x, y - ARROW_PX + 1);
  cairo_line_to (cr, is_rtl ? x : x + ARROW_PX, y);
  cairo_line_to (cr, is_rtl ? x + ARROW_PX : x, y + ARROW_PX - 1);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}
