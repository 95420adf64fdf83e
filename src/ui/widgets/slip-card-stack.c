/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-card-stack.h"

#include "slip-board-layout.h"
#include "slip-card.h"

#define SPACING_PX 8

struct _SlipCardStack {
  GtkWidget parent_instance;

  GtkWidget *footer;
  GtkWidget *gap; /* a label, the first child wherever it is shown */
  int gap_place;
  gboolean gap_is_in_group;
};

G_DEFINE_FINAL_TYPE (SlipCardStack, slip_card_stack, GTK_TYPE_WIDGET)

/* What stands in the stack, as its layout wants to know it. */
typedef struct {
  GPtrArray *cards;    /* GtkWidget */
  GPtrArray *headings; /* GtkWidget or NULL, one for each card */
  GArray *heights_px;
  GArray *headings_px;
  SlipBoardStack stack;
} Contents;

static void
clear_contents (Contents *contents)
{
  g_ptr_array_unref (contents->cards);
  g_ptr_array_unref (contents->headings);
  g_array_unref (contents->heights_px);
  g_array_unref (contents->headings_px);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contents, clear_contents)

static int
get_height (GtkWidget *child, int width_px)
{
  int height_px = 0;

  if (child)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width_px, &height_px,
                        NULL, NULL, NULL);
  return height_px;
}

static void
add_card (Contents *contents, GtkWidget *card, GtkWidget *heading, int width_px)
{
  int height_px = get_height (card, width_px);
  int heading_px = get_height (heading, width_px);

  g_ptr_array_add (contents->cards, card);
  g_ptr_array_add (contents->headings, heading);
  g_array_append_val (contents->heights_px, height_px);
  g_array_append_val (contents->headings_px, heading_px);
}

static Contents
read_contents (SlipCardStack *self, int width_px)
{
  Contents contents = {
    .cards = g_ptr_array_new (),
    .headings = g_ptr_array_new (),
    .heights_px = g_array_new (FALSE, FALSE, sizeof (int)),
    .headings_px = g_array_new (FALSE, FALSE, sizeof (int)),
  };
  GtkWidget *heading = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child)) {
    if (SLIP_IS_CARD (child)) {
      add_card (&contents, child, heading, width_px);
      heading = NULL;
    } else if (child != self->gap && child != self->footer) {
      heading = child;
    }
  }
  contents.stack = (SlipBoardStack){
    .width_px = width_px,
    .spacing_px = SPACING_PX,
    .heights_px = (const int *) contents.heights_px->data,
    .headings_px = (const int *) contents.headings_px->data,
    .n_cards = (int) contents.cards->len,
    .gap = MIN (self->gap_place, (int) contents.cards->len),
    .gap_is_in_group = self->gap_is_in_group,
  };
  if (self->gap_place >= 0)
    contents.stack.gap_height_px = get_height (self->gap, width_px);
  return contents;
}

static GtkSizeRequestMode
slip_card_stack_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    int child_minimum = 0;
    int child_natural = 0;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum,
                        &child_natural, NULL, NULL);
    *minimum = MAX (*minimum, child_minimum);
    *natural = MAX (*natural, child_natural);
  }
}

static void
slip_card_stack_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SlipCardStack *self = SLIP_CARD_STACK (widget);

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (widget, minimum, natural);
  } else {
    g_auto (Contents) contents = read_contents (self, for_size);
    int height_px = slip_board_stack_get_height (&contents.stack);

    if (gtk_widget_get_visible (self->footer))
      height_px += SPACING_PX + get_height (self->footer, for_size);
    *minimum = height_px;
    *natural = height_px;
  }
}

static void
allocate (GtkWidget *child, SlipRect rect)
{
  if (child)
    gtk_widget_size_allocate (
      child, &(GtkAllocation){ rect.x, rect.y, rect.width, rect.height }, -1);
}

