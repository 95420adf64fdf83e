/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-card.h"

#include "slip-actions.h"
#include "slip-card-marks.h"
#include "slip-dragged-release.h"
#include "slip-limits.h"
#include "slip-product-color.h"
#include "slip-release-menu.h"
#include "slip-rounded-fill.h"
#include "slip-text.h"
#include "slip-widget-name.h"

#include <glib/gi18n-lib.h>

#define BAR_PX        5
#define RADIUS_PX     10
#define PAD_X_PX      12
#define PAD_Y_PX      10
#define GAP_PX        4
#define MARK_PAD_PX   7
#define MARK_GAP_PX   5
#define MINIMUM_PX    140
#define NATURAL_PX    232
#define MAX_LINES     3
#define TEXT_SHARE    0.3f
#define METER_PX      5
#define METER_GAP_PX  7
#define SMALL_SCALE   0.85
#define SMALLER_SCALE 0.8

/* A mark as it is drawn; @area is from the content's top leading corner. */
typedef struct {
  SlipTone tone;
  PangoLayout *layout;
  GdkRectangle area;
} DrawnMark;

struct _SlipCard {
  GtkWidget parent_instance;

  SlipRow *release;
  char *color; /* the product's */
  char *label; /* all that is shown, as assistive technology is told */
  SlipTone date_tone;
  guint date_bytes; /* of the date's text, how many are the date itself */
  PangoLayout *title;
  PangoLayout *date;
  GArray *marks;
  SlipReadinessTotal total; /* of an open release with checklists, else none */
  int height_px;            /* of the content, for content_px */
  int content_px;
};

G_DEFINE_FINAL_TYPE (SlipCard, slip_card, GTK_TYPE_WIDGET)

enum {
  FOCUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_mark (gpointer data)
{
  DrawnMark *mark = data;

  g_clear_object (&mark->layout);
}

/* A channel of a colour with a share of the text's.  Newer themes have colours
 * that no screen shows, with a channel below nothing. */
static float
mix_in (float channel, float text)
{
  channel = CLAMP (channel, 0, 1);
  return channel + (text - channel) * TEXT_SHARE;
}

static void
look_up_tone (SlipCard *self, SlipTone tone, GdkRGBA *color)
{
  static const char *const names[] = {
    [SLIP_TONE_NONE] = "card_fg_color",
    [SLIP_TONE_GOOD] = "success_color",
    [SLIP_TONE_WARNING] = "warning_color",
    [SLIP_TONE_ERROR] = "error_color",
  };
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA text;

  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, names[tone], color))
    *color = text;
  /* The theme's colours are made for large things; small text needs more
   * contrast. */
  color->red = mix_in (color->red, text.red);
  color->green = mix_in (color->green, text.green);
  color->blue = mix_in (color->blue, text.blue);
}

static PangoLayout *
new_layout (SlipCard *self, const char *text, double scale, gboolean is_bold)
{
  PangoLayout *layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (is_bold)
    pango_attr_list_insert (attributes,
                            pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Puts the lines at the leading edge, whatever script they begin with: Pango
 * swaps the sides of texts that run against their surroundings. */
static void
align_layout (PangoLayout *layout)
{
  gboolean is_rtl_text =
    pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;

  pango_layout_set_alignment (layout, is_rtl_text ? PANGO_ALIGN_RIGHT
                                                  : PANGO_ALIGN_LEFT);
}

/* The date's part of the line takes the colour of its tone, the rest is dim;
 * done anew when the style changes. */
static void
color_date (SlipCard *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *attribute;
  GdkRGBA color;

  if (!self->date)
    return;
  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_SCALE));
  if (self->date_tone != SLIP_TONE_NONE) {
    look_up_tone (self, self->date_tone, &color);
    attribute = pango_attr_foreground_new ((guint16) (color.red * 65535),
                                           (guint16) (color.green * 65535),
                                           (guint16) (color.blue * 65535));
    attribute->end_index = self->date_bytes;
    pango_attr_list_insert (attributes, attribute);
    attribute = pango_attr_foreground_alpha_new (G_MAXUINT16);
    attribute->end_index = self->date_bytes;
    pango_attr_list_insert (attributes, attribute);
  }
  pango_layout_set_attributes (self->date, attributes);
}

