/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-month-ruling.h"

#include "slip-date-text.h"
#include "slip-product-color.h"

#define MAX_WEEKS        SLIP_WEEKS_PER_QUARTER
#define TEXT_PADDING     6
#define MIN_TARGET       24
#define CHARS_PER_DAY    7
#define WEEK_CHARS       4
#define EDGE_WIDTH       2
#define LINE_ALPHA       0.15f
#define EDGE_ALPHA       0.4f
#define HIGH_LINE_ALPHA  0.6f
#define WEEK_NUMBER_SIZE 0.8

struct _SlipMonthRuling {
  GtkWidget *widget;
  int line_height; /* of the font, 0 until measured */
  int digit_width;
  PangoLayout *texts[SLIP_DAYS_PER_WEEK + MAX_WEEKS]; /* weekdays, then weeks */
};

SlipMonthRuling *
slip_month_ruling_new (GtkWidget *widget)
{
  SlipMonthRuling *self = g_new0 (SlipMonthRuling, 1);

  self->widget = widget;
  return self;
}

void
slip_month_ruling_free (SlipMonthRuling *self)
{
  slip_month_ruling_clear (self);
  g_free (self);
}

void
slip_month_ruling_clear (SlipMonthRuling *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_clear_object (&self->texts[i]);
  self->line_height = 0;
}

static void
measure_font (SlipMonthRuling *self)
{
  PangoFontMetrics *metrics =
    pango_context_get_metrics (gtk_widget_get_pango_context (self->widget),
                               NULL, NULL);

  self->line_height =
    PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  self->digit_width = PANGO_PIXELS_CEIL (
    pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);
}

static int
get_line_height (SlipMonthRuling *self)
{
  if (self->line_height == 0)
    measure_font (self);
  return self->line_height;
}

int
slip_month_ruling_get_header_height (SlipMonthRuling *self)
{
  return get_line_height (self) + TEXT_PADDING;
}

SlipMonthSpec
slip_month_ruling_make_spec (SlipMonthRuling *self,
                             SlipCalendarSpan span,
                             int width_px,
                             int height_px)
{
  int line = get_line_height (self);
  SlipMonthSpec spec = {
    .width_px = width_px,
    .height_px = height_px,
    .first_weekday = slip_locale_get_first_weekday (),
    .is_rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL,
    .shows_week_numbers = TRUE,
    .week_number_width_px = WEEK_CHARS * self->digit_width,
    .weekday_header_height_px = slip_month_ruling_get_header_height (self),
    .day_header_height_px = MAX (line + 2, MIN_TARGET - 2),
    .padding_px = 4,
    .spacing_px = 2,
    .chip_height_px = MAX (line + TEXT_PADDING - 2, MIN_TARGET),
    .bar_height_px = line,
    .more_height_px = MIN_TARGET,
    .compact_below_px = CHARS_PER_DAY * self->digit_width,
    .compact_chip_height_px = 8,
    .compact_bar_height_px = 4,
  };

  if (span == SLIP_SPAN_QUARTER) {
    spec.is_dense = TRUE;
    spec.weekday_header_height_px = 0;
    spec.day_header_height_px =
      MAX (spec.day_header_height_px, spec.more_height_px);
  } else if (span == SLIP_SPAN_WEEK) {
    spec.chip_height_px += (SLIP_WEEK_CHIP_LINES - 1) * spec.bar_height_px;
  }
  return spec;
}

SlipMonthLayout
slip_month_ruling_make_layout (SlipMonthRuling *self,
                               SlipCalendarSpan span,
                               SlipDate shown,
                               int width_px,
                               int height_px)
{
  SlipMonthSpec spec =
    slip_month_ruling_make_spec (self, span, width_px, height_px);

  if (span == SLIP_SPAN_MONTH)
    return slip_month_layout_for_month (&spec, shown);
  return slip_month_layout_for_weeks (&spec, shown,
                                      slip_calendar_span_count_weeks (span));
}