static void
slip_card_stack_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  SlipCardStack *self = SLIP_CARD_STACK (widget);
  g_auto (Contents) contents = read_contents (self, width);
  int n_cards = contents.stack.n_cards;
  g_autofree SlipRect *cards = g_new0 (SlipRect, n_cards);
  g_autofree SlipRect *headings = g_new0 (SlipRect, n_cards);
  SlipRect gap = slip_board_stack_place (&contents.stack, cards, headings);

  for (int i = 0; i < n_cards; i++) {
    allocate (contents.headings->pdata[i], headings[i]);
    allocate (contents.cards->pdata[i], cards[i]);
  }
  if (self->gap_place >= 0)
    allocate (self->gap, gap);
  if (gtk_widget_get_visible (self->footer)) {
    int top = slip_board_stack_get_height (&contents.stack) + SPACING_PX;

    allocate (self->footer,
              (SlipRect){ 0, top, width, get_height (self->footer, width) });
  }
}

static void
slip_card_stack_dispose (GObject *object)
{
  GtkWidget *widget = GTK_WIDGET (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (slip_card_stack_parent_class)->dispose (object);
}

static void
slip_card_stack_class_init (SlipCardStackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_card_stack_dispose;
  widget_class->get_request_mode = slip_card_stack_get_request_mode;
  widget_class->measure = slip_card_stack_measure;
  widget_class->size_allocate = slip_card_stack_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "cardstack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
slip_card_stack_init (SlipCardStack *self)
{
  self->gap = gtk_label_new (NULL);
  gtk_widget_set_visible (self->gap, FALSE);
  gtk_label_set_wrap (GTK_LABEL (self->gap), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->gap), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (self->gap), GTK_JUSTIFY_CENTER);
  gtk_widget_set_can_target (self->gap, FALSE);
  gtk_widget_set_name (self->gap, "gap");
  gtk_widget_add_css_class (self->gap, "board-gap");
  gtk_widget_set_parent (self->gap, GTK_WIDGET (self));
  self->gap_place = -1;
}

GtkWidget *
slip_card_stack_new (GtkWidget *footer)
{
  SlipCardStack *self = g_object_new (SLIP_TYPE_CARD_STACK, NULL);

  self->footer = footer;
  gtk_widget_set_parent (footer, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
slip_card_stack_insert (SlipCardStack *self,
                        GtkWidget *child,
                        GtkWidget *previous)
{
  g_return_if_fail (SLIP_IS_CARD_STACK (self));

  if (!previous)
    previous = self->gap;
  if (gtk_widget_get_parent (child) != GTK_WIDGET (self) ||
      gtk_widget_get_prev_sibling (child) != previous)
    gtk_widget_insert_after (child, GTK_WIDGET (self), previous);
}

void
slip_card_stack_remove_headings (SlipCardStack *self)
{
  GtkWidget *child;

  g_return_if_fail (SLIP_IS_CARD_STACK (self));

  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  while (child) {
    GtkWidget *next = gtk_widget_get_next_sibling (child);

    if (!SLIP_IS_CARD (child) && child != self->gap && child != self->footer)
      gtk_widget_unparent (child);
    child = next;
  }
}

int
slip_card_stack_find_place (SlipCardStack *self, double y)
{
  g_return_val_if_fail (SLIP_IS_CARD_STACK (self), 0);

  g_auto (Contents) contents =
    read_contents (self, gtk_widget_get_width (GTK_WIDGET (self)));

  return slip_board_stack_find_place (&contents.stack, y);
}

void
slip_card_stack_set_gap_text (SlipCardStack *self, const char *text)
{
  g_return_if_fail (SLIP_IS_CARD_STACK (self));

  gtk_label_set_text (GTK_LABEL (self->gap), text);
}

void
slip_card_stack_show_gap (SlipCardStack *self, int place, gboolean is_in_group)
{
  g_return_if_fail (SLIP_IS_CARD_STACK (self));
  g_return_if_fail (place >= 0);

  if (self->gap_place == place && self->gap_is_in_group == is_in_group)
    return;
  self->gap_place = place;
  self->gap_is_in_group = is_in_group;
  gtk_widget_set_visible (self->gap, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
slip_card_stack_hide_gap (SlipCardStack *self)
{
  g_return_if_fail (SLIP_IS_CARD_STACK (self));

  if (self->gap_place < 0)
    return;
  self->gap_place = -1;
  gtk_widget_set_visible (self->gap, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