/* Breaks the texts for @content_px and finds the marks' places and the height
 * of it all. */
static int
place_content (SlipCard *self, int content_px)
{
  int y = 0;
  int x = 0;
  int height = 0;

  if (self->content_px == content_px || !self->title)
    return self->height_px;

  align_layout (self->title);
  align_layout (self->date);
  pango_layout_set_width (self->title, content_px * PANGO_SCALE);
  pango_layout_set_width (self->date, content_px * PANGO_SCALE);
  pango_layout_get_pixel_size (self->title, NULL, &height);
  y += height + 1;
  pango_layout_get_pixel_size (self->date, NULL, &height);
  y += height;
  for (guint i = 0; i < self->marks->len; i++) {
    DrawnMark *mark = &g_array_index (self->marks, DrawnMark, i);
    int width = 0;

    pango_layout_set_width (mark->layout,
                            MAX (1, content_px - 2 * MARK_PAD_PX) *
                              PANGO_SCALE);
    pango_layout_get_pixel_size (mark->layout, &width, &height);
    width += 2 * MARK_PAD_PX;
    if (i == 0 || x + width > content_px) {
      y += i == 0 ? GAP_PX + 2 : height + 2 + GAP_PX;
      x = 0;
    }
    mark->area = (GdkRectangle){ x, y, width, height + 2 };
    x += width + MARK_GAP_PX;
  }
  if (self->marks->len > 0)
    y +=
      g_array_index (self->marks, DrawnMark, self->marks->len - 1).area.height;

  if (self->total.n_required > 0)
    y += METER_GAP_PX + METER_PX;

  self->content_px = content_px;
  self->height_px = y;
  return y;
}

static void
forget_places (SlipCard *self)
{
  self->content_px = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static char *
dup_line (const SlipPlanState *state, const SlipRow *release, const char *date)
{
  gint64 tier = slip_row_get_integer (release, SLIP_RELEASE_TIER);
  g_autofree char *tier_text = NULL;

  if (tier == 0)
    return g_strdup (date);
  tier_text = g_strdup_printf (_ ("Tier %d"), (int) tier);
  return g_strdup_printf ("%s\u00a0· %s", date, tier_text);
}

static void
set_marks (SlipCard *self, GPtrArray *marks)
{
  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < marks->len; i++) {
    const SlipCardMark *mark = marks->pdata[i];
    DrawnMark drawn = { .tone = mark->tone };

    drawn.layout = new_layout (self, mark->text, SMALLER_SCALE, FALSE);
    pango_layout_set_ellipsize (drawn.layout, PANGO_ELLIPSIZE_END);
    g_array_append_val (self->marks, drawn);
  }
}

static char *
dup_label (const SlipRow *release,
           const char *title,
           const char *line,
           GPtrArray *marks)
{
  g_autoptr (GString) label = g_string_new (title);

  slip_text_append_member (label, line);
  slip_text_append_member (label, slip_status_get_label (
                                    slip_release_get_status (release)));
  for (guint i = 0; i < marks->len; i++) {
    const SlipCardMark *mark = marks->pdata[i];

    slip_text_append_member (label, mark->detail);
  }

  return g_strdup (label->str);
}

static void
set_names (SlipCard *self, const SlipPlanState *state, GPtrArray *marks)
{
  g_autofree char *short_title =
    slip_release_dup_short_title (state, self->release);
  g_autofree char *name = g_strconcat ("card:", short_title, NULL);
  g_autoptr (GString) tooltip = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++) {
    const SlipCardMark *mark = marks->pdata[i];

    g_string_append_printf (tooltip, "%s%s", i ? "\n" : "", mark->detail);
  }
  slip_widget_name_set (GTK_WIDGET (self), g_steal_pointer (&name));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               tooltip->len ? tooltip->str : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);
}