static PangoLayout *
ensure_text (SlipMonthRuling *self, const SlipMonthLayout *month, int i)
{
  if (self->texts[i] != NULL)
    return self->texts[i];

  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *number = NULL;
  const char *text;
  if (i < SLIP_DAYS_PER_WEEK) {
    text =
      slip_weekday_get_name (slip_month_layout_get_weekday (month, i), TRUE);
    pango_attr_list_insert (attributes,
                            pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  } else {
    int week = i - SLIP_DAYS_PER_WEEK;
    text = number =
      g_strdup_printf ("%d", slip_month_layout_get_week_number (month, week));
    pango_attr_list_insert (attributes,
                            pango_attr_scale_new (WEEK_NUMBER_SIZE));
  }
  self->texts[i] = gtk_widget_create_pango_layout (self->widget, text);
  pango_layout_set_attributes (self->texts[i], attributes);
  pango_layout_set_ellipsize (self->texts[i], PANGO_ELLIPSIZE_END);
  return self->texts[i];
}

static void
draw_text (SlipMonthRuling *self,
           const SlipMonthLayout *month,
           GtkSnapshot *snapshot,
           int i,
           SlipRect rect,
           gboolean is_centered)
{
  GtkWidget *widget = self->widget;
  PangoLayout *layout = ensure_text (self, month, i);
  GdkRGBA color;
  int height;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= 0.75f;
  if (!is_centered) {
    rect.x += TEXT_PADDING;
    rect.width -= 2 * TEXT_PADDING;
  }
  pango_layout_set_width (layout, MAX (rect.width, 1) * PANGO_SCALE);
  pango_layout_set_alignment (layout, is_centered ? PANGO_ALIGN_CENTER
                                                  : PANGO_ALIGN_LEFT);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT ((float) rect.x,
                          (float) (rect.y + (rect.height - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

void
slip_month_ruling_draw_weekdays (SlipMonthRuling *self,
                                 const SlipMonthLayout *month,
                                 GtkSnapshot *snapshot)
{
  for (int i = 0; i < SLIP_DAYS_PER_WEEK; i++)
    draw_text (self, month, snapshot, i,
               slip_month_layout_get_weekday_rect (month, i),
               month->is_compact);
}

void
slip_month_ruling_draw_week_numbers (SlipMonthRuling *self,
                                     const SlipMonthLayout *month,
                                     GtkSnapshot *snapshot)
{
  if (!month->shows_week_numbers)
    return;
  for (int i = 0; i < month->n_weeks; i++) {
    SlipRect rect = slip_month_layout_get_week_number_rect (month, i);

    rect.height = month->spec.day_header_height_px;
    draw_text (self, month, snapshot, SLIP_DAYS_PER_WEEK + i, rect, TRUE);
  }
}

static GdkRGBA
get_line_color (SlipMonthRuling *self, float alpha)
{
  GtkWidget *widget = self->widget;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *=
    slip_product_color_get_scheme (widget) & SLIP_SCHEME_HIGH_CONTRAST
      ? HIGH_LINE_ALPHA
      : alpha;
  return color;
}

void
slip_month_ruling_draw_lines (SlipMonthRuling *self,
                              const SlipMonthLayout *month,
                              GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (self->widget);
  SlipRect grid = month->grid;
  GdkRGBA color = get_line_color (self, LINE_ALPHA);

  for (int i = 0; i < month->n_weeks; i++) {
    SlipRect row = slip_month_layout_get_span_rect (month, i, 0, 6);

    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (0, (float) row.y, width,
                                                    1));
  }
  for (int i = 0; i < SLIP_DAYS_PER_WEEK; i++) {
    SlipRect day = slip_month_layout_get_cell_rect (month, i);

    if (day.x > 0)
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((float) day.x,
                                                      (float) grid.y, 1,
                                                      (float) grid.height));
  }
}

static void
draw_line (GtkSnapshot *snapshot, SlipRect line, const GdkRGBA *color)
{
  if (!slip_rect_is_empty (line))
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT ((float) line.x,
                                                    (float) line.y,
                                                    (float) line.width,
                                                    (float) line.height));
}

void
slip_month_ruling_draw_month_edges (SlipMonthRuling *self,
                                    const SlipMonthLayout *month,
                                    GtkSnapshot *snapshot)
{
  GdkRGBA color = get_line_color (self, EDGE_ALPHA);

  for (int i = 0; i < month->n_weeks; i++) {
    SlipMonthEdge edge;

    if (!slip_month_layout_find_month_edge (month, i, EDGE_WIDTH, &edge))
      continue;
    draw_line (snapshot, edge.before, &color);
    draw_line (snapshot, edge.side, &color);
    draw_line (snapshot, edge.after, &color);
  }
}

char *
slip_month_ruling_dup_title (SlipDate shown, int n_weeks)
{
  SlipDate first;
  SlipDate last;

  if (n_weeks == 0)
    return slip_date_dup_text (shown, SLIP_DATE_STYLE_MONTH, SLIP_DATE_NONE);

  first = slip_date_get_week_start (shown, slip_locale_get_first_weekday ());
  last = slip_date_add_days (first, n_weeks * SLIP_DAYS_PER_WEEK - 1);
  return slip_date_dup_days (first, last);
}
