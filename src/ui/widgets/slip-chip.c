/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-chip.h"

#include "slip-actions.h"
#include "slip-chip-drawing.h"
#include "slip-chip-face.h"
#include "slip-chip-link.h"
#include "slip-chip-title.h"
#include "slip-compat.h"
#include "slip-dragged-release.h"
#include "slip-limits.h"
#include "slip-product-color.h"
#include "slip-release-menu.h"
#include "slip-tile.h"
#include "slip-widget-name.h"
#include "slip-word-line.h"

#include <glib/gi18n-lib.h>

#define BAR_WIDTH     4
#define PADDING       5
#define ICON_GAP      4
#define COMPACT_SIZE  6
#define MIN_HEIGHT    24
#define MAX_NATURAL   240
#define MAX_WRAPPED   400
#define DAYS_PER_WEEK 7

struct _SlipChip {
  GtkWidget parent_instance;

  SlipRow *release;
  SlipChipFace face;
  char *label;
  gboolean is_selected;
  gboolean is_compact;
  int n_lines;

  PangoLayout *layout; /* made when drawn, dropped when the style changes */
  SlipWordLine line;   /* instead of the layout, where all of it fits */
  gboolean is_line;
  int fitted_px; /* the width that it is made for */
  SlipProductColors colors;
  gboolean has_colors;

  /* Where it was grabbed, so that it hangs from there. */
  double grab_x;
  double grab_y;
};

G_DEFINE_FINAL_TYPE (SlipChip, slip_chip, GTK_TYPE_WIDGET)

static gboolean
is_closed (SlipChip *self)
{
  return self->release != NULL && slip_release_is_closed (self->release);
}

static const SlipProductColors *
ensure_colors (SlipChip *self)
{
  if (!self->has_colors) {
    SlipScheme scheme = slip_product_color_get_scheme (GTK_WIDGET (self));

    if (is_closed (self) || self->face.anchor != SLIP_ANCHOR_RELEASE)
      scheme |= SLIP_SCHEME_MUTED;
    self->colors = slip_product_color_get (self->face.color, scheme);
    self->has_colors = TRUE;
  }
  return &self->colors;
}

static PangoLayout *
ensure_layout (SlipChip *self)
{
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  return self->layout;
}

static gboolean
shows_conflict (SlipChip *self)
{
  return self->face.severity != SLIP_CHIP_NO_CONFLICT;
}

/* After the status there is the ring. */
static int
get_ring_start (SlipChip *self)
{
  int start = BAR_WIDTH + PADDING;

  return slip_chip_get_icon (self->release, self->face.anchor) != NULL
           ? start + SLIP_CHIP_ICON_SIZE + ICON_GAP
           : start;
}

static int
get_text_start (SlipChip *self)
{
  int start = get_ring_start (self);

  return slip_readiness_ring_is_shown (self->face.ring)
           ? start + SLIP_CHIP_ICON_SIZE + ICON_GAP
           : start;
}

static int
get_text_end (SlipChip *self)
{
  return shows_conflict (self) ? PADDING + SLIP_CHIP_ICON_SIZE + ICON_GAP
                               : PADDING;
}

static SlipChipTitle
get_title (SlipChip *self)
{
  return (SlipChipTitle){
    .mark = self->face.is_about ? "≈ " : NULL,
    .whole = self->face.title,
    .product = self->face.product,
    .version = self->face.product != NULL
                 ? slip_row_get_text (self->release, SLIP_RELEASE_VERSION)
                 : NULL,
  };
}

/* Most titles are short and plain. */
static gboolean
try_line (SlipChip *self, const SlipChipTitle *title, int width)
{
  return self->n_lines <= 1 && title->mark == NULL &&
         !slip_chip_is_struck (self->release) &&
         slip_word_line_set (&self->line, GTK_WIDGET (self), 1, title->whole) &&
         slip_word_line_get_width (&self->line) <= width * PANGO_SCALE;
}

