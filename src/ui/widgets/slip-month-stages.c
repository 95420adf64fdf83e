/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-month-stages.h"

#include "slip-calendar-stage.h"
#include "slip-product-color.h"
#include "slip-rollout-lanes.h"
#include "slip-stage-menu.h"
#include "slip-stage.h"
#include "slip-word-line.h"

#include <glib/gi18n-lib.h>

#define SMALL_SCALE 0.83
#define TEXT_PAD_PX 5
#define MIN_TEXT_PX 16

/* A day tells so many stages by name, and how many more there are. */
#define MOST_NAMES 5

/* A stage that is shown. */
typedef struct {
  SlipCalendarStage found; /* valid as long as the index */
  /* Made when first drawn. */
  char *caption;
  gboolean is_line; /* the whole caption can be drawn as line */
  SlipWordLine line;
  PangoLayout *layout; /* for where it cannot, or there is no room */
} Stage;

/* The stages of a day: how many, and which come first. */
typedef struct {
  guint n;
  guint told[MOST_NAMES];
} Day;

struct _SlipMonthStages {
  GtkWidget *widget;
  SlipCalendarIndex *index; /* NULL before there is a plan */
  GPtrArray *stages;        /* of Stage */
  GHashTable *labels;       /* by row, of those that this index told */
  GArray *days;             /* of Day: those of the layout */
  SlipDate first_day;       /* of these */
  SlipMonthBars *bars;
  gboolean is_rtl;
  gboolean is_compact;
  char *dragged; /* the id of a stage, or NULL */
  SlipRange proposed;
};

static void
clear_text (Stage *stage)
{
  g_clear_pointer (&stage->caption, g_free);
  slip_word_line_clear (&stage->line);
  g_clear_object (&stage->layout);
}

static void
free_stage (gpointer data)
{
  clear_text (data);
  g_free (data);
}

SlipMonthStages *
slip_month_stages_new (GtkWidget *widget)
{
  SlipMonthStages *self = g_new0 (SlipMonthStages, 1);

  self->widget = widget;
  self->stages = g_ptr_array_new_with_free_func (free_stage);
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->days = g_array_new (FALSE, TRUE, sizeof (Day));
  return self;
}

void
slip_month_stages_free (SlipMonthStages *self)
{
  g_ptr_array_unref (self->stages);
  g_hash_table_unref (self->labels);
  g_array_unref (self->days);
  g_clear_pointer (&self->index, slip_calendar_index_unref);
  g_clear_pointer (&self->bars, slip_month_bars_free);
  g_free (self->dragged);
  g_free (self);
}

void
slip_month_stages_clear_texts (SlipMonthStages *self)
{
  for (guint i = 0; i < self->stages->len; i++)
    clear_text (self->stages->pdata[i]);
}

static Stage *
new_stage (const SlipCalendarStage *found)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->found = *found;
  return stage;
}

/* Pages are turned there and back, and the same is told again. */
static const char *
ensure_label (SlipMonthStages *self, const SlipCalendarStage *stage)
{
  gpointer row = (gpointer) stage->stage;
  char *label = g_hash_table_lookup (self->labels, row);

  if (label == NULL) {
    label = slip_calendar_stage_dup_label (stage, self->index);
    g_hash_table_insert (self->labels, row, label);
  }
  return label;
}

/* Notes the stage with that number under each of its days that is shown. */
static void
add_to_days (SlipMonthStages *self, guint number, SlipRange days)
{
  int first = slip_date_days_until (self->first_day, days.first);
  int last = slip_date_days_until (self->first_day, days.last);

  for (int i = MAX (first, 0); i <= MIN (last, (int) self->days->len - 1);
       i++) {
    Day *day = &g_array_index (self->days, Day, i);

    if (day->n < MOST_NAMES)
      day->told[day->n] = number;
    day->n++;
  }
}

