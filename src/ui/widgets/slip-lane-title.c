/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-lane-title.h"

#include "slip-actions.h"
#include "slip-product-color.h"
#include "slip-widget-name.h"

#define PAD_X_PX    8
#define BAR_PX      3
#define BAR_GAP_PX  7
#define GAP_PX      8
#define SMALL_SCALE 0.88
#define DIM         0.75f

typedef enum {
  LINE_TITLE,
  LINE_DATE,
  N_LINES,
} Line;

struct _SlipLaneTitle {
  GtkWidget parent_instance;

  char *release;
  char *texts[N_LINES];
  char *label;
  char *color;
  gboolean is_narrow;

  /* Made when first drawn, dropped when the style changes. */
  PangoLayout *layouts[N_LINES];
};

enum {
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipLaneTitle, slip_lane_title, GTK_TYPE_WIDGET)

static PangoLayout *
new_layout (GtkWidget *widget, Line line, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (line == LINE_TITLE)
    pango_attr_list_insert (attributes,
                            pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  else
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static PangoLayout *
ensure_layout (SlipLaneTitle *self, Line line)
{
  if (!self->layouts[line])
    self->layouts[line] =
      new_layout (GTK_WIDGET (self), line, self->texts[line]);
  return self->layouts[line];
}

static void
forget_layouts (SlipLaneTitle *self)
{
  for (guint i = 0; i < N_LINES; i++)
    g_clear_object (&self->layouts[i]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns the width of the line. */
static int
draw_line (SlipLaneTitle *self,
           GtkSnapshot *snapshot,
           Line line,
           int start_px,
           int top_px,
           int room_px)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoLayout *layout = ensure_layout (self, line);
  PangoRectangle extents;
  GdkRGBA color;
  int x = start_px;

  if (room_px <= 0)
    return 0;
  pango_layout_set_width (layout, room_px * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - start_px - extents.width;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (line == LINE_DATE)
    color.alpha *= DIM;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (x - extents.x),
                                                (float) top_px));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  return extents.width;
}

static void
draw_color (SlipLaneTitle *self, GtkSnapshot *snapshot, int top, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SlipProductColors colors =
    slip_product_color_get (self->color,
                            slip_product_color_get_scheme (widget));
  int x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
            ? gtk_widget_get_width (widget) - PAD_X_PX - BAR_PX
            : PAD_X_PX;

  gtk_snapshot_append_color (snapshot, &colors.bar,
                             &GRAPHENE_RECT_INIT ((float) x, (float) top,
                                                  BAR_PX, (float) height));
}

static int
get_line_height (SlipLaneTitle *self, Line line)
{
  int height = 0;

  pango_layout_get_pixel_size (ensure_layout (self, line), NULL, &height);
  return height;
}

static void
slip_lane_title_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipLaneTitle *self = SLIP_LANE_TITLE (widget);
  int start = PAD_X_PX + BAR_PX + BAR_GAP_PX;
  int room = gtk_widget_get_width (widget) - start - PAD_X_PX;
  int title;
  int date;
  int top;

  if (!self->release)
    return;
  title = get_line_height (self, LINE_TITLE);
  date = get_line_height (self, LINE_DATE);
  top =
    (gtk_widget_get_height (widget) - title - (self->is_narrow ? 0 : date)) / 2;
  draw_color (self, snapshot, top, title + (self->is_narrow ? 0 : date));
  if (self->is_narrow) {
    int width = draw_line (self, snapshot, LINE_TITLE, start, top, room);

    draw_line (self, snapshot, LINE_DATE, start + width + GAP_PX,
               top + (title - date) * 2 / 3, room - width - GAP_PX);
    return;
  }
  draw_line (self, snapshot, LINE_TITLE, start, top, room);
  draw_line (self, snapshot, LINE_DATE, start, top + title, room);
}

static void
slip_lane_title_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (slip_lane_title_parent_class)->css_changed (widget, change);

  forget_layouts (SLIP_LANE_TITLE (widget));
}

static void
slip_lane_title_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  forget_layouts (SLIP_LANE_TITLE (widget));
}