/* Where there are three lines, the last one tells the status. */
static void
fit_text (SlipChip *self, int width)
{
  SlipChipTitle title = get_title (self);

  if (self->fitted_px == width)
    return;
  self->fitted_px = width;
  self->is_line = try_line (self, &title, width);
  if (self->is_line)
    return;

  PangoLayout *layout = ensure_layout (self);
  slip_chip_strike_text (self->release, layout);
  if (self->n_lines <= 1)
    slip_chip_title_fit (&title, layout, width);
  else if (self->n_lines == 2)
    slip_chip_title_wrap (&title, layout, width, 2, NULL);
  else
    slip_chip_title_wrap (&title, layout, width, self->n_lines - 1,
                          slip_status_get_label (
                            slip_release_get_status (self->release)));
}

static void
measure_text (SlipChip *self, int *width, int *height)
{
  if (self->is_line)
    slip_word_line_get_pixel_size (&self->line, width, height);
  else
    pango_layout_get_pixel_size (self->layout, width, height);
}

static void
draw_text (SlipChip *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GdkRGBA *color = &ensure_colors (self)->text;
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int start = is_rtl ? get_text_end (self) : get_text_start (self);
  int room =
    gtk_widget_get_width (widget) - get_text_start (self) - get_text_end (self);
  int width;
  int height;

  if (room <= 0)
    return;
  fit_text (self, room);
  measure_text (self, &width, &height);
  int top = self->n_lines > 1 ? PADDING / 2
                              : (gtk_widget_get_height (widget) - height) / 2;
  if (self->is_line) {
    slip_word_line_draw (&self->line, snapshot, start, top, color);
    return;
  }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) start, (float) top));
  gtk_snapshot_append_layout (snapshot, self->layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Side by side: under the bar there would be two corners more. */
static void
draw_body (SlipChip *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const SlipProductColors *colors = ensure_colors (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRectangle bar = { 0, 0, BAR_WIDTH, height };
  GdkRectangle rest = { BAR_WIDTH, 0, width - BAR_WIDTH, height };
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (is_rtl) {
    bar.x = rest.width;
    rest.x = 0;
  }
  slip_tile_draw_end (widget, snapshot, &rest,
                      is_rtl ? SLIP_TILE_LEFT : SLIP_TILE_RIGHT,
                      SLIP_CHIP_RADIUS, &colors->background);
  slip_tile_draw_end (widget, snapshot, &bar,
                      is_rtl ? SLIP_TILE_RIGHT : SLIP_TILE_LEFT,
                      SLIP_CHIP_RADIUS, &colors->bar);
}

static void
draw_ring (SlipChip *self, GtkSnapshot *snapshot, int top)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int start = get_ring_start (self);
  GdkRGBA warning = slip_chip_get_warning_color (widget, TRUE);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = is_rtl ? gtk_widget_get_width (widget) - start - SLIP_CHIP_ICON_SIZE
                 : start;

  slip_tile_draw_ring (widget, snapshot, self->face.ring, SLIP_CHIP_ICON_SIZE,
                       x, top, &ensure_colors (self)->bar, &warning);
}

static void
snapshot_compact (SlipChip *self,
                  GtkSnapshot *snapshot,
                  const graphene_rect_t *bounds)
{
  slip_chip_draw_bar (snapshot, bounds, &ensure_colors (self)->bar,
                      self->face.anchor == SLIP_ANCHOR_RELEASE);
  if (shows_conflict (self))
    slip_chip_draw_dot (GTK_WIDGET (self), snapshot,
                        self->face.severity == SLIP_CHIP_HARD_CONFLICT);
}

static void
slip_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipChip *self = SLIP_CHIP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  const char *icon = slip_chip_get_icon (self->release, self->face.anchor);
  /* Beside the first line. */
  int top =
    ((self->n_lines > 1 ? MIN_HEIGHT : height) - SLIP_CHIP_ICON_SIZE) / 2;

  if (self->release == NULL)
    return;
  if (self->is_compact) {
    snapshot_compact (self, snapshot, &bounds);
    return;
  }

  draw_body (self, snapshot);
  if (self->face.is_tentative)
    slip_chip_draw_dashes (snapshot, &bounds, &ensure_colors (self)->bar);
  if (icon != NULL)
    slip_chip_draw_icon (widget, snapshot, icon, BAR_WIDTH + PADDING, top,
                         &ensure_colors (self)->text);
  draw_ring (self, snapshot, top);
  draw_text (self, snapshot);
  slip_chip_link_draw (widget, snapshot);
  if (shows_conflict (self)) {
    GdkRGBA color =
      slip_chip_get_warning_color (widget, self->face.severity ==
                                             SLIP_CHIP_HARD_CONFLICT);

    slip_chip_draw_icon (widget, snapshot, "dialog-warning-symbolic",
                         width - PADDING - SLIP_CHIP_ICON_SIZE, top, &color);
  }
}

