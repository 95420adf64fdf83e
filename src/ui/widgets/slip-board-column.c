/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-board-column.h"

#include "slip-actions.h"
#include "slip-board-groups.h"
#include "slip-board.h"
#include "slip-card-stack.h"
#include "slip-dragged-release.h"
#include "slip-edge-scroll.h"
#include "slip-limits.h"
#include "slip-popover-focus.h"
#include "slip-preview.h"

#include <glib/gi18n-lib.h>

#define MAX_SHOWN_AT_ONCE (4 * SLIP_BOARD_COLUMN_MAX_CARDS)
/* As many cards are made at one go, when the end of those made comes near. */
#define N_MADE_AT_ONCE 10

struct _SlipBoardColumn {
  GtkWidget parent_instance;

  SlipStatus status;
  SlipPlanState *state;
  SlipBoardGrouping grouping;
  GPtrArray *releases; /* SlipRow, as they were told */
  GPtrArray *sorted;   /* the same in the board's order, borrowed from there */
  GPtrArray *rows;   /* SlipRow, all that pass the query, in the order shown */
  GPtrArray *cards;  /* SlipCard, borrowed, for the first of the rows */
  GHashTable *by_id; /* release id → SlipCard, borrowed */
  SlipDate today;
  guint limit;     /* as many cards may be had without 'Show more' */
  guint n_wanted;  /* as many of them were come near to */
  guint making_id; /* the idle that makes some more */
  char *selected;
  char *last_focused;
  char *hovering; /* the release over the column */

  GtkWidget *box;
  GtkLabel *count;
  SlipCardStack *stack;
  GtkButton *more;
};

G_DEFINE_FINAL_TYPE (SlipBoardColumn, slip_board_column, GTK_TYPE_WIDGET)

static int
find_row (SlipBoardColumn *self, const char *release)
{
  for (guint i = 0; release && i < self->rows->len; i++)
    if (g_str_equal (slip_row_get_id (self->rows->pdata[i]), release))
      return i;

  return -1;
}

static const char *
get_row_id (SlipBoardColumn *self, int index)
{
  return index >= 0 && index < (int) self->rows->len
           ? slip_row_get_id (self->rows->pdata[index])
           : NULL;
}

/* The first row of @release's group, and the one after its last. */
static void
find_group (SlipBoardColumn *self, const char *release, int *first, int *end)
{
  const SlipRow *row =
    slip_plan_state_get (self->state, SLIP_KIND_RELEASE, release);
  int n_rows = self->rows->len;

  *first = 0;
  *end = n_rows;
  if (!row || self->grouping == SLIP_BOARD_GROUP_NONE)
    return;
  while (*first < n_rows &&
         slip_board_groups_compare (self->state, self->grouping,
                                    self->rows->pdata[*first], row) < 0)
    *first += 1;
  *end = *first;
  while (*end < n_rows &&
         slip_board_groups_compare (self->state, self->grouping,
                                    self->rows->pdata[*end], row) == 0)
    *end += 1;
}

/* The place before the row at @index, counted with @release's own row.  What is
 * in another group is no neighbour: in the plan, which knows no groups, it may
 * stand anywhere. */
static SlipBoardPlace
make_place (SlipBoardColumn *self, const char *release, int index)
{
  SlipBoardPlace place = { FALSE, NULL, NULL };
  int own = find_row (self, release);
  int before = index - 1;
  int after = index;
  int first = 0;
  int end = 0;

  find_group (self, release, &first, &end);
  place.is_noop = own >= 0 && (index == own || index == own + 1);
  if (before == own)
    before--;
  if (after == own)
    after++;
  if (before >= first)
    place.before = get_row_id (self, before);
  if (after < end)
    place.after = get_row_id (self, after);
  return place;
}

/* The row before which a drop at @y of the column goes. */
static int
find_drop_index (SlipBoardColumn *self, const char *release, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (0, 0);
  int first = 0;
  int end = 0;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->stack),
                                 &GRAPHENE_POINT_INIT (0, (float) y), &point))
    return 0;
  find_group (self, release, &first, &end);
  return CLAMP (slip_card_stack_find_place (self->stack, point.y), first, end);
}