void
slip_month_stages_fill (SlipMonthStages *self,
                        SlipCalendarIndex *index,
                        const SlipMonthLayout *layout)
{
  g_autoptr (GArray) found =
    slip_calendar_index_find_stages (index,
                                     slip_month_layout_get_range (layout));
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (SlipRange));

  g_ptr_array_set_size (self->stages, 0);
  if (index != self->index)
    g_hash_table_remove_all (self->labels);
  slip_calendar_index_ref (index);
  g_clear_pointer (&self->index, slip_calendar_index_unref);
  self->index = index;
  self->is_rtl = layout->spec.is_rtl;
  self->is_compact = layout->is_compact;
  self->first_day = slip_month_layout_get_range (layout).first;
  g_array_set_size (self->days, 0);
  g_array_set_size (self->days, (guint) (layout->n_weeks * SLIP_DAYS_PER_WEEK));
  for (guint i = 0; i < found->len; i++) {
    const SlipCalendarStage *stage =
      &g_array_index (found, SlipCalendarStage, i);

    add_to_days (self, i, stage->days);
    g_ptr_array_add (self->stages, new_stage (stage));
    g_array_append_val (ranges, stage->days);
  }
  g_clear_pointer (&self->bars, slip_month_bars_free);
  if (ranges->len > 0)
    self->bars =
      slip_month_bars_new (layout, (const SlipRange *) (gpointer) ranges->data,
                           (int) ranges->len);
}

SlipMonthDay
slip_month_stages_fill_day (const SlipMonthStages *self,
                            const SlipMonthLayout *layout,
                            SlipDate date,
                            int n_chips)
{
  if (self->bars == NULL)
    return slip_month_layout_fill_day (layout, date, 0, 0, n_chips);
  return slip_month_bars_fill_day (self->bars, date, n_chips);
}

static gboolean
is_struck (const Stage *stage)
{
  return slip_stage_get_state (stage->found.stage) == SLIP_STAGE_STATE_SKIPPED;
}

static void
ensure_caption (SlipMonthStages *self, Stage *stage)
{
  if (stage->caption != NULL)
    return;
  stage->caption = slip_calendar_stage_dup_caption (&stage->found, self->index);
  stage->is_line =
    !is_struck (stage) && slip_word_line_set (&stage->line, self->widget,
                                              SMALL_SCALE, stage->caption);
}

static PangoLayout *
ensure_layout (SlipMonthStages *self, Stage *stage)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (stage->layout != NULL)
    return stage->layout;
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_SCALE));
  pango_attr_list_insert (attributes,
                          pango_attr_strikethrough_new (is_struck (stage)));
  stage->layout = gtk_widget_create_pango_layout (self->widget, stage->caption);
  pango_layout_set_attributes (stage->layout, attributes);
  pango_layout_set_ellipsize (stage->layout, PANGO_ELLIPSIZE_END);
  return stage->layout;
}

static void
draw_line (const Stage *stage,
           SlipRect rect,
           const GdkRGBA *color,
           GtkSnapshot *snapshot)
{
  int width;
  int height;

  slip_word_line_get_pixel_size (&stage->line, &width, &height);
  slip_word_line_draw (&stage->line, snapshot, rect.x + TEXT_PAD_PX,
                       rect.y + (rect.height - height) / 2, color);
}