static void
set_texts (SlipCard *self, const char *title, const char *line)
{
  g_clear_object (&self->title);
  g_clear_object (&self->date);
  self->title = new_layout (self, title, 1, TRUE);
  pango_layout_set_wrap (self->title, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (self->title, -MAX_LINES);
  pango_layout_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  self->date = new_layout (self, line, SMALL_SCALE, FALSE);
  pango_layout_set_wrap (self->date, PANGO_WRAP_WORD_CHAR);
  color_date (self);
}

/* Returns: whether the product's colour is another one. */
static gboolean
set_color (SlipCard *self, const SlipPlanState *state, const SlipRow *release)
{
  const SlipRow *product =
    slip_plan_state_follow (state, release, SLIP_RELEASE_PRODUCT);
  const char *color =
    product ? slip_row_get_text (product, SLIP_PRODUCT_COLOR) : NULL;

  if (g_strcmp0 (color, self->color) == 0)
    return FALSE;
  g_free (self->color);
  self->color = g_strdup (color);
  return TRUE;
}

static void
activate_with_id (SlipCard *self, const char *action)
{
  if (self->release)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s",
                                slip_row_get_id (self->release));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, SlipCard *self)
{
  if (!self->release)
    return NULL;

  return slip_dragged_release_new_provider (slip_row_get_id (self->release));
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, SlipCard *self)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (icon);

  gtk_drag_source_set_icon (source, still, 16, 16);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
  activate_with_id (self, "board.begin-drag");
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag *drag,
             gboolean delete_data,
             SlipCard *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
  gtk_widget_activate_action (GTK_WIDGET (self), "board.end-drag", NULL);
}

static void
pressed_cb (GtkGestureClick *click,
            int n_press,
            double x,
            double y,
            SlipCard *self)
{
  GdkEvent *event =
    gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (click));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (event && gdk_event_triggers_context_menu (event)) {
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
    activate_with_id (self, SLIP_ACTION_SELECT);
    slip_release_menu_popup (GTK_WIDGET (self), self->release, x, y);
  }
}

static void
released_cb (GtkGestureClick *click,
             int n_press,
             double x,
             double y,
             SlipCard *self)
{
  guint button =
    gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  if (button == GDK_BUTTON_PRIMARY)
    activate_with_id (self, n_press == 2 ? SLIP_ACTION_OPEN : SLIP_ACTION_PICK);
}

static void
focus_cb (GtkEventControllerFocus *focus, SlipCard *self)
{
  g_signal_emit (self, signals[FOCUSED], 0);
}

static GtkSizeRequestMode
slip_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
slip_card_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  SlipCard *self = SLIP_CARD (widget);
  int width = for_size < 0 ? NATURAL_PX : for_size;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MINIMUM_PX;
    *natural = NATURAL_PX;
    return;
  }
  *minimum = *natural =
    place_content (self, MAX (1, width - BAR_PX - 2 * PAD_X_PX)) + 2 * PAD_Y_PX;
}

static void
draw_bar (SlipCard *self, GtkSnapshot *snapshot, int width, int height)
{
  gboolean is_mirrored =
    gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  SlipProductColors colors =
    slip_product_color_get (self->color,
                            slip_product_color_get_scheme (GTK_WIDGET (self)));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (0, 0, width, height),
                                   RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colors.bar,
                             &GRAPHENE_RECT_INIT (is_mirrored ? width - BAR_PX
                                                              : 0,
                                                  0, BAR_PX, height));
  gtk_snapshot_pop (snapshot);
}