static char *
dup_gap_text (SlipBoardColumn *self, const char *release)
{
  const SlipRow *row =
    slip_plan_state_get (self->state, SLIP_KIND_RELEASE, release);
  g_autoptr (SlipBoardMove) move = NULL;
  g_autoptr (SlipPreview) preview = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  SlipConflictContext context;

  if (!row || slip_release_get_status (row) == self->status)
    return g_strdup (_ ("Move here"));

  g_string_append_printf (text, _ ("%s → %s"),
                          slip_status_get_label (slip_release_get_status (row)),
                          slip_status_get_label (self->status));
  move = slip_board_move_new (release, self->status, NULL, NULL);
  context = slip_limits_get_context (GTK_WIDGET (self), self->today);
  preview = slip_preview_new (self->state, release, slip_board_move_run, move,
                              &context, &error);
  if (g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_LOADED))
    gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_LOAD_PARTS, "s",
                                release);
  lines = preview ? slip_preview_describe (preview) : NULL;
  for (guint i = 0; lines && i < lines->len; i++) {
    const SlipPreviewLine *line = lines->pdata[i];

    if (line->tone == SLIP_PREVIEW_CONFLICT ||
        line->tone == SLIP_PREVIEW_WARNING || line->tone == SLIP_PREVIEW_SOLVED)
      g_string_append_printf (text, "\n%s", line->text);
  }

  return g_strdup (text->str);
}

static void
show_gap_text (SlipBoardColumn *self)
{
  g_autofree char *text = dup_gap_text (self, self->hovering);

  slip_card_stack_set_gap_text (self->stack, text);
}

static void
show_gap (SlipBoardColumn *self, const char *release, int index)
{
  int first = 0;
  int end = 0;

  find_group (self, release, &first, &end);
  slip_card_stack_show_gap (self->stack, MIN (index, (int) self->cards->len),
                            index == first && first < end);
}

static GdkDragAction
hover (SlipBoardColumn *self, GtkDropTarget *target, double y)
{
  g_autofree char *release = slip_dragged_release_dup_hovering (target);
  int index;

  if (!release || !self->state)
    return 0;
  if (g_strcmp0 (release, self->hovering) != 0) {
    g_free (self->hovering);
    self->hovering = g_strdup (release);
    show_gap_text (self);
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-here");
  }

  index = find_drop_index (self, release, y);
  if (make_place (self, release, index).is_noop)
    slip_card_stack_hide_gap (self->stack);
  else
    show_gap (self, release, index);
  return GDK_ACTION_MOVE;
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, SlipBoardColumn *self)
{
  return hover (self, target, y);
}

static void
leave_cb (GtkDropTarget *target, SlipBoardColumn *self)
{
  slip_board_column_clear_hover (self);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         SlipBoardColumn *self)
{
  const SlipDraggedRelease *dragged = g_value_get_boxed (value);
  SlipBoardPlace place;

  if (!dragged || !self->state)
    return FALSE;
  place =
    make_place (self, dragged->id, find_drop_index (self, dragged->id, y));
  slip_board_column_clear_hover (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "board.end-drag", NULL);
  if (!place.is_noop)
    gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_PLACE, "(ssss)",
                                dragged->id,
                                slip_status_get_nick (self->status),
                                place.before ? place.before : "",
                                place.after ? place.after : "");
  return TRUE;
}

static void
focused_cb (SlipCard *card, SlipBoardColumn *self)
{
  g_free (self->last_focused);
  self->last_focused = g_strdup (slip_card_get_release (card));
}

static SlipCard *
get_card (SlipBoardColumn *self, const char *id)
{
  SlipCard *card = g_hash_table_lookup (self->by_id, id);

  if (!card) {
    card = SLIP_CARD (slip_card_new ());
    g_signal_connect (card, "focused", G_CALLBACK (focused_cb), self);
    g_hash_table_insert (self->by_id, g_strdup (id), card);
  }
  return card;
}

static GtkWidget *
new_heading (SlipBoardColumn *self, const SlipRow *row)
{
  g_autofree char *text =
    slip_board_groups_dup_label (self->state, self->grouping, row);
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "board-group");
  return heading;
}

static void
remove_card (SlipBoardColumn *self, SlipCard *card)
{
  g_hash_table_remove (self->by_id, slip_card_get_release (card));
  gtk_widget_unparent (GTK_WIDGET (card));
}

/* Keeps the cards of releases that stay: they may have the focus or be
 * dragged. */