static GtkSizeRequestMode
slip_chip_get_request_mode (GtkWidget *widget)
{
  return SLIP_CHIP (widget)->n_lines > 1 ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                         : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
slip_chip_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  SlipChip *self = SLIP_CHIP (widget);

  *minimum = *natural = COMPACT_SIZE;
  if (self->is_compact || self->release == NULL)
    return;

  int margins = get_text_start (self) + get_text_end (self);
  int most = self->n_lines > 1 ? MAX_WRAPPED : MAX_NATURAL;
  int width;
  int height;
  fit_text (self, for_size > 0 && orientation == GTK_ORIENTATION_VERTICAL
                    ? MAX (for_size - margins, 1)
                    : most);
  measure_text (self, &width, &height);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = MAX (height + PADDING, MIN_HEIGHT);
  else
    *natural = MIN (width + margins + 1, most);
}

static void
slip_chip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  slip_release_menu_present (widget);
}

static void
slip_chip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SlipChip *self = SLIP_CHIP (widget);

  GTK_WIDGET_CLASS (slip_chip_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
  self->fitted_px = -1;
  self->has_colors = FALSE;
  gtk_widget_queue_draw (widget);
}

static gboolean
slip_chip_query_tooltip (GtkWidget *widget,
                         int x,
                         int y,
                         gboolean is_keyboard,
                         GtkTooltip *tooltip)
{
  SlipChip *self = SLIP_CHIP (widget);

  if (self->label == NULL || slip_release_menu_is_open (widget))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->label);
  return TRUE;
}

static void
ask (SlipChip *self, const char *action)
{
  if (self->release != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s",
                                slip_row_get_id (self->release));
}

static void
slip_chip_activate (SlipChip *self)
{
  ask (self, SLIP_ACTION_OPEN);
}

static gboolean
is_movable (SlipChip *self)
{
  return self->release != NULL && self->face.anchor == SLIP_ANCHOR_RELEASE;
}

static void
popup_menu (SlipChip *self, double x, double y)
{
  if (self->release == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  ask (self, SLIP_ACTION_SELECT);
  slip_release_menu_popup (GTK_WIDGET (self), self->release, x, y);
}

static void
menu_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  popup_menu (SLIP_CHIP (widget), -1, -1);
}

static gboolean
move_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SlipChip *self = SLIP_CHIP (widget);
  int n_days;
  gboolean is_only_release;

  if (!is_movable (self))
    return FALSE;
  g_variant_get (arguments, "(ib)", &n_days, &is_only_release);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL &&
      ABS (n_days) < DAYS_PER_WEEK)
    n_days = -n_days;
  gtk_widget_activate_action (widget, SLIP_ACTION_MOVE_BY, "(sib)",
                              slip_row_get_id (self->release), n_days,
                              is_only_release);
  return TRUE;
}

static gboolean
delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  ask (SLIP_CHIP (widget), SLIP_ACTION_DELETE);
  return TRUE;
}

static gboolean
select_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  ask (SLIP_CHIP (widget), SLIP_ACTION_SELECT);
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *click,
            int n_press,
            double x,
            double y,
            SlipChip *self)
{
  GdkEvent *event =
    gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (click));

  if (event != NULL && gdk_event_triggers_context_menu (event)) {
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
    popup_menu (self, x, y);
  }
}

/* On release, so that grabbing a chip to drag it opens nothing. */
static void
released_cb (GtkGestureClick *click,
             int n_press,
             double x,
             double y,
             SlipChip *self)
{
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click)) !=
      GDK_BUTTON_PRIMARY)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  ask (self, n_press > 1 ? SLIP_ACTION_OPEN : SLIP_ACTION_PICK);
}