static void
draw_text (GtkSnapshot *snapshot,
           PangoLayout *layout,
           int x,
           int y,
           const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_mark (SlipCard *self,
           GtkSnapshot *snapshot,
           const DrawnMark *mark,
           int left,
           int top)
{
  gboolean is_mirrored =
    gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = is_mirrored
            ? left + self->content_px - mark->area.x - mark->area.width
            : left + mark->area.x;
  int y = top + mark->area.y;
  PangoRectangle text;
  GdkRGBA color;
  GdkRGBA fill;

  look_up_tone (self, mark->tone, &color);
  fill = color;
  fill.alpha = 0.15f;
  slip_rounded_fill_rect (snapshot,
                          &GRAPHENE_RECT_INIT (x, y, mark->area.width,
                                               mark->area.height),
                          mark->area.height / 2.0f, &fill);
  /* A right-to-left text sits at the right end of its layout's width. */
  pango_layout_get_pixel_extents (mark->layout, NULL, &text);
  draw_text (snapshot, mark->layout, x + MARK_PAD_PX - text.x, y + 1, &color);
}

static void
draw_rounded (GtkSnapshot *snapshot,
              float x,
              float y,
              float width,
              const GdkRGBA *color)
{
  slip_rounded_fill_rect (snapshot, &GRAPHENE_RECT_INIT (x, y, width, METER_PX),
                          METER_PX / 2.0f, color);
}

/* How many of all required items are closed. */
static void
draw_meter (SlipCard *self, GtkSnapshot *snapshot, int left, int top)
{
  const SlipReadinessTotal *total = &self->total;
  gboolean is_mirrored =
    gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean is_loud = total->n_unowned > 0 || total->n_overdue > 0 ||
                     total->n_required_blocked > 0;
  float width = (float) self->content_px * (float) total->n_required_closed /
                (float) total->n_required;
  const char *name = is_loud ? "warning_bg_color" : "success_bg_color";
  GdkRGBA color;
  GdkRGBA rest;

  look_up_tone (self, SLIP_TONE_NONE, &rest);
  color = rest;
  rest.alpha *= 0.14f;
  draw_rounded (snapshot, left, top, self->content_px, &rest);
  if (width <= 0)
    return;
  gtk_style_context_lookup_color (gtk_widget_get_style_context (
                                    GTK_WIDGET (self)),
                                  name, &color);
  draw_rounded (snapshot, is_mirrored ? left + self->content_px - width : left,
                top, width, &color);
}

static void
slip_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipCard *self = SLIP_CARD (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int left = PAD_X_PX + (is_mirrored ? 0 : BAR_PX);
  int title_px = 0;
  GdkRGBA color;

  if (!self->title)
    return;
  place_content (self, MAX (1, width - BAR_PX - 2 * PAD_X_PX));
  draw_bar (self, snapshot, width, height);
  look_up_tone (self, SLIP_TONE_NONE, &color);
  pango_layout_get_pixel_size (self->title, NULL, &title_px);
  draw_text (snapshot, self->title, left, PAD_Y_PX, &color);
  color.alpha *=
    slip_product_color_get_scheme (widget) & SLIP_SCHEME_HIGH_CONTRAST ? 0.85f
                                                                       : 0.65f;
  draw_text (snapshot, self->date, left, PAD_Y_PX + title_px + 1, &color);
  for (guint i = 0; i < self->marks->len; i++)
    draw_mark (self, snapshot, &g_array_index (self->marks, DrawnMark, i), left,
               PAD_Y_PX);
  if (self->total.n_required > 0)
    draw_meter (self, snapshot, left, height - PAD_Y_PX - METER_PX);
}

static void
slip_card_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SlipCard *self = SLIP_CARD (widget);

  GTK_WIDGET_CLASS (slip_card_parent_class)->css_changed (widget, change);

  color_date (self);
  if (self->title)
    pango_layout_context_changed (self->title);
  if (self->date)
    pango_layout_context_changed (self->date);
  for (guint i = 0; i < self->marks->len; i++)
    pango_layout_context_changed (
      g_array_index (self->marks, DrawnMark, i).layout);
  forget_places (self);
}

static void
slip_card_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  SlipCard *self = SLIP_CARD (widget);

  GTK_WIDGET_CLASS (slip_card_parent_class)
    ->direction_changed (widget, previous);

  if (self->title)
    pango_layout_context_changed (self->title);
  if (self->date)
    pango_layout_context_changed (self->date);
  forget_places (self);
}