static void
remove_other_cards (SlipBoardColumn *self, guint n_shown)
{
  g_autoptr (GHashTable) keep = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  for (guint i = 0; i < n_shown; i++)
    g_hash_table_add (keep, (gpointer) get_row_id (self, i));
  while (child) {
    GtkWidget *next = gtk_widget_get_next_sibling (child);

    if (SLIP_IS_CARD (child) &&
        !g_hash_table_contains (keep,
                                slip_card_get_release (SLIP_CARD (child))))
      remove_card (self, SLIP_CARD (child));
    child = next;
  }
}

/* What lies behind cards that are still to be made is not offered yet. */
static void
show_more_button (SlipBoardColumn *self)
{
  guint n_more =
    self->rows->len > self->limit ? self->rows->len - self->limit : 0;
  g_autofree char *text =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More",
                                  "Show %u More", n_more),
                     n_more);

  gtk_button_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more),
                          n_more > 0 && self->cards->len == self->limit);
}

static void
show_cards (SlipBoardColumn *self)
{
  guint n_shown = MIN (self->rows->len, MIN (self->limit, self->n_wanted));
  const SlipRow *group = NULL;
  GtkWidget *last = NULL;

  slip_card_stack_hide_gap (self->stack);
  slip_card_stack_remove_headings (self->stack);
  remove_other_cards (self, n_shown);
  g_ptr_array_set_size (self->cards, 0);
  for (guint i = 0; i < n_shown; i++) {
    const SlipRow *row = self->rows->pdata[i];
    SlipCard *card = get_card (self, slip_row_get_id (row));

    if (self->grouping != SLIP_BOARD_GROUP_NONE &&
        (!group || slip_board_groups_compare (self->state, self->grouping,
                                              group, row) != 0)) {
      GtkWidget *heading = new_heading (self, row);

      slip_card_stack_insert (self->stack, heading, last);
      last = heading;
      group = row;
    }
    slip_card_stack_insert (self->stack, GTK_WIDGET (card), last);
    slip_card_set_release (card, self->state, row, self->today);
    slip_card_set_is_selected (card, g_strcmp0 (self->selected,
                                                slip_row_get_id (row)) == 0);
    last = GTK_WIDGET (card);
    g_ptr_array_add (self->cards, card);
  }
  show_more_button (self);
}

/* How many cards may be had without 'Show more'. */
static guint
count_available (SlipBoardColumn *self)
{
  return MIN (self->rows->len, self->limit);
}

/* Sees to it that the card at @index is made, if it may be had. */
static void
make_cards (SlipBoardColumn *self, guint index)
{
  if (index >= self->n_wanted)
    self->n_wanted = MIN (index, self->limit) + N_MADE_AT_ONCE;
  if (index >= self->cards->len && self->cards->len < count_available (self))
    show_cards (self);
}

static gboolean
make_cards_cb (gpointer data)
{
  SlipBoardColumn *self = data;

  self->making_id = 0;
  make_cards (self, self->cards->len);
  return G_SOURCE_REMOVE;
}

/* Makes cards for half a screenful more than is in sight.  They may be asked
 * for while places are given out, when none may be made. */
static void
scrolled_cb (GtkAdjustment *adjustment, SlipBoardColumn *self)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double rest = gtk_adjustment_get_upper (adjustment) -
                gtk_adjustment_get_value (adjustment) - page;

  if (page > 1 && rest < page / 2 && self->making_id == 0 &&
      self->cards->len < count_available (self))
    self->making_id =
      g_idle_add_full (GTK_PRIORITY_RESIZE - 1, make_cards_cb, self, NULL);
}

static void
more_clicked_cb (GtkButton *button, SlipBoardColumn *self)
{
  int index = self->cards->len;

  self->limit += SLIP_BOARD_COLUMN_MAX_CARDS;
  slip_board_column_focus_nth (self, index);
}

static void
show_count (SlipBoardColumn *self)
{
  const char *status = slip_status_get_label (self->status);
  g_autofree char *count = g_strdup_printf ("%u", self->rows->len);
  g_autofree char *label =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u release",
                                  "%s, %u releases", self->rows->len),
                     status, self->rows->len);

  gtk_label_set_text (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stack),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* One tab stop: the card that had the focus last. */