static void
long_pressed_cb (GtkGestureLongPress *press, double x, double y, SlipChip *self)
{
  popup_menu (self, x, y);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, SlipChip *self)
{
  if (!is_movable (self))
    return NULL;
  self->grab_x = x;
  self->grab_y = y;
  return slip_dragged_release_new_provider (slip_row_get_id (self->release));
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, SlipChip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (widget);
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (live);
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  gtk_drag_source_set_icon (source, picture, (int) self->grab_x,
                            (int) self->grab_y);
  gtk_widget_add_css_class (widget, "dragged");
  gtk_widget_grab_focus (widget);
  if (popover != NULL)
    slip_compat_put_aside (GTK_POPOVER (popover), drag);
  gtk_widget_activate_action (widget, "calendar.drag", "b", TRUE);
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag *drag,
             gboolean is_deleted,
             SlipChip *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.drag", "b", FALSE);
}

static void
slip_chip_dispose (GObject *object)
{
  slip_release_menu_popdown (GTK_WIDGET (object));

  G_OBJECT_CLASS (slip_chip_parent_class)->dispose (object);
}

static void
slip_chip_finalize (GObject *object)
{
  SlipChip *self = SLIP_CHIP (object);

  g_clear_pointer (&self->release, slip_row_unref);
  g_clear_object (&self->layout);
  slip_word_line_clear (&self->line);
  slip_chip_face_clear (&self->face);
  g_free (self->label);

  G_OBJECT_CLASS (slip_chip_parent_class)->finalize (object);
}

static void
add_move_key (GtkWidgetClass *klass, guint key, int n_days)
{
  gtk_widget_class_add_binding (klass, key, GDK_ALT_MASK, move_key_cb, "(ib)",
                                n_days, FALSE);
  gtk_widget_class_add_binding (klass, key, GDK_ALT_MASK | GDK_SHIFT_MASK,
                                move_key_cb, "(ib)", n_days, TRUE);
}

static void
install_keys (GtkWidgetClass *klass)
{
  add_move_key (klass, GDK_KEY_Left, -1);
  add_move_key (klass, GDK_KEY_Right, 1);
  add_move_key (klass, GDK_KEY_Up, -DAYS_PER_WEEK);
  add_move_key (klass, GDK_KEY_Down, DAYS_PER_WEEK);
  gtk_widget_class_add_binding_signal (klass, GDK_KEY_Return, 0, "activate",
                                       NULL);
  gtk_widget_class_add_binding_signal (klass, GDK_KEY_KP_Enter, 0, "activate",
                                       NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, select_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Delete, 0, delete_key_cb, NULL);
  gtk_widget_class_install_action (klass, "chip.menu", NULL, menu_action_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "chip.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "chip.menu", NULL);
}

static void
slip_chip_class_init (SlipChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_chip_dispose;
  object_class->finalize = slip_chip_finalize;
  widget_class->get_request_mode = slip_chip_get_request_mode;
  widget_class->measure = slip_chip_measure;
  widget_class->size_allocate = slip_chip_size_allocate;
  widget_class->snapshot = slip_chip_snapshot;
  widget_class->css_changed = slip_chip_css_changed;
  widget_class->query_tooltip = slip_chip_query_tooltip;

  guint activate =
    g_signal_new_class_handler ("activate", SLIP_TYPE_CHIP,
                                G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                G_CALLBACK (slip_chip_activate), NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, activate);
  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_BUTTON);
  install_keys (widget_class);
}

static void
add_gestures (SlipChip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkDragSource *source = slip_dragged_release_new_source ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));

  /* A drag outlives the chip that it began on, if that chip goes. */
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb),
                           self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb),
                           self, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self,
                           0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

static void
slip_chip_init (SlipChip *self)
{
  self->n_lines = 1;
  self->fitted_px = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_gestures (self);
}

GtkWidget *
slip_chip_new (void)
{
  return g_object_new (SLIP_TYPE_CHIP, NULL);
}

