/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-preview-card.h"

#define GAP       6
#define MAX_WIDTH 320
#define MAX_CHARS 38

struct _SlipPreviewCard {
  GtkWidget parent_instance;

  GtkWidget *box;
  SlipRect place;
};

G_DEFINE_FINAL_TYPE (SlipPreviewCard, slip_preview_card, GTK_TYPE_WIDGET)

/* How each tone looks: never by its colour alone. */
static const struct {
  const char *icon;
  const char *css_class;
} looks[] = {
  [SLIP_PREVIEW_TITLE] = { NULL, "preview-title" },
  [SLIP_PREVIEW_FOLLOWS] = { "view-refresh-symbolic", "preview-follows" },
  [SLIP_PREVIEW_CONFLICT] = { "slip-conflict-symbolic", "preview-conflict" },
  [SLIP_PREVIEW_WARNING] = { "dialog-warning-symbolic", "preview-warning" },
  [SLIP_PREVIEW_SOLVED] = { "object-select-symbolic", "preview-solved" },
  [SLIP_PREVIEW_STAYS] = { "changes-prevent-symbolic", "preview-stays" },
};

static int
clamp_start (int start, int length, int area_start, int area_length)
{
  return CLAMP (start, area_start,
                MAX (area_start, area_start + area_length - length));
}

SlipRect
slip_preview_card_place (SlipRect area,
                         SlipRect place,
                         int width_px,
                         int height_px)
{
  SlipRect card = { place.x, place.y + place.height + GAP, width_px,
                    height_px };
  int above = place.y - GAP - height_px;
  int after = place.x + place.width + GAP;
  int before = place.x - GAP - width_px;

  if (card.y + height_px > area.y + area.height) {
    if (above >= area.y) {
      card.y = above;
    } else {
      card.x = after + width_px <= area.x + area.width ? after : before;
      card.y = place.y;
    }
  }
  card.x = clamp_start (card.x, width_px, area.x, area.width);
  card.y = clamp_start (card.y, height_px, area.y, area.height);
  return card;
}

static gboolean
get_child_position_cb (GtkOverlay *overlay,
                       GtkWidget *child,
                       GdkRectangle *allocation,
                       SlipPreviewCard *self)
{
  int width;
  int height;

  if (child != GTK_WIDGET (self))
    return FALSE;
  SlipRect area = { GAP, GAP,
                    gtk_widget_get_width (GTK_WIDGET (overlay)) - 2 * GAP,
                    gtk_widget_get_height (GTK_WIDGET (overlay)) - 2 * GAP };
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                      NULL);
  width = MIN (width, MIN (MAX_WIDTH, MAX (area.width, 1)));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height,
                      NULL, NULL);
  SlipRect card = slip_preview_card_place (area, self->place, width, height);
  *allocation = (GdkRectangle){ card.x, card.y, card.width, card.height };
  return TRUE;
}

static void
slip_preview_card_dispose (GObject *object)
{
  g_clear_pointer (&SLIP_PREVIEW_CARD (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_preview_card_parent_class)->dispose (object);
}

/* A layout manager would take the card, empty as it is made, for one of
 * constant size, and then cut wrapped lines off. */
static GtkSizeRequestMode
slip_preview_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
slip_preview_card_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (SLIP_PREVIEW_CARD (widget)->box, orientation, for_size,
                      minimum, natural, NULL, NULL);
}

static void
slip_preview_card_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  gtk_widget_allocate (SLIP_PREVIEW_CARD (widget)->box, width, height, -1,
                       NULL);
}

static void
slip_preview_card_class_init (SlipPreviewCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_preview_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "previewcard");
  widget_class->get_request_mode = slip_preview_card_get_request_mode;
  widget_class->measure = slip_preview_card_measure;
  widget_class->size_allocate = slip_preview_card_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_TOOLTIP);
}

static void
slip_preview_card_init (SlipPreviewCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, widget);
  gtk_widget_set_can_target (widget, FALSE);
  gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_name (widget, "preview-card");
}

SlipPreviewCard *
slip_preview_card_new (GtkOverlay *overlay)
{
  SlipPreviewCard *self = g_object_new (SLIP_TYPE_PREVIEW_CARD, NULL);

  g_signal_connect_object (overlay, "get-child-position",
                           G_CALLBACK (get_child_position_cb), self, 0);
  gtk_overlay_add_overlay (overlay, GTK_WIDGET (self));
  return self;
}

static GtkWidget *
new_line (const SlipPreviewLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (line->text);

  if (looks[line->tone].icon != NULL) {
    GtkWidget *icon = gtk_image_new_from_icon_name (looks[line->tone].icon);

    gtk_widget_set_valign (icon, GTK_ALIGN_START);
    gtk_box_append (GTK_BOX (box), icon);
  }
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, looks[line->tone].css_class);
  return box;
}

static void
remove_lines (SlipPreviewCard *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), line);
}

void
slip_preview_card_show (SlipPreviewCard *self,
                        const SlipPreview *preview,
                        SlipRect place)
{
  g_return_if_fail (SLIP_IS_PREVIEW_CARD (self));
  g_return_if_fail (preview != NULL);

  if (preview->is_noop) {
    slip_preview_card_hide (self);
    return;
  }

  g_autoptr (GPtrArray) lines = slip_preview_describe (preview);
  remove_lines (self);
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (GTK_BOX (self->box),
                    new_line (g_ptr_array_index (lines, i)));
  self->place = place;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
slip_preview_card_hide (SlipPreviewCard *self)
{
  g_return_if_fail (SLIP_IS_PREVIEW_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