static void
draw_text (SlipMonthStages *self,
           Stage *stage,
           SlipRect rect,
           const GdkRGBA *color,
           GtkSnapshot *snapshot)
{
  PangoLayout *layout;
  PangoRectangle extents;
  int room = rect.width - 2 * TEXT_PAD_PX;
  int x = rect.x + TEXT_PAD_PX;

  if (self->is_compact || room < MIN_TEXT_PX)
    return;
  ensure_caption (self, stage);
  if (stage->is_line &&
      slip_word_line_get_width (&stage->line) <= room * PANGO_SCALE) {
    draw_line (stage, rect, color, snapshot);
    return;
  }
  layout = ensure_layout (self, stage);
  pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  if (self->is_rtl)
    x = rect.x + rect.width - TEXT_PAD_PX - extents.width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT ((float) (x - extents.x),
                          (float) (rect.y +
                                   (rect.height - extents.height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static graphene_rect_t
to_bounds (SlipRect rect)
{
  return GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width,
                             (float) rect.height);
}

/* What runs has an edge, what is over is paler; captions say it in words. */
static void
draw_segment (SlipMonthStages *self,
              Stage *stage,
              SlipRect rect,
              gboolean is_dragged,
              GtkSnapshot *snapshot)
{
  static const float widths[] = { 1, 1, 1, 1 };
  SlipScheme scheme = slip_product_color_get_scheme (self->widget);
  graphene_rect_t bounds = to_bounds (rect);
  const SlipRow *product =
    slip_plan_state_follow (slip_calendar_index_get_state (self->index),
                            stage->found.release, SLIP_RELEASE_PRODUCT);
  SlipProductColors colors;
  GskRoundedRect outline;

  if (!slip_stage_is_left (stage->found.stage) &&
      !slip_stage_is_running (stage->found.stage))
    scheme |= SLIP_SCHEME_MUTED;
  colors =
    slip_product_color_get (product != NULL
                              ? slip_row_get_text (product, SLIP_PRODUCT_COLOR)
                              : NULL,
                            scheme);
  if (is_dragged)
    gtk_snapshot_push_opacity (snapshot, 0.5);
  gtk_snapshot_append_color (snapshot, &colors.background, &bounds);
  if (slip_stage_is_running (stage->found.stage)) {
    gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
    gtk_snapshot_append_border (snapshot, &outline, widths,
                                (const GdkRGBA[]){ colors.bar, colors.bar,
                                                   colors.bar, colors.bar });
  }
  draw_text (self, stage, rect, &colors.text, snapshot);
  if (is_dragged)
    gtk_snapshot_pop (snapshot);
}

/* Where the stage would be: in the lane of its first segment. */
static void
draw_proposed (SlipMonthStages *self,
               const SlipMonthLayout *layout,
               GtkSnapshot *snapshot)
{
  static const float widths[] = { 2, 2, 2, 2 };
  g_autoptr (SlipMonthBars) bars =
    slip_month_bars_new (layout, &self->proposed, 1);
  GdkRGBA accent = { 0.2f, 0.5f, 0.9f, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (self->widget),
                                  "accent_color", &accent);
  for (int i = 0; i < slip_month_bars_get_n_segments (bars); i++) {
    SlipRect rect = slip_month_bars_get_segment_rect (bars, i);
    graphene_rect_t bounds = to_bounds (rect);
    GdkRGBA inner = accent;
    GskRoundedRect outline;

    if (slip_rect_is_empty (rect))
      continue;
    inner.alpha = 0.25f;
    gtk_snapshot_append_color (snapshot, &inner, &bounds);
    gsk_rounded_rect_init_from_rect (&outline, &bounds, 3);
    gtk_snapshot_append_border (snapshot, &outline, widths,
                                (const GdkRGBA[]){ accent, accent, accent,
                                                   accent });
  }
}

void
slip_month_stages_set_dragged (SlipMonthStages *self,
                               const char *dragged,
                               SlipRange proposed)
{
  char *copy = g_strdup (dragged);

  g_free (self->dragged);
  self->dragged = copy;
  self->proposed = proposed;
}

void
slip_month_stages_draw (SlipMonthStages *self,
                        const SlipMonthLayout *layout,
                        GtkSnapshot *snapshot)
{
  if (self->bars == NULL)
    return;
  for (int i = 0; i < slip_month_bars_get_n_segments (self->bars); i++) {
    const SlipBarSegment *segment =
      slip_month_bars_peek_segment (self->bars, i);
    Stage *stage = self->stages->pdata[segment->bar];
    SlipRect rect = slip_month_bars_get_segment_rect (self->bars, i);

    if (!slip_rect_is_empty (rect))
      draw_segment (self, stage, rect,
                    g_strcmp0 (slip_row_get_id (stage->found.stage),
                               self->dragged) == 0,
                    snapshot);
  }
  if (self->dragged != NULL)
    draw_proposed (self, layout, snapshot);
}

char *
slip_month_stages_dup_names (SlipMonthStages *self, SlipDate date)
{
  g_autoptr (GString) names = g_string_new (NULL);
  int place = slip_date_days_until (self->first_day, date);
  const Day *day;

  if (place < 0 || (guint) place >= self->days->len)
    return NULL;

  day = &g_array_index (self->days, Day, place);
  for (guint i = 0; i < MIN (day->n, MOST_NAMES); i++) {
    const Stage *stage = self->stages->pdata[day->told[i]];

    if (i > 0)
      g_string_append_c (names, '\n');
    g_string_append (names, ensure_label (self, &stage->found));
  }
  if (day->n > MOST_NAMES)
    g_string_append_printf (names,
                            /* Translators: below a list of rollout stages. */
                            ngettext ("\nand %u more stage",
                                      "\nand %u more stages",
                                      day->n - MOST_NAMES),
                            day->n - MOST_NAMES);
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE)
                        : NULL;
}

/* Submenus are told apart by their labels. */
static void
append_moves (GMenu *menu,
              GHashTable *labels,
              const char *text,
              GMenuModel *moves)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_autoptr (GString) label = g_string_new (text);

  while (!g_hash_table_add (labels, g_strdup (label->str)))
    g_string_append (label, "\u200b");
  g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", label->str);
  g_menu_item_set_submenu (item, moves);
  g_menu_append_item (menu, item);
}

GMenuModel *
slip_month_stages_new_menu (SlipMonthStages *self, SlipDate date)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GHashTable) labels =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->stages->len; i++) {
    Stage *stage = self->stages->pdata[i];
    g_autoptr (GMenuModel) moves = NULL;
    g_autofree char *title = NULL;
    g_autofree char *name = NULL;
    g_autofree char *label = NULL;

    if (!slip_range_contains (stage->found.days, date))
      continue;
    moves =
      slip_stage_menu_new_moves (slip_calendar_index_get_state (self->index),
                                 stage->found.stage);
    if (g_menu_model_get_n_items (moves) == 0)
      continue;
    title =
      slip_release_dup_short_title (slip_calendar_index_get_state (self->index),
                                    stage->found.release);
    name = slip_stage_dup_title (stage->found.stage);
    /* Translators: a release and one of its rollout stages. */
    label = g_strdup_printf (_ ("%s: %s"), title, name);
    append_moves (menu, labels, label, moves);
  }
  return g_hash_table_size (labels) > 0 ? G_MENU_MODEL (g_steal_pointer (&menu))
                                        : NULL;
}

const SlipRow *
slip_month_stages_find (const SlipMonthStages *self,
                        double x,
                        double y,
                        SlipDragPart *part)
{
  int i =
    self->bars != NULL ? slip_month_bars_segment_at (self->bars, x, y) : -1;
  const SlipBarSegment *segment;

  if (i < 0)
    return NULL;
  segment = slip_month_bars_peek_segment (self->bars, i);
  if (part != NULL) {
    *part = slip_rollout_lanes_find_part (
      slip_month_bars_get_segment_rect (self->bars, i), x, self->is_rtl);
    /* What goes on in another week has no edge here. */
    if ((*part == SLIP_DRAG_FIRST && segment->continues_before) ||
        (*part == SLIP_DRAG_LAST && segment->continues_after))
      *part = SLIP_DRAG_WHOLE;
  }
  return ((const Stage *) self->stages->pdata[segment->bar])->found.stage;
}