static void
describe (SlipChip *self, const SlipCalendarIndex *index, SlipAnchor anchor)
{
  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (self),
                             slip_calendar_index_get_today (index));
  const SlipChipNews *news =
    slip_calendar_index_get_news (index, self->release, anchor, &context);

  self->face = slip_chip_face_new (slip_calendar_index_get_state (index),
                                   self->release, anchor, news);
  slip_widget_name_set (GTK_WIDGET (self),
                        anchor == SLIP_ANCHOR_RELEASE
                          ? g_strconcat ("chip:", self->face.title, NULL)
                          : NULL);
  if (g_strcmp0 (self->label, news->label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (news->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);
}

/* What looks as before keeps its drawing: most edits and most keys in the
 * search change few of the chips in sight. */
static void
update_looks (SlipChip *self, const SlipChipFace *old)
{
  if (self->release != NULL && slip_chip_face_equal (old, &self->face))
    return;
  self->fitted_px = -1;
  self->has_colors = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
slip_chip_set_release (SlipChip *self,
                       const SlipCalendarIndex *index,
                       const SlipRow *release,
                       SlipAnchor anchor)
{
  g_return_if_fail (SLIP_IS_CHIP (self));
  g_return_if_fail (release == NULL || index != NULL);

  const char *old = slip_chip_get_release (self);
  if (release == NULL && old == NULL)
    return;
  if (release == NULL || g_strcmp0 (old, slip_row_get_id (release)) != 0) {
    slip_release_menu_close (GTK_WIDGET (self));
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
  }

  SlipRow *row = release != NULL ? slip_row_ref (release) : NULL;
  g_auto (SlipChipFace) face = self->face;
  self->face = (SlipChipFace){ .anchor = anchor };
  g_clear_pointer (&self->release, slip_row_unref);
  self->release = row;
  if (row != NULL)
    describe (self, index, anchor);
  update_looks (self, &face);
}

const char *
slip_chip_get_release (SlipChip *self)
{
  g_return_val_if_fail (SLIP_IS_CHIP (self), NULL);

  return self->release != NULL ? slip_row_get_id (self->release) : NULL;
}

SlipAnchor
slip_chip_get_anchor (SlipChip *self)
{
  g_return_val_if_fail (SLIP_IS_CHIP (self), SLIP_ANCHOR_RELEASE);

  return self->face.anchor;
}

const char *
slip_chip_get_label (SlipChip *self)
{
  g_return_val_if_fail (SLIP_IS_CHIP (self), NULL);

  return self->label;
}

void
slip_chip_set_selected (SlipChip *self, gboolean is_selected)
{
  g_return_if_fail (SLIP_IS_CHIP (self));

  if (self->is_selected == is_selected)
    return;
  self->is_selected = is_selected;
  if (is_selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}

void
slip_chip_set_n_lines (SlipChip *self, int n_lines)
{
  g_return_if_fail (SLIP_IS_CHIP (self));
  g_return_if_fail (n_lines >= 1);

  if (self->n_lines == n_lines)
    return;
  self->n_lines = n_lines;
  self->fitted_px = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
slip_chip_get_shown_text (SlipChip *self)
{
  g_return_val_if_fail (SLIP_IS_CHIP (self), NULL);

  if (self->is_line)
    return self->face.title;
  return self->layout != NULL ? pango_layout_get_text (self->layout) : NULL;
}

gboolean
slip_chip_has_ring (SlipChip *self)
{
  g_return_val_if_fail (SLIP_IS_CHIP (self), FALSE);

  return slip_readiness_ring_is_shown (self->face.ring);
}

gboolean
slip_chip_is_marked (SlipChip *self)
{
  g_return_val_if_fail (SLIP_IS_CHIP (self), FALSE);

  return shows_conflict (self);
}

void
slip_chip_set_compact (SlipChip *self, gboolean is_compact)
{
  g_return_if_fail (SLIP_IS_CHIP (self));

  if (self->is_compact == is_compact)
    return;
  self->is_compact = is_compact;
  gtk_widget_set_can_target (GTK_WIDGET (self), !is_compact);
  gtk_widget_set_focusable (GTK_WIDGET (self), !is_compact);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