static void
slip_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
slip_card_dispose (GObject *object)
{
  slip_release_menu_popdown (GTK_WIDGET (object));

  G_OBJECT_CLASS (slip_card_parent_class)->dispose (object);
}

static void
slip_card_finalize (GObject *object)
{
  SlipCard *self = SLIP_CARD (object);

  g_clear_pointer (&self->release, slip_row_unref);
  g_free (self->color);
  g_free (self->label);
  g_clear_object (&self->title);
  g_clear_object (&self->date);
  g_clear_pointer (&self->marks, g_array_unref);

  G_OBJECT_CLASS (slip_card_parent_class)->finalize (object);
}

static void
slip_card_class_init (SlipCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_card_dispose;
  object_class->finalize = slip_card_finalize;
  widget_class->get_request_mode = slip_card_get_request_mode;
  widget_class->measure = slip_card_measure;
  widget_class->snapshot = slip_card_snapshot;
  widget_class->size_allocate = slip_card_size_allocate;
  widget_class->css_changed = slip_card_css_changed;
  widget_class->direction_changed = slip_card_direction_changed;
  signals[FOCUSED] = g_signal_new ("focused", SLIP_TYPE_CARD, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "releasecard");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
add_controllers (SlipCard *self)
{
  GtkDragSource *source = slip_dragged_release_new_source ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  /* A drag may end after its card has gone: the drop may have moved it. */
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb),
                           self, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self,
                           0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
slip_card_init (SlipCard *self)
{
  self->marks = g_array_new (FALSE, TRUE, sizeof (DrawnMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->content_px = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}

GtkWidget *
slip_card_new (void)
{
  return g_object_new (SLIP_TYPE_CARD, NULL);
}

/* What is closed has no meter. */
static void
set_total (SlipCard *self,
           const SlipPlanState *state,
           const SlipRow *release,
           SlipDate today)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_release_is_closed (release)
      ? NULL
      : slip_plan_state_get_summary (state, slip_row_get_id (release));

  self->total = slip_release_summary_total (summary, today);
}

void
slip_card_set_release (SlipCard *self,
                       const SlipPlanState *state,
                       const SlipRow *release,
                       SlipDate today)
{
  g_autofree char *title = slip_release_dup_title (state, release);
  g_autofree char *date = slip_release_dup_line (state, release, today);
  g_autofree char *line = dup_line (state, release, date);
  g_autofree char *label = NULL;
  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (self), today);
  g_autoptr (GPtrArray) marks = slip_card_list_marks (state, release, &context);

  g_return_if_fail (SLIP_IS_CARD (self));

  g_clear_pointer (&self->release, slip_row_unref);
  self->release = slip_row_ref (release);
  if (set_color (self, state, release))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  /* The label says all that is shown: without news there is nothing to do. */
  label = dup_label (release, title, line, marks);
  if (g_strcmp0 (label, self->label) == 0)
    return;

  g_free (self->label);
  self->label = g_steal_pointer (&label);
  self->date_tone = slip_card_get_date_tone (state, release, today);
  self->date_bytes = (guint) strlen (date);
  set_total (self, state, release, today);
  set_texts (self, title, line);
  set_marks (self, marks);
  set_names (self, state, marks);
  forget_places (self);
}

const char *
slip_card_get_release (SlipCard *self)
{
  g_return_val_if_fail (SLIP_IS_CARD (self), NULL);

  return self->release ? slip_row_get_id (self->release) : NULL;
}

void
slip_card_set_is_selected (SlipCard *self, gboolean is_selected)
{
  g_return_if_fail (SLIP_IS_CARD (self));

  if (is_selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}

void
slip_card_show_menu (SlipCard *self)
{
  g_return_if_fail (SLIP_IS_CARD (self));

  if (self->release)
    slip_release_menu_popup (GTK_WIDGET (self), self->release, -1, -1);
}