static gboolean
slip_lane_title_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean is_keyboard,
                               GtkTooltip *tooltip)
{
  SlipLaneTitle *self = SLIP_LANE_TITLE (widget);
  g_autofree char *text = NULL;

  if (!self->release)
    return FALSE;
  text =
    g_strdup_printf ("%s\n%s", self->texts[LINE_TITLE], self->texts[LINE_DATE]);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
slip_lane_title_activate (SlipLaneTitle *self)
{
  if (self->release)
    gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_OPEN, "s",
                                self->release);
}

static void
slip_lane_title_finalize (GObject *object)
{
  SlipLaneTitle *self = SLIP_LANE_TITLE (object);

  for (guint i = 0; i < N_LINES; i++) {
    g_free (self->texts[i]);
    g_clear_object (&self->layouts[i]);
  }
  g_free (self->release);
  g_free (self->label);
  g_free (self->color);

  G_OBJECT_CLASS (slip_lane_title_parent_class)->finalize (object);
}

static void
slip_lane_title_class_init (SlipLaneTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_lane_title_finalize;
  widget_class->snapshot = slip_lane_title_snapshot;
  widget_class->css_changed = slip_lane_title_css_changed;
  widget_class->direction_changed = slip_lane_title_direction_changed;
  widget_class->query_tooltip = slip_lane_title_query_tooltip;
  signals[ACTIVATE] =
    g_signal_new_class_handler ("activate", SLIP_TYPE_LANE_TITLE,
                                G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                G_CALLBACK (slip_lane_title_activate), NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  gtk_widget_class_set_css_name (widget_class, "lanetitle");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
slip_lane_title_init (SlipLaneTitle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
slip_lane_title_new (void)
{
  return g_object_new (SLIP_TYPE_LANE_TITLE, NULL);
}

static void
set_string (char **held, const char *string)
{
  char *copy = g_strdup (string);

  g_free (*held);
  *held = copy;
}

void
slip_lane_title_set_content (SlipLaneTitle *self,
                             const SlipPlanState *state,
                             const SlipTimelineLane *lane,
                             SlipDate today,
                             gboolean is_narrow)
{
  const SlipRow *product;
  g_autofree char *short_title = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SLIP_IS_LANE_TITLE (self));

  product = slip_plan_state_follow (state, lane->release, SLIP_RELEASE_PRODUCT);
  short_title = slip_release_dup_short_title (state, lane->release);
  name = g_strdup_printf ("lane:%s", short_title);
  set_string (&self->release, slip_row_get_id (lane->release));
  set_string (&self->texts[LINE_TITLE], lane->title);
  g_free (self->texts[LINE_DATE]);
  self->texts[LINE_DATE] = slip_timeline_lane_dup_line (lane, today);
  g_free (self->label);
  self->label = slip_timeline_lane_dup_label (lane, state, today);
  set_string (&self->color,
              product ? slip_row_get_text (product, SLIP_PRODUCT_COLOR) : NULL);
  self->is_narrow = is_narrow;
  if (is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  forget_layouts (self);
  slip_widget_name_set (GTK_WIDGET (self), g_steal_pointer (&name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);
}

void
slip_lane_title_set_selected (SlipLaneTitle *self, gboolean is_selected)
{
  g_return_if_fail (SLIP_IS_LANE_TITLE (self));

  if (is_selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}

const char *
slip_lane_title_get_release (SlipLaneTitle *self)
{
  g_return_val_if_fail (SLIP_IS_LANE_TITLE (self), NULL);

  return self->release;
}

int
slip_lane_title_measure_height (GtkWidget *widget, gboolean is_narrow)
{
  int height = 0;

  for (Line line = LINE_TITLE; line < N_LINES; line++) {
    g_autoptr (PangoLayout) layout = new_layout (widget, line, "Ág");
    int line_px = 0;

    if (line == LINE_DATE && is_narrow)
      continue;
    pango_layout_get_pixel_size (layout, NULL, &line_px);
    height += line_px;
  }
  return height + 4;
}