static gboolean
slip_board_column_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SlipBoardColumn *self = SLIP_BOARD_COLUMN (widget);
  SlipCard *card = self->last_focused
                     ? g_hash_table_lookup (self->by_id, self->last_focused)
                     : NULL;

  if (slip_popover_focus_move (widget, direction))
    return TRUE;
  if (gtk_widget_get_focus_child (widget) ||
      (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return FALSE;
  if (!card && self->cards->len > 0)
    card = self->cards->pdata[0];

  return card && gtk_widget_grab_focus (GTK_WIDGET (card));
}

static void
slip_board_column_dispose (GObject *object)
{
  SlipBoardColumn *self = SLIP_BOARD_COLUMN (object);

  g_clear_handle_id (&self->making_id, g_source_remove);
  if (self->cards)
    g_ptr_array_set_size (self->cards, 0);
  if (self->by_id)
    g_hash_table_remove_all (self->by_id);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_board_column_parent_class)->dispose (object);
}

static void
slip_board_column_finalize (GObject *object)
{
  SlipBoardColumn *self = SLIP_BOARD_COLUMN (object);

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_clear_pointer (&self->releases, g_ptr_array_unref);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->selected);
  g_free (self->last_focused);
  g_free (self->hovering);

  G_OBJECT_CLASS (slip_board_column_parent_class)->finalize (object);
}

static void
slip_board_column_class_init (SlipBoardColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_board_column_dispose;
  object_class->finalize = slip_board_column_finalize;
  widget_class->focus = slip_board_column_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "boardcolumn");
}

static GtkWidget *
new_header (SlipBoardColumn *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (slip_status_get_label (self->status));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "board-title");
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (header), title);
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->count));
  gtk_widget_add_css_class (header, "board-header");
  return header;
}

static void
add_drop_target (SlipBoardColumn *self)
{
  GtkDropTarget *target = slip_dragged_release_new_target ();

  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
follow_scrolling (SlipBoardColumn *self, GtkAdjustment *adjustment)
{
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb),
                           self, 0);
  g_signal_connect_object (adjustment, "value-changed",
                           G_CALLBACK (scrolled_cb), self, 0);
}

