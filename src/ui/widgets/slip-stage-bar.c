/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-bar.h"

#include "slip-actions.h"
#include "slip-plain-text.h"
#include "slip-stage.h"
#include "slip-widget-name.h"

#include <glib/gi18n-lib.h>

#define PAD_X_PX    7
#define PAD_Y_PX    5
#define MIN_TEXT_PX 26
#define BESIDE_PX   6
#define MIN_TARGET  24

struct _SlipStageBar {
  GtkWidget parent_instance;

  char *release;
  char *stage;
  char *caption;
  char *label;
  gboolean is_struck;
  int room_px; /* after its end */

  /* Made when first drawn, dropped when the style changes. */
  PangoLayout *layout;
};

enum {
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* By SlipStageState. */
static const char *const state_classes[] = {
  "planned", "active", "held", "done", "rolled-back", "skipped",
};

G_DEFINE_FINAL_TYPE (SlipStageBar, slip_stage_bar, GTK_TYPE_WIDGET)

static void
forget_layout (SlipStageBar *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static PangoLayout *
ensure_layout (SlipStageBar *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->layout)
    return self->layout;
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes,
                          pango_attr_strikethrough_new (self->is_struck));
  self->layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), self->caption);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  return self->layout;
}

/* In the bar; after it, where it does not fit there and does here. */
static gboolean
is_beside (SlipStageBar *self, PangoLayout *layout, int inner_px)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > inner_px && width + 2 * BESIDE_PX <= self->room_px;
}

static GdkRGBA
get_color (SlipStageBar *self, gboolean is_on_page)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  gtk_style_context_get_color (context, &color);
  if (is_on_page)
    gtk_style_context_lookup_color (context, "view_fg_color", &color);
  return color;
}

/* What lies below a caption beside the bar would make it hard to read. */
static void
draw_page (SlipStageBar *self, GtkSnapshot *snapshot, int x, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA page = { 1, 1, 1, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                  "view_bg_color", &page);
  page.alpha = 0.8f;
  gtk_snapshot_append_color (
    snapshot, &page,
    &GRAPHENE_RECT_INIT ((float) x - 2, 3, (float) width + 4,
                         (float) gtk_widget_get_height (widget) - 6));
}

static void
slip_stage_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipStageBar *self = SLIP_STAGE_BAR (widget);
  int width = gtk_widget_get_width (widget);
  int pad = width < 3 * PAD_X_PX ? 1 : PAD_X_PX;
  int room = width - 2 * pad;
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean is_outside;
  PangoLayout *layout;
  PangoRectangle extents;
  GdkRGBA color;
  int x;

  if (!self->caption)
    return;
  layout = ensure_layout (self);
  is_outside = is_beside (self, layout, room);
  if (!is_outside && room < MIN_TEXT_PX)
    return;
  if (!is_outside)
    pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = is_outside ? width + BESIDE_PX : pad;
  if (is_rtl)
    x = width - x - extents.width;
  color = get_color (self, is_outside);
  if (is_outside)
    draw_page (self, snapshot, x, extents.width);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT (
      (float) (x - extents.x),
      (float) ((gtk_widget_get_height (widget) - extents.height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
slip_stage_bar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (slip_stage_bar_parent_class)->css_changed (widget, change);

  forget_layout (SLIP_STAGE_BAR (widget));
}

static void
slip_stage_bar_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  forget_layout (SLIP_STAGE_BAR (widget));
}

static gboolean
slip_stage_bar_query_tooltip (GtkWidget *widget,
                              int x,
                              int y,
                              gboolean is_keyboard,
                              GtkTooltip *tooltip)
{
  SlipStageBar *self = SLIP_STAGE_BAR (widget);

  if (!self->label)
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->label);
  return TRUE;
}

static void
slip_stage_bar_activate (SlipStageBar *self)
{
  if (self->release)
    gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_OPEN, "s",
                                self->release);
}

static void
slip_stage_bar_finalize (GObject *object)
{
  SlipStageBar *self = SLIP_STAGE_BAR (object);

  g_clear_object (&self->layout);
  g_free (self->release);
  g_free (self->stage);
  g_free (self->caption);
  g_free (self->label);

  G_OBJECT_CLASS (slip_stage_bar_parent_class)->finalize (object);
}