static void
build (SlipBoardColumn *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), new_header (self));
  self->more = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "flat");
  g_signal_connect (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  self->stack = SLIP_CARD_STACK (slip_card_stack_new (GTK_WIDGET (self->more)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 GTK_WIDGET (self->stack));
  follow_scrolling (self, gtk_scrolled_window_get_vadjustment (
                            GTK_SCROLLED_WINDOW (scroller)));
  gtk_widget_set_vexpand (scroller, TRUE);
  slip_edge_scroll_add (GTK_SCROLLED_WINDOW (scroller));
  gtk_box_append (GTK_BOX (self->box), scroller);
  add_drop_target (self);
}

static void
slip_board_column_init (SlipBoardColumn *self)
{
  self->releases = g_ptr_array_new ();
  self->sorted = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->cards = g_ptr_array_new ();
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->limit = SLIP_BOARD_COLUMN_MAX_CARDS;
  self->n_wanted = N_MADE_AT_ONCE;
}

GtkWidget *
slip_board_column_new (SlipStatus status)
{
  SlipBoardColumn *self = g_object_new (SLIP_TYPE_BOARD_COLUMN, NULL);
  g_autofree char *name =
    g_strconcat ("column:", slip_status_get_nick (status), NULL);

  self->status = status;
  gtk_widget_set_name (GTK_WIDGET (self), name);
  build (self);
  show_count (self);
  return GTK_WIDGET (self);
}

SlipStatus
slip_board_column_get_status (SlipBoardColumn *self)
{
  g_return_val_if_fail (SLIP_IS_BOARD_COLUMN (self), SLIP_STATUS_PLANNED);

  return self->status;
}

void
slip_board_column_set_releases (SlipBoardColumn *self, GPtrArray *releases)
{
  gboolean is_same;

  g_return_if_fail (SLIP_IS_BOARD_COLUMN (self));

  is_same =
    releases->len == self->releases->len &&
    (releases->len == 0 || memcmp (releases->pdata, self->releases->pdata,
                                   releases->len * sizeof (gpointer)) == 0);
  if (is_same)
    return;
  /* What is shown is borrowed from these. */
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_unref (self->releases);
  self->releases = g_ptr_array_ref (releases);
  g_ptr_array_set_size (self->sorted, 0);
  g_ptr_array_extend (self->sorted, releases, NULL, NULL);
  slip_board_sort_column (self->sorted);
}

void
slip_board_column_set_plan (SlipBoardColumn *self,
                            const SlipPlanState *state,
                            const SlipQuery *query,
                            SlipDate today,
                            SlipBoardGrouping grouping)
{
  g_return_if_fail (SLIP_IS_BOARD_COLUMN (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  self->today = today;
  self->grouping = grouping;
  g_ptr_array_unref (self->rows);
  self->rows = slip_query_is_empty (query)
                 ? g_ptr_array_copy (self->sorted, NULL, NULL)
                 : slip_query_filter (query, state, self->sorted);
  slip_board_groups_sort (self->state, grouping, self->rows);
  show_cards (self);
  show_count (self);
  if (self->hovering)
    show_gap_text (self);
}

void
slip_board_column_set_selected (SlipBoardColumn *self, const char *release)
{
  SlipCard *card;

  g_return_if_fail (SLIP_IS_BOARD_COLUMN (self));

  card =
    self->selected ? g_hash_table_lookup (self->by_id, self->selected) : NULL;
  if (card)
    slip_card_set_is_selected (card, FALSE);
  g_free (self->selected);
  self->selected = g_strdup (release);
  card = release ? g_hash_table_lookup (self->by_id, release) : NULL;
  if (card)
    slip_card_set_is_selected (card, TRUE);
}

guint
slip_board_column_get_n_releases (SlipBoardColumn *self)
{
  g_return_val_if_fail (SLIP_IS_BOARD_COLUMN (self), 0);

  return self->rows->len;
}

gboolean
slip_board_column_focus_nth (SlipBoardColumn *self, int index)
{
  g_return_val_if_fail (SLIP_IS_BOARD_COLUMN (self), FALSE);

  if (self->cards->len == 0)
    return FALSE;
  make_cards (self, (guint) MAX (index, 0));
  if (index >= (int) self->cards->len &&
      gtk_widget_get_visible (GTK_WIDGET (self->more)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->more));
  index = CLAMP (index, 0, (int) self->cards->len - 1);
  return gtk_widget_grab_focus (self->cards->pdata[index]);
}

gboolean
slip_board_column_focus_release (SlipBoardColumn *self, const char *release)
{
  int index;

  g_return_val_if_fail (SLIP_IS_BOARD_COLUMN (self), FALSE);

  index = find_row (self, release);
  if (index < 0)
    return FALSE;
  /* Thousands of cards would take minutes to make. */
  if ((guint) index >= self->limit + MAX_SHOWN_AT_ONCE)
    return slip_board_column_focus_nth (self, index);
  while ((guint) index >= self->limit)
    self->limit += SLIP_BOARD_COLUMN_MAX_CARDS;
  make_cards (self, (guint) index);
  return gtk_widget_grab_focus (self->cards->pdata[index]);
}

int
slip_board_column_get_focused (SlipBoardColumn *self)
{
  GtkWidget *child;

  g_return_val_if_fail (SLIP_IS_BOARD_COLUMN (self), -1);

  child = gtk_widget_get_focus_child (GTK_WIDGET (self->stack));
  for (guint i = 0; child && i < self->cards->len; i++)
    if (self->cards->pdata[i] == child)
      return i;

  return -1;
}

SlipBoardPlace
slip_board_column_find_step (SlipBoardColumn *self,
                             const char *release,
                             int direction)
{
  SlipBoardPlace place = { TRUE, NULL, NULL };
  int own;
  int index;
  int first = 0;
  int end = 0;

  g_return_val_if_fail (SLIP_IS_BOARD_COLUMN (self), place);

  own = find_row (self, release);
  if (own < 0)
    return place;
  find_group (self, release, &first, &end);
  index = direction < 0 ? own - 1 : own + 2;
  if (index < first || index > end)
    return place;
  return make_place (self, release, index);
}

void
slip_board_column_clear_hover (SlipBoardColumn *self)
{
  g_return_if_fail (SLIP_IS_BOARD_COLUMN (self));

  g_clear_pointer (&self->hovering, g_free);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-here");
  slip_card_stack_hide_gap (self->stack);
}