static void
slip_stage_bar_class_init (SlipStageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_stage_bar_finalize;
  widget_class->snapshot = slip_stage_bar_snapshot;
  widget_class->css_changed = slip_stage_bar_css_changed;
  widget_class->direction_changed = slip_stage_bar_direction_changed;
  widget_class->query_tooltip = slip_stage_bar_query_tooltip;
  signals[ACTIVATE] =
    g_signal_new_class_handler ("activate", SLIP_TYPE_STAGE_BAR,
                                G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                G_CALLBACK (slip_stage_bar_activate), NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  gtk_widget_class_set_css_name (widget_class, "stagebar");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
slip_stage_bar_init (SlipStageBar *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
slip_stage_bar_new (void)
{
  return g_object_new (SLIP_TYPE_STAGE_BAR, NULL);
}

static void
set_class (SlipStageBar *self, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
set_classes (SlipStageBar *self,
             SlipStageState state,
             const SlipRow *freeze,
             gboolean is_barred)
{
  gboolean is_soft = freeze && !is_barred;

  for (guint i = 0; i < G_N_ELEMENTS (state_classes); i++)
    set_class (self, state_classes[i], i == state);
  set_class (self, "frozen", is_barred);
  set_class (self, "softly-frozen", is_soft);
}

static void
set_string (char **held, const char *string)
{
  char *copy = g_strdup (string);

  g_free (*held);
  *held = copy;
}

void
slip_stage_bar_set_content (SlipStageBar *self,
                            const SlipPlanState *state,
                            const SlipTimelineLane *lane,
                            const SlipTimelineBar *bar,
                            SlipDate today)
{
  const SlipRow *freeze;
  g_autofree char *caption = NULL;
  g_autofree char *words = NULL;
  g_autofree char *short_title = NULL;
  g_autofree char *stage = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SLIP_IS_STAGE_BAR (self));

  freeze = slip_timeline_bar_find_freeze (state, lane, bar);
  words = slip_timeline_bar_dup_label (bar, today, freeze);
  short_title = slip_release_dup_short_title (state, lane->release);
  stage = slip_stage_dup_title (bar->stage);
  name = g_strdup_printf ("stage:%s:%s", short_title, stage);
  set_string (&self->release, slip_row_get_id (lane->release));
  set_string (&self->stage, slip_row_get_id (bar->stage));
  g_free (self->caption);
  caption = slip_timeline_bar_dup_caption (bar, today, freeze != NULL);
  self->caption = slip_plain_text_dup_isolated (caption);
  g_free (self->label);
  /* Translators: a release, and one of its rollout stages in words. */
  self->label = g_strdup_printf (_ ("%s, %s"), lane->title, words);
  self->is_struck = bar->state == SLIP_STAGE_STATE_SKIPPED;
  set_classes (self, bar->state, freeze,
               freeze &&
                 slip_timeline_bar_is_barred (state, lane, bar, freeze));
  forget_layout (self);
  slip_widget_name_set (GTK_WIDGET (self), g_steal_pointer (&name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);
}

const char *
slip_stage_bar_get_release (SlipStageBar *self)
{
  g_return_val_if_fail (SLIP_IS_STAGE_BAR (self), NULL);

  return self->release;
}

const char *
slip_stage_bar_get_stage (SlipStageBar *self)
{
  g_return_val_if_fail (SLIP_IS_STAGE_BAR (self), NULL);

  return self->stage;
}

const char *
slip_stage_bar_get_label (SlipStageBar *self)
{
  g_return_val_if_fail (SLIP_IS_STAGE_BAR (self), NULL);

  return self->label;
}

void
slip_stage_bar_set_room (SlipStageBar *self, int room_px)
{
  g_return_if_fail (SLIP_IS_STAGE_BAR (self));

  if (self->room_px == room_px)
    return;
  self->room_px = room_px;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
slip_stage_bar_set_dragged (SlipStageBar *self, gboolean is_dragged)
{
  g_return_if_fail (SLIP_IS_STAGE_BAR (self));

  set_class (self, "dragged", is_dragged);
}

int
slip_stage_bar_measure_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (widget, "Ág");
  int height = 0;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return MAX (height + 2 * PAD_Y_PX, MIN_TARGET);
}
